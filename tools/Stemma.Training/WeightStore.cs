using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stemma.Training;

/// <summary>The weights of features while they are learned: a row of one weight a class for each feature that ever erred, and the sums that make its average.</summary>
/// <remarks>A table with open places, each feature beside its weights, so that looking one up touches memory once: learning is little else.</remarks>
/// <param name="width">The weights in a row.</param>
internal sealed class WeightStore(int width)
{
    private const int FirstBits = 16;

    private readonly int _stride = width + 1;
    private int _bits = FirstBits;

    // For each place the feature, 0 where it is free, and its weights.
    private float[] _cells = new float[(width + 1) << FirstBits];
    private float[] _sums = new float[width << FirstBits];
    private int[] _summedTo = new int[1 << FirstBits];

    /// <summary>The step of learning, in words.</summary>
    public int Now { get; set; }

    /// <summary>How many features have weights.</summary>
    public int Count { get; private set; }

    /// <summary>Adds the feature's weights to the scores.</summary>
    public void AddTo(uint feature, Span<float> scores)
    {
        int place = Find(feature);
        ref float cell = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_cells), place * _stride);
        if (Unsafe.As<float, uint>(ref cell) == 0)
            return;
        for (int t = 0; t < width; t++)
            scores[t] += Unsafe.Add(ref cell, t + 1);
    }

    /// <summary>Raises the feature's weight for one class by 1 and lowers it for another.</summary>
    public void Move(uint feature, int up, int down)
    {
        if (Count > (1 << _bits) / 2)
            Grow();
        int place = Find(feature);
        ref float cell = ref _cells[place * _stride];
        if (Unsafe.As<float, uint>(ref cell) == 0)
        {
            Unsafe.As<float, uint>(ref cell) = Key(feature);
            Count++;
            _summedTo[place] = Now;
        }
        Sum(place);
        Unsafe.Add(ref cell, up + 1)++;
        Unsafe.Add(ref cell, down + 1)--;
    }

    /// <summary>The sums of the weights over all steps, by feature.</summary>
    public Dictionary<uint, float[]> Sums()
    {
        var sums = new Dictionary<uint, float[]>(Count);
        for (int place = 0; place < 1 << _bits; place++)
        {
            uint feature = Unsafe.As<float, uint>(ref _cells[place * _stride]);
            if (feature == 0)
                continue;
            Sum(place);
            sums[feature] = _sums.AsSpan(place * width, width).ToArray();
        }
        return sums;
    }

    // The feature 0 is taken for 1.
    private static uint Key(uint feature) => feature == 0 ? 1 : feature;

    // Where the feature is, or the free place where it would be.
    private int Find(uint feature)
    {
        uint key = Key(feature);
        ref float cells = ref MemoryMarshal.GetArrayDataReference(_cells);
        int mask = (1 << _bits) - 1, place = (int)(key >> (32 - _bits));
        while (true)
        {
            uint there = Unsafe.As<float, uint>(ref Unsafe.Add(ref cells, place * _stride));
            if (there == key || there == 0)
                return place;
            place = (place + 1) & mask;
        }
    }

    private void Grow()
    {
        (float[] cells, float[] sums, int[] summedTo) = (_cells, _sums, _summedTo);
        int size = 1 << _bits++;
        _cells = new float[2 * cells.Length];
        _sums = new float[2 * sums.Length];
        _summedTo = new int[2 * summedTo.Length];
        for (int old = 0; old < size; old++)
        {
            uint feature = Unsafe.As<float, uint>(ref cells[old * _stride]);
            if (feature == 0)
                continue;
            int place = Find(feature);
            cells.AsSpan(old * _stride, _stride).CopyTo(_cells.AsSpan(place * _stride));
            sums.AsSpan(old * width, width).CopyTo(_sums.AsSpan(place * width));
            _summedTo[place] = summedTo[old];
        }
    }

    private void Sum(int place)
    {
        int steps = Now - _summedTo[place];
        if (steps == 0)
            return;
        for (int t = 0; t < width; t++)
            _sums[(place * width) + t] += steps * _cells[(place * _stride) + t + 1];
        _summedTo[place] = Now;
    }
}
