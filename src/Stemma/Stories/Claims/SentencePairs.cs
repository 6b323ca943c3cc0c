namespace Stemma.Stories.Claims;

/// <summary>Two sentences of different reports that may tell the same thing.</summary>
/// <param name="A">The index of the sentence of the earlier report.</param>
/// <param name="B">The index of the other.</param>
/// <param name="Likeness">The weight of the stems in common against all of both (weighted Dice), 0 to 1.</param>
/// <param name="SharedStems">How many stems they have in common.</param>
internal readonly record struct SentencePair(int A, int B, double Likeness, int SharedStems);

/// <summary>Finds pairs of like sentences by an index of stems; rare stems weigh more.</summary>
internal static class SentencePairs
{
    /// <summary>The likeness from which a pair is looked at (weighted Dice).</summary>
    /// <remarks>Set by hand: below it two sentences have a name and a verb in common, not a statement.</remarks>
    private const double Least = .22;

    /// <summary>Stems in more sentences than this lead to no pair by themselves; they count in those that others lead to.</summary>
    private const int MostPlaces = 120;

    /// <summary>The pairs kept for a sentence with the sentences of one other report, and with all others.</summary>
    private const int MostInReport = 2, MostInAll = 40;

    /// <summary>The pairs, by their first, then by their second sentence.</summary>
    public static IEnumerable<SentencePair> Find(IReadOnlyList<ClaimSentence> sentences)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int i = 0; i < sentences.Count; i++)
        {
            foreach (string stem in sentences[i].Stems)
            {
                if (!places.TryGetValue(stem, out List<int>? list))
                    places[stem] = list = [];
                list.Add(i);
            }
        }
        double Weight(string stem) => Math.Log(1 + ((double)sentences.Count / places[stem].Count));
        var whole = sentences.Select(s => s.Stems.Sum(Weight)).ToArray();
        var touched = new HashSet<int>();
        for (int b = 0; b < sentences.Count; b++)
        {
            touched.Clear();
            foreach (string stem in sentences[b].Stems)
            {
                if (places[stem].Count > MostPlaces)
                    continue;
                foreach (int a in places[stem])
                {
                    if (a >= b)
                        break;
                    if (sentences[a].Report != sentences[b].Report)
                        touched.Add(a);
                }
            }
            IEnumerable<SentencePair> pairs = touched.Select(a => Pair(sentences, a, b, Weight, whole)).Where(p => p.Likeness >= Least)
                .GroupBy(p => sentences[p.A].Report).SelectMany(g => g.OrderByDescending(p => p.Likeness).ThenBy(p => p.A).Take(MostInReport))
                .OrderByDescending(p => p.Likeness).ThenBy(p => p.A).Take(MostInAll);
            foreach (SentencePair pair in pairs)
                yield return pair;
        }
    }

    private static SentencePair Pair(IReadOnlyList<ClaimSentence> sentences, int a, int b, Func<string, double> weight, double[] whole)
    {
        string[] x = sentences[a].Stems, y = sentences[b].Stems;
        double common = 0;
        int shared = 0;
        for (int i = 0, j = 0; i < x.Length && j < y.Length;)
        {
            int order = string.CompareOrdinal(x[i], y[j]);
            if (order == 0)
            {
                common += weight(x[i]);
                shared++;
            }
            if (order <= 0)
                i++;
            if (order >= 0)
                j++;
        }
        return new SentencePair(a, b, 2 * common / Math.Max(1e-9, whole[a] + whole[b]), shared);
    }
}
