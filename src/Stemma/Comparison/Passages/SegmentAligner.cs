using System.Runtime.CompilerServices;

namespace Stemma.Comparison.Passages;

/// <summary>Aligns two runs of words: longest common subsequence by weight, then moved words, then synonyms.</summary>
/// <remarks>
/// Not safe to share between threads: it keeps its tables. Same words at both ends are taken at once, and words that the other
/// run has not are left out of the table, so the cost is quadratic only in what agrees with a break; the segments cap the runs.
/// </remarks>
internal sealed class SegmentAligner(StoryVocabulary vocabulary)
{
    /// <summary>A word that agrees in another place counts so much of one that agrees in order. Set by hand; re-run eval align and lineage.</summary>
    private const double MovedCounts = 0.75;

    /// <summary>A synonym counts so much of the same word. Set by hand; re-run eval align and lineage.</summary>
    private const double SynonymCounts = 0.6;

    /// <summary>In words of content a side; beyond it synonyms are not looked for, so that a pair stays cheap.</summary>
    private const int MostLeftOver = 24;

    /// <summary>A word of the same stem but another form counts so much of a same word in the longest common subsequence.</summary>
    private const double SameStemCounts = 0.95;

    private double[] _table = [];
    private int[] _seenA = [];
    private int[] _seenB = [];
    private int _call;
    private int[] _commonA = [];
    private int[] _commonB = [];
    private bool[] _takenA = [];
    private bool[] _takenB = [];
    private readonly List<int> _leftA = [];
    private readonly List<int> _leftB = [];
    private readonly WordSenses[] _sensesB = new WordSenses[MostLeftOver];

    // The two runs in hand and what was found of them so far.
    private ComparedText _a = null!, _b = null!;
    private int _a0, _b0;
    private double _agreeing, _quoted;
    private int _same, _longest, _run, _lastI, _lastJ;
    private (int A, int EndA, int B, int EndB) _core;

