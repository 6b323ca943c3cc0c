using Stemma.Reports;

namespace Stemma.Annotation;

/// <summary>Words that a report gives as somebody's own.</summary>
public sealed record Quotation
{
    /// <summary>The words inside the marks.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The words with their marks; one end equals <see cref="Span"/>'s where a mark is missing.</summary>
    public required TextSpan Marked { get; init; }

    /// <summary>How the words are given.</summary>
    public required QuotationKind Kind { get; init; }

    /// <summary>What the words are: speech, or what the report says that somebody thinks or wants.</summary>
    public AttributionKind Gives { get; init; }

    /// <summary>Whose words they are, null where the report does not tell.</summary>
    public Speaker? Speaker { get; init; }

    /// <summary>The words that stand for the speaker where whom they mean is not clear ("it"); null where <see cref="Speaker"/> is known or nothing stands there.</summary>
    public TextSpan? UnclearSpeaker { get; init; }

    /// <summary>The words that make it speech ("said", "according to"), null where none do.</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>Why it is a quotation and why of this speaker: the rule's name and what it saw.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}

/// <summary>How a report gives somebody's words.</summary>
public enum QuotationKind
{
    /// <summary>One or more whole clauses inside marks.</summary>
    Direct,

    /// <summary>A fragment inside marks that the reporter's own sentence needs.</summary>
    Partial,

    /// <summary>The reporter's words for what was said, without marks.</summary>
    Indirect,
}

/// <summary>Whose words a quotation gives.</summary>
/// <param name="Name">Who it is, as a reader would say it: the fullest name this report has, or the noun phrase.</param>
/// <param name="Span">The words beside the quotation that tell it: a name, "he", "the ministry"; null for speech that goes on.</param>
/// <param name="Mention">The name that those words stand for, where they are no name themselves; null where there is none.</param>
public sealed record Speaker(string Name, TextSpan? Span, TextSpan? Mention);
