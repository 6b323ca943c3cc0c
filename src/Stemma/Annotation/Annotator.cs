using Stemma.Reports;

namespace Stemma.Annotation;

/// <summary>Finds all that one report alone tells.</summary>
public static class Annotator
{
    /// <summary>Annotates the report. A function of the report alone; linear in its length.</summary>
    public static AnnotatedReport Annotate(Report report)
    {
        IReadOnlyList<Paragraph> paragraphs = Paragraphs.Of(report);
        IReadOnlyList<Token> tokens = Tokenizer.Tokenize(report.Text, paragraphs);
        IReadOnlyList<Sentence> sentences = SentenceSplitter.Split(report.Text, paragraphs, tokens);
        return new AnnotatedReport { Report = report, Paragraphs = paragraphs, Tokens = tokens, Sentences = sentences, Times = Times.TimeTagger.Tag(report.Text, tokens, sentences, report.Language) };
    }
}
