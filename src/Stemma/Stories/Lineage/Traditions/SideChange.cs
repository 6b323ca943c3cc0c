namespace Stemma.Stories.Lineage.Traditions;

/// <summary>A witness that follows one other up to a place and another one from there on.</summary>
/// <param name="Witness">The witness.</param>
/// <param name="Place">The first place at which it follows the second source; 1 or more.</param>
/// <param name="First">Whom it follows before.</param>
/// <param name="Second">Whom it follows from there on.</param>
/// <param name="Gain">In bits: what it takes less to tell its readings from both than from one place in the tree.</param>
internal readonly record struct SideChange(int Witness, int Place, int First, int Second, double Gain);

/// <summary>Finds witnesses that were copied from two others, one after the other (contamination by change of exemplar).</summary>
/// <remarks>
/// What it takes to tell the readings of a witness if it hangs at one place of the tree of the others, on a witness or on the way
/// between two, is compared with two such places and the place of the change: minimum description length. A witness between two
/// others agrees now with this one, now with that; one that changed sides agrees with the one first and then with the other.
/// </remarks>
internal static class SideChanges
{
    // Set on 100 invented traditions (docs/decisions/lineage-of-traditions.md): what saves less than a tenth was nearly always false,
    // what saves more nearly always planted. 4 to 6 bits a reading and a gain of 0 to 4 give the same; run them again when one changes.

    /// <summary>In bits: a reading that neither of two neighbours has.</summary>
    private const double OwnReading = 5;

    /// <summary>In bits: what two sources must save.</summary>
    private const double LeastGain = 2;

    /// <summary>The same, as part of what one place takes: what is left to explain is never quite as chance would have it.</summary>
    private const double LeastSaved = 0.12;

    /// <summary>The part of the words that each source must have given at least.</summary>
    private const double SmallestPart = 0.08;

    /// <summary>The clearest change of sides among the witnesses; null where there is none.</summary>
    public static SideChange? Find(WitnessTable table, int[] witnesses, double[][] distances)
    {
        SideChange? best = null;
        foreach (int witness in witnesses)
        {
            if (Of(witness, table, [.. witnesses.Where(w => w != witness)], distances) is { } change && (best is null || change.Gain > best.Value.Gain))
                best = change;
        }
        return best;
    }

    private static SideChange? Of(int witness, WitnessTable table, int[] others, double[][] distances)
    {
        int places = table.Places;
        List<(int A, int B)> tree = WitnessTree.Over(others, distances);
        int[][] rows = WitnessTree.Completed(table, tree);
        double[] before = new double[places + 1], after = new double[places + 1];
        Array.Fill(before, double.PositiveInfinity);
        Array.Fill(after, double.PositiveInfinity);
        foreach ((int a, int b) in tree.Concat(others.Select(o => (o, o))))
        {
            var told = new Telling();
            for (int p = 0; p < places; p++)
            {
                told = told.With(table[p][witness], rows[p][a], rows[p][b], table.Weight(p, witness, rows[p][a]));
                before[p + 1] = Math.Min(before[p + 1], told.Bits);
            }
            told = new Telling();
            for (int p = places - 1; p >= 0; p--)
            {
                told = told.With(table[p][witness], rows[p][a], rows[p][b], table.Weight(p, witness, rows[p][a]));
                after[p] = Math.Min(after[p], told.Bits);
            }
        }
        (int first, int last) = Bounds(table, witness);
        int at = -1;
        for (int p = first; p < last; p++)
        {
            if (at < 0 || before[p] + after[p] < before[at] + after[at])
                at = p;
        }
        if (at < 0)
            return null;
        double gain = before[places] - before[at] - after[at] - Math.Log2(places) - Math.Log2(table.Witnesses);
        if (gain < Math.Max(LeastGain, LeastSaved * before[places]))
            return null;
        (int place, int one, int two) = Sources(witness, table, others, tree, first, last);
        return one == two ? null : new SideChange(witness, place, one, two, gain);
    }

    // The places between which the change may lie, so that neither part is too small.
    private static (int First, int Last) Bounds(WitnessTable table, int witness)
    {
        if (table.WordsOf(witness) is not { } words)
            return (0, 0);
        int first = 1, last = table.Places;
        while (first < last && table.PositionOf(witness, first) - words.Start < SmallestPart * words.Length)
            first++;
        while (last > first && words.End - table.PositionOf(witness, last - 1) < SmallestPart * words.Length)
            last--;
        return (first, last);
    }

    // The two that differ least, each where it is the source: it must have had what it gave. Of equal ones those that more others
    // stand beside, for what was copied once was rather copied again.
    private static (int Place, int First, int Second) Sources(int witness, WitnessTable table, int[] others, List<(int A, int B)> tree, int from, int to)
    {
        int[] ordered = [.. others.OrderByDescending(o => tree.Count(e => e.A == o || e.B == o)).ThenBy(o => o)];
        int[] first = new int[table.Places + 1], second = new int[table.Places + 1];
        double[] before = new double[table.Places + 1], after = new double[table.Places + 1];
        Array.Fill(before, double.PositiveInfinity);
        Array.Fill(after, double.PositiveInfinity);
        foreach (int other in ordered)
        {
            double sum = 0;
            for (int p = 0; p < table.Places; p++)
            {
                sum += Differ(p, other);
                if (sum < before[p + 1] - Least)
                    (before[p + 1], first[p + 1]) = (sum, other);
            }
            sum = 0;
            for (int p = table.Places - 1; p >= 0; p--)
            {
                sum += Differ(p, other);
                if (sum < after[p] - Least)
                    (after[p], second[p]) = (sum, other);
            }
        }
        int best = from;
        for (int p = from; p < to; p++)
        {
            if (before[p] + after[p] < before[best] + after[best] - Least)
                best = p;
        }
        return (best, first[best], second[best]);

        double Differ(int place, int other) => table[place][other] == WitnessTable.Absent && table[place][witness] != WitnessTable.Absent ? 1 : table.Difference(place, witness, other);
    }

    /// <summary>In places: smaller differences come from rounding.</summary>
    private const double Least = 1e-9;

    // What it takes to tell readings from those of two neighbours: which are its own, at which nobody knows what a neighbour had (one
    // bit), and with whom it goes where they differ.
    private readonly record struct Telling(double Own, int Open, int Apart, int WithFirst)
    {
        public Telling With(int reading, int first, int second, double differ)
        {
            if (reading == WitnessTable.Absent)
                return this;
            if (first == WitnessTable.Absent || second == WitnessTable.Absent)
                return reading == first || reading == second ? this : this with { Open = Open + 1 };
            return new Telling(Own + (reading != first && reading != second ? differ : 0), Open, Apart + (first != second ? 1 : 0), WithFirst + (first != second && reading == first ? 1 : 0));
        }

        public double Bits => (OwnReading * Own) + Open + (Apart * Entropy(Apart == 0 ? 0 : (double)WithFirst / Apart));

        private static double Entropy(double rate) => rate is <= 0 or >= 1 ? 0 : -(rate * Math.Log2(rate)) - ((1 - rate) * Math.Log2(1 - rate));
    }
}
