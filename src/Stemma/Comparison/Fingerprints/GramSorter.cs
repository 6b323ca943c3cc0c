using System.Runtime.CompilerServices;

namespace Stemma.Comparison.Fingerprints;

/// <summary>Sorts the postings of one chain after the other by hash, those of one hash in the order they came in.</summary>
internal sealed class GramSorter
{
    // In bits: the chain has the highest byte of the hash in common; three counting passes sort the rest.
    private const int Digit = 8;
    private const int Passes = 3;

    private readonly int[] _starts = new int[Passes << Digit];
    private ulong[] _sorted = [];
    private ulong[] _other = [];

    /// <summary>Sorts.</summary>
    /// <returns>Valid until the next call.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<ulong> Sort(GramBlocks postings, int chain)
    {
        int length = postings.LengthOf(chain);
        if (_sorted.Length < length)
            (_sorted, _other) = (new ulong[length * 5 / 4], new ulong[length * 5 / 4]);
        Span<int> starts = _starts;
        starts.Clear();
        foreach (ReadOnlySpan<ulong> part in postings.PartsOf(chain))
        {
            foreach (ulong posting in part)
            {
                starts[(byte)(posting >> 32)]++;
                starts[(1 << Digit) + (byte)(posting >> 40)]++;
                starts[(2 << Digit) + (byte)(posting >> 48)]++;
            }
        }
        for (int pass = 0; pass < Passes; pass++)
        {
            int sum = 0;
            foreach (ref int start in starts.Slice(pass << Digit, 1 << Digit))
                (start, sum) = (sum, sum + start);
        }
        Span<ulong> sorted = _sorted.AsSpan(0, length), other = _other.AsSpan(0, length);
        foreach (ReadOnlySpan<ulong> part in postings.PartsOf(chain))
            Scatter(part, sorted, starts[..(1 << Digit)], 32);
        Scatter(sorted, other, starts.Slice(1 << Digit, 1 << Digit), 40);
        Scatter(other, sorted, starts.Slice(2 << Digit, 1 << Digit), 48);
        return sorted;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Scatter(ReadOnlySpan<ulong> from, Span<ulong> to, Span<int> next, int shift)
    {
        foreach (ulong posting in from)
            to[next[(byte)(posting >> shift)]++] = posting;
    }
}
