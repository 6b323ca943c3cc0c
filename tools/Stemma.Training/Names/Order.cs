namespace Stemma.Training.Names;

/// <summary>Puts things into an order by chance that is the same for the same seed.</summary>
internal static class Order
{
    /// <summary>Fisher and Yates, by a linear congruential generator (Knuth's MMIX).</summary>
    public static void Shuffle(int[] order, ref ulong state)
    {
        for (int i = order.Length - 1; i > 0; i--)
        {
            state = (state * 6364136223846793005) + 1442695040888963407;
            int j = (int)((state >> 33) % (ulong)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
