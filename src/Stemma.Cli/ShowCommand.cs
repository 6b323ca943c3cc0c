using System.CommandLine;
using Stemma.Cli.Terminal;
using Stemma.Library.Store;
using Stemma.Presentation;
using Stemma.Stories;

namespace Stemma.Cli;

/// <summary><c>stemma show</c>: a story's findings, or a report with its versions.</summary>
internal static class ShowCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "A story (s…) or a report (r…), as “stemma stories” and “stemma search” show them, of which the beginning is enough; or the web address of a report." };
        Option<string> library = LibrarySettings.Option();
        var output = new Option<string[]>("--output", "-o")
        {
            Description = "For a story: where to write the dossier, a .json or .html file, or a folder for both. May be given more than once.",
            HelpName = "FILE",
        };
        var json = new Option<bool>("--json") { Description = "Print JSON: a story's dossier, or a report with its versions." };
        Option<int> threads = ReportInputs.Threads();
        var command = new Command("show", "Shows a story of the library as “stemma read” does, made anew where reports came in since; or a report: its text, its versions and what changed.\nExample: stemma show s1f0c9e22 -o story.html") { id, library, output, json, threads };
        command.SetAction((parsed, cancellation) => Task.FromResult(LibrarySettings.With(parsed.GetRequiredValue(library), make: false,
            store => Run(store, parsed.GetRequiredValue(id), parsed.GetValue(output) ?? [], parsed.GetValue(json), parsed.GetValue(threads), cancellation))));
        return command;
    }

    private static int Run(ILibraryStore store, string given, string[] outputs, bool json, int threads, CancellationToken cancellation)
    {
        if (outputs.Select(DossierFiles.Problem).OfType<string>().FirstOrDefault() is { } unwritable)
            return LibrarySettings.Usage(unwritable);
        (string? id, string? problem) = LibrarySettings.Find(store, given);
        if (id is null)
            return LibrarySettings.Usage(problem!);
        if (id[0] == 's')
            return ShowStory(store, id, outputs, json, threads, cancellation);
        if (outputs.Length > 0)
            return LibrarySettings.Usage($"{given}: this is a report, and -o writes the dossier of a story; give the story");
        ReportView.Of(store, id).Write(json);
        return 0;
    }

    private static int ShowStory(ILibraryStore store, string id, string[] outputs, bool json, int threads, CancellationToken cancellation)
    {
        using var progress = new StageProgress(Console.Error, shown: !Console.IsErrorRedirected, TimeProvider.System);
        var options = new StoryOptions { Threads = threads, Progress = progress, Cancellation = cancellation };
        if (new StoryDossiers(store, TimeProvider.System).Of(id, options) is not { } dossier)
            return LibrarySettings.Usage($"{id}: the story has just been joined to another; “stemma stories” shows those there are");
        progress.Clear();
        foreach (string path in outputs)
        {
            try
            {
                DossierFiles.Write(dossier, path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return LibrarySettings.Usage($"{path}: cannot be written ({e.Message})");
            }
        }
        if (json)
        {
            using Stream stdout = Console.OpenStandardOutput();
            DossierJson.Write(dossier, stdout);
        }
        else
        {
            StorySummary.Write(dossier, SummaryConsole.ForStandardOutput(), hints: outputs.Length == 0);
        }
        return 0;
    }
}
