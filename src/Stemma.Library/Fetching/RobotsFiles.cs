using System.Collections.Concurrent;
using System.Text;

namespace Stemma.Library.Fetching;

/// <summary>Gets the robots.txt of each site once in a run.</summary>
internal sealed class RobotsFiles(RequestMaker requests, FetchLimits limits, bool allowDowngrade)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<RobotsAnswer>>> _known = new(StringComparer.Ordinal);

    /// <summary>The rules of the site that the address belongs to.</summary>
    public Task<RobotsAnswer> ForAsync(Uri address, CancellationToken cancellation) =>
        _known.GetOrAdd(address.GetLeftPart(UriPartial.Authority), site => new Lazy<Task<RobotsAnswer>>(() => GetAsync(new Uri(site + "/robots.txt"), cancellation))).Value;

    private async Task<RobotsAnswer> GetAsync(Uri at, CancellationToken cancellation)
    {
        Uri first = at;
        for (int hop = 0; ; hop++)
        {
            (WebAnswer? answer, WebFailure? failure) = await requests.GetRobotsAsync(at, cancellation);
            if (answer is null)
                return new RobotsAnswer(null, at == first ? failure!.Why : $"the site's robots.txt leads to {WebAddress.Shown(at)}, and it could not be read: {failure!.Why}");
            if (answer.Status == 200)
                return new RobotsAnswer(RobotsRules.Parse(Encoding.UTF8.GetString(answer.Body.Span), WebClient.Product), null);
            // RFC 9309 section 2.3.1.3: no robots.txt, so nothing is forbidden. 429 is no statement about the file.
            if (answer.Status is >= 400 and < 500 and not 429)
                return new RobotsAnswer(RobotsRules.AllowAll, null);
            if (!answer.IsRedirect || answer.Location is null)
            {
                // RFC 9309 section 2.3.1.4: all is forbidden while it cannot be known.
                return new RobotsAnswer(null, $"the site's robots.txt, which says what programs may read, cannot be had: {WebFailures.Status(answer)}");
            }
            (Uri? next, string? problem) = WebAddress.Resolve(at, answer.Location);
            if (next is null)
                return new RobotsAnswer(null, $"the site's robots.txt cannot be had: {problem}");
            if (at.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp && !allowDowngrade)
                return new RobotsAnswer(null, $"the site's robots.txt leads from https to http ({WebAddress.Shown(next)}); if that is meant, give --allow-downgrade");
            // RFC 9309 section 2.3.1.2: behind more redirects there is no robots.txt.
            if (hop == limits.RobotsRedirects)
                return new RobotsAnswer(RobotsRules.AllowAll, null);
            at = next;
        }
    }
}

/// <summary>What is known of a site's robots.txt.</summary>
/// <param name="Rules">The rules, null where they could not be had.</param>
/// <param name="Problem">Why not, and so why nothing of the site is read.</param>
internal sealed record RobotsAnswer(RobotsRules? Rules, string? Problem);
