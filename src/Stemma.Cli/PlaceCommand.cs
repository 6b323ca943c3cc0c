using System.CommandLine;
using Stemma.Cli.Terminal;
using Stemma.Library;
using Stemma.Library.Store;
using Stemma.Stories.Clustering;

namespace Stemma.Cli;

/// <summary><c>stemma place</c>: a person decides which reports are one story; without a decision, all stories are put right.</summary>
internal static class PlaceCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var report = new Argument<string?>("report") { Description = "The report that is decided about, by its id; without it nothing is decided and the stories are only put right.", Arity = ArgumentArity.ZeroOrOne };
        var pin = new Option<string?>("--in") { Description = "The report belongs to this story.", HelpName = "STORY" };
        var together = new Option<string?>("--with") { Description = "The report is of one story with this one.", HelpName = "REPORT" };
        var apart = new Option<string?>("--apart-from") { Description = "The report is of another story than this one.", HelpName = "REPORT" };
        Option<string> library = LibrarySettings.Option();
        var json = new Option<bool>("--json") { Description = "Print a JSON line for each change." };
        var command = new Command("place",
            "Puts the reports of the library to their stories anew, all at once: stories that should be one merge, those that are several split, and what a person decides with "
            + "--in, --with or --apart-from holds from then on, whatever the texts say. Tells what changed.\nExample: stemma place r77ab3e01 --apart-from r0c19d52e")
        {
            report, pin, together, apart, library, json,
        };
        command.Validators.Add(result =>
        {
            int given = new[] { pin, together, apart }.Count(o => result.GetResult(o) is not null);
            bool named = result.GetValue(report) is not null;
            if (given > 1)
                result.AddError("give one of --in, --with and --apart-from at a time");
            else if (named != (given == 1))
                result.AddError(named ? "what is decided about the report? give --in STORY, --with REPORT or --apart-from REPORT" : "which report is it? give its id first: stemma place REPORT --in STORY");
        });
        command.SetAction((parsed, cancellation) => Task.FromResult(LibrarySettings.With(parsed.GetRequiredValue(library), make: false, store =>
        {
            if (parsed.GetValue(report) is { } given)
            {
                (DecisionKind kind, string other) = parsed.GetValue(pin) is { } story ? (DecisionKind.Pin, story)
                    : parsed.GetValue(together) is { } with ? (DecisionKind.Together, with) : (DecisionKind.Apart, parsed.GetValue(apart)!);
                if (Decide(store, kind, given, other) is { } problem)
                    return LibrarySettings.Usage(problem);
            }
            return Run(store, parsed.GetValue(json), cancellation);
        })));
        return command;
    }

    // Null where it was put down, else what is wrong.
    private static string? Decide(ILibraryStore store, DecisionKind kind, string given, string givenOther)
    {
        (string? report, string? problem) = LibrarySettings.Find(store, given);
        (string? other, string? otherProblem) = LibrarySettings.Find(store, givenOther);
        if (report is null || other is null)
            return problem ?? otherProblem;
        if (store.Report(report) is null)
            return $"{given}: this is a story; a report's id is wanted";
        if (kind == DecisionKind.Pin ? store.Story(other) is null : store.Report(other) is null)
            return $"{givenOther}: this is {(kind == DecisionKind.Pin ? "a report; a story's" : "a story; a report's")} id is wanted";
        if (report == other)
            return "a report cannot be decided about with itself; give two";
        store.Decide(new Decision(kind, report, other, TimeProvider.System.GetUtcNow()));
        return null;
    }

    private static int Run(ILibraryStore store, bool json, CancellationToken cancellation)
    {
        using var progress = new StageProgress(Console.Error, shown: !Console.IsErrorRedirected, TimeProvider.System);
        progress.Report("putting reports to their stories");
        (IReadOnlyList<StoryChange> changes, IReadOnlyList<string> unmet) = LibraryReplay.Run(store, TimeProvider.System.GetUtcNow(), cancellation: cancellation);
        progress.Clear();
        foreach (string rule in unmet)
            Console.Error.WriteLine($"stemma: {rule}");
        if (json)
        {
            using Stream stdout = Console.OpenStandardOutput();
            foreach (StoryChange change in changes)
                Write(stdout, change);
            return 0;
        }
        var printer = new SummaryPrinter(SummaryConsole.ForStandardOutput());
        foreach (StoryChange change in changes)
        {
            string reports = $"{LibraryValues.Count(change.Reports.Count)}\u00A0{(change.Reports.Count == 1 ? "report" : "reports")}";
            printer.Print(change.Kind switch
            {
                StoryChangeKind.Merged => new Phrase().Add(LibraryValues.Shown(change.From), Ink.Number).Add(" is one with ").Add(LibraryValues.Shown(change.Into), Ink.Number).Add($" now ({reports})", Ink.Quiet),
                StoryChangeKind.Split => new Phrase().Add(reports, Ink.Strong).Add(" of ").Add(LibraryValues.Shown(change.From), Ink.Number).Add(" are a story of their own now: ").Add(LibraryValues.Shown(change.Into), Ink.Number),
                _ => new Phrase().Add(reports, Ink.Strong).Add(" went from ").Add(LibraryValues.Shown(change.From), Ink.Number).Add(" to ").Add(LibraryValues.Shown(change.Into), Ink.Number),
            });
        }
        if (changes.Count == 0)
            Console.WriteLine("Every report stands where it belongs; nothing changed.");
        return 0;
    }

    private static void Write(Stream stream, StoryChange change) => JsonLines.Write(stream, json =>
    {
        json.WriteString("change", change.Kind switch { StoryChangeKind.Merged => "merged", StoryChangeKind.Split => "split", _ => "moved" });
        json.WriteString("from", change.From);
        json.WriteString("into", change.Into);
        json.WriteStartArray("reports");
        foreach (string report in change.Reports)
            json.WriteStringValue(report);
        json.WriteEndArray();
    });
}
