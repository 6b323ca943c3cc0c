using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    private readonly int _rowBytes, _stride;
    private readonly uint _buckets;

    /// <summary>Reads a table.</summary>
    /// <param name="bytes">A whole number of buckets, each of <see cref="Stride"/> bytes.</param>
    /// <param name="rowBytes">The bytes in a row.</param>
    public WeightBuckets(ReadOnlySpan<byte> bytes, int rowBytes)
    {
        _bytes = bytes;
        (_rowBytes, _stride) = (rowBytes, Stride(rowBytes));
        _buckets = (uint)(bytes.Length / _stride);
    }

    /// <summary>The bytes in a bucket: a cache line for rows of four.</summary>
    public static int Stride(int rowBytes) => (PrintBytes + ((Slots + 1) * rowBytes) + 15) & ~15;

    /// <summary>The place of a row in its bucket.</summary>
    public static int RowAt(int slot, int rowBytes) => PrintBytes + (slot * rowBytes);

    /// <summary>The bucket that a hash belongs to.</summary>
    public static int BucketOf(uint hash, uint buckets) => (int)(((ulong)hash * buckets) >> 32);

    /// <summary>The low bits of the hash, never 0.</summary>
    public static ushort PrintOf(uint hash) => (ushort)hash == 0 ? (ushort)1 : (ushort)hash;

    /// <summary>The first byte of the row; of the row of zeros where the hash is not in the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte Row(uint hash)
    {
        ref byte bucket = ref Unsafe.Add(ref MemoryMarshal.GetReference(_bytes), BucketOf(hash, _buckets) * _stride);
        Vector128<ushort> prints = Unsafe.ReadUnaligned<Vector128<ushort>>(ref bucket);
        uint equal = Vector128.Equals(prints, Vector128.Create(PrintOf(hash))).ExtractMostSignificantBits();
        return ref Unsafe.Add(ref bucket, PrintBytes + (BitOperations.TrailingZeroCount(equal | (1u << Slots)) * _rowBytes));
    }
}
