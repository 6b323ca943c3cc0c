using Stemma.Comparison.Passages;

namespace Stemma.Stories.Lineage;

/// <summary>One wording of one sentence: its words as numbers of the story's vocabulary.</summary>
internal sealed class SentenceWording : IEquatable<SentenceWording>
{
    private readonly int _hash;

    /// <summary>A wording of the words.</summary>
    public SentenceWording(IReadOnlyList<WordedWord> words)
    {
        Words = [.. words];
        int hash = 17;
        foreach (WordedWord word in Words)
            hash = unchecked((hash * 31) + word.Form + (word.InMarks ? 7919 : 0));
        _hash = hash;
    }

    /// <summary>The words in order.</summary>
    public WordedWord[] Words { get; }

    /// <summary>True where both have the same words, written the same way.</summary>
    public bool Equals(SentenceWording? other) => other is not null && _hash == other._hash && Words.AsSpan().SequenceEqual(other.Words);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SentenceWording);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}

/// <summary>A word of a wording.</summary>
/// <param name="Word">Its folded form, as a number of the vocabulary.</param>
/// <param name="Form">The word as it is written but for case.</param>
/// <param name="Stem">Its stem.</param>
/// <param name="InMarks">True inside quotation marks.</param>
internal readonly record struct WordedWord(int Word, int Form, int Stem, bool InMarks)
{
    /// <summary>A word of a report.</summary>
    public static WordedWord Of(ComparedText text, int word) => new(text.Words[word], text.Forms[word], text.Stems[word], text.InMarks[word]);
}
