using System.Globalization;
using Stemma.Annotation;
using Stemma.Reports;
using Stemma.Stories.Lineage;

namespace Stemma.Stories.Claims.Support;

/// <summary>Gives claims and what they rest on the shapes of the dossier.</summary>
internal sealed class ClaimWriter(IReadOnlyList<AnnotatedReport> reports, SentenceSources sources, StoryLineage lineage)
{
    /// <summary>The claims; an id is "c" and the number of the claim.</summary>
    public IReadOnlyList<DossierClaim> Claims(IReadOnlyList<SupportedClaim> claims) => [.. claims.Select((c, i) => Write(Id('c', i), c))];

    /// <summary>How much was compared; kinds of which there are none are left out.</summary>
    public static DossierComparisons Compared(ComparisonCounts counts) => new(counts.Pairs, counts.Told,
    [
        .. new DossierAbstention[]
        {
            new("numbers", counts.Numbers, "it is not clear that the numbers count the same thing"),
            new("times", counts.Times, "it is not clear that the times are those of one happening"),
            new("persons", counts.Persons, "it is not clear that the persons are named for the same thing"),
            new("several values", counts.SeveralValues, "one report would tell two values, so several things were taken for one"),
        }.Where(a => a.Count > 0),
    ]);

    private DossierClaim Write(string id, SupportedClaim supported)
    {
        HashSet<string> roots = [.. supported.Roots.Select(sources.IdOf)];
        HashSet<string> tellers = [.. supported.Claim.Tellings.Select(t => IdOf(t.Report))];
        return new DossierClaim(
            id,
            supported.Claim.Verdict.ToString().ToLowerInvariant(),
            [.. supported.Claim.Tellings.Zip(supported.Tellings, Write)],
            [.. lineage.Origins.Where(o => roots.Contains(o.Root)).Select(o => o.Id)],
            supported.Claim.Reasons)
        {
            Roots = [.. supported.Roots.Select(sources.IdOf)],
            Support = [.. supported.Values.Select(v => new DossierSupport(v.Key, v.Value, [.. v.Reports.Select(IdOf)], [.. v.Roots.Select(sources.IdOf)]))],
            Silent = [.. lineage.Origins.Where(o => !o.Reports.Any(tellers.Contains)).Select(o => o.Id)],
            Chain = [.. supported.Chain.Select(sources.IdOf)],
        };
    }

    private DossierTelling Write(Telling telling, TellingSupport support) =>
        new(IdOf(telling.Report), telling.Sentence.Start, telling.Sentence.End, telling.Value.In(reports[telling.Report].Text), telling.Value.Start, telling.Value.End, telling.Key)
        {
            Source = support.How == TellingOrigin.Own ? null
                : new DossierTellingSource(sources.IdOf(support.From), support.How.ToString().ToLowerInvariant(), support.Passage < 0 ? null : Id('p', support.Passage), support.IsChanged),
            Root = sources.IdOf(support.Root),
        };

    private string IdOf(int report) => reports[report].Report.Id;

    private static string Id(char letter, int index) => string.Create(CultureInfo.InvariantCulture, $"{letter}{index + 1}");
}
