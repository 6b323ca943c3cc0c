using Stemma.Annotation.Chains;

namespace Stemma.Training;

/// <summary>
/// Learns the weights of pronouns: the chance of a chain is proportional to the exponential of its score, and steps of AdaGrad
/// make the chances of the right chains large. Facts are left out at random, as too many pairs of them are seen once.
/// </summary>
internal sealed class PronounTrainer
{
    /// <summary>One pronoun: the facts of each chain and of none, and which of them are right.</summary>
    private sealed record Example(int[][] Facts, bool[] Right);

    /// <summary>How often it goes through the examples.</summary>
    public required int Epochs { get; init; }

    /// <summary>How often it walks through the texts anew with what it has learned, as earlier pronouns count for later ones.</summary>
    public required int Rounds { get; init; }

    /// <summary>The length of a step.</summary>
    public required double Rate { get; init; }

    /// <summary>The part of the kinds of facts that are left out of an example.</summary>
    public required double Drop { get; init; }

    /// <summary>By how much the score of a right chain has to be better.</summary>
    public required double Margin { get; init; }

    private readonly float[] _weights = new float[PronounModel.Size];
    private ulong _seed;

    /// <summary>The weights.</summary>
    public float[] Learn(IReadOnlyList<GapSnippet> snippets)
    {
        float[] learned = [];
        for (int round = 0; round < Rounds; round++)
            learned = Fit(Examples(snippets, learned));
        return learned;
    }

    /// <summary>The index of the best chain, their number for none; the nearest chain where nothing is learned yet.</summary>
    public static int Best(float[] weights, Reference pronoun, IReadOnlyList<Antecedent> all, PronounFeatures features)
    {
        if (weights.Length == 0)
            return 0;
        int best = all.Count;
        float top = Score(weights, [.. features.OfNone(pronoun, all)]);
        for (int c = 0; c < all.Count; c++)
        {
            float score = Score(weights, [.. features.Of(pronoun, all, c)]);
            if (score > top)
                (best, top) = (c, score);
        }
        return best;
    }

    private static List<Example> Examples(IReadOnlyList<GapSnippet> snippets, float[] weights)
    {
        var examples = new List<Example>();
        foreach (GapSnippet s in snippets)
        {
            s.Walk((pronoun, all, features, asked) =>
            {
                if (asked)
                {
                    // Where it stands for neither of the two, it stands for one of the others or for none.
                    bool[] right = [.. all.Select(a => s.IsA ? a.Chain == s.A : s.IsB ? a.Chain == s.B : a.Chain != s.A && a.Chain != s.B), !s.IsA && !s.IsB];
                    if (right.Contains(true) && right.Contains(false))
                        examples.Add(new Example([.. all.Select((_, c) => features.Of(pronoun, all, c).ToArray()), [.. features.OfNone(pronoun, all)]], right));
                }
                return Best(weights, pronoun, all, features);
            });
        }
        return examples;
    }

    private float[] Fit(List<Example> examples)
    {
        Array.Clear(_weights);
        _seed = 1;
        var squares = new float[_weights.Length];
        var sum = new float[_weights.Length];
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            for (int i = order.Length - 1; i > 0; i--)
            {
                int j = (int)(Next() % (ulong)(i + 1));
                (order[i], order[j]) = (order[j], order[i]);
            }
            foreach (int x in order)
                Learn(examples[x], squares);
            for (int i = 0; 2 * epoch >= Epochs && i < sum.Length; i++)
                sum[i] += _weights[i];
        }
        for (int i = 0; i < sum.Length; i++)
            sum[i] /= Epochs - ((Epochs + 1) / 2);
        return sum;
    }

    private void Learn(Example example, float[] squares)
    {
        ulong kept = 0;
        for (int kind = 0; kind < PronounFeatures.Kinds; kind++)
            kept |= Next() % 1000 >= 1000 * Drop ? 1UL << kind : 0;
        int[][] facts = [.. example.Facts.Select(f => Array.FindAll(f, fact => (kept >> (fact / PronounFeatures.Values) & 1) != 0))];
        double[] chance = [.. facts.Select((f, c) => Score(_weights, f) + (example.Right[c] ? 0 : Margin))];
        double max = chance.Max(), all = 0, right = 0;
        for (int c = 0; c < chance.Length; c++)
        {
            chance[c] = Math.Exp(chance[c] - max);
            all += chance[c];
            right += example.Right[c] ? chance[c] : 0;
        }
        for (int c = 0; c < chance.Length; c++)
        {
            double slope = (chance[c] / all) - (example.Right[c] ? chance[c] / right : 0);
            if (Math.Abs(slope) < LeastSlope)
                continue;
            for (int i = 0; i < facts[c].Length; i++)
            {
                Step(facts[c][i], slope, squares);
                for (int j = 0; j < i; j++)
                    Step(PronounModel.Pair(facts[c][j], facts[c][i]), slope, squares);
            }
        }
    }

    /// <summary>A chain whose chance is that near to what it should be is left alone.</summary>
    private const double LeastSlope = 1e-4;

    private void Step(int i, double slope, float[] squares)
    {
        squares[i] += (float)(slope * slope);
        _weights[i] -= (float)(Rate * slope / (Math.Sqrt(squares[i]) + 0.01));
    }

    private static float Score(float[] weights, int[] facts)
    {
        float sum = 0;
        for (int i = 0; i < facts.Length; i++)
        {
            sum += weights[facts[i]];
            for (int j = 0; j < i; j++)
                sum += weights[PronounModel.Pair(facts[j], facts[i])];
        }
        return sum;
    }

    private ulong Next()
    {
        _seed = (_seed * 6364136223846793005UL) + 1442695040888963407UL;
        return _seed >> 33;
    }
}
