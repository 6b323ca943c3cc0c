using System.Runtime.CompilerServices;

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
}
