using System.Globalization;

namespace Stemma.Languages;

/// <summary>How near two words can be in meaning.</summary>
internal enum Nearness
{
    /// <summary>No table tells.</summary>
    Unknown,

    /// <summary>One is a kind of what the other names, so that it says more or less.</summary>
    Broader,

    /// <summary>They share a sense, if maybe a rare one.</summary>
    Same,
}

/// <summary>Which words can stand near each other in any of their senses: wider than the synonyms by which copies are found.</summary>
/// <remarks>Base forms in lower case. Immutable, safe to share between threads.</remarks>
internal sealed class NearWords
{
    private const int Columns = 2;

    private readonly Dictionary<string, int[][]> _groups = new(40_000, StringComparer.Ordinal);

    /// <summary>Reads the table of a language.</summary>
    public NearWords(string path)
    {
        foreach (string line in TableFile.Lines(path))
        {
            ReadOnlySpan<char> rest = line;
            int tab = rest.IndexOf('\t');
            var columns = new int[Columns][];
            string word = tab < 0 ? line : line[..tab];
            rest = tab < 0 ? [] : rest[(tab + 1)..];
            for (int c = 0; c < Columns; c++)
            {
                tab = rest.IndexOf('\t');
                columns[c] = Numbers(tab < 0 ? rest : rest[..tab]);
                rest = tab < 0 ? [] : rest[(tab + 1)..];
            }
            _groups[word] = columns;
        }
    }

    /// <summary>How near two base forms are.</summary>
    public Nearness Between(string a, string b)
    {
        if (!_groups.TryGetValue(a, out int[][]? x) || !_groups.TryGetValue(b, out int[][]? y))
            return Nearness.Unknown;
        return WordRelations.Share(x[0], y[0]) ? Nearness.Same : WordRelations.Share(x[1], y[1]) ? Nearness.Broader : Nearness.Unknown;
    }

    // Each number is written as the difference to the one before it.
    private static int[] Numbers(ReadOnlySpan<char> list)
    {
        if (list.IsEmpty)
            return [];
        var numbers = new int[list.Count(',') + 1];
        int number = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            int comma = list.IndexOf(',');
            number += int.Parse(comma < 0 ? list : list[..comma], NumberStyles.None, CultureInfo.InvariantCulture);
            numbers[i] = number;
            list = comma < 0 ? [] : list[(comma + 1)..];
        }
        return numbers;
    }
}
