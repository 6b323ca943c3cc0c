using Stemma.Reports;

namespace Stemma.Comparison.Collation;

/// <summary>A text, or a part of one, that is set beside others.</summary>
/// <remarks>All spans are half-open, in UTF-16 code units of <see cref="Text"/>. Immutable, safe to share between threads.</remarks>
public sealed record CollationText
{
    /// <summary>Names the witness in the apparatus: a report's id. Two witnesses may share a name; better they do not.</summary>
    public required string Id { get; init; }

    /// <summary>The whole text; it is never altered.</summary>
    public required string Text { get; init; }

    /// <summary>The part that is collated, null for all of it. It must lie inside the text.</summary>
    public TextSpan? Part { get; init; }

    /// <summary>What is passed over: in order, disjoint.</summary>
    public IReadOnlyList<TextSpan> LeftOut { get; init; } = [];

    /// <summary>
    /// The BCP 47 primary language tag, "und" where it is not known. Where all texts are of one language whose house styles
    /// and synonyms are known, words that differ by house style alone count as one.
    /// </summary>
    public string Language { get; init; } = "und";

    /// <summary>A report, or the part of it that a passage holds, without what was cut.</summary>
    public static CollationText Of(Report report, TextSpan? part = null) => new()
    {
        Id = report.Id,
        Text = report.Text,
        Part = part,
        LeftOut = [.. report.Cuts.Select(c => c.Span)],
        Language = report.Language,
    };
}
