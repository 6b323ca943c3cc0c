using Stemma.Reports;

namespace Stemma.Annotation.Speech;

/// <summary>Who speaks and by which words it is known.</summary>
/// <param name="Speaker">The phrase that tells the speaker, null where the report does not name one ("was described as").</param>
/// <param name="Cue">The words that make it speech, null where none do.</param>
/// <param name="Rule">The rule, in words a reader follows.</param>
/// <param name="Near">True where the cue stands right beside the marks.</param>
internal sealed record MarkedAttribution(NounPhrase? Speaker, TextSpan? Cue, string Rule, bool Near)
{
    /// <summary>True where the cue may stand inside what somebody else says: any other attribution is better.</summary>
    public bool Weak { get; init; }

    /// <summary>The word that stands for the speaker in the sentence, where it is another than the phrase: "who" in "Smith, who said"; else null.</summary>
    public TextSpan? StandIn { get; init; }

    /// <summary>What the cue tells of the words.</summary>
    public AttributionKind Gives { get; init; }
}
