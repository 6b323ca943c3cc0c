using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Xunit;

namespace Stemma.Tests.Annotation.Syntax;

public sealed class WeightBucketsTests
{
    private const int Buckets = 50;

    [Fact]
    public void A_feature_has_its_own_row_and_one_that_is_missing_a_row_of_zeros()
    {
        var bytes = new byte[Buckets * WeightBuckets.Stride(sizeof(int))];
        var rows = new Dictionary<(int Bucket, ushort Print), int>();
        var taken = new int[Buckets];
        for (uint i = 1; i <= 250; i++)
        {
            uint hash = ContextFeatures.Id(1, i);
            int bucket = WeightBuckets.BucketOf(hash, Buckets), slot = taken[bucket];
            if (slot == WeightBuckets.Slots || !rows.TryAdd((bucket, WeightBuckets.PrintOf(hash)), (int)i))
                continue;
            taken[bucket]++;
            Span<byte> own = bytes.AsSpan(bucket * WeightBuckets.Stride(sizeof(int)));
            BinaryPrimitives.WriteUInt16LittleEndian(own[(2 * slot)..], WeightBuckets.PrintOf(hash));
            BinaryPrimitives.WriteInt32LittleEndian(own[WeightBuckets.RowAt(slot, sizeof(int))..], (int)i);
        }
        var table = new WeightBuckets(bytes, WeightBuckets.Filters(bytes, sizeof(int)), sizeof(int));
        for (uint i = 1; i <= 5000; i++)
        {
            uint hash = ContextFeatures.Id(1, i);
            int expected = rows.GetValueOrDefault((WeightBuckets.BucketOf(hash, Buckets), WeightBuckets.PrintOf(hash)));
            Assert.Equal(expected, Unsafe.ReadUnaligned<int>(ref table.Row(hash)));
        }
        Assert.True(rows.Count > 150);
    }
}
