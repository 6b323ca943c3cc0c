namespace Stemma.Stories.Claims.Support;

/// <summary>Joins the roots of tellings that have the same words: one sentence does not begin twice, whatever the lineage of the whole reports is.</summary>
internal static class SameWords
{
    /// <summary>The same with joined roots. The root under which most tellings stand, else the first node, stands for those that were joined.</summary>
    /// <param name="tellings">The tellings of one claim.</param>
    /// <param name="found">What each rests on by the lineage.</param>
    /// <param name="sources">Where sentences come from.</param>
    public static TellingSupport[] Join(IReadOnlyList<Telling> tellings, TellingSupport[] found, SentenceSources sources)
    {
        if (Array.TrueForAll(found, t => t.Root == found[0].Root))
            return found;
        string?[] words = [.. tellings.Select(t => sources.At(t.Report, t.Sentence) is >= 0 and var s && sources.WordsOf(s) is { } own ? own + " " + t.Key : null)];
        Dictionary<int, int> joined = Joined(found, words);
        int[] order = [.. Enumerable.Range(0, found.Length).OrderBy(t => sources.Order.Of(tellings[t].Report)).ThenBy(t => t)];
        return [.. found.Select((support, t) =>
        {
            int root = joined[support.Root];
            if (root == support.Root)
                return support;
            TellingSupport moved = support with { Root = root, ValueRoot = support.ValueRoot == support.Root ? root : support.ValueRoot };
            if (support.How != TellingOrigin.Own)
                return moved;
            int[] same = [.. order.Where(o => words[o] is not null && words[o] == words[t] && found[o].Root != support.Root)];
            return same.Length == 0 ? moved : moved with { How = TellingOrigin.Shared, From = tellings[same.FirstOrDefault(o => found[o].Root == root, same[0])].Report };
        })];
    }

    private static Dictionary<int, int> Joined(TellingSupport[] found, string?[] words)
    {
        Dictionary<int, int> parents = found.Select(t => t.Root).Distinct().ToDictionary(r => r);
        int Top(int root)
        {
            while (parents[root] != root)
                root = parents[root];
            return root;
        }

        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int t = 0; t < found.Length; t++)
        {
            if (words[t] is { } own && !first.TryAdd(own, t))
                parents[Top(found[t].Root)] = Top(found[first[own]].Root);
        }
        Dictionary<int, int> tellings = found.GroupBy(t => t.Root).ToDictionary(g => g.Key, g => g.Count());
        ILookup<int, int> members = parents.Keys.ToLookup(Top);
        return parents.Keys.ToDictionary(r => r, r => members[Top(r)].OrderByDescending(m => tellings[m]).ThenBy(m => m).First());
    }
}
