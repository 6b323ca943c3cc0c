namespace Stemma.Stories.Lineage.Traditions;

/// <summary>How far witnesses stand from each other, and the tree over them in which all changes together are fewest.</summary>
/// <remarks>
/// The minimum spanning tree of the distances: copies that were copied again stand inside it. Places at which a witness does
/// not testify are left out of its distances, so that a damaged copy is as near to its kin as a whole one.
/// </remarks>
internal static class WitnessTree
{
    /// <summary>In places at which both testify: fewer tell no distance.</summary>
    private const int FewestPlaces = 5;

    /// <summary>The number of places at which each two witnesses differ, as if both testified everywhere.</summary>
    public static double[][] Distances(WitnessTable table)
    {
        int n = table.Witnesses;
        int[][] both = [.. Enumerable.Range(0, n).Select(_ => new int[n])];
        double[][] differ = [.. Enumerable.Range(0, n).Select(_ => new double[n])];
        for (int p = 0; p < table.Places; p++)
        {
            int[] row = table[p];
            for (int i = 0; i < n; i++)
            {
                if (row[i] == WitnessTable.Absent)
                    continue;
                for (int j = 0; j < i; j++)
                {
                    if (row[j] == WitnessTable.Absent)
                        continue;
                    both[i][j]++;
                    differ[i][j] += table.Difference(p, i, j);
                }
            }
        }
        double[][] distances = [.. Enumerable.Range(0, n).Select(_ => new double[n])];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double distance = both[i][j] < Math.Min(FewestPlaces, table.Places) ? table.Places : differ[i][j] * table.Places / Math.Max(1, both[i][j]);
                distances[i][j] = distances[j][i] = distance;
            }
        }
        return distances;
    }

    /// <summary>The edges of the tree over the witnesses (Prim 1957); of equal ones the first.</summary>
    public static List<(int A, int B)> Over(int[] witnesses, double[][] distances)
    {
        var edges = new List<(int, int)>();
        var left = new List<int>(witnesses.Skip(1));
        int[] nearest = new int[distances.Length];
        foreach (int w in left)
            nearest[w] = witnesses[0];
        while (left.Count > 0)
        {
            int next = left[0];
            foreach (int w in left)
            {
                if (distances[w][nearest[w]] < distances[next][nearest[next]])
                    next = w;
            }
            left.Remove(next);
            edges.Add((nearest[next], next));
            foreach (int w in left)
            {
                if (distances[w][next] < distances[w][nearest[w]])
                    nearest[w] = next;
            }
        }
        return edges;
    }

    /// <summary>The steps from a witness to whom absent readings are asked for.</summary>
    private const int Rounds = 2;

    /// <summary>
    /// The readings with those filled in that are absent and that most of the witnesses beside them in the tree have; where these
    /// do not agree, they stay absent.
    /// </summary>
    public static int[][] Completed(WitnessTable table, List<(int A, int B)> tree)
    {
        int[][] rows = [.. Enumerable.Range(0, table.Places).Select(p => (int[])table[p].Clone())];
        ILookup<int, int> beside = tree.Concat(tree.Select(e => (A: e.B, B: e.A))).ToLookup(e => e.A, e => e.B);
        (int Witness, int[] Beside)[] neighbours = [.. beside.Select(b => (b.Key, b.ToArray()))];
        int[] witnesses = [.. neighbours.Select(w => w.Witness)];
        foreach (int[] row in rows)
        {
            for (int round = 0; round < Rounds && row.Contains(WitnessTable.Absent); round++)
            {
                int[] known = (int[])row.Clone();
                foreach ((int witness, int[] others) in neighbours)
                {
                    if (known[witness] == WitnessTable.Absent)
                        row[witness] = Likeliest(known, others, witnesses);
                }
            }
        }
        return rows;
    }

    // One neighbour alone may have made the reading up: then most of all must have it too.
    private static int Likeliest(int[] row, int[] beside, int[] all)
    {
        int found = MostCommon(row, beside);
        return beside.Count(o => row[o] != WitnessTable.Absent) > 1 || found == MostCommon(row, all) ? found : WitnessTable.Absent;
    }

    // The reading that more of the witnesses have than any other; absent where there is none.
    private static int MostCommon(int[] row, int[] witnesses)
    {
        int best = WitnessTable.Absent, most = 0;
        foreach (int w in witnesses)
        {
            if (row[w] == WitnessTable.Absent)
                continue;
            int count = witnesses.Count(o => row[o] == row[w]);
            if (count > most)
                (best, most) = (row[w], count);
            else if (count == most && row[w] != best)
                best = WitnessTable.Absent;
        }
        return best;
    }
}
