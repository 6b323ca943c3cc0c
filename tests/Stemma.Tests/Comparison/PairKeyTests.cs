using Stemma.Comparison;

namespace Stemma.Tests.Comparison;

public class PairKeyTests
{
    [Fact]
    public void Other_pairs_have_other_keys()
    {
        int[] numbers = [0, 1, 2, 3, 1000, 65_536, int.MaxValue - 1, int.MaxValue];
        ulong[] keys = [.. numbers.SelectMany(x => numbers.Select(y => PairKey.Of(x, y)))];
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }
}
