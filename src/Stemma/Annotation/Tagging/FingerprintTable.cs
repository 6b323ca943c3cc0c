using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stemma.Annotation.Tagging;

/// <summary>
/// A set of hashes that is read where it lies, with nothing built at start: buckets of eight fingerprints of 16 bits, compared
/// at once. A hash that does not fit into its bucket lies in the next one. A hash that is not in the set is taken for one that
/// is once in some ten thousand times.
/// </summary>
internal readonly ref struct FingerprintTable
{
    /// <summary>The fingerprints in a bucket.</summary>
    public const int BucketSize = 8;

    /// <summary>The fingerprints that are compared at once: four buckets, since a hash that is missing is looked for up to the next free place.</summary>
    private const int Window = 4 * BucketSize;

    private readonly ReadOnlySpan<ushort> _prints;

    /// <summary>Reads the fingerprints, 8 a bucket, 0 where a place is free. One place at least must be free.</summary>
    public FingerprintTable(ReadOnlySpan<byte> fingerprints) => _prints = MemoryMarshal.Cast<byte, ushort>(fingerprints);

    /// <summary>The first free place: whose row of weights is all zeros.</summary>
    public int Free => _prints.IndexOf((ushort)0);

    /// <summary>The place of the hash, negative where it is not in the set.</summary>
    public int Find(uint hash) => Find(hash, -1);

    /// <summary>The place of the hash, or <paramref name="missing"/> where it is not in the set.</summary>
    /// <remarks>Seldom branches: whether a feature is in a table is what no processor foresees.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(uint hash, int missing)
    {
        int start = BucketOf(hash, _prints.Length / BucketSize) * BucketSize;
        if (start <= _prints.Length - Window)
        {
            var found = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(_prints), (nuint)start);
            ulong equal = Vector512.Equals(found, Vector512.Create(FingerprintOf(hash))).ExtractMostSignificantBits();
            ulong stops = equal | Vector512.Equals(found, Vector512<ushort>.Zero).ExtractMostSignificantBits();
            if (stops != 0)
                return (equal & (stops ^ (stops - 1))) != 0 ? start + BitOperations.TrailingZeroCount(stops) : missing;
        }
        return FindFrom(start, FingerprintOf(hash), missing);
    }

    /// <summary>Asks the processor for the bucket where the hash is looked for first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fetch(uint hash) => Prefetch.Line(in _prints[BucketOf(hash, _prints.Length / BucketSize) * BucketSize]);

    private int FindFrom(int place, ushort print, int missing)
    {
        int rest = _prints[place..].IndexOfAny(print, (ushort)0);
        place = rest >= 0 ? place + rest : _prints.IndexOfAny(print, (ushort)0);
        return _prints[place] == 0 ? missing : place;
    }

    /// <summary>The bucket where the hash is looked for first.</summary>
    public static int BucketOf(uint hash, int buckets) => (int)(((ulong)hash * (uint)buckets) >> 32);

    /// <summary>The low bits of the hash, never 0.</summary>
    public static ushort FingerprintOf(uint hash) => (ushort)hash == 0 ? (ushort)1 : (ushort)hash;
}
