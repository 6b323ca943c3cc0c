using System.CommandLine;
using Stemma.Cli.Terminal;
using Stemma.Library;
using Stemma.Library.Fetching;
using Stemma.Presentation;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Cli;

/// <summary><c>stemma read</c>: the main job.</summary>
internal static class ReadCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string[]> paths = ReportInputs.Paths("read",
            "Folders, files (texts, pages, feeds, news exchange documents, mails, WARC, and archives of these) and web addresses (https://…) with reports of one story; - reads standard input. "
            + "A reports.csv or reports.json beside the reports may give file, outlet, url and published.");
        var output = new Option<string[]>("--output", "-o")
        {
            Description = "Where to write the dossier: a .json or .html file, or a folder for both. May be given more than once.",
            HelpName = "FILE",
        };
        var json = new Option<bool>("--json") { Description = "Print the dossier as JSON in place of the summary." };
        Option<int> threads = ReportInputs.Threads();
        var command = new Command("read", "Reads reports of one story and shows who copied whom, who said what, what changed and when.\nExample: stemma read reports/ -o story.html")
        {
            paths, output, json, threads,
        };
        FetchSettings fetching = FetchSettings.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetRequiredValue(paths), fetching.Of(parsed), parsed.GetValue(output) ?? [], parsed.GetValue(json), parsed.GetValue(threads), cancellation)));
        return command;
    }

    private static int Run(string[] paths, FetchOptions fetching, string[] outputs, bool json, int threads, CancellationToken cancellation)
    {
        if (outputs.Select(DossierFiles.Problem).OfType<string>().FirstOrDefault() is { } unwritable)
            return Usage(unwritable);
        using var progress = new StageProgress(Console.Error, shown: !Console.IsErrorRedirected, TimeProvider.System);
        (IReadOnlyList<Report> reports, IReadOnlyList<FileProblem> problems) = ReportInputs.Read(paths, fetching, threads, progress, cancellation);
        progress.Clear();
        foreach (FileProblem problem in problems)
            Console.Error.WriteLine($"stemma: {problem}");
        if (reports.Count == 0)
            return Usage("no report could be read; give a folder or files with at least one news report (stemma read --help)");

        UnreadInput[] unread = [.. problems.Where(p => p.IsUnread).Select(p => new UnreadInput(p.Name, p.Why))];
        Dossier dossier = StoryReader.Read(reports, unread, new StoryOptions { Threads = threads, Progress = progress, Cancellation = cancellation });
        progress.Clear();
        foreach (string path in outputs)
        {
            try
            {
                DossierFiles.Write(dossier, path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return Usage($"{path}: cannot be written ({e.Message})");
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
        return problems.Count > 0 ? 1 : 0;
    }

    private static int Usage(string message)
    {
        Console.Error.WriteLine($"stemma: {message}");
        return 2;
    }
}
