using System.Globalization;
using System.Text;
using Stemma.Reading.Documents.Exchange;
using Stemma.Reading.Documents.Feeds;
using Stemma.Reading.Documents.Lists;
using Stemma.Reading.Documents.Mail;
using Stemma.Reading.Documents.Markup;

namespace Stemma.Reading.Documents;

/// <summary>
/// Reads documents that carry several reports, or carry one in a standard other than HTML: feeds (RSS, Atom, JSON Feed), exchange
/// documents (NewsML-G2, NITF, ninjs), mails; and documents that name reports: sitemaps, lists of feeds (OPML).
/// </summary>
/// <remarks>Told by their content. Pure; linear in the length of the input; never throws on what the bytes hold.</remarks>
public static class ReportDocuments
{
    /// <summary>In addresses that a message lists.</summary>
    private const int MostListed = 5;

    /// <summary>The reports of a document, each with what the document knows of it, and what is wrong.</summary>
    /// <param name="input">The bytes and what is known of them; an input that is an article is no document.</param>
    /// <returns>At least one report or problem; null where the bytes are no such document, so that the input itself is one report.</returns>
    public static IReadOnlyList<UnpackedReport>? Read(ReportInput input)
    {
        SniffedDocument document = input.IsArticle ? default : DocumentKinds.Of(input);
        switch (document.Kind)
        {
            case DocumentKind.None:
                return null;
            case DocumentKind.Rss or DocumentKind.Atom or DocumentKind.JsonFeed:
                return FeedReports.Of(input, Feed(document, input.Url));
            case DocumentKind.Sitemap:
                return [new UnpackedReport(input.Name, null, Told(Sitemap(document)))];
            case DocumentKind.Opml:
                return [new UnpackedReport(input.Name, null, Told(List(document)))];
            case DocumentKind.Ninjs:
                return NinjsReader.Read(input, document);
            case DocumentKind.Mail:
                return MailReader.Read(input);
            default:
                return ExchangeReader.Read(input, document);
        }
    }

    /// <summary>The feed (RSS, Atom, JSON Feed) as it is; null where the bytes are none.</summary>
    public static Feed? ReadFeed(ReportInput input) =>
        DocumentKinds.Of(input) is { Kind: DocumentKind.Rss or DocumentKind.Atom or DocumentKind.JsonFeed } document ? Feed(document, input.Url) : null;

    /// <summary>The sitemap or index of sitemaps; null where the bytes are none.</summary>
    public static Sitemap? ReadSitemap(ReportInput input) => DocumentKinds.Of(input) is { Kind: DocumentKind.Sitemap } document ? Sitemap(document) : null;

    /// <summary>The feeds that a list of subscriptions (OPML) names; null where the bytes are none.</summary>
    public static FeedList? ReadFeedList(ReportInput input) => DocumentKinds.Of(input) is { Kind: DocumentKind.Opml } document ? List(document) : null;

    private static Feed Feed(SniffedDocument document, string? address)
    {
        if (document.Kind == DocumentKind.JsonFeed)
        {
            Feed json = JsonFeedReader.Read(Encoding.UTF8.GetBytes(document.Text, document.Start, document.Text.Length - document.Start), address, out bool isWhole);
            return json with { Problems = Problems(document, isWhole ? null : $"the JSON feed breaks off or is broken after item {json.Items.Count}, so only what stands before was read; fetch it again") };
        }
        MarkupRecords records = Records(document);
        Feed feed = document.Kind == DocumentKind.Rss ? RssReader.Read(records, address) : AtomReader.Read(records, address);
        return feed with { Problems = Problems(document, Broken(document, records, Counted(feed.Items.Count, "item"))) };
    }

    private static Sitemap Sitemap(SniffedDocument document)
    {
        MarkupRecords records = Records(document);
        Sitemap sitemap = SitemapReader.Read(records);
        return sitemap with { Problems = Problems(document, Broken(document, records, Counted(sitemap.Entries.Count, "entry", "entries"))) };
    }

    private static FeedList List(SniffedDocument document)
    {
        MarkupRecords records = Records(document);
        FeedList list = OpmlReader.Read(records);
        return list with { Problems = Problems(document, Broken(document, records, Counted(list.Feeds.Count, "feed"))) };
    }

    private static MarkupRecords Records(SniffedDocument document) =>
        new(document.Text, document.Start, name => name is "rss" or "rdf" or "channel" or "feed" or "urlset" or "sitemapindex" or "opml" or "body");

    private static string Told(Sitemap sitemap) =>
        Sentences(
            sitemap.IsIndex
                ? $"this is an index of {Counted(sitemap.Entries.Count, "sitemap")} and holds no reports; fetch the sitemaps it names{Listed(sitemap.Entries.Select(e => e.Url))}"
                : $"this is a sitemap that names {Counted(sitemap.Entries.Count, "page")} and holds no texts; give the addresses of those you want{Listed(sitemap.Entries.Select(e => e.Url))}",
            sitemap.Problems);

    private static string Told(FeedList list) =>
        Sentences($"this is a list of {Counted(list.Feeds.Count, "feed")} (OPML) and holds no reports; fetch the feeds it names{Listed(list.Feeds.Select(f => f.Address))}", list.Problems);

    /// <summary>A number with its noun.</summary>
    internal static string Counted(int count, string noun, string? nouns = null) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? noun : nouns ?? noun + "s")}");

    private static string Listed(IEnumerable<string> addresses)
    {
        string[] first = [.. addresses.Take(MostListed + 1)];
        return first.Length == 0 ? "" : ": " + string.Join(", ", first.Take(MostListed)) + (first.Length > MostListed ? ", …" : "");
    }

    private static string Sentences(string first, IReadOnlyList<string> rest) => string.Join(". ", rest.Prepend(first));

    private static string[] Problems(SniffedDocument document, string? broken) => [.. new[] { document.Note, broken }.OfType<string>()];

    // Where an XML document breaks off, with the line.
    internal static string? Broken(SniffedDocument document, MarkupRecords records, string read)
    {
        if (records.Break is not { } place)
            return null;
        int line = document.Text.AsSpan(0, place).Count('\n') + 1;
        return string.Create(CultureInfo.InvariantCulture, $"the file breaks off at line {line}, so only what stands before was read ({read}); fetch it again");
    }
}
