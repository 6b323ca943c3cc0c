using System.CommandLine;
using System.Globalization;
using Stemma.Cli.Terminal;
using Stemma.Comparison.Fingerprints;
using Stemma.Library;
using Stemma.Library.Corpus;

namespace Stemma.Cli;

/// <summary><c>stemma dedupe</c>: the copies in a corpus.</summary>
internal static class DedupeCommand
{
    /// <summary>More threads than any machine this runs on has cores for.</summary>
    private const int MostThreads = 256;

    // In MB: less is too little for the tables alone; more than any machine this runs on has.
    private const int LeastMemory = 64;
    private const int MostMemory = 1 << 20;

    // Problems that are told one by one; a corpus in a wrong format would print a line for each of its own.
    private const int MostTold = 100;

    // Documents between two reports of progress.
    private const int ProgressStep = 1000;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var paths = new Argument<string[]>("corpus")
        {
            Description = "JSON lines (one {\"id\", \"text\"} a line, also .gz), texts, pages, feeds, WARC, mbox, .gz, .zip and .tar of these, and folders; - reads JSON lines from standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.Validators.Add(result =>
        {
            foreach (string token in result.Tokens.Select(t => t.Value).Where(t => t.Length > 1 && t[0] == '-' && !Path.Exists(t)))
                result.AddError($"{token}: no such option (stemma dedupe --help); a file of that name can be given as ./{token}");
        });
        var output = new Option<string?>("--output", "-o") { Description = "Where to write the clusters and pairs as JSON lines. The file appears when it is whole; a run that was ended can simply be repeated.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Print the clusters and pairs as JSON lines in place of the summary." };
        var id = new Option<string>("--id-field") { Description = "The member that holds the id.", HelpName = "NAME", DefaultValueFactory = _ => "id" };
        var text = new Option<string>("--text-field") { Description = "The member that holds the text.", HelpName = "NAME", DefaultValueFactory = _ => "text" };
        var title = new Option<string>("--title-field") { Description = "The member that holds a title for the summary.", HelpName = "NAME", DefaultValueFactory = _ => "title" };
        Option<int> memory = Number("--memory", "MB", "About how much memory to use; in a larger corpus fewer word runs are sampled, and words go to a temporary file.", LeastMemory, MostMemory, () => 1024);
        Option<int> threads = Number("--threads", "N", "How many threads to use; the findings are the same for any number.", 1, MostThreads, () => Environment.ProcessorCount);
        var command = new Command("dedupe", "Finds the copies in a corpus: clusters of documents that hold one text, and for each pair which words and why.\nExample: stemma dedupe corpus.jsonl.gz -o copies.jsonl")
        {
            paths, output, json, id, text, title, memory, threads,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetRequiredValue(paths), parsed.GetValue(output), parsed.GetValue(json),
            new CorpusFields(parsed.GetRequiredValue(id), parsed.GetRequiredValue(text), parsed.GetRequiredValue(title)),
            new CopyOptions { Memory = parsed.GetValue(memory) * (1L << 20), Threads = parsed.GetValue(threads), Cancellation = cancellation })));
        return command;
    }

    private static Option<int> Number(string name, string unit, string description, int least, int most, Func<int> standard)
    {
        var option = new Option<int>(name) { Description = description, HelpName = unit, DefaultValueFactory = _ => standard() };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && !(int.TryParse(value, CultureInfo.InvariantCulture, out int n) && n >= least && n <= most))
                result.AddError($"{name} {value}: give a whole number from {least} to {most}");
        });
        return option;
    }

    private static int Run(string[] paths, string? output, bool json, CorpusFields fields, CopyOptions options)
    {
        if (output is not null && Directory.Exists(output))
            return Usage($"{output}: this is a folder; give a file to write, such as copies.jsonl");
        if (output is not null && Path.GetDirectoryName(Path.GetFullPath(output)) is { } folder && !Directory.Exists(folder))
            return Usage($"{output}: there is no folder {folder}; make it first");
        using var progress = new StageProgress(Console.Error, shown: !Console.IsErrorRedirected, TimeProvider.System);
        using var spill = new SpillFile(output is null ? Path.GetTempPath() : Path.GetDirectoryName(Path.GetFullPath(output)) ?? "/");
        options = options with { Spill = spill.Open };
        var titles = new List<string?>();
        var index = new CorpusIndex(options with { Progress = new Steps(n => progress.Report($"comparing: {Count(n)} of {Count(titles.Count)} documents")) });
        int problems = 0;
        var reader = new CorpusReader(fields, Take, Tell);
        CorpusCopies copies;
        try
        {
            reader.Read(paths, Console.OpenStandardInput(), options.Cancellation);
            if (index.Count == 0)
            {
                progress.Clear();
                return Usage("no document could be read; give JSON lines, text or HTML files (stemma dedupe --help)");
            }
            copies = index.Find();
        }
        catch (OperationCanceledException)
        {
            return Usage("ended before it was done; nothing was written");
        }
        progress.Clear();
        if (problems > MostTold)
            Console.Error.WriteLine($"stemma: {Count(problems - MostTold)} more problems like these");
        progress.Report("writing");
        try
        {
            if (output is not null)
                CopyLines.WriteFile(copies, output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Usage($"{output}: cannot be written ({e.Message})");
        }
        progress.Clear();
        if (json)
        {
            using Stream stdout = Console.OpenStandardOutput();
            CopyLines.Write(copies, stdout);
        }
        else
        {
            CopySummary.Write(copies, titles, Console.Out, hints: output is null);
        }
        return problems > 0 ? 1 : 0;

        void Take(string id, string? title, ReadOnlySpan<byte> text)
        {
            index.Add(id, text);
            titles.Add(title);
            if (titles.Count % ProgressStep == 0)
                progress.Report($"reading: {Count(titles.Count)} documents");
        }

        void Tell(FileProblem problem)
        {
            progress.Clear();
            if (problems++ < MostTold)
                Console.Error.WriteLine($"stemma: {problem}");
        }
    }

    private static string Count(int n) => n.ToString("N0", CultureInfo.InvariantCulture);

    private static int Usage(string message)
    {
        Console.Error.WriteLine($"stemma: {message}");
        return 2;
    }

    private sealed class Steps(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
