using System.Numerics;
using Stemma.Languages;

namespace Stemma.Comparison.Collation;

/// <summary>The folded forms of all words in a collation, how much each tells, and how like two of them are.</summary>
/// <remarks>Scores are whole thousandths, so that sums are the same on every machine. For one thread.</remarks>
internal sealed class WordForms
{
    /// <summary>What the same word in the same place is worth, in thousandths, where it occurs once a text.</summary>
    public const int Full = 1000;

    /// <summary>In thousandths: what the commonest word is worth, so that "the" alone never pulls a text out of its place.</summary>
    /// <remarks>Set by hand; on a hand-aligned tradition (bench/score_collation.py) .2 to .5 give the same figure.</remarks>
    private const int Least = 300;

    /// <summary>In thousandths: below it two forms are two words. Half of the letters in common is where chance begins.</summary>
    private const int LeastLikeness = 500;

    /// <summary>In thousandths: what two numbers, or two words that mean the same, are worth to each other.</summary>
    private const int SameKind = 600;

    /// <summary>In UTF-16 code units; longer forms are compared by their first letters.</summary>
    private const int LongestCompared = 32;

    /// <summary>As powers of two: how many pairs of forms have their likeness kept. A pair takes the place of another one with the same number.</summary>
    private const int FewestKept = 8, MostKept = 17;

    private readonly string[] _forms;
    private readonly ulong[] _letters;
    private readonly int[] _weights;
    private readonly Lexicon? _lexicon;
    private readonly (long Pair, int Likeness)[] _kept;
    private readonly int _shift;

    public WordForms(string[] forms, bool english)
    {
        _forms = forms;
        _lexicon = english ? Lexicon.English : null;
        _letters = new ulong[forms.Length];
        _weights = new int[forms.Length];
        for (int f = 0; f < forms.Length; f++)
        {
            foreach (char c in forms[f])
                _letters[f] |= 1UL << (c & 63);
        }
        Array.Fill(_weights, Full);
        int bits = Math.Clamp(BitOperations.Log2((uint)forms.Length + 1) + 4, FewestKept, MostKept);
        _kept = new (long, int)[1 << bits];
        _shift = 64 - bits;
    }

    /// <summary>The number of forms.</summary>
    public int Count => _forms.Length;

    /// <summary>The form itself.</summary>
    public string this[int form] => _forms[form];

    /// <summary>What a match of this form is worth, in thousandths: less the more often it stands in one text.</summary>
    public int Weight(int form) => _weights[form];

    /// <summary>Weighs the forms by how often they occur in the texts that hold them.</summary>
    public void Weigh(IReadOnlyList<int[]> texts)
    {
        var all = new int[Count];
        var holders = new int[Count];
        var last = new int[Count];
        Array.Fill(last, -1);
        for (int t = 0; t < texts.Count; t++)
        {
            foreach (int form in texts[t])
            {
                all[form]++;
                if (last[form] != t)
                {
                    last[form] = t;
                    holders[form]++;
                }
            }
        }
        for (int f = 0; f < Count; f++)
            _weights[f] = holders[f] == 0 ? Full : Math.Max(Least, (int)((long)Full * holders[f] / all[f]));
    }

    /// <summary>How like two different forms are, in thousandths of the same word; 0 where they are two words.</summary>
    public int Likeness(int a, int b)
    {
        ulong x = _letters[a], y = _letters[b];
        bool maybe = 2 * BitOperations.PopCount(x & y) >= Math.Max(BitOperations.PopCount(x), BitOperations.PopCount(y));
        if (!maybe && _lexicon is null)
            return IsNumber(a) && IsNumber(b) ? SameKind : 0;
        // Two different forms make no pair that is 0, which an empty place holds.
        long pair = ((long)Math.Max(a, b) << 32) | (uint)Math.Min(a, b);
        ref (long Pair, int Likeness) kept = ref _kept[(int)((ulong)(pair * Spread) >> _shift)];
        if (kept.Pair != pair)
            kept = (pair, Compared(a, b, maybe));
        return kept.Likeness;
    }

    /// <summary>Spreads pairs over what is kept (Knuth's multiplicative hashing): the top bits of the product count.</summary>
    private const long Spread = unchecked((long)0x9E3779B97F4A7C15);

    private int Compared(int a, int b, bool maybe)
    {
        int likeness = IsNumber(a) && IsNumber(b) ? SameKind : maybe ? InLetters(_forms[a], _forms[b]) : 0;
        if (likeness < SameKind && _lexicon is { } lexicon && _weights[a] > Least && _weights[b] > Least && MeanTheSame(lexicon, _forms[a], _forms[b]))
            likeness = SameKind;
        return likeness;
    }

    private bool IsNumber(int form) => char.IsAsciiDigit(_forms[form][0]);

    private static bool MeanTheSame(Lexicon lexicon, string a, string b) =>
        string.Equals(lexicon.Stem(a), lexicon.Stem(b), StringComparison.Ordinal) || lexicon.AreSynonyms(a, b);

    // One less the edit distance (Levenshtein 1966) as a share of the longer form.
    private static int InLetters(string first, string second)
    {
        ReadOnlySpan<char> a = first.AsSpan(0, Math.Min(first.Length, LongestCompared));
        ReadOnlySpan<char> b = second.AsSpan(0, Math.Min(second.Length, LongestCompared));
        int longer = Math.Max(a.Length, b.Length);
        if (2 * Math.Min(a.Length, b.Length) < longer)
            return 0;
        Span<int> row = stackalloc int[LongestCompared + 1];
        for (int j = 0; j <= b.Length; j++)
            row[j] = j;
        for (int i = 0; i < a.Length; i++)
        {
            int corner = row[0];
            row[0] = i + 1;
            for (int j = 0; j < b.Length; j++)
            {
                int replaced = corner + (a[i] == b[j] ? 0 : 1);
                corner = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(corner, row[j]) + 1);
            }
        }
        int likeness = Full - Full * row[b.Length] / longer;
        return likeness >= LeastLikeness ? likeness * 9 / 10 : 0;
    }
}
