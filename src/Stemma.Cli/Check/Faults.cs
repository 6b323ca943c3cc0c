namespace Stemma.Cli.Check;

/// <summary>What a check found wrong, each with the place in the JSON.</summary>
internal sealed class Faults
{
    private readonly List<string> _lines = [];

    /// <summary>The faults in the order of the checks: "passages[3].a: …".</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Notes a fault.</summary>
    public void Add(string path, string what) => _lines.Add($"{path}: {what}");
}
