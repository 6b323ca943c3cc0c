using System.Numerics;
using System.Runtime.InteropServices;
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

    private readonly record struct Run(int First, int End, int Scores);

    /// <summary>The names of the report, in text order; none overlaps another. Linear in the number of tokens.</summary>
    /// <param name="view">The report.</param>
    /// <param name="tags">The part of speech of each token.</param>
    /// <param name="plain">As <see cref="NameFeatures.Of"/> has it.</param>
    public List<TaggedName> Find(TokenView view, UniversalTag[] tags, bool plain = false)
    {
        byte[] labels = Labels(view, tags, plain, twice: !plain);
        var found = new List<TaggedName>();
        int start = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] == NameLabels.Outside)
                continue;
            int place = NameLabels.PlaceOf(labels[i]);
            if (place is NameLabels.Begin or NameLabels.Single)
                start = i;
            if (place is NameLabels.End or NameLabels.Single)
                found.Add(new TaggedName(start, i + 1, NameLabels.KindOf(labels[i])));
        }
        return found;
    }

    /// <summary>The label of each token.</summary>
    /// <param name="view">The report.</param>
    /// <param name="tags">The part of speech of each token.</param>
    /// <param name="plain">As <see cref="NameFeatures.Of"/> has it.</param>
    /// <param name="twice">False for the first reading alone, without votes.</param>
    public byte[] Labels(TokenView view, UniversalTag[] tags, bool plain, bool twice)
    {
        var sentences = new NameSentences(view, tags, model, PartOfSpeechTagger.English);
        var labels = new byte[view.Count];
        var found = new List<(int First, int End)>();
        var runs = new List<Run>();
        var scores = new List<int>(view.Count * 4);
        Span<uint> ids = stackalloc uint[NameFeatures.Most];
        FingerprintTable features = model.Features;
        ReadOnlySpan<Vector128<sbyte>> weights = model.Weights;
        var path = new Path();
        foreach (Sentence sentence in view.Sentences)
        {
            sentences.RunsOf(sentence, found);
            if (found.Count == 0)
                continue;
            ReadOnlySpan<NameWord> words = sentences.Words.Slice(sentence.FirstToken, sentence.TokenCount);
            uint heading = NameFeatures.HeadingOf(words);
            foreach ((int first, int end) in found)
            {
                runs.Add(new Run(first, end, scores.Count));
                CollectionsMarshal.SetCount(scores, scores.Count + ((end - first) * NameLabels.Count));
                Span<int> own = CollectionsMarshal.AsSpan(scores)[runs[^1].Scores..];
                for (int i = first; i < end; i++)
                {
                    int count = NameFeatures.Of(words, i - sentence.FirstToken, heading, plain, ids);
                    Weigh(features, weights, ids[..count], words[i - sentence.FirstToken].Labels, own.Slice((i - first) * NameLabels.Count, NameLabels.Count));
                }
                Best(own, path, labels.AsSpan(first..end));
            }
        }
        if (twice)
            ReadAgain(sentences.Words, runs, CollectionsMarshal.AsSpan(scores), path, labels);
        return labels;
    }

    private void ReadAgain(ReadOnlySpan<NameWord> words, List<Run> runs, Span<int> scores, Path path, byte[] labels)
    {
        var votes = new NameVotes();
        foreach (Run run in runs)
            votes.Add(words, labels, run.First, run.End);
        FingerprintTable features = model.Features;
        ReadOnlySpan<Vector128<sbyte>> weights = model.Weights;
        Span<uint> ids = stackalloc uint[NameVotes.Most];
        Span<int> more = stackalloc int[NameLabels.Count];
        foreach (Run run in runs)
        {
            bool any = false;
            Span<int> own = scores[run.Scores..];
            for (int i = run.First; i < run.End; i++)
            {
                int count = votes.Of(words, i, labels[i], ids);
                if (count == 0)
                    continue;
                any = true;
                Weigh(features, weights, ids[..count], NameLabels.All, more);
                for (int y = 0; y < NameLabels.Count; y++)
                    own[((i - run.First) * NameLabels.Count) + y] += more[y];
            }
            if (any)
                Best(own, path, labels.AsSpan(run.First..run.End));
        }
    }

    private void Weigh(FingerprintTable features, ReadOnlySpan<Vector128<sbyte>> weights, ReadOnlySpan<uint> ids, uint labels, Span<int> scores)
    {
        // 160 features of at most 127 each stay inside 16 bits.
        Vector128<short> low = Vector128<short>.Zero, high = Vector128<short>.Zero;
        Span<int> places = stackalloc int[NameFeatures.Most];
        places = places[..ids.Length];
        for (int k = 0; k < places.Length; k++)
        {
            places[k] = features.Find(ids[k], model.NoFeature);
            Prefetch.Line(in weights[places[k]]);
        }
        foreach (int place in places)
        {
            (Vector128<short> l, Vector128<short> h) = Vector128.Widen(weights[place]);
            low += l;
            high += h;
        }
        scores[NameLabels.Outside] = 0;
        Span<short> sums = stackalloc short[NameLabels.Weighed];
        low.CopyTo(sums);
        high.CopyTo(sums[8..]);
        for (int l = 0; l < NameLabels.Weighed; l++)
            scores[l + 1] = (labels >> (l + 1) & 1) == 0 ? Never : sums[l];
    }

    /// <summary>The scores of the best labels up to each token, and the label before each.</summary>
    private sealed class Path
    {
        public readonly int[] Scores = new int[NameSentences.LongestRun * NameLabels.Count];
        public readonly byte[] Before = new byte[NameSentences.LongestRun * NameLabels.Count];
    }

    private void Best(ReadOnlySpan<int> emitted, Path path, Span<byte> labels)
    {
        ReadOnlySpan<int> transitions = model.Transitions;
        int length = labels.Length;
        Span<int> scores = path.Scores;
        for (int y = 0; y < NameLabels.Count; y++)
            scores[y] = NameLabels.MayFollow(NameLabels.Outside, y) ? Math.Max(emitted[y] + transitions[FirstLabels + y], Never) : Never;
        for (int i = 1; i < length; i++)
        {
            ReadOnlySpan<int> last = scores.Slice((i - 1) * NameLabels.Count, NameLabels.Count);
            for (int y = 0; y < NameLabels.Count; y++)
            {
                int best = int.MinValue, from = 0;
                for (uint bits = s_before[y]; bits != 0; bits &= bits - 1)
                {
                    int x = BitOperations.TrailingZeroCount(bits);
                    int score = last[x] + transitions[(x * NameLabels.Count) + y];
                    if (score > best)
                        (best, from) = (score, x);
                }
                scores[(i * NameLabels.Count) + y] = Math.Max(best + emitted[(i * NameLabels.Count) + y], Never);
                path.Before[(i * NameLabels.Count) + y] = (byte)from;
            }
        }
        int most = int.MinValue, end = NameLabels.Outside;
        ReadOnlySpan<int> ends = scores.Slice((length - 1) * NameLabels.Count, NameLabels.Count);
        for (int y = 0; y < NameLabels.Count; y++)
        {
            if (NameLabels.MayFollow(y, NameLabels.Outside) && ends[y] + transitions[LastLabels + y] > most)
                (most, end) = (ends[y] + transitions[LastLabels + y], y);
        }
        labels[^1] = (byte)end;
        for (int i = length - 1; i > 0; i--)
            labels[i - 1] = path.Before[(i * NameLabels.Count) + labels[i]];
    }

    private static readonly uint[] s_before = NameLabels.BitsBefore;
}
