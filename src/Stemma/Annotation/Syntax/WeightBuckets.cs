using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Stemma.Annotation.Tagging;

namespace Stemma.Annotation.Syntax;

/// <summary>
/// Rows of weights by the hashes of their features, read where they lie: buckets of eight fingerprints of 16 bits, compared at
/// once, then their eight rows and a row of zeros for what is not there, so that looking up never branches. A hash that is not
/// in the table is taken for one that is once in some ten thousand times.
/// </summary>
internal readonly ref struct WeightBuckets
{
    /// <summary>The fingerprints in a bucket.</summary>
    public const int Slots = 8;

    private const int PrintBytes = 2 * Slots;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly ReadOnlySpan<uint> _filters;
    private readonly int _rowBytes, _stride;

    /// <summary>Reads a table.</summary>
    /// <param name="bytes">A whole number of buckets, each of <see cref="Stride"/> bytes.</param>
    /// <param name="filters">What <see cref="Filters"/> made of it.</param>
    /// <param name="rowBytes">The bytes in a row.</param>
    public WeightBuckets(ReadOnlySpan<byte> bytes, ReadOnlySpan<uint> filters, int rowBytes)
    {
        _bytes = bytes;
        _filters = filters;
        (_rowBytes, _stride) = (rowBytes, Stride(rowBytes));
    }

    /// <summary>
    /// For each bucket the low bits of its fingerprints, one bit set for each: most hashes that are not in the table are seen here, so that only the
    /// buckets of those that are come into the processor's cache (Bloom 1970, with one hash).
    /// </summary>
    /// <param name="bytes">The table.</param>
    /// <param name="rowBytes">The bytes in a row.</param>
    public static uint[] Filters(ReadOnlySpan<byte> bytes, int rowBytes)
    {
        int stride = Stride(rowBytes);
        var filters = new uint[bytes.Length / stride];
        for (int bucket = 0; bucket < filters.Length; bucket++)
        {
            foreach (ushort print in MemoryMarshal.Cast<byte, ushort>(bytes.Slice(bucket * stride, PrintBytes)))
                filters[bucket] |= print == 0 ? 0 : 1u << print;
        }
        return filters;
    }

    /// <summary>The bytes in a bucket: a cache line for rows of four.</summary>
    public static int Stride(int rowBytes) => (PrintBytes + ((Slots + 1) * rowBytes) + 15) & ~15;

    /// <summary>The place of a row in its bucket.</summary>
    public static int RowAt(int slot, int rowBytes) => PrintBytes + (slot * rowBytes);

    /// <summary>The bucket that a hash belongs to.</summary>
    public static int BucketOf(uint hash, uint buckets) => (int)(((ulong)hash * buckets) >> 32);

    /// <summary>The low bits of the hash, never 0.</summary>
    public static ushort PrintOf(uint hash) => (ushort)hash == 0 ? (ushort)1 : (ushort)hash;

    /// <summary>Asks the processor for the bucket of a hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fetch(uint hash) => Prefetch.Line(ref Bucket(hash, out _));

    /// <summary>The first byte of the row; of the row of zeros where the hash is not in the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte Row(uint hash)
    {
        ref byte bucket = ref Bucket(hash, out uint passes);
        uint equal = Vector128.Equals(Unsafe.ReadUnaligned<Vector128<ushort>>(ref bucket), Vector128.Create(PrintOf(hash))).ExtractMostSignificantBits() & passes;
        return ref Unsafe.Add(ref bucket, PrintBytes + (BitOperations.TrailingZeroCount(equal | (1u << Slots)) * _rowBytes));
    }

    // The bucket of a hash, all ones where the filter lets the hash through; else the first bucket, and zeros: nothing is to be found in it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte Bucket(uint hash, out uint passes)
    {
        int bucket = BucketOf(hash, (uint)_filters.Length);
        passes = 0 - ((Unsafe.Add(ref MemoryMarshal.GetReference(_filters), bucket) >> PrintOf(hash)) & 1);
        return ref Unsafe.Add(ref MemoryMarshal.GetReference(_bytes), (nint)(uint)(bucket * _stride) & (nint)(int)passes);
    }
}
