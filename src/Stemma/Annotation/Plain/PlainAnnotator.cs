using Stemma.Annotation.Marks;
using Stemma.Annotation.Times;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Plain;

/// <summary>Finds what one report tells in a language of which tables are all that is known: no trained weights, no word of the language in the code.</summary>
/// <remarks>It sees what stands on the surface (marks, cues beside them, capitals) and abstains where that is not enough.</remarks>
internal static class PlainAnnotator
{
    /// <summary>Annotates the report. A function of its arguments alone; linear in the report's length.</summary>
    public static AnnotatedReport Annotate(Report report, LanguageData language)
    {
        string text = report.Text;
        IReadOnlyList<Paragraph> paragraphs = Paragraphs.Of(report);
        IReadOnlyList<MarkedStretch> stretches = MarkedStretches.Find(text, paragraphs);
        List<Token> tokens = Tokenizer.Tokenize(text, paragraphs);
        IReadOnlyList<Sentence> sentences = SentenceSplitter.Split(text, paragraphs, tokens, stretches, language.Words);
        var view = new PlainView(text, paragraphs, tokens, sentences, stretches, language);
        IReadOnlyList<NameMention> names = PlainNames.Find(view);
        return new AnnotatedReport
        {
            Report = report,
            Paragraphs = paragraphs,
            Tokens = tokens,
            Sentences = sentences,
            Names = names,
            Times = TimeTagger.Tag(text, tokens, sentences, stretches, report.Language),
            Quotations = new PlainSpeech(view, names).Find(),
        };
    }
}
