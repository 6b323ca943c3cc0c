using Stemma.Annotation.NameTagging;

namespace Stemma.Training.Names;

/// <summary>What a training made: a row of weights for each feature, and the weights of transitions as <see cref="NameTagger"/> has them.</summary>
internal sealed record NameWeights(float[] Rows, float[] Transitions);

/// <summary>
/// Learns the weights of a linear-chain conditional random field (Lafferty et al. 2001) from labels of which some are not known, by
/// their sum (Täckström et al. 2013), in steps of the kind "follow the proximal regularised leader" (McMahan et al. 2013): each weight with its
/// own rate, seldom ones kept at 0 or small.
/// </summary>
internal sealed class FieldTrainer(IReadOnlyList<NameLesson> lessons, IReadOnlyList<float> shares, int features)
{
    private const int Labels = NameLabels.Count, Weighed = NameLabels.Weighed;

    /// <summary>The rate of learning.</summary>
    public float Rate { get; init; } = 0.15f;

    /// <summary>How much evidence a weight needs before it leaves 0.</summary>
    public float Lasso { get; init; } = 0.15f;

    /// <summary>How strongly weights are drawn to 0.</summary>
    public float Ridge { get; init; } = 1.0f;

    /// <summary>How much the first steps are damped.</summary>
    private const float Damping = 1;

    private readonly float[] _weights = new float[features * Weighed], _z = new float[features * Weighed], _n = new float[features * Weighed];
    private readonly float[] _transitions = new float[NameTagger.AllTransitions], _zt = new float[NameTagger.AllTransitions], _nt = new float[NameTagger.AllTransitions];
    private readonly double[] _emit = new double[NameSentences.LongestRun * Labels], _step = new double[NameTagger.AllTransitions];
    private readonly double[] _free = new double[NameSentences.LongestRun * Labels], _held = new double[NameSentences.LongestRun * Labels];
    private readonly double[] _alpha = new double[NameSentences.LongestRun * Labels], _beta = new double[NameSentences.LongestRun * Labels];
    private readonly double[] _moves = new double[NameTagger.AllTransitions];
    private readonly float[] _change = new float[Weighed];

    /// <summary>Learns; the same seed gives the same weights.</summary>
    public NameWeights Learn(int epochs, ulong seed)
    {
        int[] order = [.. Enumerable.Range(0, lessons.Count)];
        for (int e = 0; e < epochs; e++)
        {
            Order.Shuffle(order, ref seed);
            double loss = 0;
            foreach (int lesson in order)
                loss += Learn(lessons[lesson], shares[lesson]);
            if (e == epochs - 1)
                Console.Error.WriteLine($"epoch {e + 1}: loss {loss:0}, {_weights.Count(w => w != 0)} weights");
        }
        return new NameWeights((float[])_weights.Clone(), (float[])_transitions.Clone());
    }

    private double Learn(NameLesson lesson, float share)
    {
        int length = lesson.Features.Length;
        double top = 0;
        for (int i = 0; i < length; i++)
        {
            Span<double> scores = _emit.AsSpan(i * Labels, Labels);
            scores.Clear();
            foreach (int row in lesson.Features[i])
            {
                ReadOnlySpan<float> weights = _weights.AsSpan(row * Weighed, Weighed);
                for (int y = 0; y < Weighed; y++)
                    scores[y + 1] += weights[y];
            }
            top = scores[0];
            foreach (double s in scores)
                top = Math.Max(top, s);
            for (int y = 0; y < Labels; y++)
                scores[y] = Exponential.Of(scores[y] - top);
        }
        for (int t = 0; t < _step.Length; t++)
            _step[t] = Exponential.Of(_transitions[t]);
        Array.Clear(_moves);
        double held = Sum(lesson, length, masked: true, _held, -1);
        if (held == double.NegativeInfinity)
            return 0;
        double free = Sum(lesson, length, masked: false, _free, 1);
        for (int i = 0; i < length; i++)
        {
            bool any = false;
            for (int y = 0; y < Weighed; y++)
            {
                _change[y] = share * (float)(_free[(i * Labels) + y + 1] - _held[(i * Labels) + y + 1]);
                any |= MathF.Abs(_change[y]) > 1e-4f;
            }
            if (!any)
                continue;
            foreach (int row in lesson.Features[i])
                Step(_weights, _z, _n, row * Weighed, _change, Lasso, Ridge);
        }
        Span<float> one = stackalloc float[1];
        for (int t = 0; t < _moves.Length; t++)
        {
            if (Math.Abs(_moves[t]) > 1e-6)
            {
                one[0] = share * (float)_moves[t];
                Step(_transitions, _zt, _nt, t, one, 0, Ridge);
            }
        }
        return share * (free - held);
    }

