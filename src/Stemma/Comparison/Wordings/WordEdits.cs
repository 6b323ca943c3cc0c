using Stemma.Comparison.Similarity;
using Stemma.Reports;

namespace Stemma.Comparison.Wordings;

/// <summary>The edits between two wordings and what they amount to.</summary>
internal static class WordEdits
{
    /// <summary>The edits that make the second run of the first, in text order.</summary>
    /// <param name="a">The words of the earlier wording.</param>
    /// <param name="b">The words of the later one.</param>
    /// <param name="alignment">Their alignment.</param>
    /// <param name="placeA">Where an edit stands whose side in A is empty and first.</param>
    /// <param name="placeB">The same in B.</param>
    public static IReadOnlyList<WordEdit> Between(ReadOnlySpan<ComparableWord> a, ReadOnlySpan<ComparableWord> b, WordAlignment alignment, int placeA, int placeB)
    {
        var edits = new List<WordEdit>();
        int i = 0, j = 0;
        foreach (AlignedWords pair in alignment.Pairs)
        {
            if (!pair.Same)
                continue;
            Add(a[i..pair.A], b[j..pair.B], i == 0 ? placeA : a[i - 1].Span.End, j == 0 ? placeB : b[j - 1].Span.End, edits);
            (i, j) = (pair.A + 1, pair.B + 1);
        }
        Add(a[i..], b[j..], i == 0 ? placeA : a[i - 1].Span.End, j == 0 ? placeB : b[j - 1].Span.End, edits);
        return edits;
    }

    private static void Add(ReadOnlySpan<ComparableWord> a, ReadOnlySpan<ComparableWord> b, int placeA, int placeB, List<WordEdit> edits)
    {
        if (a.IsEmpty && b.IsEmpty)
            return;
        TextSpan left = a.IsEmpty ? new(placeA, placeA) : new(a[0].Span.Start, a[^1].Span.End);
        TextSpan right = b.IsEmpty ? new(placeB, placeB) : new(b[0].Span.Start, b[^1].Span.End);
        edits.Add(new WordEdit(a.IsEmpty ? EditKind.Insert : b.IsEmpty ? EditKind.Delete : EditKind.Replace, left, right));
    }

    /// <summary>What the edits amount to.</summary>
    /// <remarks>
    /// Words left out or added inside that are all of the closed classes ("the", "of") are a change of grammar: reworded.
    /// Where one end is cut and the other extended, the larger of the two decides.
    /// </remarks>
    public static WordingChange Classify(IReadOnlyList<WordEdit> edits, ReadOnlySpan<ComparableWord> a, ReadOnlySpan<ComparableWord> b)
    {
        if (edits.Count == 0)
            return WordingChange.Same;
        int cut = 0, added = 0;
        foreach (WordEdit edit in edits)
        {
            bool first = (a.IsEmpty || edit.A.Start <= a[0].Span.Start) && (b.IsEmpty || edit.B.Start <= b[0].Span.Start);
            bool last = (a.IsEmpty || edit.A.End >= a[^1].Span.End) && (b.IsEmpty || edit.B.End >= b[^1].Span.End);
            if (edit.Kind == EditKind.Replace || (!first && !last && !HasContent(edit, a, b)))
                return WordingChange.Reworded;
            if (edit.Kind == EditKind.Delete)
                cut += edit.A.Length;
            else
                added += edit.B.Length;
        }
        return cut >= added ? WordingChange.Cut : WordingChange.Extended;
    }

    private static bool HasContent(WordEdit edit, ReadOnlySpan<ComparableWord> a, ReadOnlySpan<ComparableWord> b)
    {
        TextSpan span = edit.Kind == EditKind.Delete ? edit.A : edit.B;
        ReadOnlySpan<ComparableWord> words = edit.Kind == EditKind.Delete ? a : b;
        foreach (ref readonly ComparableWord word in words)
        {
            if (word.IsContent && span.Contains(word.Span))
                return true;
        }
        return false;
    }
}
