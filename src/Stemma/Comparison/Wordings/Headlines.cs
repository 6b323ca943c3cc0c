using Stemma.Annotation;
using Stemma.Annotation.Marks;
using Stemma.Reports;

namespace Stemma.Comparison.Wordings;

/// <summary>Words in marks in a headline: most often cut from a quotation of the body, the report's own or that of another.</summary>
internal static class Headlines
{
    /// <summary>A report has one headline and may have a second line; what more is called so is none.</summary>
    private const int MostTitles = 3;

    /// <summary>The words in marks in the headline that are among neither the quotations nor the marked phrases of the report.</summary>
    public static IEnumerable<Quotation> Phrases(AnnotatedReport report)
    {
        Paragraph[] titles = [.. report.Paragraphs.Where(p => p.Kind == ParagraphKind.Title).Take(MostTitles)];
        if (titles.Length == 0)
            yield break;
        foreach (MarkedStretch stretch in MarkedStretches.Find(report.Text, titles))
        {
            TextSpan words = stretch.Inside.Trimmed(report.Text);
            if (stretch.Depth > 0 || !stretch.Closed || words.IsEmpty || Overlaps(report.Quotations, stretch.Marked) || Overlaps(report.MarkedPhrases, stretch.Marked))
                continue;
            yield return new Quotation
            {
                Span = words,
                Marked = stretch.Marked,
                Kind = QuotationKind.Partial,
                Reasons = ["words in marks in the headline that a quotation has"],
            };
        }
    }

    /// <summary>True where the quotation stands in the headline.</summary>
    public static bool Hold(SpokenWords quote)
    {
        foreach (Paragraph paragraph in quote.Source.Paragraphs)
        {
            if (paragraph.Span.Start > quote.Quotation.Span.Start)
                return false;
            if (paragraph.Span.End > quote.Quotation.Span.Start)
                return paragraph.Kind == ParagraphKind.Title;
        }
        return false;
    }

    // The headline stands first: so do the quotations in it.
    private static bool Overlaps(IReadOnlyList<Quotation> quotations, TextSpan span) =>
        quotations.TakeWhile(q => q.Span.Start < span.End).Any(q => q.Kind != QuotationKind.Indirect && q.Marked.Overlaps(span));
}
