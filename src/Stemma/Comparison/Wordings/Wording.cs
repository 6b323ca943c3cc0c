using Stemma.Reports;

namespace Stemma.Comparison.Wordings;

/// <summary>One utterance of one speaker, as several quotations word it.</summary>
/// <param name="Speaker">The fullest name of the speaker, null where no report tells.</param>
/// <param name="Quotes">The <see cref="SpokenWords.Index"/> of each quotation, earliest first; two or more.</param>
/// <param name="Pairs">Each later quotation against the earlier one it is nearest to, in the order of <paramref name="Quotes"/>.</param>
public sealed record Wording(string? Speaker, IReadOnlyList<int> Quotes, IReadOnlyList<ChangedWording> Pairs)
{
    /// <summary>Which of the wordings was there first, and why it is known or not.</summary>
    public EarliestWording Earliest { get; init; } = EarliestWording.Unknown;
}

/// <summary>Which wording of an utterance was there first.</summary>
/// <param name="Quote">The <see cref="SpokenWords.Index"/> of the first quotation with these words; null where it is not known which wording was first.</param>
/// <param name="Reasons">Why, in words a reader follows.</param>
public sealed record EarliestWording(int? Quote, IReadOnlyList<string> Reasons)
{
    /// <summary>Nothing is known.</summary>
    internal static EarliestWording Unknown { get; } = new(null, []);
}

/// <summary>Two wordings of one utterance.</summary>
/// <param name="A">The <see cref="SpokenWords.Index"/> of the earlier one.</param>
/// <param name="B">The <see cref="SpokenWords.Index"/> of the later one.</param>
/// <param name="Change">What became of it.</param>
/// <param name="Edits">The edits that make B of A, in text order; where they are the same, at most edits of spelling and punctuation.</param>
/// <param name="Reasons">Why the two are one utterance, in words a reader follows.</param>
public sealed record ChangedWording(int A, int B, WordingChange Change, IReadOnlyList<WordEdit> Edits, IReadOnlyList<string> Reasons)
{
    /// <summary>The speakers that the two reports name, A's first, where these are surely two; else empty.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>What became of the meaning: the gravest of the edits decides.</summary>
    public MeaningEffect Meaning => Edits.Count == 0 ? MeaningEffect.Kept : Edits.Max(e => e.Nature.Effect());
}

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

    /// <summary>The same words, given to somebody else.</summary>
    Reattributed,

    /// <summary>The words, whole or cut, stand in marks in the headline alone.</summary>
    Headline,
}

/// <summary>A word-level edit; an empty span stands where the words are missing.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="A">The words in the earlier report.</param>
/// <param name="B">The words in the later report.</param>
public readonly record struct WordEdit(EditKind Kind, TextSpan A, TextSpan B)
{
    /// <summary>What it is a change of.</summary>
    public EditNature Nature { get; init; }

    /// <summary>The same in a few words a reader follows: "possible → certain".</summary>
    public string Note { get; init; } = "";
}

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
