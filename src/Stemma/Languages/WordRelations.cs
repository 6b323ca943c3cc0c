using System.Globalization;
using System.Runtime.CompilerServices;

namespace Stemma.Languages;

/// <summary>Which words share a sense, a kind, a derivation or an opposition: the relations of WordNet between single words.</summary>
internal sealed class WordRelations
{
    /// <summary>The columns of the table that follow the word.</summary>
    public enum Relation
    {
        /// <summary>One sense.</summary>
        Synonym,

        /// <summary>Two kinds of one thing.</summary>
        Sister,

        /// <summary>One derived from the other: "invade", "invasion".</summary>
        Form,

        /// <summary>Opposites: "rise", "fall".</summary>
        Opposite,

        /// <summary>Two kinds of one thing of which one place has but one: "Monday", "Tuesday".</summary>
        Exclusive,
    }

    private const int Columns = 5;

    private readonly Dictionary<string, int[][]> _groups;

    private WordRelations(Dictionary<string, int[][]> groups) => _groups = groups;

    /// <summary>Reads a table of words with the numbers of the groups they are in.</summary>
    public static WordRelations Read(string path)
    {
        var groups = new Dictionary<string, int[][]>(50_000, StringComparer.Ordinal);
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
            groups[word] = columns;
        }
        return new WordRelations(groups);
    }

    /// <summary>True where the word stands in the table as it is.</summary>
    public bool Knows(string word) => _groups.ContainsKey(word);

    /// <summary>The groups of the relation that the word is in, sorted; none for a word that is not known.</summary>
    public int[] Groups(Relation relation, string word) => _groups.TryGetValue(word, out int[][]? columns) ? columns[(int)relation] : [];

    /// <summary>True where the two words are in one group of the relation.</summary>
    public bool Are(Relation relation, string a, string b)
    {
        if (!_groups.TryGetValue(a, out int[][]? left) || !_groups.TryGetValue(b, out int[][]? right))
            return false;
        return Share(left[(int)relation], right[(int)relation]);
    }

    /// <summary>True where two sorted lists of groups have one in common.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Share(ReadOnlySpan<int> x, ReadOnlySpan<int> y)
    {
        for (int i = 0, j = 0; i < x.Length && j < y.Length;)
        {
            if (x[i] == y[j])
                return true;
            if (x[i] < y[j])
                i++;
            else
                j++;
        }
        return false;
    }

    private static int[] Numbers(ReadOnlySpan<char> list)
    {
        if (list.IsEmpty)
            return [];
        var numbers = new int[list.Count(',') + 1];
        for (int i = 0; i < numbers.Length; i++)
        {
            int comma = list.IndexOf(',');
            numbers[i] = int.Parse(comma < 0 ? list : list[..comma], NumberStyles.None, CultureInfo.InvariantCulture);
            list = comma < 0 ? [] : list[(comma + 1)..];
        }
        return numbers;
    }
}
