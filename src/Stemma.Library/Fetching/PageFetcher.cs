namespace Stemma.Library.Fetching;

/// <summary>Gets one page: asks the site's robots.txt, follows redirects by rule.</summary>
internal sealed class PageFetcher(RequestMaker requests, RobotsFiles robots, FetchLimits limits, bool allowDowngrade)
{
    /// <summary>Gets the page that an address leads to.</summary>
    /// <param name="address">The address; it was read by <see cref="WebAddress"/>.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The page, or why there is none.</returns>
    public async Task<(FetchedPage? Page, string? Problem)> FetchAsync(Uri address, CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Uri at = address;
        while (true)
        {
            if (!seen.Add(at.AbsoluteUri))
                return (null, $"the site redirects in a circle by {WebAddress.Shown(at)}; it may want cookies, so open it in a browser, save the page and give the file");
            RobotsAnswer rules = await robots.ForAsync(at, cancellation);
            if (rules.Rules is null)
                return (null, At(at, address, rules.Problem!));
            if (!rules.Rules.Allows(at.PathAndQuery))
                return (null, At(at, address, "the site's robots.txt asks programs not to read this page; open it in a browser, save the page and give the file"));
            (WebAnswer? answer, WebFailure? failure) = await requests.GetPageAsync(at, Pause(rules.Rules, isHop: seen.Count > 1), cancellation);
            if (answer is null)
                return (null, At(at, address, failure!.Why));
            if (answer.Status == 200)
                return (new FetchedPage(at, answer.Body, ContentTypes.Charset(answer.ContentType)) { IsFrontPageInstead = at.PathAndQuery == "/" && address.PathAndQuery != "/" }, null);
            if (!answer.IsRedirect || answer.Location is null)
                return (null, At(at, address, WebFailures.Status(answer)));
            (Uri? next, string? problem) = WebAddress.Resolve(at, answer.Location);
            if (next is null)
                return (null, problem);
            if (at.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp && !allowDowngrade)
                return (null, $"the site redirects from https to http ({WebAddress.Shown(next)}), where anybody on the way can change the page; if that is meant, give --allow-downgrade");
            if (seen.Count > limits.Redirects)
                return (null, $"the site redirects more than {limits.Redirects} times; open it in a browser, save the page and give the file");
            at = next;
        }
    }

    // A redirect within a site is part of one reading, as in a browser; what the site itself asks for holds for it too.
    private TimeSpan Pause(RobotsRules rules, bool isHop)
    {
        TimeSpan asked = rules.CrawlDelay ?? (isHop ? TimeSpan.Zero : limits.Pause);
        return asked < limits.LongestPause ? asked : limits.LongestPause;
    }

    private static string At(Uri at, Uri given, string why) => at == given ? why : $"it redirects to {WebAddress.Shown(at)}: {why}";
}

/// <summary>A page that was fetched.</summary>
/// <param name="Address">The address behind all redirects.</param>
/// <param name="Body">The page, unpacked.</param>
/// <param name="Charset">The charset that the header names.</param>
internal sealed record FetchedPage(Uri Address, ReadOnlyMemory<byte> Body, string? Charset)
{
    /// <summary>True where another address was given and led to the site's front page.</summary>
    public bool IsFrontPageInstead { get; init; }
}
