using System.Globalization;
using Stemma.Annotation.Chains;

namespace Stemma.Training;

/// <summary>GAP's score: precision and recall over both names of every snippet.</summary>
internal sealed class PronounScore
{
    private int _right;
    private int _wrong;
    private int _missed;

    /// <summary>Scores the snippets.</summary>
    public PronounScore(byte[] model, IEnumerable<GapSnippet> snippets)
    {
        PronounModel? learned = model.Length == 0 ? null : new PronounModel(model);
        foreach (GapSnippet s in snippets)
        {
            int chain = -1;
            s.Walk((pronoun, all, features, asked) =>
            {
                int best = PronounResolver.Best(PronounResolver.Scores(learned!, pronoun, all, features));
                if (asked && best < all.Count)
                    chain = all[best].Chain;
                return best;
            });
            Count(s.IsA, chain >= 0 && chain == s.A);
            Count(s.IsB, chain >= 0 && chain == s.B);
        }
    }

    /// <summary>The score of both together.</summary>
    public static PronounScore operator +(PronounScore a, PronounScore b) =>
        new([], []) { _right = a._right + b._right, _wrong = a._wrong + b._wrong, _missed = a._missed + b._missed };

    /// <summary>"F1 75.9 (precision 76.5, recall 75.3)".</summary>
    public override string ToString()
    {
        double precision = 100.0 * _right / Math.Max(1, _right + _wrong), recall = 100.0 * _right / Math.Max(1, _right + _missed);
        return string.Create(CultureInfo.InvariantCulture, $"F1 {2 * precision * recall / Math.Max(1, precision + recall):0.0} (precision {precision:0.0}, recall {recall:0.0})");
    }

    private void Count(bool gold, bool told)
    {
        _right += gold && told ? 1 : 0;
        _wrong += told && !gold ? 1 : 0;
        _missed += gold && !told ? 1 : 0;
    }
}
