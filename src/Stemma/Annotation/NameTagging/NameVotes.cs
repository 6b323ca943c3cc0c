using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Stemma.Annotation.Tagging;

namespace Stemma.Annotation.NameTagging;

/// <summary>
/// What a first reading of a report took each word for, counted over the report, and the features by which a second reading hears how
/// the other places of a word were read (Krishnan and Manning 2006).
/// </summary>
internal sealed class NameVotes
{
    /// <summary>How many features a token has at most.</summary>
    public const int Most = 3;

    /// <summary>No name, then the kinds.</summary>
    private const int Readings = 5;

    [InlineArray(Readings)]
    private struct Counts
    {
        private int _first;
    }

    private readonly Dictionary<uint, Counts> _counts = [];

    /// <summary>Adds the words of a run with the labels that the first reading gave them.</summary>
    /// <param name="words">The tokens of the report.</param>
    /// <param name="labels">Their labels.</param>
    /// <param name="first">The first token of the run.</param>
    /// <param name="end">The token behind its last.</param>
    public void Add(ReadOnlySpan<NameWord> words, ReadOnlySpan<byte> labels, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (words[i].Capital)
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, words[i].Facts.Word, out _)[ReadingOf(labels[i])]++;
        }
    }

    /// <summary>The features of a word of a run, from its other places; returns how many, 0 where it has no other place.</summary>
    public int Of(ReadOnlySpan<NameWord> words, int i, int label, Span<uint> ids)
    {
        ref readonly NameWord word = ref words[i];
        if (!word.Capital || !_counts.TryGetValue(word.Facts.Word, out Counts counts))
            return 0;
        counts[ReadingOf(label)]--;
        int best = 0, total = 0;
        for (int r = 0; r < Readings; r++)
        {
            total += counts[r];
            if (counts[r] > counts[best])
                best = r;
        }
        if (total == 0)
            return 0;
        uint share = counts[best] == total ? 2u : 2 * counts[best] > total ? 1u : 0u;
        ids[0] = ContextFeatures.Id(90, (uint)best, share, (uint)Math.Min(total, 3));
        ids[1] = ContextFeatures.Id(91, (uint)best, share, (uint)ReadingOf(label));
        ids[2] = ContextFeatures.Id(92, (uint)best, (uint)word.Facts.Case, word.PhrasePlace);
        return Most;
    }

    private static int ReadingOf(int label) => label == NameLabels.Outside ? 0 : 1 + (int)NameLabels.KindOf(label);
}
