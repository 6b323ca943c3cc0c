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

    private readonly Dictionary<string, int[][]> _groups;

    /// <summary>Reads the table of a language.</summary>
    public NearWords(string path) => _groups = GroupTable.Read(path, Columns, words: 40_000, steps: true);

    /// <summary>How near two base forms are.</summary>
    public Nearness Between(string a, string b)
    {
        if (!_groups.TryGetValue(a, out int[][]? x) || !_groups.TryGetValue(b, out int[][]? y))
            return Nearness.Unknown;
        return WordRelations.Share(x[0], y[0]) ? Nearness.Same : WordRelations.Share(x[1], y[1]) ? Nearness.Broader : Nearness.Unknown;
    }
}
