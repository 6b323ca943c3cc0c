namespace Stemma.Stories.Claims;

/// <summary>What comparing the sentences of a story gave.</summary>
/// <param name="Claims">The claims.</param>
/// <param name="Sentences">The sentences that were compared, by report, then by place.</param>
/// <param name="Counts">How often something was said, and how often not.</param>
internal sealed record ClaimFindings(IReadOnlyList<Claim> Claims, IReadOnlyList<ClaimSentence> Sentences, ComparisonCounts Counts);
