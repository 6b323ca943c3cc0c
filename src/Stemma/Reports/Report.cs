namespace Stemma.Reports;

/// <summary>One news text as one outlet published it: the unit that is read.</summary>
/// <remarks>
/// <see cref="Text"/> is never altered after reading; what is no part of the article is marked in <see cref="Cuts"/>.
/// Immutable, safe to share between threads.
/// </remarks>
public sealed record Report
{
    /// <summary>The file name or address, made unique among the reports that are read together.</summary>
    public required string Id { get; init; }

    /// <summary>The file's name as it was given, null where there was none.</summary>
    public string? File { get; init; }

    /// <summary>The address the report was published at, null where it is not known.</summary>
    public string? Url { get; init; }

    /// <summary>The address that its page calls the original where that is on another site, a sign that the text was taken over whole; null where it is not.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>Who published it, null where it is not known.</summary>
    public string? Outlet { get; init; }

    /// <summary>The headline, null where there is none.</summary>
    public string? Title { get; init; }

    /// <summary>Where <see cref="Text"/> holds the headline, null where it does not.</summary>
    public TextSpan? TitleSpan { get; init; }

    /// <summary>The authors' names as the report gives them.</summary>
    public IReadOnlyList<string> Byline { get; init; } = [];

    /// <summary>The agencies and other outlets that the report says it draws on.</summary>
    public IReadOnlyList<Credit> Credits { get; init; } = [];

    /// <summary>The BCP 47 primary language tag, "en" for English, "und" where it is not known.</summary>
    public string Language { get; init; } = "und";

    /// <summary>When it was published, null where nothing is known yet.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>The day of the last change that it states, never before its publication; null where it states none.</summary>
    public DateOnly? Updated { get; init; }

    /// <summary>The section of the outlet that it stands in, as the outlet calls it; null where it is not known.</summary>
    public string? Section { get; init; }

    /// <summary>The whole text, cut parts included; lines end in LF.</summary>
    public required string Text { get; init; }

    /// <summary>What is no part of the article: in order, disjoint, never empty spans.</summary>
    public IReadOnlyList<Cut> Cuts { get; init; } = [];
}
