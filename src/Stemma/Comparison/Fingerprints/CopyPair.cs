using Stemma.Reports;

namespace Stemma.Comparison.Fingerprints;

/// <summary>How two documents hold the same text. Nothing is said of who took it from whom.</summary>
public enum CopyKind
{
    /// <summary>The same words; capitals, punctuation and spacing may differ.</summary>
    Identical,

    /// <summary>Nearly all words of both, in the same order.</summary>
    Verbatim,

    /// <summary>The same text from end to end with changes here and there.</summary>
    Edited,

    /// <summary>The same text from end to end, more of it changed than kept word for word.</summary>
    HeavilyEdited,

    /// <summary>Nearly all words of the one are part of the other, which says more.</summary>
    Contained,

    /// <summary>A part of the one is a part of the other; each says more.</summary>
    Part,

    /// <summary>Both quote the same words and share little else: they may have them from one speaker. Such a pair makes no cluster.</summary>
    Quotation,
}

/// <summary>A run of text that both documents of a pair hold, changes inside it allowed.</summary>
/// <param name="A">Where it stands in the one, in UTF-16 code units of its text.</param>
/// <param name="B">Where it stands in the other.</param>
/// <param name="Words">The words in it that both hold in the same order without a change, in runs of two or more.</param>
public readonly record struct CopyPassage(TextSpan A, TextSpan B, int Words);

/// <summary>Two documents of a corpus that hold the same text.</summary>
/// <param name="A">The document whose id comes first in ordinal order.</param>
/// <param name="B">The other.</param>
/// <param name="Kind">How they hold the same text.</param>
/// <param name="SharedA">In words: how much of A stands in B too, in runs of two or more.</param>
/// <param name="SharedB">In words: how much of B stands in A too.</param>
/// <param name="LongestRun">In words: the longest run without a change.</param>
/// <param name="StockWords">In words: how much of what is shared is stock text of many documents and did not count.</param>
public sealed record CopyPair(int A, int B, CopyKind Kind, int SharedA, int SharedB, int LongestRun, int StockWords)
{
    /// <summary>The passages, in words, in the order of B; the longest ones where there are very many.</summary>
    internal IReadOnlyList<WordPassage> Passages { get; init; } = [];
}

/// <summary>A passage in words of both documents; <paramref name="EndA"/> and <paramref name="EndB"/> are after its last word.</summary>
internal readonly record struct WordPassage(int A, int EndA, int B, int EndB, int Words);