    private void Step(float[] weights, float[] z, float[] n, int at, ReadOnlySpan<float> change, float lasso, float ridge)
    {
        for (int y = 0; y < change.Length; y++)
        {
            float g = change[y];
            if (g == 0)
                continue;
            int k = at + y;
            float before = MathF.Sqrt(n[k]);
            n[k] += g * g;
            float after = MathF.Sqrt(n[k]);
            z[k] += g - ((after - before) / Rate * weights[k]);
            float size = MathF.Abs(z[k]) - lasso;
            weights[k] = size <= 0 ? 0 : -MathF.Sign(z[k]) * size / (((Damping + after) / Rate) + ridge);
        }
    }

    // Forward and backward sums; adds the expected transitions, times sign, to the moves, writes the probability of each label, returns the logarithm of the sum.
    private double Sum(NameLesson lesson, int length, bool masked, double[] marginals, int sign)
    {
        double log = 0;
        for (int i = 0; i < length; i++)
        {
            double total = 0;
            for (int y = 0; y < Labels; y++)
            {
                double sum = 0;
                if (((masked ? lesson.Allowed : lesson.Possible)[i] >> y & 1) != 0)
                {
                    if (i == 0)
                    {
                        sum = NameLabels.MayFollow(NameLabels.Outside, y) ? _step[NameTagger.FirstLabels + y] : 0;
                    }
                    else
                    {
                        for (uint bits = s_before[y]; bits != 0; bits &= bits - 1)
                        {
                            int x = System.Numerics.BitOperations.TrailingZeroCount(bits);
                            sum += _alpha[((i - 1) * Labels) + x] * _step[(x * Labels) + y];
                        }
                    }
                    sum *= _emit[(i * Labels) + y];
                    if (i == length - 1 && !s_mayEnd[y])
                        sum = 0;
                }
                _alpha[(i * Labels) + y] = sum;
                total += sum;
            }
            if (total <= 0)
                return double.NegativeInfinity;
            log += Math.Log(total);
            for (int y = 0; y < Labels; y++)
                _alpha[(i * Labels) + y] /= total;
        }
        for (int i = length - 1; i >= 0; i--)
        {
            double total = 0;
            for (int x = 0; x < Labels; x++)
            {
                double sum = 0;
                if (i == length - 1)
                {
                    sum = s_mayEnd[x] ? _step[NameTagger.LastLabels + x] : 0;
                }
                else
                {
                    for (uint bits = s_after[x]; bits != 0; bits &= bits - 1)
                    {
                        int y = System.Numerics.BitOperations.TrailingZeroCount(bits);
                        if (((masked ? lesson.Allowed : lesson.Possible)[i + 1] >> y & 1) != 0)
                            sum += _step[(x * Labels) + y] * _emit[((i + 1) * Labels) + y] * _beta[((i + 1) * Labels) + y];
                    }
                }
                _beta[(i * Labels) + x] = sum;
                total += sum;
            }
            for (int x = 0; x < Labels; x++)
                _beta[(i * Labels) + x] /= total;
        }
        double ends = 0;
        for (int y = 0; y < Labels; y++)
            ends += _alpha[((length - 1) * Labels) + y] * (s_mayEnd[y] ? _step[NameTagger.LastLabels + y] : 0);
        for (int i = 0; i < length; i++)
        {
            double total = 0;
            for (int y = 0; y < Labels; y++)
                total += marginals[(i * Labels) + y] = _alpha[(i * Labels) + y] * _beta[(i * Labels) + y];
            for (int y = 0; y < Labels; y++)
                marginals[(i * Labels) + y] /= total;
            if (i > 0)
                AddMoves(lesson, i, masked, sign);
        }
        for (int y = 0; y < Labels; y++)
        {
            _moves[NameTagger.FirstLabels + y] += sign * marginals[y];
            _moves[NameTagger.LastLabels + y] += sign * marginals[((length - 1) * Labels) + y];
        }
        return log + Math.Log(ends);
    }

    private void AddMoves(NameLesson lesson, int i, bool masked, int sign)
    {
        double total = 0;
        for (int pass = 0; pass < 2; pass++)
        {
            for (int y = 0; y < Labels; y++)
            {
                if (((masked ? lesson.Allowed : lesson.Possible)[i] >> y & 1) == 0)
                    continue;
                double right = _emit[(i * Labels) + y] * _beta[(i * Labels) + y];
                for (uint bits = s_before[y]; bits != 0; bits &= bits - 1)
                {
                    int x = System.Numerics.BitOperations.TrailingZeroCount(bits);
                    double p = _alpha[((i - 1) * Labels) + x] * _step[(x * Labels) + y] * right;
                    if (pass == 0)
                        total += p;
                    else
                        _moves[(x * Labels) + y] += sign * p / total;
                }
            }
        }
    }

    private static readonly uint[] s_before = NameLabels.BitsBefore;
    private static readonly uint[] s_after = [.. Enumerable.Range(0, Labels).Select(x => (uint)Enumerable.Range(0, Labels).Where(y => NameLabels.MayFollow(x, y)).Sum(y => 1 << y))];
    private static readonly bool[] s_mayEnd = [.. Enumerable.Range(0, Labels).Select(x => NameLabels.MayFollow(x, NameLabels.Outside))];
}
