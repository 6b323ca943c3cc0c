using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stemma.Comparison.Fingerprints;

/// <summary>The hash of a run of <see cref="Words"/> neighbouring words.</summary>
internal static class GramHash
{
    /// <summary>
    /// In words. Of a text in which every third word was changed a quarter of the runs of four survive, and unrelated texts
    /// share few; three words are shared by chance in every pair, six survive heavy editing too rarely. To be looked at again when
    /// recall of heavily edited copies is measured anew (bench/score_dedupe.py).
    /// </summary>
    public const int Words = 4;

    /// <summary>The hash of the four words from <paramref name="first"/> on, well mixed in all bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(ref uint first)
    {
        ulong sum = (first * 0x9E3779B97F4A7C15UL) + (Unsafe.Add(ref first, 1) * 0xC2B2AE3D27D4EB4FUL)
            + (Unsafe.Add(ref first, 2) * 0x165667B19E3779F9UL) + (Unsafe.Add(ref first, 3) * 0xD6E8FEB86659FD93UL);
        sum ^= sum >> 32;
        return (uint)((sum * 0xD6E8FEB86659FD93UL) >> 32);
    }

    /// <summary>Takes the hashes of the sampled runs of a text, in order.</summary>
    /// <param name="words">The words of the text.</param>
    /// <param name="mask">A run is in the sample where its hash has none of these bits.</param>
    /// <param name="sample">Gets the hashes; at least as long as <paramref name="words"/>.</param>
    /// <returns>How many there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Sample(ReadOnlySpan<uint> words, uint mask, Span<uint> sample)
    {
        int count = 0;
        ref uint first = ref MemoryMarshal.GetReference(words);
        for (int i = 0; i + Words <= words.Length; i++)
        {
            uint gram = Of(ref Unsafe.Add(ref first, i));
            // Nobody can foretell what is in the sample: a step that depends on it is faster than a branch.
            sample[count] = gram;
            count += (gram & mask) == 0 ? 1 : 0;
        }
        return count;
    }
}
