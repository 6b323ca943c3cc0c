using Stemma.Reports;

namespace Stemma.Comparison.Similarity;

/// <summary>A word of a report in the forms in which words are compared; the text itself stays as it is.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Form">In lower case, one spelling, numbers as figures: equal where only house style differs.</param>
/// <param name="Stem">Without inflection.</param>
/// <param name="Weight">How much it tells of the content, from <see cref="ReportWords.StopWeight"/> to 1.</param>
internal readonly record struct ComparableWord(TextSpan Span, string Form, string Stem, double Weight)
{
    /// <summary>True where it begins with a capital letter: a name, most often, or the first word of a sentence.</summary>
    public bool IsCapital { get; init; }

    /// <summary>True for words that carry content.</summary>
    public bool IsContent => Weight > ReportWords.StopWeight;
}
