using System.Text.Json;
using Stemma.Reading;
using Stemma.Reading.Documents;
using Stemma.Reading.Documents.Lists;
using Stemma.Reports;

namespace Stemma.Tests.Reading.Documents;

public class OtherFeedTests
{
    private static string Atom(string entry, string head = "") => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://courier.example/">
        <title type="text">Lindmoor Courier</title><link rel="self" href="feed"/><link href="/"/><id>urn:x</id>{head}
        <entry><id>urn:1</id><title type="html">Lock &amp;amp; weir</title><link rel="alternate" type="text/html" href="news/1"/><link rel="enclosure" href="x.mp3"/><published>2024-03-12T18:30:00+01:00</published><updated>2024-03-13T08:00:00Z</updated>{entry}</entry>
        </feed>
        """;

    [Fact]
    public void An_atom_entry_becomes_a_report()
    {
        Report report = Samples.Only(Atom($"<author><name>Ada Thornby</name></author><content type=\"html\">{Samples.Escaped}</content>"));
        Assert.Equal("Lock & weir", report.Title);
        Assert.Equal("https://courier.example/news/1", report.Url);
        Assert.Equal(["Ada Thornby"], report.Byline);
        Assert.Equal(new DateOnly(2024, 3, 12), report.Published!.From);
        Assert.Equal(4, report.Kept().Split('\n').Length);
    }

    [Theory]
    [InlineData("<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{0}</div></content>")]
    [InlineData("<content type='xhtml'><x:div xmlns:x='http://www.w3.org/1999/xhtml'><x:p>One.</x:p>{0}</x:div></content>")]
    [InlineData("<content type='text/html'><![CDATA[{0}]]></content>")]
    [InlineData("<content><![CDATA[{0}]]></content>")]
    [InlineData("<content mode='escaped' type='text/html'><![CDATA[{0}]]></content>")]
    [InlineData("<summary type='html'><![CDATA[{0}{0}]]></summary>")]
    public void The_text_is_found_in_every_type_of_content(string entry) =>
        Assert.Contains(Samples.Third, Samples.Only(Atom(entry.Replace("{0}", Samples.Html, StringComparison.Ordinal))).Kept().Split('\n'));

    [Fact]
    public void Plain_content_keeps_its_paragraphs() => Assert.Equal(4, Samples.Only(Atom($"<content type='text'>{Samples.Plain}</content>")).Kept().Split('\n').Length);

    [Fact]
    public void Authors_of_the_feed_are_those_of_entries_without_any() =>
        Assert.Equal(["Ada Thornby"], Samples.Only(Atom($"<content type='html'>{Samples.Escaped}</content>", "<author><name>Ada Thornby</name></author>")).Byline);

    [Fact]
    public void A_feed_with_prefixes_everywhere_and_other_titles_before_its_own_is_read()
    {
        Report report = Samples.Only($"<a:feed xmlns:a='http://www.w3.org/2005/Atom' xmlns:media='http://search.yahoo.com/mrss/'><a:title>Courier</a:title><a:entry><media:title>Picture</media:title><a:title>Lock</a:title><a:link href='https://courier.example/1'/><a:content type='html'>{Samples.Escaped}</a:content></a:entry></a:feed>");
        Assert.Equal(("Lock", "Courier", "https://courier.example/1"), (report.Title, report.Outlet, report.Url));
    }

    [Fact]
    public void Content_that_lies_elsewhere_is_told() =>
        Assert.Contains("https://courier.example/news/1", Assert.Single(Samples.Unpacked(Atom("<content type='video/mp4' src='https://courier.example/v.mp4'/>"))).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_json_feed_becomes_reports()
    {
        string feed = JsonSerializer.Serialize(new
        {
            version = "https://jsonfeed.org/version/1.1",
            title = "Lindmoor Courier",
            home_page_url = "https://courier.example/",
            language = "en",
            authors = new[] { new { name = "Ada Thornby" } },
            items = new object[]
            {
                new { id = "1", url = "/1", title = "Lock shut", content_html = Samples.Html, date_published = "2024-03-12T18:30:00+01:00" },
                new { id = 2, url = "https://courier.example/2", content_text = Samples.Plain + "\n\nMore.", authors = new[] { new { name = "Bo Linde" } } },
                new { id = "3", url = "https://courier.example/3", summary = "The harbour was closed." },
            },
        });
        IReadOnlyList<UnpackedReport> unpacked = Samples.Unpacked(feed);
        Report first = Samples.Read(unpacked[0]), second = Samples.Read(unpacked[1]);
        Assert.Equal(("Lock shut", "https://courier.example/1"), (first.Title, first.Url));
        Assert.Equal(["Ada Thornby"], first.Byline);
        Assert.Equal(["Bo Linde"], second.Byline);
        Assert.Equal(5, second.Kept().Split('\n').Length);
        Assert.Contains("https://courier.example/3", unpacked[2].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clipped_json_feed_keeps_the_items_before_the_break()
    {
        string item = $"{{\"id\":\"1\",\"content_text\":{JsonSerializer.Serialize(Samples.Plain)}}}";
        IReadOnlyList<UnpackedReport> unpacked = Samples.Unpacked($"{{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{item},{{\"id\":\"2\",\"content_te");
        Assert.NotNull(unpacked[0].Input);
        Assert.Contains("breaks off", unpacked[1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_in_json_costs_one_character_only()
    {
        Report report = Samples.Only($"{{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{{\"id\":\"1\",\"content_text\":\"\\ud83d\\ude00 \\ud800 {Samples.First} \\\\ud800 {Samples.Second}\"}}]}}");
        Assert.StartsWith("😀 \uFFFD " + Samples.First + " \\ud800", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_news_sitemap_tells_what_it_names()
    {
        const string Map = """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>https://courier.example/1</loc><lastmod>2024-03-13</lastmod><n:news><n:publication><n:name>Lindmoor Courier</n:name><n:language>en</n:language></n:publication><n:publication_date>2024-03-12T18:30:00+01:00</n:publication_date><n:title>Lock shut</n:title></n:news></url>
            <url><loc>https://courier.example/2</loc></url><url><loc>nonsense</loc></url></urlset>
            """;
        UnpackedReport told = Assert.Single(Samples.Unpacked(Map));
        Assert.Null(told.Input);
        Assert.Contains("names 2 pages", told.Problem, StringComparison.Ordinal);
        Assert.Contains("https://courier.example/2", told.Problem, StringComparison.Ordinal);
        SitemapEntry entry = ReportDocuments.ReadSitemap(Samples.Input(Map))!.Entries[0];
        Assert.Equal(("Lock shut", "Lindmoor Courier", "en", new DateOnly(2024, 3, 12)), (entry.Title, entry.Outlet, entry.Language, entry.Published!.Day));
    }

    [Fact]
    public void An_index_of_sitemaps_is_told_from_a_sitemap()
    {
        Sitemap map = ReportDocuments.ReadSitemap(Samples.Input("<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>https://courier.example/s1.xml</loc></sitemap></sitemapindex>"))!;
        Assert.True(map.IsIndex);
        Assert.Equal("https://courier.example/s1.xml", Assert.Single(map.Entries).Url);
    }

    [Fact]
    public void A_list_of_feeds_gives_their_addresses_and_folders()
    {
        const string Opml = """
            <?xml version="1.0"?><opml version="2.0"><head><title>Ports</title></head><body>
            <outline text="Coast"><outline text="North"><outline type="rss" text="Lindmoor Courier" xmlUrl="https://courier.example/feed" htmlUrl="https://courier.example/"/></outline></outline>
            <outline type="rss" title="Gazette" text="g" xmlUrl="https://gazette.example/rss"/><outline type="rss" text="again" xmlUrl="https://gazette.example/rss"/></body></opml>
            """;
        FeedList list = ReportDocuments.ReadFeedList(Samples.Input(Opml))!;
        Assert.Equal([new FeedOutline("https://courier.example/feed", "Lindmoor Courier", "https://courier.example/", "Coast/North"), new FeedOutline("https://gazette.example/rss", "Gazette", null, "")], list.Feeds);
        Assert.Contains("list of 2 feeds", Assert.Single(Samples.Unpacked(Opml)).Problem, StringComparison.Ordinal);
    }
}
