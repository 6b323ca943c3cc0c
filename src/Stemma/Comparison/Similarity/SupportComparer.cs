using Stemma.Annotation;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Comparison.Similarity;

/// <summary>Tells whether texts tell what statements say.</summary>
/// <remarks>Not safe to share between threads.</remarks>
public sealed class SupportComparer
{
    private readonly WordForms _forms = new(Lexicon.English);

    /// <summary>The score from which on a text tells a statement.</summary>
    public static double Told => StatementSupport.Told;

    /// <summary>The higher, the likelier that the text tells the statement; at most 1, and -1 where one of them has no words.</summary>
    public double Score(string text, string statement)
    {
        AnnotatedReport told = Outline(text);
        ReportWords said = ReportWords.Of(Outline(statement), _forms);
        return StatementSupport.Of(told, ReportWords.Of(told, _forms), said.All, Lexicon.English)?.Score ?? -1;
    }

    private static AnnotatedReport Outline(string text) => Annotator.Outline(new Report { Id = "", Text = text, Language = "en" });
}
