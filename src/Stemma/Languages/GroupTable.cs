using System.Globalization;

namespace Stemma.Languages;

/// <summary>Reads tables of words with the numbers of the groups that they are in: the word, then columns of numbers parted by commas.</summary>
internal static class GroupTable
{
    /// <summary>The columns of each word; a column that is not there is empty.</summary>
    /// <param name="path">As for <see cref="TableFile.Lines"/>.</param>
    /// <param name="columns">The number of columns behind the word.</param>
    /// <param name="words">About how many words there are.</param>
    /// <param name="steps">True where each number of a column is written as what it is more than the one before.</param>
    public static Dictionary<string, int[][]> Read(string path, int columns, int words, bool steps)
    {
        var groups = new Dictionary<string, int[][]>(words, StringComparer.Ordinal);
        foreach (string line in TableFile.Lines(path))
        {
            ReadOnlySpan<char> rest = line;
            int tab = rest.IndexOf('\t');
            var row = new int[columns][];
            string word = tab < 0 ? line : line[..tab];
            rest = tab < 0 ? [] : rest[(tab + 1)..];
            for (int c = 0; c < columns; c++)
            {
                tab = rest.IndexOf('\t');
                row[c] = Numbers(tab < 0 ? rest : rest[..tab], steps);
                rest = tab < 0 ? [] : rest[(tab + 1)..];
            }
            groups[word] = row;
        }
        return groups;
    }

    // In steps, each number is written as the difference to the one before it.
    private static int[] Numbers(ReadOnlySpan<char> list, bool steps)
    {
        if (list.IsEmpty)
            return [];
        var numbers = new int[list.Count(',') + 1];
        for (int i = 0; i < numbers.Length; i++)
        {
            int comma = list.IndexOf(',');
            int number = int.Parse(comma < 0 ? list : list[..comma], NumberStyles.None, CultureInfo.InvariantCulture);
            numbers[i] = steps && i > 0 ? numbers[i - 1] + number : number;
            list = comma < 0 ? [] : list[(comma + 1)..];
        }
        return numbers;
    }
}
