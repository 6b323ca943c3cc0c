using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Stemma.Reading;
using Stemma.Reports;

namespace Stemma.Tests.Reading;

public class ReportReaderTests
{
    private static ReadingResult Read(byte[] bytes) => ReportReader.Read(new ReportInput("a", bytes));

    [Fact]
    public void An_empty_file_is_refused_with_a_reason() => AssertRefused(Read([]), "empty");

    [Fact]
    public void A_pdf_is_refused_with_a_reason() => AssertRefused(Read("%PDF-1.7 ..."u8.ToArray()), "PDF");

    [Fact]
    public void Control_bytes_are_refused_as_binary() => AssertRefused(Read([.. Enumerable.Range(0, 3000).Select(i => (byte)(i % 7))]), "binary");

    [Fact]
    public void A_feed_is_refused_with_a_reason() => AssertRefused(Read("<?xml version=\"1.0\"?><rss><channel/></rss>"u8.ToArray()), "feed");

    [Fact]
    public void A_page_without_an_article_is_refused_with_a_reason() =>
        AssertRefused(Read("<html><body><nav><a href=a>World</a><a href=b>Sports</a></nav></body></html>"u8.ToArray()), "no article");

    [Theory]
    [InlineData("31 February 2024")]
    [InlineData("2024-13-01")]
    [InlineData("soon")]
    [InlineData("03/04/2024")]
    public void A_date_that_cannot_be_read_is_no_date_and_a_note(string date)
    {
        ReadingResult result = ReportReader.Read(new ReportInput("a", "A sentence of the report."u8.ToArray()) { Published = date });
        Assert.Null(result.Report!.Published);
        Assert.NotNull(result.Problem);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<p>“")]
    [InlineData("<a href=x><li>")]
    [InlineData("<table><tr><td>")]
    [InlineData("Home > World\n")]
    [InlineData("“")]
    [InlineData("a")]
    [InlineData("\uD800")]
    [InlineData("By Jane Doe, 12 March 2024 (AFP) – \n")]
    [InlineData("<script type=application/ld+json>[")]
    [InlineData("<!--")]
    [InlineData("</p>")]
    public void A_hundred_thousand_times_the_same_never_throws(string piece)
    {
        var text = new StringBuilder("<html><body>", 100_000);
        while (text.Length < 100_000)
            text.Append(piece);
        AssertSound(Read(Encoding.UTF8.GetBytes(text.ToString())));
        AssertSound(Read(Encoding.UTF8.GetBytes(text.ToString(12, text.Length - 12))));
    }

    [Fact]
    public void Whatever_the_bytes_cuts_and_spans_are_sound()
    {
        string[] pieces = ["<p>", "</div><div class=related>", "Home", " > ", "World", "\n", "\n\n", "By Jane Doe", "PARIS (AFP) – ", "“", "”", ".", "Published: 31 June 2024", "A sentence that is long enough to be prose, as one may say, in any report. ",
            "Source: AFP", "(AFP)", "<h1>", "<title>", "Leave a comment", "<script>", "<!--", "\uFEFF", "\0", "é", "Coffee fan. Film nerd.", "Read also: x", "é", "<meta charset=x>"];
        Gen<string> texts = Gen.Elements(pieces).ListOf().Select(list => string.Concat(list));
        Prop.ForAll(texts.ToArbitrary(), text => AssertSound(Read(Encoding.UTF8.GetBytes(text)))).QuickCheckThrowOnFailure();
        Prop.ForAll<byte[]>(bytes => AssertSound(Read(bytes ?? []))).QuickCheckThrowOnFailure();
    }

    private static void AssertRefused(ReadingResult result, string word)
    {
        Assert.Null(result.Report);
        Assert.Contains(word, result.Problem, StringComparison.Ordinal);
        Assert.Contains("; ", result.Problem, StringComparison.Ordinal);
    }

    private static void AssertSound(ReadingResult result)
    {
        Assert.True(result.Report is not null || result.Problem is not null);
        if (result.Report is not { } report)
            return;
        int end = 0;
        foreach (Cut cut in report.Cuts)
        {
            Assert.True(cut.Span.Start >= end && !cut.Span.IsEmpty && cut.Span.End <= report.Text.Length);
            Assert.False(report.TitleSpan is { } t && t.Overlaps(cut.Span));
            end = cut.Span.End;
        }
        if (report.TitleSpan is { } title)
            Assert.Equal(report.Title, FoldedLine.WithoutBreakHints(title.In(report.Text)));
        Assert.All(report.Credits, c => Assert.True(c.Span is null || c.Span.Value.End <= report.Text.Length));
        Assert.DoesNotContain('\r', report.Text);
    }
}