    /// <summary>Aligns the words [a0, a1) of one text with [b0, b1) of another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Agreement Align(ComparedText a, int a0, int a1, ComparedText b, int b0, int b1)
    {
        int n = a1 - a0, m = b1 - b0;
        Start(a, a0, n, b, b0, m);
        double inOrder = TakeInOrder(n, m);
        double weightA = WeightOf(a, a0, n), weightB = WeightOf(b, b0, m);
        double elsewhere = inOrder < weightA || inOrder < weightB ? TakeMoved(n, m) + TakeSynonyms(n, m) : 0;
        double agree = inOrder + elsewhere;
        return new Agreement
        {
            Score = weightA + weightB == 0 ? 0 : 2 * agree / (weightA + weightB),
            CoverA = weightA == 0 ? 0 : Math.Min(1, agree / weightA),
            CoverB = weightB == 0 ? 0 : Math.Min(1, agree / weightB),
            Ratio = 2.0 * _same / Math.Max(1, n + m),
            SameWords = _same,
            LongestRun = _longest,
            Quoted = _agreeing == 0 ? 0 : _quoted / _agreeing,
            Told = _agreeing - _quoted,
            Core = _core,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Start(ComparedText a, int a0, int n, ComparedText b, int b0, int m)
    {
        (_a, _a0, _b, _b0) = (a, a0, b, b0);
        (_agreeing, _quoted, _same, _longest, _run, _lastI, _lastJ) = (0, 0, 0, 0, 0, -2, -2);
        _core = (a0 + n, a0, b0 + m, b0);
        if (_takenA.Length < n)
            (_takenA, _commonA) = (new bool[n * 2], new int[n * 2]);
        if (_takenB.Length < m)
            (_takenB, _commonB) = (new bool[m * 2], new int[m * 2]);
        _takenA.AsSpan(0, n).Clear();
        _takenB.AsSpan(0, m).Clear();
        if (_seenA.Length < vocabulary.StemCount)
            (_seenA, _seenB, _call) = (new int[vocabulary.StemCount * 2], new int[vocabulary.StemCount * 2], 0);
        _call++;
        if (_call == int.MaxValue)
            (_seenA, _seenB, _call) = (new int[_seenA.Length], new int[_seenB.Length], 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double WeightOf(ComparedText text, int first, int count)
    {
        double weight = 0;
        foreach (int stem in text.Stems.AsSpan(first, count))
            weight += vocabulary.Weight(stem);
        return weight;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double TakeInOrder(int n, int m)
    {
        ReadOnlySpan<int> wordsA = _a.Words.AsSpan(_a0, n), wordsB = _b.Words.AsSpan(_b0, m);
        double sum = 0;
        int prefix = wordsA.CommonPrefixLength(wordsB);
        for (int i = 0; i < prefix; i++)
            sum += Take(i, i);
        int suffix = 0;
        while (suffix < Math.Min(n, m) - prefix && wordsA[n - 1 - suffix] == wordsB[m - 1 - suffix])
            suffix++;
        sum += TakeMiddle(prefix, n - suffix, m - suffix);
        for (int k = suffix; k > 0; k--)
            sum += Take(n - k, m - k);
        return sum;
    }

    // Only words whose stem is on both sides can agree.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double TakeMiddle(int from, int endA, int endB)
    {
        if (from == endA || from == endB)
            return 0;
        ReadOnlySpan<int> stemsA = _a.Stems.AsSpan(_a0, endA), stemsB = _b.Stems.AsSpan(_b0, endB);
        for (int j = from; j < endB; j++)
            _seenB[stemsB[j]] = _call;
        int n = 0, m = 0;
        for (int i = from; i < endA; i++)
        {
            if (_seenB[stemsA[i]] != _call)
                continue;
            _seenA[stemsA[i]] = _call;
            _commonA[n++] = i;
        }
        for (int j = from; j < endB; j++)
        {
            if (_seenA[stemsB[j]] == _call)
                _commonB[m++] = j;
        }
        Fill(n, m);
        double sum = 0;
        int width = m + 1;
        for (int i = 0, j = 0; i < n; i++)
        {
            // The table is filled from the end, so the path is read from the start.
            while (j < m && _table[i * width + j] == _table[i * width + j + 1])
                j++;
            if (j == m)
                break;
            if (stemsA[_commonA[i]] == stemsB[_commonB[j]] && _table[i * width + j] > _table[(i + 1) * width + j])
                sum += Take(_commonA[i], _commonB[j++]);
        }
        return sum;
    }

    // Cell (i, j): the heaviest common subsequence of the common words from i and from j on.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(int n, int m)
    {
        int width = m + 1;
        int size = (n + 1) * width;
        if (_table.Length < size)
            _table = new double[size * 2];
        _table.AsSpan(n * width, width).Clear();
        for (int i = n - 1; i >= 0; i--)
        {
            Span<double> row = _table.AsSpan(i * width, width), below = _table.AsSpan((i + 1) * width, width);
            row[m] = 0;
            int stem = _a.Stems[_a0 + _commonA[i]], word = _a.Words[_a0 + _commonA[i]];
            double weight = vocabulary.Weight(stem), best = 0;
            for (int j = m - 1; j >= 0; j--)
            {
                best = Math.Max(below[j], best);
                int other = _b0 + _commonB[j];
                if (stem == _b.Stems[other])
                    best = Math.Max(best, below[j + 1] + (word == _b.Words[other] ? weight : weight * SameStemCounts));
                row[j] = best;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Take(int i, int j)
    {
        (_takenA[i], _takenB[j]) = (true, true);
        double weight = vocabulary.Weight(_a.Stems[_a0 + i]);
        Note(i, j, weight);
        if (_a.Words[_a0 + i] == _b.Words[_b0 + j])
        {
            _same++;
            _run = i == _lastI + 1 && j == _lastJ + 1 ? _run + 1 : 1;
            _longest = Math.Max(_longest, _run);
            (_lastI, _lastJ) = (i, j);
        }
        return weight;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Note(int i, int j, double weight)
    {
        int x = _a0 + i, y = _b0 + j;
        _agreeing += weight;
        if (_a.Quoted[x] && _b.Quoted[y])
            _quoted += weight;
        _core = (Math.Min(_core.A, x), Math.Max(_core.EndA, x + 1), Math.Min(_core.B, y), Math.Max(_core.EndB, y + 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double TakeMoved(int n, int m)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            int stem = _a.Stems[_a0 + i];
            if (_takenA[i] || _seenB[stem] != _call)
                continue;
            for (int j = 0; j < m; j++)
            {
                if (_takenB[j] || _b.Stems[_b0 + j] != stem)
                    continue;
                (_takenA[i], _takenB[j]) = (true, true);
                double weight = MovedCounts * vocabulary.Weight(stem);
                sum += weight;
                Note(i, j, weight);
                break;
            }
        }
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double TakeSynonyms(int n, int m)
    {
        Content(_a, _a0, n, _takenA, _leftA);
        Content(_b, _b0, m, _takenB, _leftB);
        if (_leftA.Count is 0 or > MostLeftOver || _leftB.Count is 0 or > MostLeftOver)
            return 0;
        ulong anyB = 0;
        for (int k = 0; k < _leftB.Count; k++)
        {
            _sensesB[k] = vocabulary.Senses(_b.Stems[_b0 + _leftB[k]]);
            anyB |= _sensesB[k].Mask;
        }
        double sum = 0;
        foreach (int i in _leftA)
        {
            int x = _a.Stems[_a0 + i];
            WordSenses senses = vocabulary.Senses(x);
            if ((senses.Mask & anyB) == 0)
                continue;
            for (int k = 0; k < _leftB.Count; k++)
            {
                int j = _leftB[k];
                if (_takenB[j] || !senses.Share(_sensesB[k]))
                    continue;
                int y = _b.Stems[_b0 + j];
                double weight = SynonymCounts * Math.Min(vocabulary.Weight(x), vocabulary.Weight(y));
                sum += weight;
                Note(i, j, weight);
                _takenB[j] = true;
                break;
            }
        }
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Content(ComparedText text, int first, int count, bool[] taken, List<int> left)
    {
        left.Clear();
        for (int i = 0; i < count && left.Count <= MostLeftOver; i++)
        {
            if (!taken[i] && vocabulary.Weight(text.Stems[first + i]) > StoryVocabulary.LightestWord)
                left.Add(i);
        }
    }
}
