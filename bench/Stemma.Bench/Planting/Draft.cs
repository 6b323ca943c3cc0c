namespace Stemma.Bench.Planting;

/// <summary>A text while a story is planted.</summary>
internal sealed class Draft
{
    private HashSet<int>? _versions;

    /// <summary>Its sentences.</summary>
    public required IReadOnlyList<PlantedSentence> Sentences { get; init; }

    /// <summary>The drafts it took from, by index; none for an original.</summary>
    public IReadOnlyList<int> Parents { get; init; } = [];

    /// <summary>How it was made.</summary>
    public string Mode { get; init; } = "original";

    /// <summary>True where it is not among the reports.</summary>
    public bool IsLost { get; init; }

    /// <summary>True where nobody takes from it.</summary>
    public bool IsAlone { get; init; }

    /// <summary>The agency it comes from or names, empty for none.</summary>
    public string Agency { get; init; } = "";

    /// <summary>In days after the first.</summary>
    public int Day { get; init; }

    /// <summary>How many copies lie between it and its source.</summary>
    public int Depth { get; init; }

    /// <summary>The wordings of its sentences.</summary>
    public HashSet<int> Versions => _versions ??= [.. Sentences.Select(s => s.Version)];

    /// <summary>The originals it rests on.</summary>
    public IEnumerable<int> Roots(IReadOnlyList<Draft> drafts, int self) => Parents.Count == 0 ? [self] : Parents.SelectMany(p => drafts[p].Roots(drafts, p));
}
