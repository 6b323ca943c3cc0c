using Stemma.Reports;

namespace Stemma.Comparison.Passages;

/// <summary>A run of text that two reports share.</summary>
/// <param name="A">The index of the report whose id is first in ordinal order, in the list that was compared.</param>
/// <param name="B">The index of the other report.</param>
/// <param name="SpanA">The words in the first report.</param>
/// <param name="SpanB">The words in the other.</param>
/// <param name="Kind">How near the two wordings are.</param>
/// <param name="Use">What sharing it tells.</param>
/// <param name="Similarity">The share of words that agree, 0 to 1; 1 for verbatim.</param>
public sealed record Passage(int A, int B, TextSpan SpanA, TextSpan SpanB, PassageKind Kind, PassageUse Use, double Similarity)
{
    /// <summary>The words in the report with the index, which is <see cref="A"/> or <see cref="B"/>.</summary>
    public TextSpan SpanIn(int report) => report == A ? SpanA : SpanB;

    /// <summary>The other report.</summary>
    public int OtherThan(int report) => report == A ? B : A;
}

/// <summary>How near two wordings are.</summary>
public enum PassageKind
{
    /// <summary>The same words; spelling, numerals and marks may follow another house style.</summary>
    Verbatim,

    /// <summary>Small changes: at least four words of five agree.</summary>
    Edited,

    /// <summary>The same sentence in other words or another order.</summary>
    Reworded,
}

/// <summary>What it tells that two reports share a passage.</summary>
public enum PassageUse
{
    /// <summary>One took it from the other, or both from a third.</summary>
    Copied,

    /// <summary>Both quote one statement, which needs no copying.</summary>
    Quotation,

    /// <summary>A sentence that anybody writes about this matter: it stands alone between otherwise different texts.</summary>
    Stock,
}
