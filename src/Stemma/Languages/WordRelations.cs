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
    public static WordRelations Read(string path) => new(GroupTable.Read(path, Columns, words: 50_000, steps: false));

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
}
