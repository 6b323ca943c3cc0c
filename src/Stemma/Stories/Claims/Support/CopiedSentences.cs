using Stemma.Comparison;
using Stemma.Comparison.Passages;

namespace Stemma.Stories.Claims.Support;

/// <summary>Joins the sentences that copied passages make one: a sentence with all its copies, whoever has them.</summary>
internal static class CopiedSentences
{
    /// <summary>Likeness (2·stems in common / all stems) of two sentences inside one passage. Set by hand: under it a passage of many sentences holds two different ones.</summary>
    private const double SameSentence = .5;

    /// <summary>In sentences of a passage that are tried for one of its other side: what moved farther is left alone.</summary>
    private const int Reach = 16;

    /// <summary>The groups of two and more, each in the order of the sentences; by their first one. Near-linear in the passages and the sentences in them.</summary>
    public static IEnumerable<int[]> Groups(IReadOnlyList<ClaimSentence> sentences, SentenceSources sources, IReadOnlyList<Passage> passages)
    {
        var groups = new DisjointGroups(sentences.Count);
        for (int i = 0; i < passages.Count; i++)
        {
            Passage passage = passages[i];
            if (passage.Use != PassageUse.Copied)
                continue;
            int[] a = [.. sources.In(passage.A, passage.SpanA).Where(s => sources.IsMostOf(i, s))], b = [.. sources.In(passage.B, passage.SpanB).Where(s => sources.IsMostOf(i, s))];
            // The finder of passages has seen that a reworded sentence is the other one; stems alone would not always tell.
            bool isOne = a.Length == 1 && b.Length == 1;
            int from = 0;
            foreach (int x in a)
            {
                for (int k = from; k < b.Length && k < from + Reach; k++)
                {
                    if (groups.Find(x) != groups.Find(b[k]) && !isOne && !IsSame(sentences[x], sentences[b[k]]))
                        continue;
                    groups.Join(x, b[k]);
                    from = k + 1;
                    break;
                }
            }
        }
        return Enumerable.Range(0, sentences.Count).GroupBy(groups.Find).Select(g => g.ToArray()).Where(g => g.Length > 1);
    }

    private static bool IsSame(ClaimSentence a, ClaimSentence b) =>
        2d * SentenceSources.CommonStems(a, b) / Math.Max(1, a.Stems.Length + b.Stems.Length) >= SameSentence;
}
