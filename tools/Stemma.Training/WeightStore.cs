using System.Numerics;
using System.Runtime.InteropServices;

namespace Stemma.Training;

/// <summary>The weights of features while they are learned: a row of one weight a class for each feature that ever erred, and the sums that make its average.</summary>
/// <param name="width">The weights in a row.</param>
internal sealed class WeightStore(int width)
{
    private readonly Dictionary<uint, int> _rows = [];
    private float[] _weights = new float[width << 16], _sums = new float[width << 16];
    private int[] _summedTo = new int[1 << 16];

    /// <summary>The step of learning, in words.</summary>
    public int Now { get; set; }

    /// <summary>How many features have weights.</summary>
    public int Count => _rows.Count;

    /// <summary>Adds the feature's weights to the scores.</summary>
    public void AddTo(uint feature, Span<float> scores)
    {
        if (!_rows.TryGetValue(feature, out int row))
            return;
        ReadOnlySpan<float> weights = _weights.AsSpan(row * width, width);
        for (int t = 0; t < width; t++)
            scores[t] += weights[t];
    }

    /// <summary>Raises the feature's weight for one class by 1 and lowers it for another.</summary>
    public void Move(uint feature, int up, int down)
    {
        ref int row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, feature, out bool known);
        if (!known)
        {
            row = _rows.Count - 1;
            if (row == _summedTo.Length)
            {
                Array.Resize(ref _weights, 2 * _weights.Length);
                Array.Resize(ref _sums, 2 * _sums.Length);
                Array.Resize(ref _summedTo, 2 * _summedTo.Length);
            }
            _summedTo[row] = Now;
        }
        Sum(row);
        _weights[(row * width) + up]++;
        _weights[(row * width) + down]--;
    }

    /// <summary>The sums of the weights over all steps, by feature.</summary>
    public Dictionary<uint, float[]> Sums()
    {
        var sums = new Dictionary<uint, float[]>(_rows.Count);
        foreach ((uint feature, int row) in _rows)
        {
            Sum(row);
            sums[feature] = _sums.AsSpan(row * width, width).ToArray();
        }
        return sums;
    }

    private void Sum(int row)
    {
        int steps = Now - _summedTo[row];
        if (steps == 0)
            return;
        for (int t = row * width; t < (row + 1) * width; t++)
            _sums[t] += steps * _weights[t];
        _summedTo[row] = Now;
    }
}
