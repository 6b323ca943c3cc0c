using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Stemma.Reading.Text;

/// <summary>The words of a page, numbered in the order in which they come; scripts without blanks give pairs of characters.</summary>
internal sealed class PageWords
{
    /// <summary>In UTF-16 code units; longer runs are addresses and noise.</summary>
    private const int LongestWord = 40;

    /// <summary>In UTF-16 code units; shorter words of alphabets with case tell little of what a text is about.</summary>
    private const int ShortestContent = 4;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<bool> _isContent = [];

    /// <summary>How many words there are.</summary>
    public int Count => _isContent.Count;

    /// <summary>True for a word that can tell what a text is about.</summary>
    public bool IsContent(int number) => _isContent[number];

    /// <summary>Adds the numbers of the words of a line and gives how many words it has.</summary>
    /// <param name="line">The line.</param>
    /// <param name="tokens">Takes the numbers.</param>
    /// <param name="capitals">Grows by the words that begin with a capital.</param>
    public int Read(ReadOnlySpan<char> line, List<int> tokens, ref int capitals)
    {
        int words = 0, i = 0;
        while (i < line.Length)
        {
            if (!char.IsLetterOrDigit(line[i]))
            {
                i++;
                continue;
            }
            int start = i;
            bool isDense = IsDense(line[i]);
            while (i < line.Length && char.IsLetterOrDigit(line[i]) && IsDense(line[i]) == isDense)
                i++;
            ReadOnlySpan<char> word = line[start..i];
            if (isDense)
            {
                words += (word.Length + 1) / 2;
                for (int at = 0; at + 1 < word.Length; at++)
                    tokens.Add(Number(word.Slice(at, 2), isContent: true));
                continue;
            }
            words++;
            capitals += char.IsUpper(word[0]) ? 1 : 0;
            if (word.Length <= LongestWord)
                tokens.Add(Number(word, word.Length >= ShortestContent && !char.IsDigit(word[0])));
        }
        return words;
    }

    /// <summary>Which of the words are in the set.</summary>
    public bool[] Mark(FrozenSet<string>? set)
    {
        var marks = new bool[Count];
        if (set is null)
            return marks;
        foreach (string word in set)
        {
            if (_numbers.TryGetValue(word, out int number))
                marks[number] = true;
        }
        return marks;
    }

    private int Number(ReadOnlySpan<char> word, bool isContent)
    {
        Span<char> lower = stackalloc char[LongestWord];
        int length = word.ToLowerInvariant(lower);
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers.GetAlternateLookup<ReadOnlySpan<char>>(), lower[..length], out bool known);
        if (!known)
        {
            number = _isContent.Count;
            _isContent.Add(isContent);
        }
        return number;
    }

    // Kana, ideographs, Hangul syllables, Thai, Lao and Khmer: scripts that write without blanks or with a word in few characters.
    private static bool IsDense(char c) =>
        c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' or >= '\u0E00' and <= '\u0EFF' or >= '\u1780' and <= '\u17FF';
}
