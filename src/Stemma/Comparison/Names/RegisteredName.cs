using Stemma.Annotation;
using Stemma.Reports;

namespace Stemma.Comparison.Names;

/// <summary>A person, an organisation, a place or another thing that the reports name.</summary>
/// <param name="Name">The fullest usual form.</param>
/// <param name="Kind">What is named.</param>
/// <param name="Variants">All forms, in ordinal order, <paramref name="Name"/> among them.</param>
/// <param name="Mentions">Where it is named, by report and place.</param>
public sealed record RegisteredName(string Name, NameKind Kind, IReadOnlyList<string> Variants, IReadOnlyList<NamePlace> Mentions);

/// <summary>A place where a report names something.</summary>
/// <param name="Report">The index of the report in the list that the register was made of.</param>
/// <param name="Span">The name there.</param>
public readonly record struct NamePlace(int Report, TextSpan Span);
