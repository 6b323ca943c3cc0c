using Stemma.Reports;

namespace Stemma.Annotation;

/// <summary>A place where a report gives somebody's words, thought or wish, in marks or not.</summary>
public sealed record Attribution
{
    /// <summary>The words that tell whose it is, with what stands in apposition to them; null where none do ("it is said that").</summary>
    public required TextSpan? Source { get; init; }

    /// <summary>The words that make it an attribution: "has said", "according to", "called for".</summary>
    public required TextSpan Cue { get; init; }

    /// <summary>What is said, thought or wanted, in text order; marks included where it stands in marks.</summary>
    public required IReadOnlyList<TextSpan> Content { get; init; }

    /// <summary>What the cue tells of it.</summary>
    public required AttributionKind Kind { get; init; }

    /// <summary>Why: the rule and what it saw, in words a reader follows.</summary>
    public required string Rule { get; init; }

    /// <summary>True where the cue stands in what another attribution gives: "Smith said that Jones had promised …".</summary>
    public bool Inner { get; init; }
}

/// <summary>What an attribution gives.</summary>
public enum AttributionKind
{
    /// <summary>Words: somebody said or wrote it.</summary>
    Speech,

    /// <summary>A thought, a belief or a feeling.</summary>
    Belief,

    /// <summary>What somebody means to do.</summary>
    Intention,

    /// <summary>What somebody wants another to do.</summary>
    Order,

    /// <summary>For or against something: "backed the plan".</summary>
    Stance,
}
