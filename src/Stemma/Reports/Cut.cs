namespace Stemma.Reports;

/// <summary>A run of a report's text that is no part of the article, such as a menu or a comment form.</summary>
/// <param name="Span">The run, never empty.</param>
/// <param name="Why">What it is, in a few words a reader follows: "breadcrumb", "repeated title".</param>
public sealed record Cut(TextSpan Span, string Why);
