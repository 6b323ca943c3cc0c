using System.Text;
using Stemma.Reading;
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

    /// <summary>The readers in the order of their names.</summary>
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("page", s_html, bytes => Read(bytes, null)),
        new("text", s_text, bytes => Read(bytes, "utf-8")),
    ];

    private static void Read(byte[] bytes, string? charset)
    {
        ReadingResult result = ReportReader.Read(new ReportInput("fuzzed", bytes) { Charset = charset });
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
        Check(Encoding.UTF8.GetByteCount(report.Text) >= 0, "the text cannot be written");
    }

    private static void Check(bool holds, string what)
    {
        if (!holds)
            throw new BrokenPromiseException(what);
    }
}
