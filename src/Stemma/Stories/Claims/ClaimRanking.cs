using System.Globalization;
using Stemma.Annotation;
using Stemma.Comparison.Passages;
using Stemma.Reports;
using Stemma.Stories.Claims.Support;
using Stemma.Stories.Lineage;

namespace Stemma.Stories.Claims;

/// <summary>Chooses what is shown of what the reports tell, and puts the telling things first.</summary>
/// <remarks>
/// What differs is always kept. An agreement counts where it stands on two origins or more. Where all have a statement from one origin it is no
/// agreement of sources, but worth knowing where it went far: "widely told, one origin".
/// </remarks>
internal static class ClaimRanking
{
    /// <summary>Numbers up to this, as a count or an ordinal, agree by chance: "the first", "two".</summary>
    private const decimal SmallNumber = 3;

    /// <summary>Statements of one origin that are kept; a reader looks at the first few.</summary>
    private const int MostOfOneOrigin = 24;

    /// <summary>Likeness (2·stems in common / all stems) of a sentence that may tell the same in other words. Set by hand, low: then nothing is called of one origin.</summary>
    private const double MayTellTheSame = .3;

    /// <summary>
    /// The differing claims, conflicts first and of each those between origins before those that came about in copying; then what agrees on several origins: numbers that say something before small ones, then by the
    /// number of origins behind them, most first, then in the order that was given; then the widely told statements of one origin, weightiest first.
    /// </summary>
    /// <param name="found">The claims and the sentences.</param>
    /// <param name="reports">The reports that the tellings number.</param>
    /// <param name="passages">The passages that the reports share.</param>
    /// <param name="sources">Where sentences come from.</param>
    public static IReadOnlyList<SupportedClaim> Of(ClaimFindings found, IReadOnlyList<AnnotatedReport> reports, IReadOnlyList<Passage> passages, SentenceSources sources)
    {
        var support = new SupportReader(sources, reports, passages);
        SupportedClaim[] all = [.. found.Claims.Select(support.Read)];
        SupportedClaim[] differing = [.. all.Where(c => c.Claim.Verdict != ClaimVerdict.Agree).OrderBy(c => c.Claim.Verdict).ThenByDescending(c => c.Roots.Count > 1)];
        SupportedClaim[] agreed = [.. all.Where(c => c.Claim.Verdict == ClaimVerdict.Agree && c.Roots.Count > 1).OrderBy(c => IsSmall(c.Claim)).ThenByDescending(c => c.Roots.Count)];
        var shown = new HashSet<(int Report, TextSpan Value)>(differing.Concat(agreed).SelectMany(c => c.Claim.Tellings).Select(t => (t.Report, t.Value)));
        return [.. differing, .. agreed, .. OfOneOrigin(found.Sentences, passages, sources, support, shown)];
    }

    private static IEnumerable<SupportedClaim> OfOneOrigin(
        IReadOnlyList<ClaimSentence> sentences, IReadOnlyList<Passage> passages, SentenceSources sources, SupportReader support, HashSet<(int Report, TextSpan Value)> shown)
    {
        IReadOnlyList<PassedOnClaim> passedOn = PassedOnClaims.Of(sentences, CopiedSentences.Groups(sentences, sources, passages));
        ILookup<string, int> places = PlacesOf(sentences, passedOn);
        int kept = 0;
        foreach (PassedOnClaim claim in passedOn)
        {
            if (kept == MostOfOneOrigin)
                yield break;
            if (claim.Claim.Tellings.Any(t => shown.Contains((t.Report, t.Value))))
                continue;
            SupportedClaim supported = support.Read(claim.Claim);
            if (supported.Roots.Count > 1 || IsToldElsewhere(claim, supported.Roots[0], sentences, sources, places))
                continue;
            kept++;
            yield return supported;
        }
    }

    // Where the facts of these claims stand in the whole story.
    private static ILookup<string, int> PlacesOf(IReadOnlyList<ClaimSentence> sentences, IReadOnlyList<PassedOnClaim> claims)
    {
        HashSet<string> asked = [.. claims.Select(c => c.Fact)];
        return Enumerable.Range(0, sentences.Count).SelectMany(s => CheckableFacts.Of(sentences[s]).Where(f => asked.Contains(f.Key)).Select(f => (f.Key, Sentence: s)).Distinct())
            .ToLookup(f => f.Key, f => f.Sentence, StringComparer.Ordinal);
    }

    // True where a report that rests on another origin has the fact in a sentence that may be the same statement.
    private static bool IsToldElsewhere(PassedOnClaim claim, int root, IReadOnlyList<ClaimSentence> sentences, SentenceSources sources, ILookup<string, int> places)
    {
        HashSet<int> own = [.. claim.Sentences];
        HashSet<int> tellers = [.. claim.Claim.Tellings.Select(t => t.Report), root];
        ClaimSentence told = sentences[claim.Sentences[0]];
        return places[claim.Fact].Any(s => !own.Contains(s) && !tellers.Contains(sentences[s].Report) && !sources.ParentsOf(sentences[s].Report).Any(p => tellers.Contains(p.Node))
            && 2d * SentenceSources.CommonStems(told, sentences[s]) / Math.Max(1, told.Stems.Length + sentences[s].Stems.Length) >= MayTellTheSame);
    }

    private static bool IsSmall(Claim claim) =>
        decimal.TryParse(claim.Tellings[0].Key.TrimEnd('.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) && value <= SmallNumber;
}
