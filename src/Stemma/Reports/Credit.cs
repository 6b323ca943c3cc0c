namespace Stemma.Reports;

/// <summary>An agency or another outlet that a report names as its source of text.</summary>
/// <param name="Agency">The name in its usual form: "AFP", "Reuters".</param>
/// <param name="Span">The words that name it, null where they stand in metadata only.</param>
/// <param name="How">Where it is named: "dateline", "credit line", "byline", "metadata".</param>
public sealed record Credit(string Agency, TextSpan? Span, string How);
