namespace Stemma.Bench.Planting;

/// <summary>A sentence of a planted report, in parts that an editor can move.</summary>
internal sealed record PlantedSentence
{
    /// <summary>The sentence it was first: two sentences with one root are copies of each other.</summary>
    public required int Root { get; init; }

    /// <summary>Its wording: two sentences with one version are the same letter for letter.</summary>
    public required int Version { get; init; }

    /// <summary>The main part, not capitalised, without a full stop; of a quotation, the words inside the marks.</summary>
    public required string Core { get; init; }

    /// <summary>When or where, which may stand at either end; empty where nothing.</summary>
    public string Trail { get; init; } = "";

    /// <summary>True where the trail stands first.</summary>
    public bool TrailFirst { get; init; }

    /// <summary>Who says it, empty where it is no quotation.</summary>
    public string Speaker { get; init; } = "";

    /// <summary>The word of speaking.</summary>
    public string Cue { get; init; } = "";

    /// <summary>True where the speaker stands before the words.</summary>
    public bool SpeakerFirst { get; init; }

    /// <summary>True where a paragraph ends behind it.</summary>
    public bool EndsParagraph { get; init; }

    /// <summary>The sentence as it is printed.</summary>
    public string Text
    {
        get
        {
            string text = Speaker.Length > 0
                ? SpeakerFirst ? $"{Speaker} {Cue}: “{Capital(Core)}.”" : $"“{Capital(Core)},” {Cue} {Speaker}."
                : Trail.Length == 0 ? $"{Core}." : TrailFirst ? $"{Trail}, {Core}." : $"{Core} {Trail}.";
            return Capital(text);
        }
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
