using Stemma.Reports;

namespace Stemma.Annotation;

/// <summary>A place where a report names somebody or something.</summary>
/// <param name="Span">The name itself, without title or role: "Kari Moen" in "President Kari Moen".</param>
/// <param name="Kind">What is named.</param>
/// <param name="Title">The title or role that stands with it, null where none does.</param>
public sealed record NameMention(TextSpan Span, NameKind Kind, TextSpan? Title);

/// <summary>What a name names.</summary>
public enum NameKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation: a company, a ministry, a court, an agency.</summary>
    Organisation,

    /// <summary>A country, a city, a building that stands for a place.</summary>
    Place,

    /// <summary>Anything else with a name of its own, or one whose kind is not known.</summary>
    Other,
}
