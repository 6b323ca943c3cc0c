using System.Buffers;
using System.Collections.Frozen;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Tagging;

/// <summary>Parts tokens into the words that treebanks tag: "isn't" is two, "well-known" three.</summary>
internal sealed class WordParts
{
    /// <summary>In UTF-16 code units: a longer token is one word.</summary>
    private const int LongestToken = 64;

    private static readonly SearchValues<char> s_joints = SearchValues.Create("'’-‑");

    private readonly string[] _ends;
    private readonly FrozenDictionary<string, int> _whole;

    private WordParts(string path)
    {
        string[][] rows = [.. TableFile.Rows(path)];
        _ends = [.. rows.Where(r => r[0] == "end").Select(r => r[1])];
        _whole = rows.Where(r => r[0] == "word").ToFrozenDictionary(r => r[1], r => int.Parse(r[2], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    /// <summary>The words that are written together in English.</summary>
    public static WordParts English { get; } = new("En/clitics.tsv");

    /// <summary>Adds the words of a token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="token">A word of it.</param>
    /// <param name="isWord">True where the table of words has a spelling as it stands, so that its hyphens do not part it.</param>
    /// <param name="words">Where the words go.</param>
    public void Split(ReadOnlySpan<char> text, TextSpan token, Func<ReadOnlySpan<char>, bool> isWord, List<TextSpan> words)
    {
        ReadOnlySpan<char> letters = text.Slice(token.Start, token.Length);
        if (letters.Length > LongestToken || !letters.ContainsAny(s_joints) && !CanBeWhole(letters))
        {
            words.Add(token);
            return;
        }
        int clitic = Clitic(letters);
        int end = token.Start + clitic, start = token.Start;
        if (!isWord(letters[..clitic]))
        {
            for (int i = start; i < end; i++)
            {
                if (text[i] is not ('-' or '‑') || i == start || i == end - 1)
                    continue;
                words.Add(new TextSpan(start, i));
                words.Add(new TextSpan(i, i + 1));
                start = i + 1;
            }
        }
        if (start < end)
            words.Add(new TextSpan(start, end));
        if (clitic < letters.Length)
            words.Add(new TextSpan(end, token.End));
    }

    private bool CanBeWhole(ReadOnlySpan<char> letters) => letters.Length is > 4 and < 8 && _whole.ContainsKey(Vocabulary.Fold(letters));

    // How many letters stand before the word that is written together with this one; all where none is.
    private int Clitic(ReadOnlySpan<char> letters)
    {
        string folded = Vocabulary.Fold(letters);
        if (_whole.TryGetValue(folded, out int first))
            return first;
        foreach (string end in _ends)
        {
            if (folded.Length > end.Length && folded.EndsWith(end, StringComparison.Ordinal))
                return folded.Length - end.Length;
        }
        return letters.Length;
    }
}
