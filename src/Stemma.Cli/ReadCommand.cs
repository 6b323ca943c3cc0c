using System.CommandLine;
using Stemma.Cli.Terminal;
using Stemma.Library;
using Stemma.Presentation;
using Stemma.Reading;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Cli;

/// <summary><c>stemma read</c>: the main job.</summary>
internal static class ReadCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Folders and files (.txt, .html) with reports of one story; - reads one report from standard input. "
                + "A reports.csv or reports.json beside the reports may give file, outlet, url and published.",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.Validators.Add(result =>
        {
            foreach (string token in result.Tokens.Select(t => t.Value).Where(t => t.Length > 1 && t[0] == '-' && !Path.Exists(t)))
                result.AddError($"{token}: no such option (stemma read --help); a file of that name can be given as ./{token}");
        });
        var output = new Option<string[]>("--output", "-o")
        {
            Description = "Where to write the dossier: a .json or .html file, or a folder for both. May be given more than once.",
            HelpName = "FILE",
        };
        var json = new Option<bool>("--json") { Description = "Print the dossier as JSON in place of the summary." };
        var threads = new Option<int>("--threads")
        {
            Description = "How many threads to use; the findings are the same for any number.",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        threads.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && !(int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out int n) && n is >= 1 and <= MostThreads))
                result.AddError($"--threads {value}: give a whole number from 1 to {MostThreads}");
        });
        var command = new Command("read", "Reads reports of one story and shows who copied whom, who said what, what changed and when.\nExample: stemma read reports/ -o story.html")
        {
            paths, output, json, threads,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetRequiredValue(paths), parsed.GetValue(output) ?? [], parsed.GetValue(json), parsed.GetValue(threads), cancellation)));
        return command;
    }

    /// <summary>More threads than any machine this runs on has cores for.</summary>
    private const int MostThreads = 256;

    private static int Run(string[] paths, string[] outputs, bool json, int threads, CancellationToken cancellation)
    {
        if (outputs.Select(DossierFiles.Problem).OfType<string>().FirstOrDefault() is { } unwritable)
            return Usage(unwritable);
        using var progress = new StageProgress(Console.Error, shown: !Console.IsErrorRedirected, TimeProvider.System);
        progress.Report("opening files");
        OpenedReports files = ReportFiles.Open(paths, Console.OpenStandardInput());
        progress.Report("reading reports");
        var readings = new ReadingResult[files.Inputs.Count];
        Parallel.For(0, readings.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            i => readings[i] = ReportReader.Read(files.Inputs[i]));
        FileProblem[] problems =
        [
            .. files.Problems.Concat(readings.Where(r => r.Problem is not null).Select(r => new FileProblem(r.Name, r.Problem!, IsUnread: r.Report is null)))
                .OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Why, StringComparer.Ordinal),
        ];
        progress.Clear();
        foreach (FileProblem problem in problems)
            Console.Error.WriteLine($"stemma: {problem}");
        Report[] reports = [.. readings.Select(r => r.Report).OfType<Report>()];
        if (reports.Length == 0)
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
        return problems.Length > 0 ? 1 : 0;
    }

    private static int Usage(string message)
    {
        Console.Error.WriteLine($"stemma: {message}");
        return 2;
    }
}
