namespace Stemma.Stories.Claims;

/// <summary>Two sentences of different reports that may tell the same thing.</summary>
/// <param name="A">The index of the sentence of the earlier report.</param>
/// <param name="B">The index of the other.</param>
/// <param name="Likeness">The weight of the stems in common against all of both (weighted Dice), 0 to 1.</param>
/// <param name="SharedStems">How many stems they have in common.</param>
internal readonly record struct SentencePair(int A, int B, double Likeness, int SharedStems);

/// <summary>Finds pairs of like sentences by an index of stems; rare stems weigh more.</summary>
/// <remarks>The index is read-only once made; each thread asks it with a <see cref="Search"/> of its own.</remarks>
internal sealed class SentencePairs
{
    /// <summary>The likeness from which a pair is looked at (weighted Dice).</summary>
    /// <remarks>Set by hand: below it two sentences have a name and a verb in common, not a statement.</remarks>
    private const double Least = .22;

    /// <summary>Stems in more sentences than this lead to no pair by themselves; they count in those that others lead to.</summary>
    private const int MostPlaces = 120;

    /// <summary>The pairs kept for a sentence with the sentences of one other report, and with all others.</summary>
    private const int MostInReport = 2, MostInAll = 40;

    /// <summary>The likeness of neighbours that shows that one text is an edit of the other, and the stems that such a neighbour needs.</summary>
    /// <remarks>Set by hand: reports of two days that follow one pattern stay below it.</remarks>
    private const double SameContext = .55;

    private const int FewestOfContext = 5;

    /// <summary>In sentences: how far from a sentence its neighbours are looked at; editors cut and part sentences.</summary>
    private const int Context = 2;

    private readonly int[] _reports;
    private readonly int[][] _stems;
    private readonly int[][] _places;
    private readonly double[] _weights;
    private readonly double[] _whole;

    /// <summary>Makes the index.</summary>
    public SentencePairs(IReadOnlyList<ClaimSentence> sentences)
    {
        // Stems are numbered in ordinal order, so that weights are added in one order whatever the order of the reports.
        string[] stems = [.. sentences.SelectMany(s => s.Stems).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var numbers = new Dictionary<string, int>(stems.Length, StringComparer.Ordinal);
        for (int i = 0; i < stems.Length; i++)
            numbers.Add(stems[i], i);
        _reports = [.. sentences.Select(s => s.Report)];
        _stems = [.. sentences.Select(s => Array.ConvertAll(s.Stems, stem => numbers[stem]))];
        var places = new List<int>[stems.Length];
        for (int i = 0; i < _stems.Length; i++)
        {
            foreach (int stem in _stems[i])
                (places[stem] ??= []).Add(i);
        }
        _places = Array.ConvertAll(places, p => p.ToArray());
        _weights = Array.ConvertAll(_places, p => Math.Log(1 + ((double)sentences.Count / p.Length)));
        _whole = Array.ConvertAll(_stems, own => own.Sum(stem => _weights[stem]));
    }

    /// <summary>How far two sentences are the same (weighted Dice), 0 to 1. Linear in their stems.</summary>
    public double Likeness(int a, int b)
    {
        int[] x = _stems[a], y = _stems[b];
        double common = 0;
        // Stems are numbered in the order in which a sentence has them.
        for (int i = 0, j = 0; i < x.Length && j < y.Length;)
        {
            if (x[i] == y[j])
                common += _weights[x[i]];
            (i, j) = (x[i] <= y[j] ? i + 1 : i, y[j] <= x[i] ? j + 1 : j);
        }
        return 2 * common / Math.Max(1e-9, _whole[a] + _whole[b]);
    }

    /// <summary>True where a sentence shortly before them, or shortly after, is an edit of one that stands there in the other report: the two texts are one.</summary>
    public bool AreAmongTheSame(int a, int b)
    {
        for (int i = 1; i <= Context; i++)
        {
            for (int j = 1; j <= Context; j++)
            {
                if (AreEdits(a - i, a, b - j, b) || AreEdits(a + i, a, b + j, b))
                    return true;
            }
        }
        return false;
    }

    private bool AreEdits(int a, int besideA, int b, int besideB) =>
        a >= 0 && b >= 0 && a < _reports.Length && b < _reports.Length && _reports[a] == _reports[besideA] && _reports[b] == _reports[besideB]
        && Math.Min(_stems[a].Length, _stems[b].Length) >= FewestOfContext && Likeness(a, b) >= SameContext;

    /// <summary>Asks the index; keeps its tables from question to question, so it is not safe to share between threads.</summary>
    public sealed class Search(SentencePairs index)
    {
        private readonly bool[] _has = new bool[index._weights.Length];
        private readonly int[] _askedFor = new int[index._stems.Length];
        private readonly List<SentencePair> _found = [];

        /// <summary>The pairs of a sentence with earlier ones, the most alike first.</summary>
        public SentencePair[] With(int b)
        {
            _found.Clear();
            int[] own = index._stems[b];
            foreach (int stem in own)
                _has[stem] = true;
            foreach (int stem in own)
            {
                int[] places = index._places[stem];
                if (places.Length > MostPlaces)
                    continue;
                foreach (int a in places)
                {
                    if (a >= b)
                        break;
                    if (_askedFor[a] == b || index._reports[a] == index._reports[b])
                        continue;
                    _askedFor[a] = b;
                    SentencePair pair = Pair(a, b);
                    if (pair.Likeness >= Least)
                        _found.Add(pair);
                }
            }
            foreach (int stem in own)
                _has[stem] = false;
            return _found.Count == 0 ? [] : Best();
        }

        private SentencePair[] Best()
        {
            _found.Sort((x, y) =>
            {
                int order = index._reports[x.A].CompareTo(index._reports[y.A]);
                return order != 0 ? order : MoreAlike(x, y);
            });
            int kept = 0, ofReport = 0;
            for (int i = 0; i < _found.Count; i++)
            {
                ofReport = i > 0 && index._reports[_found[i].A] == index._reports[_found[i - 1].A] ? ofReport + 1 : 1;
                if (ofReport <= MostInReport)
                    _found[kept++] = _found[i];
            }
            _found.RemoveRange(kept, _found.Count - kept);
            _found.Sort(MoreAlike);
            return [.. _found.Take(MostInAll)];
        }

        private SentencePair Pair(int a, int b)
        {
            double common = 0;
            int shared = 0;
            foreach (int stem in index._stems[a])
            {
                if (!_has[stem])
                    continue;
                common += index._weights[stem];
                shared++;
            }
            return new SentencePair(a, b, 2 * common / Math.Max(1e-9, index._whole[a] + index._whole[b]), shared);
        }

        private static int MoreAlike(SentencePair x, SentencePair y)
        {
            int order = y.Likeness.CompareTo(x.Likeness);
            return order != 0 ? order : x.A.CompareTo(y.A);
        }
    }
}
