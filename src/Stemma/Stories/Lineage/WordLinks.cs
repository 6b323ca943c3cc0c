using Stemma.Comparison.Passages;
using Stemma.Reports;

namespace Stemma.Stories.Lineage;

/// <summary>Which word of one report is which word of another, as far as their copied passages show.</summary>
internal sealed class WordLinks
{
    private const int None = -1;

    // By ordered pair: for each word of the first report the index of the word in the other, or None.
    private readonly Dictionary<(int Of, int In), int[]> _links = [];
    private readonly SortedSet<(int, int)> _pairs = [];
    private readonly ComparedText[] _texts;

    /// <summary>Aligns the words of all copied passages.</summary>
    public WordLinks(ComparedText[] texts, IReadOnlyList<Passage> passages)
    {
        _texts = texts;
        foreach (Passage passage in passages)
        {
            if (passage.Use != PassageUse.Copied)
                continue;
            if (!_links.TryGetValue((passage.A, passage.B), out int[]? ab))
            {
                ab = Empty(passage.A);
                _links.Add((passage.A, passage.B), ab);
                _links.Add((passage.B, passage.A), Empty(passage.B));
                _pairs.Add((passage.A, passage.B));
                _pairs.Add((passage.B, passage.A));
            }
            Align(passage, ab, _links[(passage.B, passage.A)]);
        }
    }

    /// <summary>The ordered pairs of reports that share copied passages.</summary>
    public IEnumerable<(int Of, int In)> Pairs => _pairs;

    /// <summary>True where the two share copied passages.</summary>
    public bool Share(int x, int y) => _links.ContainsKey((x, y));

    /// <summary>The word of another report that a word is; false where there is none.</summary>
    /// <param name="of">The report of the word.</param>
    /// <param name="word">The index of the word in it.</param>
    /// <param name="other">The other report.</param>
    /// <param name="found">The index of the word there.</param>
    public bool TryFind(int of, int word, int other, out int found)
    {
        found = _links.TryGetValue((of, other), out int[]? links) ? links[word] : None;
        return found != None;
    }

    /// <summary>How many words of a report are words of another.</summary>
    public int CountShared(int of, int other) => _links.TryGetValue((of, other), out int[]? links) ? links.Count(l => l != None) : 0;

    private int[] Empty(int report)
    {
        int[] links = new int[_texts[report].Words.Length];
        Array.Fill(links, None);
        return links;
    }

    private void Align(Passage passage, int[] ab, int[] ba)
    {
        ComparedText a = _texts[passage.A], b = _texts[passage.B];
        (int a0, int a1) = WordsIn(a, passage.SpanA);
        (int b0, int b1) = WordsIn(b, passage.SpanB);
        while (a0 < a1 && b0 < b1 && a.Words[a0] == b.Words[b0])
            Link(a0++, b0++);
        while (a0 < a1 && b0 < b1 && a.Words[a1 - 1] == b.Words[b1 - 1])
            Link(--a1, --b1);
        if (a0 == a1 || b0 == b1)
            return;
        int n = a1 - a0, m = b1 - b0, width = m + 1;
        int[] table = new int[(n + 1) * width];
        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = m - 1; j >= 0; j--)
            {
                table[i * width + j] = a.Words[a0 + i] == b.Words[b0 + j]
                    ? table[(i + 1) * width + j + 1] + 1
                    : Math.Max(table[(i + 1) * width + j], table[i * width + j + 1]);
            }
        }
        for (int i = 0, j = 0; i < n && j < m;)
        {
            if (a.Words[a0 + i] == b.Words[b0 + j])
                Link(a0 + i++, b0 + j++);
            else if (table[(i + 1) * width + j] >= table[i * width + j + 1])
                i++;
            else
                j++;
        }
        for (int i = a0; i < a1; i++)
        {
            for (int j = b0; j < b1 && ab[i] == None; j++)
            {
                if (ba[j] == None && a.Stems[i] == b.Stems[j])
                    Link(i, j);
            }
        }

        void Link(int i, int j) => (ab[i], ba[j]) = (j, i);
    }

    /// <summary>The words of a text that lie in the span, as a half-open range of indexes.</summary>
    public static (int First, int End) WordsIn(ComparedText text, TextSpan span)
    {
        int first = ComparedText.FirstWordFrom(text.Spans, span.Start);
        return (first, ComparedText.FirstWordFrom(text.Spans, span.End));
    }
}
