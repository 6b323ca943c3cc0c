using System.Text.Json;
using Stemma.Reading;
using Stemma.Reports;

namespace Stemma.Tests.Reading.Documents;

public class ExchangeTests
{
    private const string Nar = "xmlns=\"http://iptc.org/std/nar/2006-10-01/\"";

    internal static string Nitf(string more = "") => $"""
        <nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><title>Lock shut</title><docdata><doc-id id-string="orp-17" regsrc="Orrin Press"/><date.issue norm="20240312T173000Z"/><doc.copyright holder="Orrin Press" year="2024"/></docdata></head>
        <body><body.head><hedline><hl1>Crane falls across lock</hl1><hl2>Eleven ships wait</hl2></hedline><byline>By <person>Ada Thornby</person>, <byttl>AFP</byttl></byline><distributor>AFP</distributor><dateline><location>LINDMOOR</location></dateline></body.head>
        <body.content><media media-type="image"><media-reference source="x.jpg"/><media-caption>The crane in the lock.</media-caption><media-producer>Bo Linde</media-producer></media><block><p lede="true">{Samples.First}</p><p>{Samples.Second}</p></block><hl2>Mills wait</hl2><p>{Samples.Third.Replace("Ilka Brandt", "<person>Ilka Brandt</person>", StringComparison.Ordinal)}</p><ul><li>{Samples.Fourth}</li></ul>{more}</body.content>
        <body.end><tagline>Reporting by Cora Venn</tagline></body.end></body></nitf>
        """;

    internal static string NewsItem(string content, string meta = "", string attributes = "guid=\"urn:newsml:orrin.example:17\"") => $"""
        <newsItem {Nar} {attributes} version="2" standard="NewsML-G2" xml:lang="en-GB">
        <rightsInfo><copyrightHolder><name>Orrin Press</name></copyrightHolder></rightsInfo>
        <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:AFP"/><versionCreated>2024-03-13T09:00:00+01:00</versionCreated><firstCreated>2024-03-12T18:30:00+01:00</firstCreated><pubStatus qcode="stat:usable"/>{meta}</itemMeta>
        <contentMeta><creator><name>Ada Thornby</name></creator><infoSource qcode="is:REU"><name>Reuters</name></infoSource><creditline>AFP/dpa</creditline><language tag="en"/><headline>Crane falls across lock</headline></contentMeta>
        <contentSet>{content}</contentSet></newsItem>
        """;

    [Fact]
    public void A_nitf_document_is_one_report()
    {
        Report report = Samples.Only("<?xml version=\"1.0\"?><!DOCTYPE nitf SYSTEM \"nitf-3-4.dtd\">" + Nitf());
        Assert.Equal("a.xml", report.Id);
        Assert.Equal("Crane falls across lock", report.Title);
        Assert.Equal(["Ada Thornby"], report.Byline);
        Assert.Contains(new Credit("AFP", null, "metadata"), report.Credits);
        Assert.Equal("AFP", report.Outlet);
        Assert.Equal(new DateTimeOffset(2024, 3, 12, 17, 30, 0, TimeSpan.Zero), report.Published!.Instant);
        Assert.Equal([Samples.First, Samples.Second, "Mills wait", Samples.Third, Samples.Fourth], report.Kept().Split('\n'));
        Assert.Equal("caption", report.Cut("The crane in the lock"));
    }

