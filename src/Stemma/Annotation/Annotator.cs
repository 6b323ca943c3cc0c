using Stemma.Annotation.Attributions;
using Stemma.Annotation.Clauses;
using Stemma.Annotation.Marks;
using Stemma.Annotation.Names;
using Stemma.Annotation.Plain;
using Stemma.Annotation.Speech;
using Stemma.Annotation.Times;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation;

/// <summary>Finds all that one report alone tells.</summary>
public static class Annotator
{
    /// <summary>
    /// Finds what comparing texts needs, and no more: paragraphs, tokens, sentences; what stands inside closed quotation marks
    /// counts as quoted, without a speaker. Many times faster than <see cref="Annotate"/>; linear in the report's length.
    /// </summary>
    public static AnnotatedReport Outline(Report report)
    {
        string text = report.Text;
        IReadOnlyList<Paragraph> paragraphs = Paragraphs.Of(report);
        IReadOnlyList<MarkedStretch> stretches = MarkedStretches.Find(text, paragraphs);
        List<Token> tokens = Tokenizer.Tokenize(text, paragraphs);
        return new AnnotatedReport
        {
            Report = report,
            Paragraphs = paragraphs,
            Tokens = tokens,
            Sentences = SentenceSplitter.Split(text, paragraphs, tokens, stretches),
            Quotations = [.. stretches.Where(s => s.Closed && s.Depth == 0).Select(s => new Quotation { Span = s.Inside, Marked = s.Marked, Kind = QuotationKind.Direct })],
        };
    }

    /// <summary>Annotates the report. A function of the report alone; linear in its length.</summary>
    public static AnnotatedReport Annotate(Report report)
    {
        if (LanguageData.For(report.Language) is { Level: LanguageLevel.Plain } language)
            return PlainAnnotator.Annotate(report, language);
        string text = report.Text;
        IReadOnlyList<Paragraph> paragraphs = Paragraphs.Of(report);
        IReadOnlyList<MarkedStretch> stretches = MarkedStretches.Find(text, paragraphs);
        List<Token> tokens = Tokenizer.Tokenize(text, paragraphs);
        IReadOnlyList<Sentence> sentences = SentenceSplitter.Split(text, paragraphs, tokens, stretches);
        var view = new TokenView(text, paragraphs, tokens, sentences, stretches);
        IReadOnlyList<NameMention> names = NameFinder.Find(view);
        List<AttributionReader.Found> attributions = AttributionReader.Find(view);
        IReadOnlyList<Quotation> quotations = QuotationFinder.Find(view, names, attributions);
        IReadOnlyList<TimeExpression> times = TimeTagger.Tag(text, tokens, sentences, stretches, report.Language);
        return new AnnotatedReport
        {
            Report = report,
            Paragraphs = paragraphs,
            Tokens = tokens,
            Sentences = sentences,
            Names = names,
            Times = times,
            TimeClauses = ClauseReader.Find(view, times),
            Quotations = quotations,
            Attributions = [.. attributions.Select(a => a.Attribution)],
            MarkedPhrases = MarkedPhrases.Find(view, quotations),
        };
    }
}
