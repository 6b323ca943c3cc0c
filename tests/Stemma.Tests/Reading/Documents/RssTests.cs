using Stemma.Reading;
using Stemma.Reading.Documents;
using Stemma.Reading.Documents.Feeds;
using Stemma.Reports;

namespace Stemma.Tests.Reading.Documents;

public class RssTests
{
    [Fact]
    public void An_item_with_its_text_becomes_a_report_with_all_that_the_feed_knows_of_it()
    {
        Report report = Samples.Only(Samples.Rss(Samples.Item("lock-1", "Crane falls across lock", "<dc:creator>Ada Thornby</dc:creator>")));
        Assert.Equal("Crane falls across lock", report.Title);
        Assert.Equal(["Ada Thornby"], report.Byline);
        Assert.Equal("Lindmoor Courier", report.Outlet);
        Assert.Equal("https://courier.example/lock-1", report.Url);
        Assert.Equal("en", report.Language);
        Assert.Equal(new DateTimeOffset(2024, 3, 12, 18, 30, 0, TimeSpan.FromHours(1)), report.Published!.Instant);
        Assert.Equal(DateSource.Stated, report.Published.How);
        Assert.Equal(5, report.Kept().Split('\n').Length);
        Assert.StartsWith(Samples.First, report.Kept(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_full_item_is_a_report_of_its_own_name()
    {
        IReadOnlyList<UnpackedReport> unpacked = Samples.Unpacked(Samples.Rss(Samples.Item("1"), Samples.Item("2")));
        Assert.Equal(["a.xml#https://courier.example/1", "a.xml#https://courier.example/2"], unpacked.Select(u => u.Name));
        Assert.All(unpacked, u => Assert.Null(u.Problem));
    }

    [Fact]
    public void An_item_with_a_summary_alone_is_told_with_its_address()
    {
        UnpackedReport item = Assert.Single(Samples.Unpacked(Samples.Rss("<item><title>Lock shut</title><link>https://courier.example/x</link><description>The harbour was closed on Tuesday…</description></item>")));
        Assert.Null(item.Input);
        Assert.Contains("only a summary", item.Problem, StringComparison.Ordinal);
        Assert.Contains("https://courier.example/x", item.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_description_that_holds_the_whole_text_is_the_text() =>
        Assert.StartsWith(Samples.First, Samples.Only(Samples.Rss($"<item><title>Lock</title><description>{Samples.Escaped}{Samples.Escaped}</description></item>")).Kept(), StringComparison.Ordinal);

    [Theory]
    [InlineData("<description><![CDATA[{0}{0}]]></description>")]
    [InlineData("<description>{0}{0}</description>")]
    [InlineData("<content:encoded><p>Unclosed<br>{0}</content:encoded>")]
    [InlineData("<xhtml:body xmlns:xhtml='http://www.w3.org/1999/xhtml'>{0}</xhtml:body>")]
    [InlineData("<body xmlns='http://www.w3.org/1999/xhtml'>{0}</body>")]
    [InlineData("<c:encoded xmlns:c='http://purl.org/rss/1.0/modules/content/'><![CDATA[{0}]]></c:encoded>")]
    public void The_text_is_found_whatever_way_it_was_put_in(string field)
    {
        Report report = Samples.Only(Samples.Rss($"<item><title>Lock</title>{field.Replace("{0}", Samples.Html, StringComparison.Ordinal)}</item>"));
        foreach (string paragraph in new[] { Samples.First, Samples.Second, Samples.Third, Samples.Fourth })
            Assert.Contains(paragraph, report.Kept(), StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_text_in_a_description_keeps_its_paragraphs()
    {
        Report report = Samples.Only(Samples.Rss($"<item><title>Lock</title><description>{Samples.Plain}\n\n{Samples.Plain}</description></item>"));
        Assert.Equal(8, report.Kept().Split('\n').Length);
    }

    [Fact]
    public void Markup_that_was_escaped_twice_is_markup() =>
        Assert.DoesNotContain("<p>", Samples.Only(Samples.Rss($"<item><title>A &amp;amp; B</title><content:encoded>{Samples.Escaped.Replace("&", "&amp;", StringComparison.Ordinal)}</content:encoded></item>")).Text, StringComparison.Ordinal);

    [Fact]
    public void A_title_is_plain_however_it_was_escaped() =>
        Assert.Equal("Lock & weir: “it’s shut”", Samples.Only(Samples.Rss(Samples.Item("1", "Lock &amp;amp; <![CDATA[<b>weir</b>]]>: &amp;#8220;it&amp;#146;s shut&rdquo;"))).Title);

    [Fact]
    public void Rss_1_0_keeps_its_items_outside_of_the_channel()
    {
        Report report = Samples.Only($"""
            <?xml version="1.0"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel rdf:about="https://courier.example/feed"><title>Lindmoor Courier</title><link>https://courier.example/</link><items><rdf:Seq><rdf:li rdf:resource="https://courier.example/1"/></rdf:Seq></items></channel>
            <item rdf:about="https://courier.example/1"><title>Lock shut</title><dc:date>2024-03-12T18:30:00+01:00</dc:date><dc:creator>Ada Thornby</dc:creator><content:encoded>{Samples.Escaped}</content:encoded></item>
            </rdf:RDF>
            """);
        Assert.Equal("Lindmoor Courier", report.Outlet);
        Assert.Equal("https://courier.example/1", report.Url);
        Assert.Equal(["Ada Thornby"], report.Byline);
    }

    [Fact]
    public void An_old_feed_with_a_document_type_and_entities_is_read() =>
        Assert.Contains("Brücke", Samples.Only($"""
            <?xml version="1.0"?>
            <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd" [ <!ENTITY x "y>z"> <!-- it's ] --> ]>
            <rss version="0.91"><channel><title>Caf&eacute; News</title><item><title>Br&uuml;cke</title><description>{Samples.Escaped}&amp;lt;p&amp;gt;{Samples.Escaped}</description></item></channel></rss>
            """).Title, StringComparison.Ordinal);

    [Theory]
    [InlineData("jane@courier.example (Jane Doe)", "Jane Doe")]
    [InlineData("Jane Doe &lt;jane@courier.example&gt;", "Jane Doe")]
    [InlineData("By Jane Doe, Harbour Reporter", "Jane Doe")]
    public void An_author_is_a_name(string field, string name) =>
        Assert.Equal([name], Samples.Only(Samples.Rss(Samples.Item("1", more: $"<author>{field}</author>"))).Byline);

    [Fact]
    public void An_agency_as_author_or_source_is_a_credit()
    {
        Report report = Samples.Only(Samples.Rss(Samples.Item("1", more: "<dc:creator>AFP</dc:creator><source url='https://www.reuters.com/feed'>Reuters</source>")));
        Assert.Equal([new Credit("AFP", null, "metadata"), new Credit("Reuters", null, "metadata")], report.Credits);
        Assert.Equal("Lindmoor Courier", report.Outlet);
    }

    [Fact]
    public void A_gatherer_of_other_feeds_is_not_the_outlet()
    {
        string feed = Samples.Rss($"<item><title>Lock</title><link>https://gazette.example/lock</link><source url='https://gazette.example/feed'>Harbour Gazette</source><content:encoded>{Samples.Escaped}</content:encoded></item>");
        Assert.Equal("Harbour Gazette", Samples.Only(feed).Outlet);
        Assert.Equal("https://gazette.example/feed", ReportDocuments.ReadFeed(Samples.Input(feed))!.Items[0].SourceUrl);
    }

    [Fact]
    public void Relative_addresses_are_made_whole() =>
        Assert.Equal("https://courier.example/news/1", Samples.Only(Samples.Rss($"<item><title>Lock</title><link>/news/1</link><content:encoded>{Samples.Escaped}</content:encoded></item>")).Url);

    [Fact]
    public void What_programs_put_under_an_item_is_cut()
    {
        Report report = Samples.Only(Samples.Rss($"<item><title>Lock</title><content:encoded>{Samples.Escaped}&lt;p&gt;The post &lt;a href='x'&gt;Lock&lt;/a&gt; appeared first on &lt;a href='y'&gt;Lindmoor Courier&lt;/a&gt;.&lt;/p&gt;</content:encoded></item>"));
        Assert.Equal("feed footer", report.Cut("appeared first on"));
    }

    [Fact]
    public void Credits_and_datelines_in_the_text_are_found_and_cut()
    {
        Report report = Samples.Only(Samples.Rss($"<item><title>Lock</title><content:encoded><![CDATA[<p>LINDMOOR (AFP) – {Samples.First}</p><p>{Samples.Second}</p><p>Share this article</p><p>Source: Reuters</p>]]></content:encoded></item>"));
        Assert.Equal(["Reuters", "AFP"], report.Credits.Select(c => c.Agency));
        Assert.Equal("dateline", report.Cut("LINDMOOR"));
        Assert.NotNull(report.Cut("Share this"));
        Assert.NotNull(report.Cut("Source: Reuters"));
    }

    [Fact]
    public void A_headline_that_the_text_repeats_stands_in_the_text()
    {
        Report report = Samples.Only(Samples.Rss($"<item><title>Crane falls across lock</title><content:encoded><![CDATA[<h1>Crane falls across lock</h1>{Samples.Html}]]></content:encoded></item>"));
        Assert.Equal("Crane falls across lock", report.TitleSpan!.Value.In(report.Text));
    }

    [Fact]
    public void The_declared_language_yields_to_words_of_another_one()
    {
        const string German = "Der Hafen von Lindmoor ist am Dienstag für alle Schiffe gesperrt worden, nachdem ein Kran auf die einzige Schleuse gefallen war. Das Amt teilte mit, dass niemand verletzt wurde und die Schiffe vor der Küste warten müssen, bis der Arm des Krans in Stücke geschnitten und gehoben ist. Die Schleuse ist der einzige Weg vom Meer zu den Mühlen, und das Mehl reicht noch für neun Tage.";
        Assert.Equal("de", Samples.Only(Samples.Rss($"<item><title>Schleuse</title><content:encoded>{German}</content:encoded></item>")).Language);
    }

    [Fact]
    public void Items_that_all_have_the_address_of_the_site_are_items_of_their_own()
    {
        string[] items = [.. Enumerable.Range(1, 3).Select(i => Samples.Item($"{i}").Replace($"https://courier.example/{i}<", "https://courier.example/<", StringComparison.Ordinal))];
        Assert.Equal(["a.xml#https://courier.example/", "a.xml#https://courier.example/#2", "a.xml#https://courier.example/#3"], Samples.Unpacked(Samples.Rss(items)).Select(u => u.Name));
    }

    [Fact]
    public void A_feed_that_takes_the_vocabulary_of_atom_for_its_own_is_read() =>
        Assert.Equal("Lock", Samples.Only(Samples.Rss(Samples.Item("1", "Lock")).Replace("version=\"2.0\"", "version=\"2.0\" xmlns=\"http://www.w3.org/2005/Atom\"", StringComparison.Ordinal)).Title);

    [Fact]
    public void The_feed_itself_can_be_read_without_its_reports()
    {
        Feed feed = ReportDocuments.ReadFeed(Samples.Input(Samples.Rss(Samples.Item("1"), "<item><title>Short</title><link>https://courier.example/2</link><category>Ports</category><category>Ships</category></item>")))!;
        Assert.Equal("Lindmoor Courier", feed.Title);
        Assert.Equal(2, feed.Items.Count);
        Assert.Equal(["Ports", "Ships"], feed.Items[1].Categories);
        Assert.Null(feed.Items[1].Content);
    }

    [Fact]
    public void A_single_report_in_a_feed_is_read_as_a_report()
    {
        ReadingResult one = ReportReader.Read(Samples.Input(Samples.Rss(Samples.Item("1"))));
        Assert.Equal("a.xml", one.Report!.Id);
        ReadingResult two = ReportReader.Read(Samples.Input(Samples.Rss(Samples.Item("1"), Samples.Item("2"))));
        Assert.Null(two.Report);
        Assert.Contains("2 reports", two.Problem, StringComparison.Ordinal);
    }
}
