namespace Stemma.Stories.Clustering;

/// <summary>
/// Features with weights: of one report, or the sum of several. The product of two reports is their likeness, 0 to 1 and for very short
/// texts somewhat more: the mean of the cosines of their fields, weighted; the product of two sums, by their counts, is the mean likeness of their reports.
/// </summary>
/// <param name="Keys">Rise.</param>
/// <param name="Weights">One for each key, not negative.</param>
internal sealed record StoryVector(uint[] Keys, float[] Weights)
{
    /// <summary>In features: of a sum the heaviest. The rest, that stand in few of its reports, change a mean by less than .01.</summary>
    public const int MostInSum = 2048;

    /// <summary>
    /// How much longer the vector of a text of next to no words is: two headlines of one event share less than two reports of
    /// it. With it one least likeness serves both. Of 0, .5 and 1 the best for whole reports, first sentences and beginnings of 70 characters of ECB+ 1-35 alike.
    /// </summary>
    private const double ShortLift = 0.5;

    /// <summary>In words: a text of so many has half of the lift. Of 4, 8 and 16.</summary>
    private const double ShortWords = 8;

    /// <summary>The vector of a report, by what its features tell among the others.</summary>
    public static StoryVector Of(StoryFeatures features, TermFrequencies frequencies)
    {
        uint[] keys = features.Keys;
        var weights = new float[keys.Length];
        Span<double> squares = stackalloc double[FieldWeights.Fields];
        Span<int> counts = stackalloc int[FieldWeights.Fields];
        for (int i = 0; i < keys.Length; i++)
        {
            weights[i] = (float)(features.Weights[i] * frequencies.WeightOf(keys[i]));
            int field = (int)FeatureKey.FieldOf(keys[i]);
            squares[field] += weights[i] * weights[i];
            counts[field]++;
        }
        Span<double> shares = stackalloc double[FieldWeights.Fields];
        double all = 0;
        for (int f = 0; f < shares.Length; f++)
            all += shares[f] = FieldWeights.ShareOf((FeatureField)f, counts[f], counts[0]);
        for (int f = 0; f < shares.Length; f++)
            shares[f] = counts[f] == 0 ? 0 : Math.Sqrt(shares[f] / (all * squares[f]));
        // The likeness of a text to itself is lifted as well; nobody asks for it.
        double lift = 1 + (ShortLift / (1 + (counts[0] / ShortWords)));
        for (int i = 0; i < keys.Length; i++)
            weights[i] *= (float)lift * (float)shares[(int)FeatureKey.FieldOf(keys[i])];
        return new StoryVector(keys, weights);
    }

    /// <summary>The product with another vector.</summary>
    public double Times(StoryVector other)
    {
        if (other.Keys.Length > Keys.Length * SearchFrom)
            return TimesLonger(other);
        if (Keys.Length > other.Keys.Length * SearchFrom)
            return other.TimesLonger(this);
        double sum = 0;
        for (int i = 0, j = 0; i < Keys.Length && j < other.Keys.Length;)
        {
            uint a = Keys[i], b = other.Keys[j];
            if (a == b)
                sum += Weights[i++] * other.Weights[j++];
            else if (a < b)
                i++;
            else
                j++;
        }
        return sum;
    }

    /// <summary>So many times longer a vector is searched rather than walked through.</summary>
    private const int SearchFrom = 8;

    private double TimesLonger(StoryVector longer)
    {
        double sum = 0;
        int from = 0;
        for (int i = 0; i < Keys.Length; i++)
        {
            int found = Array.BinarySearch(longer.Keys, from, longer.Keys.Length - from, Keys[i]);
            if (found >= 0)
                sum += Weights[i] * longer.Weights[found];
            from = found >= 0 ? found + 1 : ~found;
        }
        return sum;
    }

    /// <summary>The sum of this vector and another one times a factor (-1 takes it away); of too many features the heaviest.</summary>
    public StoryVector Plus(StoryVector other, float factor = 1)
    {
        var keys = new uint[Keys.Length + other.Keys.Length];
        var weights = new float[keys.Length];
        int n = 0;
        for (int i = 0, j = 0; i < Keys.Length || j < other.Keys.Length;)
        {
            uint a = i < Keys.Length ? Keys[i] : uint.MaxValue, b = j < other.Keys.Length ? other.Keys[j] : uint.MaxValue;
            float weight = 0;
            if (a <= b)
                weight += Weights[i++];
            if (b <= a)
                weight += factor * other.Weights[j++];
            if (weight <= 0)
                continue;
            (keys[n], weights[n]) = (Math.Min(a, b), weight);
            n++;
        }
        return n <= MostInSum ? new StoryVector(keys[..n], weights[..n]) : Heaviest(keys.AsSpan(0, n), weights.AsSpan(0, n), MostInSum);
    }

    /// <summary>The keys of the heaviest words, names among them, heaviest first, of equal weights the smaller keys.</summary>
    public uint[] HeaviestWords(int most)
    {
        int[] order = [.. Enumerable.Range(0, Keys.Length).Where(i => FeatureKey.FieldOf(Keys[i]) == FeatureField.Word)];
        Array.Sort(order, (x, y) => Weights[x] != Weights[y] ? Weights[y].CompareTo(Weights[x]) : x.CompareTo(y));
        return [.. order.Take(most).Select(i => Keys[i])];
    }

    private static StoryVector Heaviest(ReadOnlySpan<uint> keys, ReadOnlySpan<float> weights, int most)
    {
        float[] sorted = weights.ToArray();
        Array.Sort(sorted);
        // The least weight that is kept; of those as heavy as that the first.
        float least = sorted[^most];
        int above = 0;
        foreach (float weight in weights)
            above += weight > least ? 1 : 0;
        var keptKeys = new uint[most];
        var keptWeights = new float[most];
        int n = 0, equals = most - above;
        for (int i = 0; i < keys.Length; i++)
        {
            if (weights[i] < least || (weights[i] == least && equals-- <= 0))
                continue;
            (keptKeys[n], keptWeights[n]) = (keys[i], weights[i]);
            n++;
        }
        return new StoryVector(keptKeys, keptWeights);
    }
}
