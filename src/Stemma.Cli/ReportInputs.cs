using System.CommandLine;
using Stemma.Library;
using Stemma.Library.Fetching;
using Stemma.Library.Store;
using Stemma.Reading;
using Stemma.Reports;

namespace Stemma.Cli;

/// <summary>The reports that a verb was given: its arguments, and how they are opened and read.</summary>
/// <param name="Reports">Those that could be read.</param>
/// <param name="Problems">What went wrong, by name.</param>
internal sealed record ReportInputs(IReadOnlyList<Report> Reports, IReadOnlyList<FileProblem> Problems)
{
    /// <summary>More threads than any machine this runs on has cores for.</summary>
    private const int MostThreads = 256;

    /// <summary>The paths of a verb.</summary>
    /// <param name="verb">The verb's name, for what a wrong option is told.</param>
    /// <param name="description">What may be given.</param>
    public static Argument<string[]> Paths(string verb, string description)
    {
        var paths = new Argument<string[]>("path") { Description = description, Arity = ArgumentArity.OneOrMore };
        paths.Validators.Add(result =>
        {
            foreach (string token in result.Tokens.Select(t => t.Value).Where(t => t.Length > 1 && t[0] == '-' && !Path.Exists(t)))
                result.AddError($"{token}: no such option (stemma {verb} --help); a file of that name can be given as ./{token}");
        });
        return paths;
    }

    /// <summary>The number of threads.</summary>
    public static Option<int> Threads()
    {
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
        return threads;
    }

    /// <summary>Opens, fetches and reads them; a bad one is a problem and never stops the rest.</summary>
    public static ReportInputs Read(string[] paths, FetchOptions fetching, int threads, IProgress<string> progress, CancellationToken cancellation)
    {
        OpenedReports files = Open(paths, fetching, progress, cancellation);
        progress.Report("reading reports");
        var readings = new ReadingResult[files.Inputs.Count];
        Parallel.For(0, readings.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            i => readings[i] = ReportReader.Read(files.Inputs[i]));
        FileProblem[] problems =
        [
            .. files.Problems.Concat(readings.Where(r => r.Problem is not null).Select(r => new FileProblem(r.Name, r.Problem!, IsUnread: r.Report is null)))
                .OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Why, StringComparer.Ordinal),
        ];
        return new ReportInputs(OutletMemory.Apply([.. readings.Select(r => r.Report).OfType<Report>()]), problems);
    }

    /// <summary>The reports one after the other for a library, fetched ones first; nothing is read twice.</summary>
    public static IEnumerable<ReportSource> Sources(string[] paths, FetchOptions fetching, IProgress<string> progress, CancellationToken cancellation)
    {
        (string[] onDisk, OpenedReports pages) = Fetch(paths, fetching, progress, cancellation);
        return ReportSources.Of(pages).Concat(ReportSources.Read(onDisk, Console.OpenStandardInput()));
    }

    // Addresses and paths give the same thing, in order of their names; without an address the network is not touched.
    private static OpenedReports Open(string[] paths, FetchOptions fetching, IProgress<string> progress, CancellationToken cancellation)
    {
        (string[] onDisk, OpenedReports pages) = Fetch(paths, fetching, progress, cancellation);
        progress.Report("opening files");
        OpenedReports files = ReportFiles.Open(onDisk, Console.OpenStandardInput());
        return new OpenedReports([.. files.Inputs.Concat(pages.Inputs).OrderBy(i => i.Name, StringComparer.Ordinal)], [.. files.Problems, .. pages.Problems]);
    }

    // The paths that are no addresses, and what the addresses gave.
    private static (string[] OnDisk, OpenedReports Pages) Fetch(string[] paths, FetchOptions fetching, IProgress<string> progress, CancellationToken cancellation)
    {
        ILookup<bool, string> given = paths.ToLookup(ReportFetcher.IsAddress);
        ILookup<bool, string> onDisk = given[false].ToLookup(path => Path.Exists(path) || !ReportFetcher.LacksScheme(path));
        OpenedReports pages = new([], []);
        if (given[true].Any())
        {
            using var fetcher = new ReportFetcher(fetching);
            pages = fetcher.FetchAsync([.. given[true]], progress, cancellation).GetAwaiter().GetResult();
        }
        IEnumerable<FileProblem> mistyped = onDisk[false].Distinct(StringComparer.Ordinal)
            .Select(p => new FileProblem(p, $"no such file or folder; check the path, or write https://{p} where a web address is meant", IsUnread: true));
        return ([.. onDisk[true]], pages with { Problems = [.. pages.Problems, .. mistyped] });
    }
}
