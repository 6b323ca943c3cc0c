using System.Numerics;
using Stemma.Annotation.NameTagging;

namespace Stemma.Training.Names;

/// <summary>
/// The baseline: an averaged structured perceptron (Collins 2002) over the same runs. Where a label is not known, it learns towards the
/// best of those that are allowed.
/// </summary>
internal sealed class ChainPerceptron(IReadOnlyList<NameLesson> lessons, int features)
{
    private const int Labels = NameLabels.Count, Weighed = NameLabels.Weighed;

    private const float Never = float.NegativeInfinity;

    private readonly float[] _weights = new float[features * Weighed], _transitions = new float[NameTagger.AllTransitions];
    private readonly double[] _sums = new double[features * Weighed], _transitionSums = new double[NameTagger.AllTransitions];
    private readonly float[] _scores = new float[NameSentences.LongestRun * Labels], _best = new float[NameSentences.LongestRun * Labels];
    private readonly int[] _before = new int[NameSentences.LongestRun * Labels];
    private double _now;

    /// <summary>Learns; the same seed gives the same weights.</summary>
    public NameWeights Learn(int epochs, ulong seed)
    {
        int[] order = [.. Enumerable.Range(0, lessons.Count)];
        for (int e = 0; e < epochs; e++)
        {
            Order.Shuffle(order, ref seed);
            foreach (int lesson in order)
                Learn(lessons[lesson]);
        }
        // The mean of the weights over all steps (Daumé 2006, figure 2.3).
        return new NameWeights([.. _weights.Select((w, i) => (float)(w - (_sums[i] / _now)))], [.. _transitions.Select((w, i) => (float)(w - (_transitionSums[i] / _now)))]);
    }

    private void Learn(NameLesson lesson)
    {
        _now++;
        int length = lesson.Features.Length;
        for (int i = 0; i < length; i++)
        {
            Span<float> scores = _scores.AsSpan(i * Labels, Labels);
            scores.Clear();
            foreach (int row in lesson.Features[i])
            {
                for (int y = 0; y < Weighed; y++)
                    scores[y + 1] += _weights[(row * Weighed) + y];
            }
        }
        Span<int> right = stackalloc int[length], found = stackalloc int[length];
        if (!Best(lesson.Allowed, right) || !Best(lesson.Possible, found) || right.SequenceEqual(found))
            return;
        Move(lesson, right, 1);
        Move(lesson, found, -1);
    }

    private void Move(NameLesson lesson, ReadOnlySpan<int> labels, int by)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] != NameLabels.Outside)
            {
                foreach (int row in lesson.Features[i])
                    Add(_weights, _sums, (row * Weighed) + labels[i] - 1, by);
            }
            if (i > 0)
                Add(_transitions, _transitionSums, (labels[i - 1] * Labels) + labels[i], by);
        }
        Add(_transitions, _transitionSums, NameTagger.FirstLabels + labels[0], by);
        Add(_transitions, _transitionSums, NameTagger.LastLabels + labels[^1], by);
    }

    private void Add(float[] weights, double[] sums, int at, int by)
    {
        weights[at] += by;
        sums[at] += by * _now;
    }

    private bool Best(uint[] allowed, Span<int> labels)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            for (int y = 0; y < Labels; y++)
            {
                int at = (i * Labels) + y;
                (_best[at], _before[at]) = (Never, 0);
                if ((allowed[i] >> y & 1) == 0)
                    continue;
                if (i == 0)
                {
                    if (NameLabels.MayFollow(NameLabels.Outside, y))
                        _best[at] = _scores[at] + _transitions[NameTagger.FirstLabels + y];
                    continue;
                }
                for (uint bits = NameLabels.BitsBefore[y]; bits != 0; bits &= bits - 1)
                {
                    int x = BitOperations.TrailingZeroCount(bits);
                    float score = _best[((i - 1) * Labels) + x] + _transitions[(x * Labels) + y] + _scores[at];
                    if (score > _best[at])
                        (_best[at], _before[at]) = (score, x);
                }
            }
        }
        float most = Never;
        for (int y = 0; y < Labels; y++)
        {
            float score = NameLabels.MayFollow(y, NameLabels.Outside) ? _best[((labels.Length - 1) * Labels) + y] + _transitions[NameTagger.LastLabels + y] : Never;
            if (score > most)
                (most, labels[^1]) = (score, y);
        }
        for (int i = labels.Length - 1; i > 0 && most != Never; i--)
            labels[i - 1] = _before[(i * Labels) + labels[i]];
        return most != Never;
    }
}
