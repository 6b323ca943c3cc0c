using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Comparison.Collation;

/// <summary>Folds words to forms that are equal where words differ by case, apostrophes and, where it is known, house style alone.</summary>
internal sealed class FormFolder(bool english)
{
    /// <summary>In UTF-16 code units; no word of a language is longer. Longer runs are cut to keep forms small.</summary>
    private const int LongestForm = 64;

    private readonly Dictionary<string, int> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<(int, int), int> _pairs = [];
    private readonly List<string> _forms = [];

    /// <summary>The forms of the words as numbers in order of appearance; words that fold to one ("per cent") become one.</summary>
    public (TextSpan[] Spans, int[] Forms) Fold(string text, TextSpan[] words)
    {
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> written = _written.GetAlternateLookup<ReadOnlySpan<char>>();
        var forms = new int[words.Length];
        int n = 0;
        bool pairs = false;
        foreach (TextSpan word in words)
        {
            ReadOnlySpan<char> letters = word.Over(text);
            if (letters.Length > LongestForm)
                letters = letters[..LongestForm];
            if (!written.TryGetValue(letters, out int form))
            {
                form = Number(Form(letters));
                written[letters] = form;
            }
            if (english && pairs && PairOf(forms[n - 1], form) is >= 0 and int pair)
            {
                forms[n - 1] = pair;
                words[n - 1] = words[n - 1].Union(word);
                pairs = false;
                continue;
            }
            words[n] = word;
            forms[n++] = form;
            pairs = true;
        }
        Array.Resize(ref forms, n);
        Array.Resize(ref words, n);
        return (words, forms);
    }

    /// <summary>The place of each form in ordinal order, so that numbers do not depend on the order of the texts.</summary>
    public int[] Ranks(out string[] ordered)
    {
        ordered = [.. _forms];
        var places = new int[ordered.Length];
        for (int i = 0; i < places.Length; i++)
            places[i] = i;
        Array.Sort(ordered, places, StringComparer.Ordinal);
        var rank = new int[places.Length];
        for (int i = 0; i < places.Length; i++)
            rank[places[i]] = i;
        return rank;
    }

    private int Number(string form)
    {
        if (!_numbers.TryGetValue(form, out int number))
        {
            number = _forms.Count;
            _forms.Add(form);
            _numbers.Add(form, number);
        }
        return number;
    }

    private int PairOf(int first, int second)
    {
        if (!_pairs.TryGetValue((first, second), out int pair))
        {
            pair = HouseStyle.TryFoldPair(_forms[first], _forms[second], out string folded) ? Number(folded) : -1;
            _pairs.Add((first, second), pair);
        }
        return pair;
    }

    private string Form(ReadOnlySpan<char> letters)
    {
        string folded = english ? HouseStyle.Fold(letters) : Plain(letters);
        return folded.Length > 0 ? folded : letters.ToString();
    }

    private static string Plain(ReadOnlySpan<char> letters)
    {
        Span<char> buffer = stackalloc char[LongestForm];
        int n = 0;
        foreach (char c in letters)
        {
            if (c != '\u00AD')
                buffer[n++] = c is '’' or '‘' or 'ʼ' ? '\'' : c == '‑' ? '-' : char.ToLowerInvariant(c);
        }
        return buffer[..n].ToString();
    }
}
