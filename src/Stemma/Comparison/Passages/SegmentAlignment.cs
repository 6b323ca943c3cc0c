namespace Stemma.Comparison.Passages;

/// <summary>How two runs of words agree. All weights are sums over stems of <see cref="StoryVocabulary.Weight"/>.</summary>
internal readonly record struct Agreement
{
    /// <summary>Weighted agreement of both sides, 0 to 1: in order counts full, moved and synonymous words less.</summary>
    public required double Score { get; init; }

    /// <summary>The part of the first run's weight that the other has, 0 to 1.</summary>
    public required double CoverA { get; init; }

    /// <summary>The part of the other run's weight that the first has, 0 to 1.</summary>
    public required double CoverB { get; init; }

    /// <summary>2·agreeing words / all words of both, 0 to 1; words of one folded form, in order.</summary>
    public required double Ratio { get; init; }

    /// <summary>Words of one folded form, in order.</summary>
    public required int SameWords { get; init; }

    /// <summary>The longest run of such words that is unbroken on both sides.</summary>
    public required int LongestRun { get; init; }

    /// <summary>The part of the agreeing weight that is inside quotation marks on both sides, 0 to 1.</summary>
    public required double Quoted { get; init; }

    /// <summary>The agreeing weight outside quotation marks.</summary>
    public required double Told { get; init; }

    /// <summary>The first agreeing word of each side and the one after the last, as indexes of words.</summary>
    public required (int A, int EndA, int B, int EndB) Core { get; init; }
}

/// <summary>Aligns two runs of words: longest common subsequence by weight, then moved words, then synonyms.</summary>
/// <remarks>Not safe to share between threads: it keeps its tables. Quadratic in the runs, which are capped by the segments.</remarks>
internal sealed class SegmentAligner(StoryVocabulary vocabulary)
{
    /// <summary>A word that agrees in another place counts so much of one that agrees in order. Set by hand; re-run eval align and lineage.</summary>
    private const double MovedCounts = 0.75;

    /// <summary>A synonym counts so much of the same word. Set by hand; re-run eval align and lineage.</summary>
    private const double SynonymCounts = 0.6;

    /// <summary>In words a side; beyond it synonyms are not looked for, so that a pair stays cheap.</summary>
    private const int MostLeftOver = 24;

    /// <summary>A word of the same stem but another form counts so much of a same word in the longest common subsequence.</summary>
    private const double SameStemCounts = 0.95;

    private double[] _table = [];
    private readonly List<int> _leftA = [];
    private readonly List<int> _leftB = [];
    private bool[] _usedB = [];

    /// <summary>Aligns the words [a0, a1) of one text with [b0, b1) of another.</summary>
    public Agreement Align(ComparedText a, int a0, int a1, ComparedText b, int b0, int b1)
    {
        int n = a1 - a0, m = b1 - b0, width = m + 1;
        Fill(a, a0, n, b, b0, m);
        if (_usedB.Length < m)
            _usedB = new bool[m * 2];
        Array.Clear(_usedB, 0, m);
        _leftA.Clear();

        double weightA = 0, weightB = 0, inOrder = 0, quoted = 0, agreeing = 0;
        int same = 0, longest = 0, run = 0, lastI = -2, lastJ = -2;
        (int A, int EndA, int B, int EndB) core = (a1, a0, b1, b0);
        for (int i = 0, j = 0; i < n; i++)
        {
            // The table is filled from the end, so the path is read from the start.
            while (j < m && _table[i * width + j] == _table[i * width + j + 1])
                j++;
            int stem = a.Stems[a0 + i];
            double weight = vocabulary.Weight(stem);
            weightA += weight;
            bool taken = j < m && stem == b.Stems[b0 + j] && _table[i * width + j] > _table[(i + 1) * width + j];
            if (!taken)
            {
                _leftA.Add(i);
                continue;
            }
            _usedB[j] = true;
            inOrder += weight;
            Note(a0 + i, b0 + j, weight);
            if (a.Words[a0 + i] == b.Words[b0 + j])
            {
                same++;
                run = i == lastI + 1 && j == lastJ + 1 ? run + 1 : 1;
                longest = Math.Max(longest, run);
                (lastI, lastJ) = (i, j);
            }
            j++;
        }
        _leftB.Clear();
        for (int j = 0; j < m; j++)
        {
            weightB += vocabulary.Weight(b.Stems[b0 + j]);
            if (!_usedB[j])
                _leftB.Add(j);
        }
        double elsewhere = 0;
        if (_leftA.Count > 0 && _leftB.Count > 0)
        {
            elsewhere += Pair((x, y) => x == y ? MovedCounts : 0);
            if (_leftA.Count <= MostLeftOver && _leftB.Count <= MostLeftOver)
                elsewhere += Pair((x, y) => vocabulary.AreSynonyms(x, y) ? SynonymCounts : 0);
        }
        double agree = inOrder + elsewhere;
        return new Agreement
        {
            Score = weightA + weightB == 0 ? 0 : 2 * agree / (weightA + weightB),
            CoverA = weightA == 0 ? 0 : Math.Min(1, agree / weightA),
            CoverB = weightB == 0 ? 0 : Math.Min(1, agree / weightB),
            Ratio = 2.0 * same / Math.Max(1, n + m),
            SameWords = same,
            LongestRun = longest,
            Quoted = agreeing == 0 ? 0 : quoted / agreeing,
            Told = agreeing - quoted,
            Core = core,
        };

        void Note(int x, int y, double weight)
        {
            agreeing += weight;
            if (a.Quoted[x] && b.Quoted[y])
                quoted += weight;
            core = (Math.Min(core.A, x), Math.Max(core.EndA, x + 1), Math.Min(core.B, y), Math.Max(core.EndB, y + 1));
        }

        double Pair(Func<int, int, double> counts)
        {
            double sum = 0;
            for (int p = 0; p < _leftA.Count; p++)
            {
                int x = a.Stems[a0 + _leftA[p]];
                for (int q = 0; q < _leftB.Count; q++)
                {
                    int y = b.Stems[b0 + _leftB[q]];
                    double c = counts(x, y);
                    if (c <= 0)
                        continue;
                    double weight = Math.Min(vocabulary.Weight(x), vocabulary.Weight(y));
                    sum += c * weight;
                    Note(a0 + _leftA[p], b0 + _leftB[q], c * weight);
                    _leftA.RemoveAt(p--);
                    _leftB.RemoveAt(q);
                    break;
                }
            }
            return sum;
        }
    }

    // Cell (i, j): the heaviest common subsequence of the words from i and from j on.
    private void Fill(ComparedText a, int a0, int n, ComparedText b, int b0, int m)
    {
        int width = m + 1;
        int size = (n + 1) * width;
        if (_table.Length < size)
            _table = new double[size * 2];
        Array.Clear(_table, n * width, width);
        for (int i = n - 1; i >= 0; i--)
        {
            int row = i * width;
            _table[row + m] = 0;
            int stem = a.Stems[a0 + i], word = a.Words[a0 + i];
            double weight = vocabulary.Weight(stem);
            for (int j = m - 1; j >= 0; j--)
            {
                double best = Math.Max(_table[row + width + j], _table[row + j + 1]);
                if (stem == b.Stems[b0 + j])
                    best = Math.Max(best, _table[row + width + j + 1] + (word == b.Words[b0 + j] ? weight : weight * SameStemCounts));
                _table[row + j] = best;
            }
        }
    }
}
