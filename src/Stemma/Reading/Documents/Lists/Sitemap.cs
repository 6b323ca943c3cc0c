namespace Stemma.Reading.Documents.Lists;

/// <summary>A sitemap or an index of sitemaps (sitemaps.org protocol 0.9): addresses, no texts. Immutable.</summary>
/// <param name="IsIndex">True where the entries are sitemaps and not pages.</param>
/// <param name="Entries">The entries in order.</param>
/// <param name="Problems">What is wrong with it, in words.</param>
public sealed record Sitemap(bool IsIndex, IReadOnlyList<SitemapEntry> Entries, IReadOnlyList<string> Problems);

/// <summary>One address of a sitemap.</summary>
/// <param name="Url">The address of the page or of the sitemap.</param>
public sealed record SitemapEntry(string Url)
{
    /// <summary>When it was changed last.</summary>
    public DocumentDate? Modified { get; init; }

    /// <summary>When the report was published, as the news extension says.</summary>
    public DocumentDate? Published { get; init; }

    /// <summary>The headline, as the news extension says.</summary>
    public string? Title { get; init; }

    /// <summary>The outlet, as the news extension says.</summary>
    public string? Outlet { get; init; }

    /// <summary>The tag of its language, as the news extension says.</summary>
    public string? Language { get; init; }
}
