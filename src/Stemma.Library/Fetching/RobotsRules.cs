using System.Globalization;

namespace Stemma.Library.Fetching;

/// <summary>What a site's robots.txt lets one program read (RFC 9309).</summary>
/// <remarks>
/// A pure function of the text. It never throws on what the text holds, takes time that grows with its length, and where an
/// address is asked for, at most the length of the text times that of the address.
/// </remarks>
public sealed class RobotsRules
{
    /// <summary>In characters: RFC 9309 section 2.5 asks for at least 500 KiB to be read.</summary>
    private const int LongestText = 500 * 1024;

    private readonly List<RobotsPattern> _patterns;

    private RobotsRules(List<RobotsPattern> patterns, TimeSpan? crawlDelay)
    {
        _patterns = patterns;
        CrawlDelay = crawlDelay;
    }

    /// <summary>A site without a robots.txt: all is allowed.</summary>
    public static RobotsRules AllowAll { get; } = new([], null);

    /// <summary>The pause between two requests that the site asks for; no part of the RFC, but widely written. Null where it asks for none.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <summary>Reads a robots.txt.</summary>
    /// <param name="text">The text; what lies beyond 500 KiB is passed over.</param>
    /// <param name="product">The product token of the program that asks ("Stemma"); compared without case.</param>
    public static RobotsRules Parse(string text, string product)
    {
        ArgumentException.ThrowIfNullOrEmpty(product);
        ReadOnlySpan<char> rest = text;
        if (rest.Length > LongestText)
        {
            // A line that is cut in two could forbid more than it says: "/a" of "/a/b".
            int end = rest[..LongestText].LastIndexOfAny('\r', '\n');
            rest = rest[..Math.Max(end, 0)];
        }
        rest = rest.TrimStart('\uFEFF');
        var own = new Collected();
        var all = new Collected();
        bool isOwn = false, isAll = false, afterRule = false;
        while (rest.Length > 0)
        {
            int end = rest.IndexOfAny('\r', '\n');
            ReadOnlySpan<char> line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (!TrySplit(line, out ReadOnlySpan<char> key, out ReadOnlySpan<char> value))
                continue;
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                // Lines with names one after the other begin one group; the first rule ends them.
                if (afterRule)
                    isOwn = isAll = false;
                afterRule = false;
                isAll |= value is "*" || (value.Length > 1 && value[0] == '*' && char.IsWhiteSpace(value[1]));
                bool named = Token(value).Equals(product, StringComparison.OrdinalIgnoreCase);
                isOwn |= named;
                own.IsNamed |= named;
            }
            else if (Kind(key) is { } isAllow)
            {
                afterRule = true;
                if ((isOwn || isAll) && RobotsPattern.Of(value, isAllow) is { } pattern)
                {
                    if (isOwn)
                        own.Patterns.Add(pattern);
                    if (isAll)
                        all.Patterns.Add(pattern);
                }
            }
            else if (key.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase) && Seconds(value) is { } delay)
            {
                // No rule of the RFC, so it does not end a group's names.
                if (isOwn)
                    own.Delay = delay;
                if (isAll)
                    all.Delay = delay;
            }
        }
        Collected chosen = own.IsNamed ? own : all;
        return new RobotsRules(chosen.Patterns, chosen.Delay);
    }

    /// <summary>True where the program may read the page: the longest rule that fits decides, and of two as long the one that allows.</summary>
    /// <param name="pathAndQuery">The address from the first slash behind the host on, escaped or not.</param>
    public bool Allows(string pathAndQuery)
    {
        if (_patterns.Count == 0 || pathAndQuery == "/robots.txt")
            return true;
        IReadOnlyList<string> spellings = RobotsPath.Spellings(pathAndQuery);
        int longest = -1;
        bool allowed = true;
        foreach (RobotsPattern pattern in _patterns)
        {
            if (pattern.Length < longest || (pattern.Length == longest && (allowed || !pattern.IsAllow)))
                continue;
            foreach (string spelling in spellings)
            {
                if (!pattern.Fits(spelling))
                    continue;
                (longest, allowed) = (pattern.Length, pattern.IsAllow);
                break;
            }
        }
        return allowed;
    }

    // "key : value # comment"
    private static bool TrySplit(ReadOnlySpan<char> line, out ReadOnlySpan<char> key, out ReadOnlySpan<char> value)
    {
        int comment = line.IndexOf('#');
        if (comment >= 0)
            line = line[..comment];
        int colon = line.IndexOf(':');
        key = colon < 0 ? [] : line[..colon].Trim();
        value = colon < 0 ? [] : line[(colon + 1)..].Trim();
        return key.Length > 0;
    }

    // RFC 9309 section 2.2.1: letters, "_" and "-"; what follows ("/1.0") is no part of the product's name.
    private static ReadOnlySpan<char> Token(ReadOnlySpan<char> value)
    {
        int end = 0;
        while (end < value.Length && (char.IsAsciiLetter(value[end]) || value[end] is '-' or '_'))
            end++;
        return value[..end];
    }

    private static bool? Kind(ReadOnlySpan<char> key) =>
        key.Equals("allow", StringComparison.OrdinalIgnoreCase) ? true : key.Equals("disallow", StringComparison.OrdinalIgnoreCase) ? false : null;

    private static TimeSpan? Seconds(ReadOnlySpan<char> value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds >= 0
            ? TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.SecondsPerDay))
            : null;

    private sealed class Collected
    {
        public List<RobotsPattern> Patterns { get; } = [];

        public bool IsNamed { get; set; }

        public TimeSpan? Delay { get; set; }
    }
}
