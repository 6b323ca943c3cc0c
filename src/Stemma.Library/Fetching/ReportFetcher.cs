using System.Collections.Concurrent;
using Stemma.Reading;
using Stemma.Reading.Archives;
using Stemma.Reading.Documents;

namespace Stemma.Library.Fetching;

/// <summary>Gets reports from web addresses: politely (robots.txt, one request at a time to a site, pauses) and safely (public addresses alone, capped in size and time).</summary>
/// <remarks>A bad address is a problem in the result and never stops the rest. One fetcher serves one run; it may be used from any thread, but by one call at a time.</remarks>
public sealed class ReportFetcher : IDisposable
{
    private readonly FetchLimits _limits;
    private readonly FetchCache? _cache;
    private readonly WebClient _client;
    private readonly RequestMaker _requests;
    private readonly PageFetcher _pages;

    /// <summary>Makes a fetcher on the machine's own network.</summary>
    public ReportFetcher(FetchOptions options)
        : this(options, new FetchLimits(), Network.Real, TimeProvider.System)
    {
    }

    /// <summary>Makes a fetcher with other limits, another network and another clock for pauses.</summary>
    internal ReportFetcher(FetchOptions options, FetchLimits limits, Network network, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _limits = limits;
        _cache = options.CacheFolder is { } folder ? new FetchCache(folder, time) : null;
        _client = new WebClient(options, limits, network, time);
        _requests = new RequestMaker(_client, _cache, limits, time);
        _pages = new PageFetcher(_requests, new RobotsFiles(_requests, limits, options.AllowDowngrade), limits, options.AllowDowngrade);
    }

    /// <summary>True where an argument is written as an address ("https://…") and so is no path.</summary>
    public static bool IsAddress(string argument) => WebAddress.IsAddress(argument);

    /// <summary>True where an argument that is no path may be an address without its "https://" ("www.example.org/page").</summary>
    public static bool LacksScheme(string argument) => WebAddress.LacksScheme(argument);

    /// <summary>Gets the pages; their names are the addresses as they were given.</summary>
    /// <param name="addresses">The addresses, in any order; one that is given twice is read once.</param>
    /// <param name="progress">Told how far it is, null where nobody wants to know.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The pages and what is wrong with the rest, both in ordinal order of their names.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<OpenedReports> FetchAsync(IReadOnlyList<string> addresses, IProgress<string>? progress, CancellationToken cancellation)
    {
        var problems = new ConcurrentBag<FileProblem>();
        var wanted = new List<(string Name, Uri Address)>();
        var known = new HashSet<Uri>();
        foreach (string name in addresses.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            (Uri? address, string? problem) = WebAddress.Read(name);
            if (address is null)
                problems.Add(new FileProblem(name, problem!, IsUnread: true));
            else if (known.Add(address))
                wanted.Add((name, address));
        }
        foreach ((string name, _) in wanted.Skip(_limits.Addresses))
            problems.Add(new FileProblem(name, $"more than {_limits.Addresses} addresses are not fetched in one run; give it in another", IsUnread: true));
        var pages = new ConcurrentBag<(string Name, FetchedPage Page)>();
        long held = 0;
        int done = 0, all = Math.Min(wanted.Count, _limits.Addresses);
        progress?.Report($"fetching {all} {(all == 1 ? "page" : "pages")}");
        await Parallel.ForEachAsync(
            wanted.Take(_limits.Addresses).GroupBy(w => w.Address.IdnHost, StringComparer.Ordinal),
            new ParallelOptions { MaxDegreeOfParallelism = _limits.Sites, CancellationToken = cancellation },
            async (site, token) =>
            {
                foreach ((string name, Uri address) in site)
                {
                    (FetchedPage? page, string? problem) = await _pages.FetchAsync(address, token);
                    if (page is not null && Interlocked.Add(ref held, page.Body.Length) > _limits.LongestRun)
                        problems.Add(new FileProblem(name, $"the pages of one run are longer together than {_limits.LongestRun / (1024 * 1024)} MB; give it in another", IsUnread: true));
                    else if (page is not null)
                        pages.Add((name, page));
                    else
                        problems.Add(new FileProblem(name, problem!, IsUnread: true));
                    progress?.Report($"fetching pages: {Interlocked.Increment(ref done)} of {all}");
                }
            });
        if (_cache?.Problem is { } unkept)
            problems.Add(unkept);
        List<ReportInput> inputs = Inputs(pages, problems);
        return new OpenedReports(inputs, [.. problems.OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Why, StringComparer.Ordinal)]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _requests.Dispose();
        _client.Dispose();
    }

    // A page is one report; a feed, a mail box or lines of JSON hold several.
    private static List<ReportInput> Reports(ReportInput page, ConcurrentBag<FileProblem> problems)
    {
        IEnumerable<UnpackedReport> unpacked = ReportDocuments.Read(page)
            ?? Unpacker.Read(page.Name, new MemoryStream(page.Bytes.ToArray(), writable: false), UnpackLimits.Standard).Select(r => r.Name == page.Name && r.Input is not null ? r with { Input = page } : r);
        var inputs = new List<ReportInput>();
        foreach (UnpackedReport report in unpacked)
        {
            if (report.Problem is { } problem)
                problems.Add(new FileProblem(report.Name, problem, IsUnread: report.Input is null));
            if (report.Input is not null)
                inputs.Add(report.Input);
        }
        return inputs;
    }

    private static List<ReportInput> Inputs(IEnumerable<(string Name, FetchedPage Page)> pages, ConcurrentBag<FileProblem> problems)
    {
        var inputs = new List<ReportInput>();
        var first = new Dictionary<Uri, string>();
        foreach ((string name, FetchedPage page) in pages.OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            if (page.Body.IsEmpty)
                problems.Add(new FileProblem(name, "the page is empty; open it in a browser, save it and give the file", IsUnread: true));
            else if (!first.TryAdd(page.Address, name))
                problems.Add(new FileProblem(name, $"leads to the same page as {first[page.Address]}, so it was read once", IsUnread: false));
            else
                inputs.AddRange(Reports(new ReportInput(name, page.Body) { Url = page.Address.AbsoluteUri, Charset = page.Charset }, problems));
            if (page.IsFrontPageInstead && !page.Body.IsEmpty)
                problems.Add(new FileProblem(name, $"leads to the site's front page ({WebAddress.Shown(page.Address)}), so the report may have gone; check what was read", IsUnread: false));
        }
        return inputs;
    }
}
