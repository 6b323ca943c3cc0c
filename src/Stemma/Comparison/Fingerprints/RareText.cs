using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stemma.Comparison.Fingerprints;

/// <summary>Tells what is surely no stock text, by the sample alone: never too much, so that most copies need no count of all runs.</summary>
internal sealed class RareText(SharedGrams grams, int mostHolders) : OwnText
{
    /// <summary>The words that stand in a sampled run of four which few documents hold.</summary>
    public override int OwnWords(ReadOnlySpan<uint> run)
    {
        int own = 0;
        ref uint first = ref MemoryMarshal.GetReference(run);
        for (int i = 0; i + GramHash.Words <= run.Length; i++)
        {
            uint hash = GramHash.Of(ref Unsafe.Add(ref first, i));
            if (!grams.IsSampled(hash) || grams.Find(hash) is not (>= 0 and var gram) || grams.HoldersOf(gram).Length > mostHolders)
                continue;
            // Those that overlap it could add little.
            own += GramHash.Words;
            i += GramHash.Words - 1;
        }
        return own;
    }
}
