using System.Text;
using Stemma.Library.Fetching;
using Stemma.Reading;
using Stemma.Reading.Archives;
using Stemma.Reading.Documents;
using Stemma.Reports;

namespace Stemma.Fuzzing;

/// <summary>All readers of untrusted bytes.</summary>
internal static class FuzzTargets
{
    private static readonly string[] s_html =
    [
        "<p>", "</p>", "<div>", "<article>", "</article>", "<h1>", "<a href=x>", "<script>", "</script>", "<script type=\"application/ld+json\">", "<!--", "-->", "<![CDATA[", "&#0;", "&#xD800;", "&amp", "&",
        "<table><tr><td>", "<li>", "<time datetime=\"0000-00-00\">", "<meta property=\"og:title\" content=\"", "class=\"author\"", "<template>", "<svg>", "<math>", "<noscript>", "<title>", "{\"@type\":\"NewsArticle\",",
        "\"datePublished\":\"", "\"author\":[", "itemprop=\"articleBody\"",
    ];

    private static readonly string[] s_text =
    [
        "\n", "\n\n", "\t", "\r\n", "\u2028", "By ", "(Reuters) - ", " | ", " > ", "Updated: ", "Leave a comment", "Read more", "31 February 2024", "99/99/9999", "“", "”", "…", ". ", "© ", "\uD800", "\u202E", "\u0000",
    ];

    private static readonly string[] s_robots = ["User-agent: *\n", "User-agent: stemma\n", "Disallow: /", "Allow: ", "*", "$", "%2F", "%", "#", "\r", "\n", "\0", "Crawl-delay: 1e9\n", "Sitemap: x\n", ":", "\uFEFF"];

    private static readonly string[] s_archive =
    [
        "\u001F\u008B\b\0\0\0\0\0\0\u0003", "PK\u0003\u0004", "PK\u0001\u0002", "PK\u0005\u0006", "PK\u0007\b", "WARC/1.1\r\n", "WARC-Type: response\r\n", "Content-Length: 99999999999\r\n", "\r\n\r\n", "HTTP/1.1 200 OK\r\n",
        "Transfer-Encoding: chunked\r\n", "Content-Encoding: br\r\n", "FFFFFFFF\r\n", "\nFrom a@b.example Tue Mar 12 10:15:00 2024\n", "{\"text\":\"", "\"}\n", "[{", "\\ud800", "ustar\0", "\0\0\0\0\0\0\0\0",
    ];

    /// <summary>In reports out of one broken sample: far more than any holds.</summary>
    private const int MostUnpacked = 200_000;

    private static readonly string[] s_document =
    [
        "<item>", "</item>", "<entry>", "</entry>", "<rss>", "<channel>", "<title>", "<![CDATA[", "]]>", "<!DOCTYPE x [", "]>", "<!--", "-->", "<?xml version=\"1.0\" encoding=\"utf-16\"?>", "&lt;p&gt;", "&amp;nbsp;", "&#xD800;", "&#0;", "xmlns=\"http://www.w3.org/2005/Atom\"", "xmlns:x='",
        "<content:encoded>", "<newsItem>", "<inlineXML>", "<nitf>", "<body.content>", "<p>", "</p>", "<outline", "<url><loc>", "{\"items\":[", "\"bodies\":", "\\ud800", "\"", "}", "]", "12 Mar 24", "[…]",
    ];

    private static readonly string[] s_mail =
    [
        "\r\n", "\r\n\r\n", "--outer", "--inner", "--", "Content-Type: multipart/mixed; boundary=inner\r\n", "Content-Type: message/rfc822\r\n", "Content-Transfer-Encoding: base64\r\n", "Content-Transfer-Encoding: quoted-printable\r\n", "charset=utf-7", "=?utf-8?B?", "?=", "=C3", "=\r\n", "Forwarded message\n", "From: x\n", "Date: y\n", "\0",
    ];

    /// <summary>The readers in the order of their names.</summary>
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("archive", s_archive, Unpack),
        new("document", s_document, ReadDocument),
        new("mail", s_mail, ReadDocument),
        new("page", s_html, bytes => Read(bytes, null)),
        new("robots", s_robots, bytes => RobotsRules.Parse(Encoding.UTF8.GetString(bytes), "Stemma").Allows("/a?b=%2F")),
        new("text", s_text, bytes => Read(bytes, "utf-8")),
        new("times", TimeTarget.Pieces, TimeTarget.Read),
    ];

    private static void Unpack(byte[] bytes)
    {
        var limits = new UnpackLimits { LargestReport = 1 << 16, RatioFrom = 1 << 22 };
        int reports = 0;
        foreach (UnpackedReport report in Unpacker.Read("fuzzed", new MemoryStream(bytes), limits))
        {
            Check(report.Input is not null || report.Problem is not null, "neither a report nor a problem");
            Check((report.Input?.Bytes.Length ?? 0) <= limits.LargestReport, "a report is longer than its limit");
            Check(++reports <= MostUnpacked, "more reports than there can be");
        }
    }

    private static void Read(byte[] bytes, string? charset) => Read(new ReportInput("fuzzed", bytes) { Charset = charset });

    private static void ReadDocument(byte[] bytes)
    {
        var input = new ReportInput("fuzzed", bytes);
        Read(input);
        if (ReportDocuments.Read(input) is not { } unpacked)
            return;
        Check(unpacked.Count > 0 && unpacked.All(u => u.Input is not null || u.Problem is not null), "neither reports nor a problem");
        Check(unpacked.Where(u => u.Input is not null).Select(u => u.Name).Distinct(StringComparer.Ordinal).Count() == unpacked.Count(u => u.Input is not null), "two reports have one name");
        foreach (UnpackedReport one in unpacked.Where(u => u.Input is not null).Take(MostRead))
            Read(one.Input!);
    }

    /// <summary>In reports of one document.</summary>
    private const int MostRead = 20;

    private static void Read(ReportInput input)
    {
        ReadingResult result = ReportReader.Read(input);
        Check(result.Report is not null || result.Problem is not null, "neither a report nor a problem");
        if (result.Report is { } report)
            CheckReport(report);
    }

    /// <summary>What every report promises: spans within the text, cuts in order and apart, line ends in LF.</summary>
    private static void CheckReport(Report report)
    {
        int end = 0;
        foreach (Cut cut in report.Cuts)
        {
            Check(cut.Span.Start >= end && cut.Span.Length > 0 && cut.Span.End <= report.Text.Length, "a cut overlaps another, is empty or leaves the text");
            Check(cut.Why.Length > 0, "a cut has no reason");
            end = cut.Span.End;
        }
        Check(report.TitleSpan is not { } title || title.End <= report.Text.Length, "the headline leaves the text");
        Check(report.Credits.All(c => c.Span is not { } span || span.End <= report.Text.Length), "a credit leaves the text");
        Check(!report.Text.Contains('\r', StringComparison.Ordinal), "a line ends in CR");
        Check(report.Published is not { } date || date.From <= date.To, "a date ends before it begins");
    }

    private static void Check(bool holds, string what)
    {
        if (!holds)
            throw new BrokenPromiseException(what);
    }
}
