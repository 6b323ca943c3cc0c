namespace Stemma.Comparison;

/// <summary>Two numbers as one, for tables that are asked millions of times.</summary>
internal static class PairKey
{
    /// <summary>Another key for any other two numbers; near numbers have keys far apart, as the hash of a long needs them.</summary>
    public static ulong Of(int first, int second) => unchecked((((ulong)(uint)first << 32) | (uint)second) * OddFraction);

    /// <summary>Odd, so that the product is another for any other number; 2 to the 64th by the golden ratio (Knuth, vol. 3, 6.4).</summary>
    private const ulong OddFraction = 0x9E3779B97F4A7C15;
}
