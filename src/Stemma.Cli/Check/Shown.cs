namespace Stemma.Cli.Check;

/// <summary>Words of a report as a message shows them: on one line, the middle of long ones left out.</summary>
internal static class Shown
{
    /// <summary>In UTF-16 code units: what is kept of either end.</summary>
    private const int Kept = 30;

    /// <summary>The words, short enough for a line.</summary>
    public static string Of(string words)
    {
        string line = string.Concat(words.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c));
        return line.Length <= 2 * Kept ? line : $"{line[..Kept]} … {line[^Kept..]}";
    }
}
