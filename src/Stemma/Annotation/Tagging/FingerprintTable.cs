using System.Numerics;
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

    private readonly ReadOnlySpan<Vector128<ushort>> _buckets;

    /// <summary>Reads the fingerprints, 8 a bucket, 0 where a place is free. One place at least must be free.</summary>
    public FingerprintTable(ReadOnlySpan<byte> fingerprints) => _buckets = MemoryMarshal.Cast<byte, Vector128<ushort>>(fingerprints);

    /// <summary>The place of the hash, negative where it is not in the set.</summary>
    public int Find(uint hash)
    {
        int bucket = BucketOf(hash, _buckets.Length);
        Vector128<ushort> wanted = Vector128.Create(FingerprintOf(hash));
        while (true)
        {
            Vector128<ushort> found = _buckets[bucket];
            uint equal = Vector128.Equals(found, wanted).ExtractMostSignificantBits();
            if (equal != 0)
                return (bucket * BucketSize) + BitOperations.TrailingZeroCount(equal);
            if (Vector128.EqualsAny(found, Vector128<ushort>.Zero))
                return -1;
            if (++bucket == _buckets.Length)
                bucket = 0;
        }
    }

    /// <summary>The bucket where the hash is looked for first.</summary>
    public static int BucketOf(uint hash, int buckets) => (int)(((ulong)hash * (uint)buckets) >> 32);

    /// <summary>The low bits of the hash, never 0.</summary>
    public static ushort FingerprintOf(uint hash) => (ushort)hash == 0 ? (ushort)1 : (ushort)hash;
}