    [Theory]
    [InlineData("<inlineXML contenttype='application/nitf+xml'>{0}</inlineXML>")]
    [InlineData("<inlineXML contenttype='application/xhtml+xml'><html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body>{1}</body></html></inlineXML>")]
    [InlineData("<inlineData contenttype='text/plain'>{2}</inlineData>")]
    [InlineData("<inlineData contenttype='text/html'>{3}</inlineData>")]
    [InlineData("<inlineData contenttype='text/plain' encoding='base64'>{4}</inlineData>")]
    [InlineData("<inlineData contenttype='text/plain'>Short.</inlineData><inlineXML contenttype='application/nitf+xml'>{0}</inlineXML>")]
    public void A_news_item_gives_its_text_in_every_form(string content)
    {
        object[] forms = [Nitf(), Samples.Html, Samples.Plain, Samples.Escaped, Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Samples.Plain))];
        for (int i = 0; i < forms.Length; i++)
            content = content.Replace($"{{{i}}}", (string)forms[i], StringComparison.Ordinal);
        Report report = Samples.Only(NewsItem(content));
        foreach (string paragraph in new[] { Samples.First, Samples.Second, Samples.Third, Samples.Fourth })
            Assert.Contains(paragraph, report.Kept().Split('\n'));
        Assert.Equal(["AFP", "Reuters", "dpa"], report.Credits.Select(c => c.Agency).Order(StringComparer.Ordinal));
        Assert.Equal("AFP", report.Outlet);
        Assert.Equal(["Ada Thornby"], report.Byline);
        Assert.Equal("Crane falls across lock", report.Title);
        Assert.Equal(new DateOnly(2024, 3, 12), report.Published!.From);
    }

    [Fact]
    public void A_message_gives_its_items_with_and_without_prefixes()
    {
        string one = NewsItem($"<inlineXML>{Nitf()}</inlineXML>"), two = $"<n:newsItem xmlns:n='http://iptc.org/std/nar/2006-10-01/' guid='two'><n:contentMeta><n:headline>Second</n:headline></n:contentMeta><n:contentSet><n:inlineData contenttype='text/plain'>{Samples.Plain}</n:inlineData></n:contentSet></n:newsItem>";
        IReadOnlyList<UnpackedReport> unpacked = Samples.Unpacked($"<newsMessage {Nar}><header><sent>2024-03-12T18:30:00Z</sent></header><itemSet><packageItem guid='p'><groupSet><group><itemRef residref='two'/></group></groupSet></packageItem>{one}{two}{one}</itemSet></newsMessage>");
        Assert.Equal(["a.xml#urn:newsml:orrin.example:17", "a.xml#two", "a.xml"], unpacked.Select(u => u.Name));
        Assert.Equal("Second", Samples.Read(unpacked[1]).Title);
        Assert.Contains("repeat", unpacked[2].Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<remoteContent href='https://orrin.example/p.jpg' contenttype='image/jpeg'/>", "", "https://orrin.example/p.jpg")]
    [InlineData("<inlineData contenttype='text/plain'>x</inlineData>", "<pubStatus qcode='stat:canceled'/>", "withdrawn")]
    [InlineData("", "", "no text")]
    public void An_item_without_a_usable_text_is_told(string content, string meta, string told)
    {
        string item = NewsItem(content, meta);
        if (meta.Length > 0)
            item = item.Replace("<pubStatus qcode=\"stat:usable\"/>", "", StringComparison.Ordinal);
        UnpackedReport unpacked = Assert.Single(Samples.Unpacked(item));
        Assert.Null(unpacked.Input);
        Assert.Contains(told, unpacked.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_without_items_names_what_it_refers_to() =>
        Assert.Contains("N1, N2", Assert.Single(Samples.Unpacked($"<packageItem {Nar}><groupSet><group><itemRef residref='N1'/><itemRef residref='N2'/></group></groupSet></packageItem>")).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_clipped_dispatch_is_read_to_the_break_and_told()
    {
        string whole = NewsItem($"<inlineXML>{Nitf()}</inlineXML>");
        ReadingResult result = ReportReader.Read(Samples.Input(whole[..(whole.IndexOf("Mills wait", StringComparison.Ordinal))]));
        Assert.Contains(Samples.Second, result.Report!.Text, StringComparison.Ordinal);
        Assert.Contains("breaks off at line", result.Problem, StringComparison.Ordinal);
    }

    public static TheoryData<string> Ninjs =>
    [
        JsonSerializer.Serialize(new { uri = "urn:x:1", type = "text", versioncreated = "2024-03-12T18:30:00+01:00", language = "en", headline = "Crane falls across lock", byline = "By Ada Thornby", copyrightholder = "AFP", infosource = new[] { new { name = "Reuters" } }, body_text = "short", body_html = Samples.Html }),
        JsonSerializer.Serialize(new { uri = "urn:x:2", type = "text", versioncreated = "2024-03-12T18:30:00+01:00", language = "en", by = "Ada Thornby", copyrightholder = "AFP", infosources = new[] { new { name = "Reuters" } }, headlines = new[] { new { role = "sub", value = "x" }, new { role = "main", value = "Crane falls across lock" } }, bodies = new[] { new { role = "main", contenttype = "text/plain", value = Samples.Plain }, new { role = "rich", contenttype = "application/xhtml+xml", value = Samples.Html } } }),
        JsonSerializer.Serialize(new { uri = "urn:x:3", type = "text", versionCreated = "2024-03-12T18:30:00+01:00", language = "en", by = "Ada Thornby", copyrightHolder = "AFP", infoSources = new[] { new { name = "Reuters" } }, headlines = new[] { new { role = "main", value = "Crane falls across lock" } }, bodies = new[] { new { role = "main", contentType = "text/html", value = Samples.Html } } }),
        JsonSerializer.Serialize(new[] { new { uri = "urn:x:4", pubstatus = "usable", versioncreated = "2024-03-12T18:30:00+01:00", headline = "Crane falls across lock", byline = "Ada Thornby", language = "en", copyrightholder = "AFP", infosource = new[] { new { name = "Reuters" } }, body_xhtml = Samples.Html } }),
    ];

    [Theory]
    [MemberData(nameof(Ninjs))]
    public void Ninjs_of_every_version_is_read(string item)
    {
        Report report = Samples.Only(item);
        Assert.Equal("Crane falls across lock", report.Title);
        Assert.Equal(["Ada Thornby"], report.Byline);
        Assert.Equal(["AFP", "Reuters"], report.Credits.Select(c => c.Agency));
        Assert.Equal(new DateOnly(2024, 3, 12), report.Published!.From);
        Assert.Equal([Samples.First, Samples.Second, Samples.Third, Samples.Fourth], report.Kept().Split('\n'));
    }

    [Fact]
    public void Texts_among_the_associations_of_a_package_are_reports()
    {
        string package = JsonSerializer.Serialize(new
        {
            uri = "urn:p",
            type = "composite",
            versioncreated = "2024-03-12T18:30:00Z",
            headline = "Package",
            associations = new { a = new { uri = "urn:a", type = "text", headline = "A", body_html = Samples.Html }, b = new { uri = "urn:b", type = "picture", headline = "B" }, c = new { uri = "urn:c", type = "text", headline = "C", body_text = Samples.Plain } },
        });
        Assert.Equal(["a.xml#urn:a", "a.xml#urn:c"], Samples.Unpacked(package).Where(u => u.Input is not null).Select(u => u.Name));
    }
}
