namespace Stemma.Stories.Lineage;

/// <summary>Finds the cheapest set of parents that makes a tree under one root (Chu and Liu 1965, Edmonds 1967).</summary>
internal static class Arborescence
{
    /// <summary>The parent of each node; -1 for the root.</summary>
    /// <param name="cost">cost[p, c]: what it costs that c hangs under p; infinite where it may not.</param>
    /// <param name="root">The root. Every node must be reachable from it.</param>
    public static int[] Cheapest(double[,] cost, int root)
    {
        int n = cost.GetLength(0);
        int[] parent = new int[n];
        for (int c = 0; c < n; c++)
        {
            parent[c] = -1;
            if (c == root)
                continue;
            for (int p = 0; p < n; p++)
            {
                if (p != c && (parent[c] < 0 || cost[p, c] < cost[parent[c], c]))
                    parent[c] = p;
            }
        }
        int[]? cycle = FindCycle(parent);
        return cycle is null ? parent : BreakCycle(cost, root, parent, cycle);
    }

    // Shrinks the cycle to one node, solves the smaller problem, and opens the cycle where its answer enters.
    private static int[] BreakCycle(double[,] cost, int root, int[] parent, int[] cycle)
    {
        int n = parent.Length;
        bool[] inside = new bool[n];
        foreach (int node in cycle)
            inside[node] = true;
        int[] outside = [.. Enumerable.Range(0, n).Where(i => !inside[i])];
        int shrunk = outside.Length;
        double[,] smaller = new double[shrunk + 1, shrunk + 1];
        int[] entry = new int[shrunk];
        int[] exit = new int[shrunk];
        for (int i = 0; i < shrunk; i++)
        {
            for (int j = 0; j < shrunk; j++)
                smaller[i, j] = cost[outside[i], outside[j]];
            (entry[i], exit[i]) = (cycle[0], cycle[0]);
            double enter = double.PositiveInfinity, leave = double.PositiveInfinity;
            foreach (int node in cycle)
            {
                double extra = cost[outside[i], node] - cost[parent[node], node];
                if (extra < enter)
                    (enter, entry[i]) = (extra, node);
                if (cost[node, outside[i]] < leave)
                    (leave, exit[i]) = (cost[node, outside[i]], node);
            }
            smaller[i, shrunk] = enter;
            smaller[shrunk, i] = leave;
        }
        int[] solved = Cheapest(smaller, Array.IndexOf(outside, root));
        int[] result = new int[n];
        foreach (int node in cycle)
            result[node] = parent[node];
        for (int j = 0; j < shrunk; j++)
            result[outside[j]] = solved[j] < 0 ? -1 : solved[j] == shrunk ? exit[j] : outside[solved[j]];
        int from = solved[shrunk];
        result[entry[from]] = outside[from];
        return result;
    }

    private static int[]? FindCycle(int[] parent)
    {
        int[] seen = new int[parent.Length];
        for (int start = 0; start < parent.Length; start++)
        {
            int node = start;
            while (node >= 0 && seen[node] == 0)
            {
                seen[node] = start + 1;
                node = parent[node];
            }
            if (node < 0 || seen[node] != start + 1)
                continue;
            var cycle = new List<int>();
            int at = node;
            do
            {
                cycle.Add(at);
                at = parent[at];
            }
            while (at != node);
            return [.. cycle];
        }
        return null;
    }
}
