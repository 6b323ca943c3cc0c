using System.Collections.Frozen;

namespace Stemma.Reading.Documents.Markup;

/// <summary>The vocabularies of XML that documents mix, by address, and by the prefix that they usually have where none is declared.</summary>
internal static class Vocabularies
{
    /// <summary>The document's own vocabulary, whichever it is: RSS, sitemaps, NewsML-G2, NITF.</summary>
    public const string Own = "";

    private static readonly FrozenDictionary<string, string> s_byAddress = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["purl.org/rss/1.0/modules/content"] = "content",
        ["purl.org/dc/elements/1.1"] = "dc",
        ["purl.org/dc/elements/1.0"] = "dc",
        ["purl.org/dc/terms"] = "dcterms",
        ["search.yahoo.com/mrss"] = "media",
        ["www.w3.org/2005/atom"] = "atom",
        ["purl.org/atom/ns#"] = "atom",
        ["www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["www.google.com/schemas/sitemap-news/0.9"] = "news",
        ["www.google.com/schemas/sitemap-image/1.1"] = "image",
        ["www.google.com/schemas/sitemap-video/1.1"] = "video",
        ["rssnamespace.org/feedburner/ext/1.0"] = "feedburner",
        ["www.w3.org/1999/xhtml"] = "xhtml",
        ["www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> s_prefixes = s_byAddress.Values.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The vocabulary of an address; the prefix where it is a usual one, else the document's own.</summary>
    public static string Of(string prefix, string address)
    {
        ReadOnlySpan<char> bare = address.AsSpan(address.IndexOf("://", StringComparison.Ordinal) is > 0 and var at ? at + 3 : 0).TrimEnd('/');
        return s_byAddress.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(bare, out string? known) ? known : Undeclared(prefix);
    }

    /// <summary>The vocabulary of a prefix that is not declared.</summary>
    public static string Undeclared(string prefix) => s_prefixes.TryGetValue(prefix, out string? known) ? known : Own;
}
