namespace Stemma.Stories.Lineage;

/// <summary>
/// Walks through the families that are likely, so that one can count how often each source is chosen: the cheapest family is
/// one of many that are nearly as cheap, and what most of them have in common is more often right.
/// </summary>
/// <remarks>
/// A Markov chain as in Bayesian phylogenetics: at each step the sources of one report are drawn anew with the probabilities
/// that the costs give. The draws come from a generator with a fixed seed, so that the same story gives the same walk.
/// </remarks>
internal sealed class FamilySampler(FamilyCost price, FamilySearch search)
{
    /// <summary>How often all reports are gone through.</summary>
    private const int Sweeps = 30;

    /// <summary>How many of them come before anything is counted.</summary>
    private const int Before = 6;

    /// <summary>In bits: costs are divided by it. Fitted on newstree; the costs are no exact logarithms.</summary>
    private const double Temperature = 4;

    /// <summary>In reports: in larger groups the walk takes too long to tell much.</summary>
    public const int MostReports = 32;

    /// <summary>The family that has most of what the likely families have, and how often each of its sources is chosen.</summary>
    public (Family Family, SourceChances Chances) Walk(Family start)
    {
        var visited = new List<Family>();
        var chances = new SourceChances(search.Members);
        Family family = start;
        ulong state = 0x9E3779B97F4A7C15;
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (int report in search.Members)
                family = Draw(report, family, ref state);
            if (sweep < Before)
                continue;
            visited.Add(family);
            chances.Add(family);
        }
        chances.Add(start);
        visited.Add(start);
        Family best = start;
        double most = chances.Of(start);
        foreach (Family other in visited)
        {
            double sum = chances.Of(other);
            if (sum > most + 1e-9)
                (best, most) = (other, sum);
        }
        return (best, chances);
    }

    private Family Draw(int report, Family family, ref ulong state)
    {
        var choices = new List<(Family Family, double Cost)> { (family, price.Of(family, search.Members)) };
        foreach (Family other in search.ChangesAt(report, family))
            choices.Add((other, price.Of(other, search.Members)));
        double least = choices.Min(c => c.Cost), sum = 0;
        double[] weights = new double[choices.Count];
        for (int i = 0; i < weights.Length; i++)
            sum += weights[i] = Math.Exp(-(choices[i].Cost - least) / Temperature);
        double at = Next(ref state) * sum;
        for (int i = 0; i < weights.Length; i++)
        {
            at -= weights[i];
            if (at < 0)
                return choices[i].Family;
        }
        return family;
    }

    // SplitMix64 (Steele, Lea, Flood 2014): a number from 0 to 1.
    private static double Next(ref ulong state)
    {
        state = unchecked(state + 0x9E3779B97F4A7C15);
        ulong z = state;
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        z ^= z >> 31;
        return (z >> 11) * (1.0 / (1UL << 53));
    }
}
