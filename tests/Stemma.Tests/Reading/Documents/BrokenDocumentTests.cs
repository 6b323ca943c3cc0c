using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Stemma.Reading;
using Stemma.Reading.Documents;
using Stemma.Reports;

namespace Stemma.Tests.Reading.Documents;

/// <summary>No document makes anything throw, hang or grow; what is whole in it is read and what is not is told.</summary>
public class BrokenDocumentTests
{
    [Fact]
    public void A_clipped_feed_keeps_its_whole_items_and_tells_the_line()
    {
        string feed = Samples.Rss(Samples.Item("1"), Samples.Item("2"), Samples.Item("3"));
        for (int at = feed.IndexOf("</item>", StringComparison.Ordinal) + 7; at < feed.Length - 1; at += 97)
        {
            IReadOnlyList<UnpackedReport> unpacked = Samples.Unpacked(feed[..at]);
            int whole = feed[..at].Split("</item>").Length - 1;
            Assert.Equal(whole, unpacked.Count(u => u.Input is not null));
            Assert.Contains("breaks off at line", unpacked[^1].Problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_line_of_the_break_is_that_of_the_item_which_is_not_whole() =>
        Assert.Contains("line 8,", Samples.Unpacked(Samples.Rss(Samples.Item("1"), Samples.Item("2"))[..^120])[^1].Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("<item><title>A</title><content:encoded><![CDATA[{0}]]></content:encoded>")]
    [InlineData("<item><title>A & B < C &bogus; &nbsp;</title><content:encoded>{1}</content:encoded></item>")]
    [InlineData("<item><title>A</title></span></b><content:encoded>{1}</content:encoded></item></div>")]
    [InlineData("<ITEM><Title>A</Title><Content:Encoded>{1}</Content:Encoded></ITEM>")]
    [InlineData("<item><title>A</title><!-- <item> --><?php x ?><content:encoded>{1}</content:encoded></item>")]
    [InlineData("<item><title attr='x>y' b=c d>A</title><content:encoded>{1}</content:encoded></item>")]
    [InlineData("<item><title>A\u0001\u0008&#0;&#8;&#xD800;&#xFFFFFFFF;&#99999999999;</title><content:encoded>{1}</content:encoded></item>")]
    [InlineData("<item><title>A</title><content:encoded>{0}</content:encoded></item>")]
    public void Broken_markup_costs_no_other_item(string item)
    {
        string broken = item.Replace("{0}", Samples.Html, StringComparison.Ordinal).Replace("{1}", Samples.Escaped, StringComparison.Ordinal);
        IReadOnlyList<UnpackedReport> unpacked = Samples.Unpacked(Samples.Rss(Samples.Item("1"), broken, Samples.Item("2")));
        Assert.Equal(3, unpacked.Count(u => u.Input is not null));
        Report report = Samples.Read(unpacked[1]);
        Assert.Contains(Samples.Third, report.Text, StringComparison.Ordinal);
        Assert.StartsWith("A", report.Title, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Title!, char.IsControl);
    }

    [Fact]
    public void A_feed_that_says_utf8_and_is_windows_1252_is_read_and_told()
    {
        byte[] feed = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Samples.Rss(Samples.Item("1", "Café “Zürich”")));
        IReadOnlyList<UnpackedReport> unpacked = ReportDocuments.Read(new ReportInput("a", feed))!;
        Assert.Equal("Café “Zürich”", unpacked[0].Input!.Title);
        Assert.Contains("charset", unpacked[^1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_blanks_and_warnings_before_the_document_do_no_harm()
    {
        string feed = Samples.Rss(Samples.Item("1"));
        foreach (string before in new[] { "\uFEFF", "\uFEFF\uFEFF", "\n\n  ", "<br />\n<b>Warning</b>: bad <i>thing</i> in /x.php<br />\n", "Notice: undefined\n", "<!-- " + new string('x', 5000) + " -->" })
            Assert.NotNull(Assert.Single(ReportDocuments.Read(Samples.Input(before + feed))!).Input);
        Assert.NotNull(ReportDocuments.Read(new ReportInput("a", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(feed)).ToArray()))![0].Input);
        Assert.NotNull(ReportDocuments.Read(new ReportInput("a", Encoding.BigEndianUnicode.GetBytes(feed)))![0].Input);
    }

    [Fact]
    public void Pages_and_texts_are_no_documents()
    {
        foreach (string text in new[] { "", " ", "<", "<html><body><rss></rss></body></html>", "<!DOCTYPE html><title>feed</title>", "<p>A page about &lt;rss&gt;", "The <rss> element", "{}", "[1,2]", "{\"title\":\"x\",\"text\":\"y\"}", "<xml><a/></xml>", "<svg/>", Samples.Plain, Samples.Html })
            Assert.Null(ReportDocuments.Read(Samples.Input(text)));
    }

    [Fact]
    public void Entities_of_a_document_type_are_never_expanded_or_fetched()
    {
        string bomb = "<!DOCTYPE rss [<!ENTITY a \"ha\">" + string.Concat(Enumerable.Range(1, 30).Select(i => $"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};\">")) + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]>";
        Report report = Samples.Only(bomb + Samples.Rss(Samples.Item("1", "&a30;&f;&a;")).Replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "", StringComparison.Ordinal));
        Assert.Equal("&a30;&f;&a;", report.Title);
        Assert.True(report.Text.Length < 2000);
    }

    [Fact]
    public void The_same_item_under_fifty_addresses_is_read_once_and_told_once()
    {
        string[] items = [.. Enumerable.Range(0, 50).Select(i => Samples.Item("same").Replace("courier.example/same", $"courier.example/{i}", StringComparison.Ordinal))];
        IReadOnlyList<UnpackedReport> unpacked = Samples.Unpacked(Samples.Rss(items));
        Assert.Single(unpacked, u => u.Input is not null);
        Assert.Contains("49 items repeat", Assert.Single(unpacked, u => u.Problem is not null).Problem, StringComparison.Ordinal);
        string[] copies = [.. Enumerable.Range(0, 50).Select(i => $"<item><guid>{i}</guid><title>Lock</title><content:encoded>{Samples.Escaped}</content:encoded></item>")];
        Assert.Single(Samples.Unpacked(Samples.Rss(copies)), u => u.Input is not null);
    }

    [Fact]
    public void A_hundred_thousand_items_are_read_and_their_problems_stay_few()
    {
        var feed = new StringBuilder("<rss><channel>");
        for (int i = 0; i < 100_000; i++)
            feed.Append("<item><title>T").Append(i).Append("</title><link>https://courier.example/").Append(i).Append("</link></item>");
        IReadOnlyList<UnpackedReport> unpacked = Samples.Unpacked(feed.ToString());
        Assert.True(unpacked.Count < 100);
        Assert.Contains(unpacked, u => u.Problem!.StartsWith("99980 more items are given only", StringComparison.Ordinal));
    }

    public static TheoryData<string> Endless =>
    [
        "<a>", "</a>", "<a ", "<item>", "<![CDATA[", "<!--", "<?x", "<!DOCTYPE [", "<!x \"", "&", "&amp;", "&#", "<a b=\"", "<a b='c\"", "=", "a=\"b\" ", "<item><title>", "<x:y xmlns:x='u'>", "]]>", "<description>&lt;p&gt;", "\0", "<", "</", "<entry><link href='x'/>",
    ];

    [Theory]
    [MemberData(nameof(Endless))]
    public void Two_megabytes_of_the_same_take_no_time(string piece)
    {
        string many = string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length));
        long start = Stopwatch.GetTimestamp();
        foreach (string head in new[] { "<rss><channel><item><description>", "<rss><channel>", "<feed xmlns='http://www.w3.org/2005/Atom'><entry ", "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><contentSet><inlineXML>", "<nitf><body><body.content>", "<opml><body>", "<urlset><url>", "" })
            AssertSound(Encoding.UTF8.GetBytes(head + many));
        // Quadratic work would take hours; the limit only tells it from linear work on a machine that is busy.
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(2));
    }

    public static TheoryData<string> EndlessMails =>
    [
        "--b\r\n", "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: a@b\r\nMIME-Version: 1.0\r\n\r\n", "A: b\r\n", " folded\r\n", "=?utf-8?Q?", "=?a?b?=C3?= ", "=\r\n", "=C3", "> From: a\r\n", "\r\n", "Forwarded message\r\nFrom: x\r\nDate: y\r\n", "x ", "QUJD\0=",
    ];

    [Theory]
    [MemberData(nameof(EndlessMails))]
    public void A_megabyte_of_the_same_in_a_mail_takes_no_time(string piece)
    {
        string many = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        long start = Stopwatch.GetTimestamp();
        foreach (string head in new[] { "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n", "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Transfer-Encoding: base64\r\n\r\n", "From: a@b.example\r\nMIME-Version: 1.0\r\nSubject: ", "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" })
            AssertSound(Encoding.UTF8.GetBytes(head + many));
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void Parts_a_thousand_deep_are_told()
    {
        var mail = new StringBuilder("From: a@b.example\r\nMIME-Version: 1.0\r\n");
        for (int i = 0; i < 1000; i++)
            mail.Append("Content-Type: multipart/mixed; boundary=b").Append(i).Append("\r\n\r\n--b").Append(i).Append("\r\n");
        UnpackedReport told = Assert.Single(Samples.Unpacked(mail + "\r\n" + Samples.Plain));
        Assert.NotNull(told.Problem);
    }

    [Fact]
    public void Deep_json_is_told_and_ends() =>
        AssertSound(Encoding.UTF8.GetBytes("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[" + new string('[', 500_000)));

    [Fact]
    public void Whatever_is_put_together_is_sound()
    {
        string[] pieces =
        [
            "<rss>", "<channel>", "<item>", "</item>", "<title>T</title>", "<![CDATA[", "]]>", "<content:encoded>", "</content:encoded>", "<p>A sentence of the report that is long enough to be read.</p>", "&lt;p&gt;", "&nbsp;", "&", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "</entry>", "<content type='xhtml'>",
            "<newsItem>", "<contentSet>", "<inlineXML>", "<nitf>", "<body>", "<body.content>", "<!DOCTYPE x [", "<!--", "-->", "<?xml version='1.0' encoding='utf-16'?>", "{\"uri\":\"u\",\"bodies\":", "[{\"value\":\"", "\"}]", "}", "From: a@b\r\nMIME-Version: 1.0\r\n", "Content-Type: multipart/mixed; boundary=b\r\n", "\r\n\r\n", "--b\r\n", "=?utf-8?B?w7w=?=", "\uFEFF", "\0", "<a b='", "'>", "<urlset><url><loc>https://a.example/", "</loc></url>", "<opml><outline xmlUrl='https://a.example/'/>",
        ];
        Gen<string> texts = Gen.Elements(pieces).ListOf().Select(list => string.Concat(list));
        Prop.ForAll(texts.ToArbitrary(), text => AssertSound(Encoding.UTF8.GetBytes(text))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whatever_byte_of_a_document_is_changed_it_is_sound()
    {
        string[] texts =
        [
            Samples.Rss(Samples.Item("1"), Samples.Item("2")),
            "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":1,\"content_text\":\"A \\ud83d\\ude00 b\"}]}",
            ExchangeTests.Ninjs.First().Data,
            ExchangeTests.NewsItem($"<inlineXML contenttype='application/nitf+xml'>{ExchangeTests.Nitf()}</inlineXML>"),
            MailTests.Head + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nSee: =C3=BC\r\nForwarded message\r\nFrom: a\r\nDate: b\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+QSBsb25nIGVub3VnaCBzZW50ZW5jZS48L3A+\r\n--b--\r\n",
        ];
        byte[][] documents = [.. texts.Select(Encoding.UTF8.GetBytes)];
        uint state = 1;
        foreach (byte[] document in documents)
        {
            for (int round = 0; round < 1500; round++)
            {
                byte[] mutated = [.. document];
                for (int n = 0; n < 1 + round % 5; n++)
                {
                    state = state * 1664525 + 1013904223;
                    mutated[state % (uint)mutated.Length] = (byte)(state >> 24);
                }
                AssertSound(round % 7 == 0 ? mutated[..(int)(state % (uint)mutated.Length)] : mutated);
            }
        }
    }

    private static void AssertSound(byte[] bytes)
    {
        var input = new ReportInput("a", bytes);
        if (ReportDocuments.Read(input) is not { } unpacked)
            return;
        Assert.NotEmpty(unpacked);
        foreach (UnpackedReport one in unpacked.Take(30))
        {
            Assert.True(one.Input is not null || one.Problem is not null);
            if (one.Input is null)
                continue;
            Assert.True(one.Input.IsArticle);
            ReadingResult result = ReportReader.Read(one.Input);
            Assert.True(result.Report is not null || result.Problem is not null);
            int end = 0;
            foreach (Cut cut in result.Report?.Cuts ?? [])
            {
                Assert.True(cut.Span.Start >= end && !cut.Span.IsEmpty && cut.Span.End <= result.Report!.Text.Length);
                end = cut.Span.End;
            }
        }
    }
}
