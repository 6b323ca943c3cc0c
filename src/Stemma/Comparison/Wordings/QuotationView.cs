using Stemma.Comparison.Similarity;

namespace Stemma.Comparison.Wordings;

/// <summary>A quotation with what is compared of it.</summary>
internal sealed class QuotationView(SpokenWords quote, ComparableWord[] words, QuotationContext context)
{
    /// <summary>The quotation.</summary>
    public SpokenWords Quote { get; } = quote;

    /// <summary>Its words.</summary>
    public ComparableWord[] Words { get; } = words;

    /// <summary>A number that the views with the same words have, as <see cref="WordingShapes.NumberOf"/> gives it.</summary>
    public required int WordsNumber { get; init; }

    /// <summary>True where it stands in the headline.</summary>
    public bool IsHeadline { get; init; }

    /// <summary>The sentences around it.</summary>
    public QuotationContext Context { get; } = context;
}
