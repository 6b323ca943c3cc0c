namespace Stemma.Stories.Lineage.Traditions;

/// <summary>A copy that is not there, from which several are nearer to each other than any of them is.</summary>
/// <param name="Readings">Its readings: what most of its copies have at each place.</param>
/// <param name="Distances">Those of the witnesses, and in the last row and column its own.</param>
/// <param name="Tree">The tree over the witnesses and the lost copy, which has the number after the last witness.</param>
/// <param name="Saved">In places: how many changes fewer the tree has with it.</param>
internal sealed record LostCopy(int[] Readings, double[][] Distances, List<(int A, int B)> Tree, double Saved)
{
    /// <summary>In places: what the tree must save in changes. Set on invented traditions, where 4 to 8 are the same.</summary>
    private const double LeastSaved = 8;

    /// <summary>In copies: of two, each may be the other's source.</summary>
    private const int FewestCopies = 3;

    /// <summary>How often its readings are read anew from the copies that then stand beside it.</summary>
    private const int Rounds = 2;

    /// <summary>The lost copy with which the tree takes the fewest changes; null where none saves enough.</summary>
    public static LostCopy? Find(WitnessTable table, int[] witnesses, List<(int A, int B)> tree, double[][] distances)
    {
        double whole = Length(tree, distances), least = whole - LeastSaved;
        LostCopy? best = null;
        foreach (int centre in witnesses)
        {
            int[] group = [centre, .. BesideOf(tree, centre)];
            for (int round = 0; round < Rounds && group.Length >= FewestCopies; round++)
            {
                LostCopy tried = Behind(group, table, witnesses, distances);
                int[] copies = BesideOf(tried.Tree, table.Witnesses);
                double length = Length(tried.Tree, tried.Distances);
                if (copies.Length >= FewestCopies && length < least)
                    (best, least) = (tried with { Saved = whole - length }, length);
                group = copies;
            }
        }
        return best;
    }

    private static LostCopy Behind(int[] group, WitnessTable table, int[] witnesses, double[][] distances)
    {
        int n = table.Witnesses;
        int[] readings = new int[table.Places];
        for (int p = 0; p < readings.Length; p++)
            readings[p] = MostCommon(table[p], group);
        double[][] wider = [.. distances.Select(row => (double[])[.. row, 0]), new double[n + 1]];
        for (int w = 0; w < n; w++)
        {
            int both = 0;
            double differ = 0;
            for (int p = 0; p < readings.Length; p++)
            {
                if (table[p][w] == WitnessTable.Absent || readings[p] == WitnessTable.Absent)
                    continue;
                both++;
                differ += table[p][w] == readings[p] ? 0 : table.Weight(p, w, readings[p]);
            }
            wider[w][n] = wider[n][w] = differ * readings.Length / Math.Max(1, both);
        }
        return new LostCopy(readings, wider, WitnessTree.Over([.. witnesses, n], wider), 0);
    }

    // Of equal ones that of the first of the group that has one of them.
    private static int MostCommon(int[] row, int[] group)
    {
        int best = WitnessTable.Absent, most = 0;
        foreach (int w in group)
        {
            int count = row[w] == WitnessTable.Absent ? 0 : group.Count(o => row[o] == row[w]);
            if (count > most)
                (best, most) = (row[w], count);
        }
        return best;
    }

    private static int[] BesideOf(List<(int A, int B)> tree, int node) => [.. tree.Where(e => e.A == node || e.B == node).Select(e => e.A == node ? e.B : e.A)];

    private static double Length(List<(int A, int B)> tree, double[][] distances) => tree.Sum(e => distances[e.A][e.B]);
}
