using System.Buffers.Binary;
using Stemma.Annotation.Tagging;
using Xunit;

namespace Stemma.Tests.Annotation.Tagging;

public sealed class FingerprintTableTests
{
    private const int Buckets = 40;

    [Theory]
    [InlineData(60)]
    [InlineData(270)]
    [InlineData(319)]
    public void Every_hash_is_found_at_its_own_place_however_full_the_table(int count)
    {
        (byte[] prints, Dictionary<uint, int> places) = Filled(count);
        var table = new FingerprintTable(prints);
        foreach ((uint hash, int place) in places)
            Assert.Equal(place, table.Find(hash));
    }

    [Fact]
    public void What_is_missing_gets_the_place_that_the_asker_names()
    {
        (byte[] prints, Dictionary<uint, int> places) = Filled(270);
        var table = new FingerprintTable(prints);
        int free = table.Free;
        for (uint i = 0; i < 2000; i++)
        {
            // Even fingerprints are in no bucket, see Filled.
            uint hash = Scattered(i) & ~1u;
            if ((hash & 0xFFFF) == 0)
                continue;
            Assert.Equal(-1, table.Find(hash));
            Assert.Equal(free, table.Find(hash, free));
        }
        Assert.DoesNotContain(free, places.Values);
    }

    // Distinct odd fingerprints laid as the training lays them: from a hash's own bucket on into the first free place, round the end.
    private static (byte[] Prints, Dictionary<uint, int> Places) Filled(int count)
    {
        var prints = new byte[Buckets * FingerprintTable.BucketSize * 2];
        var places = new Dictionary<uint, int>();
        for (int i = 0; i < count; i++)
        {
            uint hash = (Scattered((uint)i) & 0xFFFF0000) | (uint)((2 * i) + 1);
            int place = FingerprintTable.BucketOf(hash, Buckets) * FingerprintTable.BucketSize;
            while (places.ContainsValue(place))
                place = (place + 1) % (Buckets * FingerprintTable.BucketSize);
            places.Add(hash, place);
            BinaryPrimitives.WriteUInt16LittleEndian(prints.AsSpan(2 * place), FingerprintTable.FingerprintOf(hash));
        }
        return (prints, places);
    }

    private static uint Scattered(uint i) => ContextFeatures.Id(1, i);
}
