using System.Runtime.Intrinsics;
using Stemma.Annotation.Tagging;

namespace Stemma.Annotation.NameTagging;

/// <summary>A name that the tagger found.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">The token behind its last.</param>
/// <param name="Kind">What it names.</param>
internal readonly record struct TaggedName(int First, int End, NameKind Kind);

/// <summary>
/// Finds names and what they name: a linear-chain model (Lafferty et al. 2001) over the features of <see cref="NameFeatures"/>, whose
/// best labels are found run by run by Viterbi's algorithm. Tokens without a capital lie in a run only between two that have one.
/// </summary>
/// <remarks>Whole numbers alone: every machine gives the same names. Immutable, safe to share between threads.</remarks>
internal sealed class NameTagger(NameModel model)
{
    /// <summary>The weights of the label that a run begins with, and of the one that it ends with, stand behind those of pairs.</summary>
    public const int FirstLabels = NameLabels.Count * NameLabels.Count, LastLabels = FirstLabels + NameLabels.Count, AllTransitions = LastLabels + NameLabels.Count;

    private const int Never = int.MinValue / 8;

    /// <summary>The names of the report, in text order; none overlaps another. Linear in the number of tokens.</summary>
    /// <param name="view">The report.</param>
    /// <param name="tags">The part of speech of each token.</param>
    /// <param name="plain">As <see cref="NameFeatures.Of"/> has it.</param>
    public List<TaggedName> Find(TokenView view, UniversalTag[] tags, bool plain = false)
    {
        var sentences = new NameSentences(view, tags, model, PartOfSpeechTagger.English);
        var found = new List<TaggedName>();
        var runs = new List<(int First, int End)>();
        Span<int> labels = stackalloc int[NameSentences.LongestRun];
        int[] scores = new int[NameSentences.LongestRun * NameLabels.Count];
        byte[] before = new byte[NameSentences.LongestRun * NameLabels.Count];
        Span<uint> ids = stackalloc uint[NameFeatures.Most];
        FingerprintTable features = model.Features;
        ReadOnlySpan<Vector128<sbyte>> weights = model.Weights;
        foreach (Sentence sentence in view.Sentences)
        {
            ReadOnlySpan<NameWord> words = sentences.Words.Slice(sentence.FirstToken, sentence.TokenCount);
            sentences.RunsOf(sentence, runs);
            if (runs.Count == 0)
                continue;
            uint heading = NameFeatures.HeadingOf(words);
            foreach ((int first, int end) in runs)
            {
                for (int i = first; i < end; i++)
                {
                    int count = NameFeatures.Of(words, i - sentence.FirstToken, heading, plain, ids);
                    Weigh(features, weights, ids[..count], words[i - sentence.FirstToken].Labels, scores.AsSpan((i - first) * NameLabels.Count, NameLabels.Count));
                }
                Best(scores, before, labels[..(end - first)]);
                Collect(labels[..(end - first)], first, found);
            }
        }
        return found;
    }

    private static void Weigh(FingerprintTable features, ReadOnlySpan<Vector128<sbyte>> weights, ReadOnlySpan<uint> ids, uint labels, Span<int> scores)
    {
        // 128 features of at most 127 each stay inside 16 bits.
        Vector128<short> low = Vector128<short>.Zero, high = Vector128<short>.Zero;
        foreach (uint id in ids)
        {
            int place = features.Find(id);
            if (place < 0)
                continue;
            (Vector128<short> l, Vector128<short> h) = Vector128.Widen(weights[place]);
            low += l;
            high += h;
        }
        scores[NameLabels.Outside] = 0;
        for (int l = 0; l < NameLabels.Weighed; l++)
            scores[l + 1] = (labels >> (l + 1) & 1) == 0 ? Never : l < 8 ? low[l] : high[l - 8];
    }

    private void Best(Span<int> scores, Span<byte> before, Span<int> labels)
    {
        ReadOnlySpan<int> transitions = model.Transitions;
        int length = labels.Length;
        for (int y = 0; y < NameLabels.Count; y++)
            scores[y] = NameLabels.MayFollow(NameLabels.Outside, y) ? scores[y] + transitions[FirstLabels + y] : Never;
        for (int i = 1; i < length; i++)
        {
            ReadOnlySpan<int> last = scores.Slice((i - 1) * NameLabels.Count, NameLabels.Count);
            Span<int> now = scores.Slice(i * NameLabels.Count, NameLabels.Count);
            for (int y = 0; y < NameLabels.Count; y++)
            {
                int best = int.MinValue, from = 0;
                for (uint bits = s_before[y]; bits != 0; bits &= bits - 1)
                {
                    int x = System.Numerics.BitOperations.TrailingZeroCount(bits);
                    int score = last[x] + transitions[(x * NameLabels.Count) + y];
                    if (score > best)
                        (best, from) = (score, x);
                }
                now[y] = Math.Max(best + now[y], Never);
                before[(i * NameLabels.Count) + y] = (byte)from;
            }
        }
        int most = int.MinValue;
        ReadOnlySpan<int> ends = scores.Slice((length - 1) * NameLabels.Count, NameLabels.Count);
        for (int y = 0; y < NameLabels.Count; y++)
        {
            if (NameLabels.MayFollow(y, NameLabels.Outside) && ends[y] + transitions[LastLabels + y] > most)
                (most, labels[length - 1]) = (ends[y] + transitions[LastLabels + y], y);
        }
        for (int i = length - 1; i > 0; i--)
            labels[i - 1] = before[(i * NameLabels.Count) + labels[i]];
    }

    private static void Collect(ReadOnlySpan<int> labels, int first, List<TaggedName> found)
    {
        int start = -1;
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] == NameLabels.Outside)
                continue;
            int place = NameLabels.PlaceOf(labels[i]);
            if (place is NameLabels.Begin or NameLabels.Single)
                start = i;
            if (place is NameLabels.End or NameLabels.Single)
                found.Add(new TaggedName(first + start, first + i + 1, NameLabels.KindOf(labels[i])));
        }
    }

    private static readonly uint[] s_before = NameLabels.BitsBefore;
}
