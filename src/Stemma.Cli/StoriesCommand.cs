using System.CommandLine;
using Spectre.Console;
using Stemma.Cli.Terminal;
using Stemma.Library;
using Stemma.Library.Store;

namespace Stemma.Cli;

/// <summary><c>stemma stories</c>: the stories of the library, the newest first.</summary>
internal static class StoriesCommand
{
    private const int Standard = 20;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Option<string> library = LibrarySettings.Option();
        Option<int> limit = LibrarySettings.Limit(Standard);
        var json = new Option<bool>("--json") { Description = "Print a JSON line for each story." };
        var command = new Command("stories", "Lists the stories of the library, those with the newest reports first: how many reports, and origins and conflicts where its findings are made.\nExample: stemma stories --limit 50") { library, limit, json };
        command.SetAction(parsed => LibrarySettings.With(parsed.GetRequiredValue(library), make: false, store => Run(store, parsed.GetValue(limit), parsed.GetValue(json))));
        return command;
    }

    private static int Run(ILibraryStore store, int limit, bool json)
    {
        IReadOnlyList<StoredStory> stories = store.Stories(limit);
        if (json)
        {
            using Stream stdout = Console.OpenStandardOutput();
            foreach (StoredStory story in stories)
                Write(stdout, story);
            return 0;
        }
        if (stories.Count == 0)
        {
            Console.WriteLine("The library holds no story yet; “stemma add” puts reports in.");
            return 0;
        }
        IAnsiConsole console = SummaryConsole.ForStandardOutput();
        var printer = new SummaryPrinter(console);
        foreach (StoredStory story in stories)
        {
            printer.Print(new Phrase().Add(LibraryValues.Shown(story.Id), Ink.Number).Add($" {LibraryValues.Days(story.From, story.To)}, {Figures(story)}", Ink.Quiet));
            printer.Print(new Phrase().Add(story.Title ?? "without a headline"), "  ", "  ");
        }
        return 0;
    }

    private static string Figures(StoredStory story)
    {
        string reports = $"{LibraryValues.Count(story.Reports)}\u00A0{(story.Reports == 1 ? "report" : "reports")}";
        if (story.Dossier is not { } dossier)
            return reports;
        string found = $"{reports}, {dossier.Origins}\u00A0{(dossier.Origins == 1 ? "origin" : "origins")}, {dossier.Conflicts}\u00A0{(dossier.Conflicts == 1 ? "conflict" : "conflicts")}";
        return dossier.Revision == story.Revision ? found : found + " before the last change";
    }

    private static void Write(Stream stream, StoredStory story) => JsonLines.Write(stream, json =>
    {
        json.WriteString("story", story.Id);
        json.WriteString("title", story.Title);
        json.WriteNumber("reports", story.Reports);
        LibraryValues.WriteDay(json, "from", story.From);
        LibraryValues.WriteDay(json, "to", story.To);
        json.WriteNumber("revision", story.Revision);
        json.WriteString("changed", LibraryValues.Moment(story.Changed));
        json.WriteStartObject("dossier");
        if (story.Dossier is { } dossier)
        {
            json.WriteNumber("revision", dossier.Revision);
            json.WriteNumber("origins", dossier.Origins);
            json.WriteNumber("conflicts", dossier.Conflicts);
        }
        json.WriteEndObject();
    });
}
