using System.Text;
using Stemma.Reports;

namespace Stemma.Library.Corpus;

/// <summary>What is kept of a report: the article's own words.</summary>
public static class ArticleText
{
    /// <summary>The article without its headline, one paragraph a line.</summary>
    public static string Of(Report report)
    {
        var kept = new StringBuilder(report.Text.Length);
        int start = 0;
        IEnumerable<TextSpan> cuts = report.Cuts.Select(c => c.Span);
        if (report.TitleSpan is { } title)
            cuts = cuts.Append(title).Order();
        foreach (TextSpan cut in cuts)
        {
            if (cut.Start > start)
                kept.Append(report.Text, start, cut.Start - start);
            start = Math.Max(start, cut.End);
        }
        kept.Append(report.Text, start, report.Text.Length - start);
        return string.Join('\n', kept.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }
}
