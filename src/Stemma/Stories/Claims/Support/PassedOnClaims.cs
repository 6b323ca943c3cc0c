using Stemma.Reports;

namespace Stemma.Stories.Claims.Support;

/// <summary>A sentence that was passed on from report to report, as a claim.</summary>
/// <param name="Claim">The claim; the value is what can be checked in it.</param>
/// <param name="Fact">The key of that.</param>
/// <param name="Sentences">All sentences that are copies of it, those without the value too.</param>
/// <param name="Weight">How much it tells.</param>
internal sealed record PassedOnClaim(Claim Claim, string Fact, IReadOnlyList<int> Sentences, double Weight);

/// <summary>Makes claims of sentences that copied passages make one: no agreement of sources, but news of how far one statement went.</summary>
internal static class PassedOnClaims
{
    /// <summary>Reports that must tell it: two may be a source and its only copy, which the lineage shows already.</summary>
    public const int FewestReports = 3;

    /// <summary>Sentences that are looked into further.</summary>
    private const int Most = 80;

    /// <summary>Statements of one story that may have one figure; one that more have is part of a name.</summary>
    private const int MostStatements = 2;

    /// <summary>Facts of one sentence that weigh.</summary>
    private const int MostFacts = 3;

    // A figure is what readers check first, then a day, then who. Set by hand.
    private static double WeightOf(FactKind kind) => kind switch
    {
        FactKind.Figure => 3,
        FactKind.Date => 1.5,
        _ => 1,
    };

    /// <summary>The claims, the weightiest first: by the number of reports times what can be checked in the sentence.</summary>
    /// <param name="sentences">The sentences of all reports.</param>
    /// <param name="groups">Those that are copies of one another.</param>
    public static IReadOnlyList<PassedOnClaim> Of(IReadOnlyList<ClaimSentence> sentences, IEnumerable<int[]> groups)
    {
        int[][] wide = [.. groups.Where(g => g.Length >= FewestReports)];
        HashSet<string> names = NamesOf(sentences, wide);
        var found = new List<PassedOnClaim>();
        foreach (int[] group in wide)
        {
            if (Claim(sentences, group, names) is { } claim)
                found.Add(claim);
        }
        return [.. found.OrderByDescending(c => c.Weight).ThenBy(c => c.Claim.Tellings[0]).Take(Most)];
    }

    // The figures that many statements have: "787" in a story of that aircraft.
    private static HashSet<string> NamesOf(IReadOnlyList<ClaimSentence> sentences, int[][] groups) =>
    [
        .. groups.SelectMany(g => CheckableFacts.Of(sentences[g[0]]).Where(f => f.Kind == FactKind.Figure).Select(f => f.Key).Distinct(StringComparer.Ordinal))
            .GroupBy(k => k, StringComparer.Ordinal).Where(k => k.Count() > MostStatements).Select(k => k.Key),
    ];

    private static PassedOnClaim? Claim(IReadOnlyList<ClaimSentence> sentences, int[] group, HashSet<string> names)
    {
        var told = new Dictionary<string, (FactKind Kind, int First, List<Telling> Tellings)>(StringComparer.Ordinal);
        foreach (int s in group)
        {
            foreach (CheckableFact fact in CheckableFacts.Of(sentences[s]))
            {
                if (names.Contains(fact.Key))
                    continue;
                if (!told.TryGetValue(fact.Key, out (FactKind Kind, int First, List<Telling> Tellings) known))
                    told.Add(fact.Key, known = (fact.Kind, told.Count, []));
                // A report that says it twice tells it once.
                if (known.Tellings.Count == 0 || known.Tellings[^1].Report != sentences[s].Report)
                    known.Tellings.Add(sentences[s].Tell(fact.Span));
            }
        }
        (string Key, (FactKind Kind, int First, List<Telling> Tellings) Fact)[] facts = [.. told.Where(f => f.Value.Tellings.Count >= FewestReports).Select(f => (f.Key, f.Value))
            .OrderByDescending(f => f.Value.Tellings.Count * WeightOf(f.Value.Kind)).ThenBy(f => f.Value.First)];
        if (facts.Length == 0)
            return null;
        (string key, (FactKind kind, _, List<Telling> tellings)) = facts[0];
        // One thing under several house styles has one key for the reader too.
        string shown = tellings[0].Key;
        string reason = kind switch
        {
            FactKind.Figure => "the same number in copies of one sentence",
            FactKind.Date => "the same day in copies of one sentence",
            _ => "the same person in copies of one sentence",
        };
        double weight = tellings.Count * facts.Take(MostFacts).Sum(f => WeightOf(f.Fact.Kind));
        return new PassedOnClaim(new Claim(ClaimVerdict.Agree, [.. tellings.Select(t => t with { Key = shown })], [reason]), key, group, weight);
    }
}
