using System.CommandLine;
using Stemma.Cli.Terminal;
using Stemma.Library;
using Stemma.Library.Fetching;
using Stemma.Library.Store;
using Stemma.Stories;

namespace Stemma.Cli;

/// <summary><c>stemma add</c>: puts reports into the library, each to its story.</summary>
internal static class AddCommand
{
    // Lines that a person reads one by one; the rest is counted.
    private const int MostTold = 100, MostVersions = 20, MostStories = 10;

    // Reports between two lines of progress.
    private const int ProgressStep = 50;

    // How long another process leaves a story alone whose dossier this one makes; the largest take a minute.
    private static readonly TimeSpan s_lease = TimeSpan.FromMinutes(10);

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string[]> paths = ReportInputs.Paths("add",
            "Folders, files (texts, pages, feeds, news exchange documents, mails, JSON lines, WARC, and archives of these) and web addresses (https://…); - reads standard input. "
            + "A reports.csv or reports.json beside the reports may give file, outlet, url and published.");
        Option<string> library = LibrarySettings.Option();
        var read = new Option<bool>("--read") { Description = "Also make the dossiers of the stories that changed." };
        var json = new Option<bool>("--json") { Description = "Print a JSON line for each report, once it is in the library for good." };
        Option<int> threads = ReportInputs.Threads();
        var command = new Command("add", "Puts reports into the library: each is new, the same as one that is there, or a new version of it, and joins its story.\nExample: stemma add reports/ --library news.db")
        {
            paths, library, read, json, threads,
        };
        FetchSettings fetching = FetchSettings.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(LibrarySettings.With(parsed.GetRequiredValue(library), make: true, store =>
            Run(store, parsed.GetRequiredValue(paths), fetching.Of(parsed), parsed.GetValue(read), parsed.GetValue(json), parsed.GetValue(threads), cancellation))));
        return command;
    }

    private static int Run(ILibraryStore store, string[] paths, FetchOptions fetching, bool read, bool json, int threads, CancellationToken cancellation)
    {
        using var progress = new StageProgress(Console.Error, shown: !Console.IsErrorRedirected, TimeProvider.System);
        using Stream? lines = json ? Console.OpenStandardOutput() : null;
        var tally = new AddTally();
        var addition = new LibraryAddition(store, TimeProvider.System) { Threads = threads };
        addition.Run(ReportInputs.Sources(paths, fetching, progress, cancellation), Told, cancellation);
        progress.Clear();
        if (tally.Problems > MostTold)
            Console.Error.WriteLine($"stemma: {LibraryValues.Count(tally.Problems - MostTold)} more problems like these");
        if (tally.Reports == 0)
            return LibrarySettings.Usage("no report could be read; give a folder or files with at least one news report (stemma add --help)");
        if (read)
        {
            var dossiers = new StoryDossiers(store, TimeProvider.System);
            var options = new StoryOptions { Threads = threads, Cancellation = cancellation };
            int made = 0;
            dossiers.Work($"{Environment.MachineName}:{Environment.ProcessId}", s_lease, options, _ => progress.Report($"making dossiers: {LibraryValues.Count(++made)} made"));
            progress.Clear();
        }
        if (!json)
            tally.Write(Console.Out, store, MostStories);
        return tally.Problems > 0 ? 1 : 0;

        void Told(AddedReport added)
        {
            tally.Add(added);
            if (added.Problem is { } problem && tally.Problems <= MostTold)
            {
                progress.Clear();
                Console.Error.WriteLine($"stemma: {problem}");
            }
            if (lines is not null)
                AddedLine.Write(lines, added);
            else if (added.Put is { Outcome: PutOutcome.NewVersion } put && tally.Versions <= MostVersions)
                Console.WriteLine($"{added.Name}: version {put.Version} of {LibraryValues.Shown(put.Report)}; stemma show {LibraryValues.Shown(put.Report)} tells what changed");
            if (tally.Reports % ProgressStep == 0)
                progress.Report($"adding: {LibraryValues.Count(tally.Reports)} reports");
        }
    }
}
