using System.Text;
using Stemma.Reading;
using Stemma.Reports;

namespace Stemma.Tests.Reading;

/// <summary>Reads texts the way a user's files are read.</summary>
internal static class Readings
{
    public static Report Of(string text, string? published = null)
    {
        ReadingResult result = ReportReader.Read(new ReportInput("a.txt", Encoding.UTF8.GetBytes(text)) { Published = published });
        Assert.NotNull(result.Report);
        return result.Report;
    }

    public static string? Cut(this Report report, string words) =>
        report.Cuts.FirstOrDefault(c => c.Span.In(report.Text).Contains(words, StringComparison.Ordinal))?.Why;

    /// <summary>What is left of the text when headline and cuts are taken away, one paragraph a line.</summary>
    public static string Kept(this Report report)
    {
        var text = new StringBuilder(report.Text);
        foreach (Cut cut in report.Cuts.Reverse())
            text.Remove(cut.Span.Start, cut.Span.Length).Insert(cut.Span.Start, new string('\n', cut.Span.Length));
        if (report.TitleSpan is { } title)
            text.Remove(title.Start, title.Length).Insert(title.Start, new string('\n', title.Length));
        return string.Join('\n', text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
