using Stemma.Annotation;
using Stemma.Reports;

namespace Stemma.Stories.Dating;

/// <summary>Narrows the publication dates of undated reports from their words and from the other reports of the story.</summary>
/// <remarks>
/// Constraint propagation over the days each report can have been published: dates it looks back on or ahead to; events
/// that one report dates by the calendar and another by its own day ("in February 2022", "last year"); reports that tell
/// the same news lie near each other. Days are only taken away where a reason demands it. Where reasons contradict each
/// other, those between reports are given up and the contradiction is told; no day is ever chosen by likelihood.
/// </remarks>
public static class DateNarrower
{
    /// <summary>For each report, in the same order, its publication date: the known one, the narrowed one, or null.</summary>
    /// <param name="reports">The reports of one story, in an order that does not depend on the machine.</param>
    public static IReadOnlyList<PublicationDate?> Narrow(IReadOnlyList<AnnotatedReport> reports)
    {
        if (reports.All(r => r.Report.Published is { IsDay: true }))
            return [.. reports.Select(r => r.Report.Published)];
        string[] ids = [.. reports.Select(r => r.Report.Id)];
        IReadOnlyList<DatedMention>[] mentions = [.. reports.Select(MentionReader.Read)];
        var reasons = new List<string>[reports.Count];
        var own = new DayDomain[reports.Count];
        for (int i = 0; i < reports.Count; i++)
        {
            reasons[i] = [];
            own[i] = reports[i].Report.Published is { } known
                ? new DayDomain(known.From, known.To)
                : OwnEvidence.Read(reports[i], mentions[i], reasons[i]);
        }
        IReadOnlyList<CloseReports> close = SharedText.Find(reports);
        int[] affairs = SharedText.Affairs(reports.Count, close);
        IReadOnlyList<EventLink> sentences = SentenceLinks.Find(reports, mentions, close);
        IReadOnlySet<int> reprints = NewsHabits.Reprints(sentences);
        IEnumerable<DateConstraint> all =
        [
            .. EventLinks.Find(mentions, affairs).Concat(sentences).Concat(PhraseLinks.Find(mentions, affairs)).Concat(Appositions(reports, mentions)).Select(l => new EventConstraint(l)),
            .. LeadLinks.Find(mentions, close).Select(l => new EventConstraint(l, givesWay: true)),
            .. close.Select(p => new NearnessConstraint(p)),
            .. reports.SelectMany((r, i) => r.Report.Published is null ? NewsHabits.Read(i, mentions[i], reprints.Contains(i)).Concat(TermsOfOffice.English.Read(r, i)) : []),
        ];
        // What joins two known dates tells nothing; where they do not fit, one of the reports erred.
        DateConstraint[] constraints = [.. all.Where(c => !(reports[c.A].Report.Published is { IsDay: true } && reports[c.B].Report.Published is { IsDay: true }))];
        var propagation = new Propagation(reports, mentions, own, constraints, ids);
        return [.. propagation.Run().Select((d, i) => Told(reports[i], d, [.. reasons[i], .. propagation.ReasonsOf(i)]))];
    }

    // "in May 2019, four years ago": the report counts from its own day to a date that it names.
    private static IEnumerable<EventLink> Appositions(IReadOnlyList<AnnotatedReport> reports, IReadOnlyList<DatedMention>[] mentions)
    {
        for (int r = 0; r < reports.Count; r++)
        {
            foreach (DatedMention counted in mentions[r])
            {
                int? at = Apposition.IndexOf(reports[r], counted.Time) is { } index ? Apposition.NamedBeside(reports[r], index) : null;
                DatedMention? named = at is { } n ? mentions[r].FirstOrDefault(m => ReferenceEquals(m.Time, reports[r].Times[n])) : null;
                if (named is { IsAbsolute: true })
                    yield return new EventLink(named, counted, [], 0);
            }
        }
    }

    private static PublicationDate? Told(AnnotatedReport report, DayDomain domain, IReadOnlyList<string> reasons)
    {
        if (report.Report.Published is { } known)
            return known;
        bool tells = !domain.IsEmpty && domain.IsBounded && domain.To.DayNumber - domain.From.DayNumber < WidestTold;
        return tells ? new PublicationDate(domain.From, domain.To, DateSource.Inferred, [.. reasons.Distinct(StringComparer.Ordinal).Take(MostReasons)]) : null;
    }

    /// <summary>In days: about three years; a wider interval helps nobody.</summary>
    private const int WidestTold = 1100;

    /// <summary>In reasons of one report; the first ones narrowed most.</summary>
    private const int MostReasons = 12;
}
