using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using Stemma.Cli.Terminal;
using Stemma.Library;
using Stemma.Library.Corpus;

namespace Stemma.Cli;

/// <summary><c>stemma extract</c>: the articles of a corpus, a JSON line each.</summary>
internal static class ExtractCommand
{
    // Problems that are told one by one on the terminal; all stand in the output.
    private const int MostTold = 20;

    // Reports between two reports of progress.
    private const int ProgressStep = 100;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string[]> paths = ReportInputs.Paths("extract",
            "Files and folders of any size: pages, texts, feeds, WARC, JSON lines, mbox, and .gz, .zip and .tar of these, told by their content; - reads standard input.");
        var output = new Option<string?>("--output", "-o") { Description = "Where to write the lines; packed where the name ends in .gz. The file appears when it is whole. Without it they are printed.", HelpName = "FILE" };
        Option<int> threads = ReportInputs.Threads();
        var command = new Command(
            "extract",
            "Writes the articles of a corpus, one JSON line each: id, file, url, outlet, title, authors, published, language, text (a paragraph a line); problem where one could not be read.\n"
            + "Any size, in bounded memory, in ordinal order of the paths. Side files (reports.csv) are not used.\nExample: stemma extract crawl.warc.gz -o articles.jsonl.gz")
        {
            paths, output, threads,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed.GetRequiredValue(paths), parsed.GetValue(output), parsed.GetValue(threads), cancellation)));
        return command;
    }

    private static int Run(string[] paths, string? output, int threads, CancellationToken cancellation)
    {
        if (output is not null && Directory.Exists(output))
            return Usage($"{output}: this is a folder; give a file to write, such as articles.jsonl");
        if (output is not null && Path.GetDirectoryName(Path.GetFullPath(output)) is { } folder && !Directory.Exists(folder))
            return Usage($"{output}: there is no folder {folder}; make it first");
        using var progress = new StageProgress(Console.Error, shown: !Console.IsErrorRedirected && (output is not null || Console.IsOutputRedirected), TimeProvider.System);
        long lines = 0;
        Extraction extraction = null!;
        extraction = new Extraction
        {
            Threads = threads,
            Problem = problem =>
            {
                progress.Clear();
                if (extraction.Problems <= MostTold)
                    Console.Error.WriteLine($"stemma: {problem}");
            },
            Written = () =>
            {
                if (++lines % ProgressStep == 0)
                    progress.Report($"reading: {Count(lines)} reports");
            },
        };
        try
        {
            if (output is null)
            {
                using Stream stdout = Console.OpenStandardOutput();
                using var buffered = new BufferedStream(stdout, 1 << 16);
                extraction.Run(paths, Console.OpenStandardInput(), buffered, cancellation);
            }
            else
            {
                WriteFile(extraction, paths, output, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            progress.Clear();
            return Usage(output is null ? "ended before it was done" : $"ended before it was done; what there was is in {output}.part");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            progress.Clear();
            return Usage($"{output ?? "standard output"}: cannot be written ({e.Message})");
        }
        progress.Clear();
        if (extraction.Problems > MostTold)
            Console.Error.WriteLine($"stemma: {Count(extraction.Problems - MostTold)} more problems like these; the output tells each in its line");
        if (extraction.Read + extraction.Failed == 0)
            return Usage("no report was found; give pages, texts, feeds or archives of these (stemma extract --help)");
        if (output is not null)
            Console.WriteLine(Summary(extraction));
        return extraction.Problems > 0 ? 1 : 0;
    }

    // The file is there only once it is whole.
    private static void WriteFile(Extraction extraction, string[] paths, string output, CancellationToken cancellation)
    {
        string part = output + ".part";
        using (FileStream file = new(part, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16))
        {
            using Stream packed = output.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new BufferedStream(new GZipStream(file, CompressionLevel.Fastest), 1 << 16) : file;
            extraction.Run(paths, Console.OpenStandardInput(), packed, cancellation);
        }
        if (extraction.Read + extraction.Failed > 0)
            File.Move(part, output, overwrite: true);
        else
            File.Delete(part);
    }

    private static string Summary(Extraction extraction)
    {
        var parts = new List<string> { $"{Count(extraction.Read)} {(extraction.Read == 1 ? "report" : "reports")}" };
        if (extraction.Failed > 0)
            parts.Add($"{Count(extraction.Failed)} unread");
        if (extraction.Tally.WarcRecords > 0)
            parts.Add($"{Count(extraction.Tally.WarcRecords)} WARC records, {Count(extraction.Tally.Revisits)} of them unchanged since an earlier crawl");
        if (extraction.Tally.PassedOver > 0)
            parts.Add($"{Count(extraction.Tally.PassedOver)} passed over that hold no page");
        return string.Join("; ", parts);
    }

    private static string Count(long n) => n.ToString("N0", CultureInfo.InvariantCulture);

    private static int Usage(string message)
    {
        Console.Error.WriteLine($"stemma: {message}");
        return 2;
    }
}
