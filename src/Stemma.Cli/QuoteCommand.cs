using System.CommandLine;
using Stemma.Cli.Terminal;
using Stemma.Comparison.Wordings.Search;
using Stemma.Library;
using Stemma.Library.Fetching;
using Stemma.Presentation;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Cli;

/// <summary><c>stemma quote</c>: who said some words, where, and in which wordings.</summary>
internal static class QuoteCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var words = new Argument<string>("words") { Description = "The words to look for, as one argument; marks around them do not matter." };
        words.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var given }] && new QuoteQuery(given).IsEmpty)
                result.AddError("no words to look for; give them in quotation marks: stemma quote \"we will reopen\" reports/");
        });
        Argument<string[]> paths = ReportInputs.Paths("quote", "Folders, files (texts, pages, feeds, news exchange documents, mails, WARC, and archives of these) and web addresses (https://…) with reports; - reads standard input.");
        var output = new Option<string?>("--output", "-o") { Description = "A .json file to write the answer to, with every place and reason.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Print the answer as JSON." };
        Option<int> threads = ReportInputs.Threads();
        var command = new Command(
            "quote",
            "Finds quotations with the given words, or with words like them: who said it, in which reports, in which wordings, and what changed between these.\n"
            + "Example: stemma quote \"one lane could reopen\" reports/ -o answer.json")
        {
            words, paths, output, json, threads,
        };
        FetchSettings fetching = FetchSettings.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetRequiredValue(words), parsed.GetRequiredValue(paths), fetching.Of(parsed), parsed.GetValue(output), parsed.GetValue(json), parsed.GetValue(threads), cancellation)));
        return command;
    }

    private static int Run(string words, string[] paths, FetchOptions fetching, string? output, bool json, int threads, CancellationToken cancellation)
    {
        if (output is not null && !output.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            return Usage($"{output}: name a file that ends in .json");
        using var progress = new StageProgress(Console.Error, shown: !Console.IsErrorRedirected, TimeProvider.System);
        (IReadOnlyList<Report> reports, IReadOnlyList<FileProblem> problems) = ReportInputs.Read(paths, fetching, threads, progress, cancellation);
        progress.Clear();
        foreach (FileProblem problem in problems)
            Console.Error.WriteLine($"stemma: {problem}");
        if (reports.Count == 0)
            return Usage("no report could be read; give a folder or files with at least one news report (stemma quote --help)");
        progress.Report("looking for the words");
        FoundQuotes found = QuoteSearch.Find(words, reports, threads, cancellation);
        progress.Clear();
        QuoteAnswer answer = QuoteAnswer.Of(words, reports.Count, found, [.. problems.Where(p => p.IsUnread).Select(p => new UnreadInput(p.Name, p.Why))]);
        if (output is not null && !TryWrite(answer, output))
            return 2;
        if (json)
        {
            using Stream stdout = Console.OpenStandardOutput();
            answer.Write(stdout);
        }
        else
        {
            QuoteSummary.Write(answer, reports, SummaryConsole.ForStandardOutput());
        }
        return problems.Count > 0 ? 1 : 0;
    }

    // A file is replaced only when the new one is whole.
    private static bool TryWrite(QuoteAnswer answer, string path)
    {
        try
        {
            string unfinished = path + ".unfinished";
            using (FileStream stream = File.Create(unfinished))
                answer.Write(stream);
            File.Move(unfinished, path, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Usage($"{path}: cannot be written ({e.Message})");
            return false;
        }
    }

    private static int Usage(string message)
    {
        Console.Error.WriteLine($"stemma: {message}");
        return 2;
    }
}
