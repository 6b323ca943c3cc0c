using Stemma.Annotation.Marks;
using Stemma.Reports;

namespace Stemma.Annotation.Speech;

/// <summary>Finds who speaks where a transcript stands in marks and each speech opens with its speaker: “FALK: We wait.”</summary>
internal static class TranscriptLabels
{
    /// <summary>Words: labels are no longer ("JUDGE JOREN FALK:").</summary>
    private const int LongestLabel = 4;

    /// <summary>The tokens of the label that opens the stretch, its colon not among them; null where none does.</summary>
    /// <param name="view">The report.</param>
    /// <param name="stretch">The stretch.</param>
    /// <param name="first">Its first token, mark included.</param>
    public static (int First, int Last)? At(TokenView view, MarkedStretch stretch, int first)
    {
        int start = first;
        while (start < view.Count && view.Tokens[start].Span.Start < stretch.Inside.Start)
            start++;
        for (int i = start; i < view.Count && i - start <= LongestLabel && view.Tokens[i].Span.End <= stretch.Inside.End; i++)
        {
            if (i > start && view.IsMark(i, ':'))
                return (start, i - 1);
            if (!view.IsWord(i) || !IsUpper(view.Tokens[i].Span.Over(view.Text)))
                return null;
        }
        return null;
    }

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (char.IsLower(c))
                return false;
        }
        return word.Length > 1 && char.IsUpper(word[0]);
    }
}
