using System.Globalization;
using Stemma.Annotation;
using Stemma.Comparison.Passages;
using Stemma.Reports;
using Stemma.Stories.Lineage;

namespace Stemma.Stories.Claims;

/// <summary>Leaves out agreements that are no news, because all reports have the sentence from one text, and puts the telling ones first.</summary>
internal static class ClaimRanking
{
    /// <summary>Numbers up to this, as a count or an ordinal, agree by chance: "the first", "two".</summary>
    private const decimal SmallNumber = 3;

    /// <summary>Part of a sentence that a passage must cover for the sentence to be the copied one.</summary>
    private const double MostOfSentence = .5;

    /// <summary>Tellings of one claim that are looked at; the first ones stand for the rest.</summary>
    private const int MostTellings = 300;

    /// <summary>
    /// The differing claims in their order, then what agrees: numbers that say something before small ones, then by the
    /// number of origins behind them, most first, then in the order that was given.
    /// </summary>
    /// <param name="claims">The claims.</param>
    /// <param name="reports">The reports that their tellings number.</param>
    /// <param name="passages">The passages that the reports share.</param>
    /// <param name="lineage">The lineage of the reports.</param>
    public static IReadOnlyList<Claim> Of(IReadOnlyList<Claim> claims, IReadOnlyList<AnnotatedReport> reports, IReadOnlyList<Passage> passages, StoryLineage lineage)
    {
        ILookup<(int, int), Passage> shared = passages.Where(p => p.Use != PassageUse.Stock).ToLookup(p => (p.A, p.B));
        int Origins(Claim claim)
        {
            var tellers = claim.Tellings.Select(t => reports[t.Report].Report.Id).ToHashSet(StringComparer.Ordinal);
            return lineage.Origins.Count(o => o.Reports.Any(tellers.Contains));
        }

        return
        [
            .. claims.Where(c => c.Verdict != ClaimVerdict.Agree),
            .. claims.Where(c => c.Verdict == ClaimVerdict.Agree && !IsOneText(c.Tellings, shared)).OrderBy(IsSmall).ThenByDescending(Origins),
        ];
    }

    private static bool IsSmall(Claim claim) =>
        decimal.TryParse(claim.Tellings[0].Key.TrimEnd('.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) && value <= SmallNumber;

    // True where each telling is tied to the others by passages, at first or second hand.
    private static bool IsOneText(IReadOnlyList<Telling> tellings, ILookup<(int, int), Passage> shared)
    {
        List<Telling> left = [.. tellings.Take(MostTellings)];
        var reached = new Queue<Telling>([left[0]]);
        left.RemoveAt(0);
        while (reached.TryDequeue(out Telling telling) && left.Count > 0)
        {
            foreach (Telling copy in left.Where(t => AreCopies(telling, t, shared)).ToArray())
            {
                left.Remove(copy);
                reached.Enqueue(copy);
            }
        }
        return left.Count == 0;
    }

    private static bool AreCopies(Telling a, Telling b, ILookup<(int, int), Passage> shared) =>
        a.Report == b.Report || shared[(a.Report, b.Report)].Concat(shared[(b.Report, a.Report)]).Any(p => Holds(p.SpanIn(a.Report), a) && Holds(p.SpanIn(b.Report), b));

    private static bool Holds(TextSpan passage, Telling telling) =>
        passage.Contains(telling.Value)
        || Math.Min(passage.End, telling.Sentence.End) - Math.Max(passage.Start, telling.Sentence.Start) >= MostOfSentence * telling.Sentence.Length;
}
