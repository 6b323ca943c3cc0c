using Stemma.Reports;

namespace Stemma.Comparison.Wordings;

/// <summary>One utterance of one speaker, as several quotations word it.</summary>
/// <param name="Speaker">The fullest name of the speaker, null where no report tells.</param>
/// <param name="Quotes">The <see cref="SpokenWords.Index"/> of each quotation, earliest first; two or more.</param>
/// <param name="Pairs">Each later quotation against the earlier one it is nearest to, in the order of <paramref name="Quotes"/>.</param>
public sealed record Wording(string? Speaker, IReadOnlyList<int> Quotes, IReadOnlyList<ChangedWording> Pairs);

/// <summary>Two wordings of one utterance.</summary>
/// <param name="A">The <see cref="SpokenWords.Index"/> of the earlier one.</param>
/// <param name="B">The <see cref="SpokenWords.Index"/> of the later one.</param>
/// <param name="Change">What became of it.</param>
/// <param name="Edits">The edits that make B of A, in text order; empty where they are the same.</param>
/// <param name="Reasons">Why the two are one utterance, in words a reader follows.</param>
public sealed record ChangedWording(int A, int B, WordingChange Change, IReadOnlyList<WordEdit> Edits, IReadOnlyList<string> Reasons);

/// <summary>What became of an utterance from one wording to another.</summary>
public enum WordingChange
{
    /// <summary>The same words, but for marks, the case of letters, spelling of the house, and the final mark.</summary>
    Same,

    /// <summary>Words were left out, none changed.</summary>
    Cut,

    /// <summary>Words were added, none changed.</summary>
    Extended,

    /// <summary>Words were changed.</summary>
    Reworded,
}

/// <summary>A word-level edit; an empty span stands where the words are missing.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="A">The words in the earlier report.</param>
/// <param name="B">The words in the later report.</param>
public readonly record struct WordEdit(EditKind Kind, TextSpan A, TextSpan B);

/// <summary>A kind of edit.</summary>
public enum EditKind
{
    /// <summary>Other words.</summary>
    Replace,

    /// <summary>More words.</summary>
    Insert,

    /// <summary>Fewer words.</summary>
    Delete,
}
