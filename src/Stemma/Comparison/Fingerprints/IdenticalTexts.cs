namespace Stemma.Comparison.Fingerprints;

/// <summary>Gives the pairs of documents with the same words, and to each of them the pairs of the one that was compared for all.</summary>
internal static class IdenticalTexts
{
    /// <summary>
    /// In documents: in a group of no more, each is paired with each, and each with what resembles them. In a larger group (a text that
    /// was pasted many times) the first by id is paired with each other, a star, so that pairs stay as many as documents.
    /// </summary>
    public const int MostFullyPaired = 6;

    /// <summary>All pairs.</summary>
    /// <param name="compared">The pairs of the documents that were compared.</param>
    /// <param name="sameAs">For each document the one that was compared for it.</param>
    /// <param name="standsFor">For each document that was compared, the first by id of those with its words.</param>
    /// <param name="ranks">The order of the ids.</param>
    /// <param name="lengthOf">The number of a document's words.</param>
    public static List<CopyPair> Expand(List<CopyPair> compared, IReadOnlyList<int> sameAs, int[] standsFor, int[] ranks, Func<int, int> lengthOf)
    {
        var members = new Dictionary<int, List<int>>();
        for (int i = 0; i < sameAs.Count; i++)
        {
            if (sameAs[i] != i)
            {
                if (!members.TryGetValue(sameAs[i], out List<int>? list))
                    members.Add(sameAs[i], list = [sameAs[i]]);
                list.Add(i);
            }
        }
        var kept = new List<CopyPair>(compared.Count + sameAs.Count);
        foreach (CopyPair pair in compared)
        {
            foreach (int a in Told(pair.A))
            {
                foreach (int b in Told(pair.B))
                    kept.Add(ranks[a] < ranks[b] ? pair with { A = a, B = b } : pair.Turned(b, a));
            }
        }
        foreach ((int compareOne, List<int> all) in members.OrderBy(m => m.Key))
        {
            all.Sort((x, y) => ranks[x].CompareTo(ranks[y]));
            int length = lengthOf(compareOne);
            WordPassage[] whole = [new WordPassage(0, length, 0, length, length)];
            int firsts = all.Count <= MostFullyPaired ? all.Count : 1;
            for (int a = 0; a < firsts; a++)
            {
                for (int b = a + 1; b < all.Count; b++)
                    kept.Add(new CopyPair(all[a], all[b], CopyKind.Identical, length, length, length, 0) { Passages = whole });
            }
        }
        return kept;

        IReadOnlyList<int> Told(int document) =>
            !members.TryGetValue(document, out List<int>? all) ? [document] : all.Count <= MostFullyPaired ? all : [standsFor[document]];
    }

    private static CopyPair Turned(this CopyPair pair, int a, int b) => pair with
    {
        A = a,
        B = b,
        SharedA = pair.SharedB,
        SharedB = pair.SharedA,
        Passages = [.. pair.Passages.Select(p => new WordPassage(p.B, p.EndB, p.A, p.EndA, p.Words)).OrderBy(p => p.B).ThenBy(p => p.A)],
    };
}
