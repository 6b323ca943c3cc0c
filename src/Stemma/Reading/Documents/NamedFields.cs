using Stemma.Reading.Html;
using Stemma.Reports;

namespace Stemma.Reading.Documents;

/// <summary>Puts what an input names from outside before what its text was found to say; the text's own credits stay.</summary>
internal static class NamedFields
{
    /// <summary>The report with what the input names.</summary>
    /// <param name="report">The report as its text alone gives it.</param>
    /// <param name="input">The input.</param>
    public static Report In(Report report, ReportInput input)
    {
        if (input.Title is { } title && !string.IsNullOrWhiteSpace(title))
            report = WithTitle(report, title.Trim());
        List<string> named = AuthorNames.Of(input.Authors);
        IReadOnlyList<string> byline = named.Count == 0 ? report.Byline : AuthorChoice.Of([named, report.Byline], [], false, report.Outlet, report.Url);
        IEnumerable<Credit> credits = named.Concat(input.Credits).Select(Agencies.UsualName).OfType<string>().Select(agency => new Credit(agency, null, "metadata"));
        return report with
        {
            Byline = byline,
            // What the report's own words name keeps its place in the text.
            Credits = [.. report.Credits.Concat(credits).DistinctBy(c => c.Agency, StringComparer.Ordinal)],
            Language = Language(input) ?? report.Language,
        };
    }

    // The words in the text are kept as its headline where they are the same; another headline there is none of the article.
    private static Report WithTitle(Report report, string title)
    {
        if (report.TitleSpan is not { } span)
            return report with { Title = title };
        if (string.Equals(FoldedLine.Fold(span.Over(report.Text)), FoldedLine.Fold(title), StringComparison.Ordinal))
            return report;
        var cuts = new CutMarks(report.Text);
        foreach (Cut cut in report.Cuts)
            cuts.Add(cut.Span.Start, cut.Span.End, cut.Why);
        cuts.Add(span.Start, span.End, "headline");
        return report with { Title = title, TitleSpan = null, Cuts = cuts.ToCuts() };
    }

    /// <summary>The primary tag of the language that the input names, null where it names none.</summary>
    public static string? Language(ReportInput input)
    {
        string primary = (input.Language ?? "").Trim().Split('-', '_')[0].ToLowerInvariant();
        return primary.Length is 2 or 3 && primary.All(char.IsAsciiLetterLower) ? primary : null;
    }
}
