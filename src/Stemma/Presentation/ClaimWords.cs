using Stemma.Stories;

namespace Stemma.Presentation;

/// <summary>Who gave a statement to whom: one step of its way.</summary>
/// <param name="From">The text that others took it from.</param>
/// <param name="To">The reports that took it, in reading order.</param>
/// <param name="IsShared">True where both have the same words, and it is not known which was first.</param>
public sealed record ClaimStep(LineageNode From, IReadOnlyList<NumberedReport> To, bool IsShared);

/// <summary>What claims rest on, in the words that the page and the terminal share.</summary>
public static class ClaimWords
{
    /// <summary>Names of roots that a line lists before it only counts the others. Set by eye.</summary>
    private const int NamedRoots = 3;

    /// <summary>Claims on which reports of several origins agree.</summary>
    public static bool IsAgreed(DossierClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Verdict == "agree" && claim.Roots.Count != 1;
    }

    /// <summary>Claims that many reports tell and that all go back to one text.</summary>
    public static bool IsOfOneOrigin(DossierClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Verdict == "agree" && claim.Roots.Count == 1;
    }

    /// <summary>How many independent origins stand behind the claim.</summary>
    public static int Origins(DossierClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Roots.Count > 0 ? claim.Roots.Count : claim.Origins.Count;
    }

    /// <summary>"told by 9 reports, 2 origins".</summary>
    public static string ToldBy(DossierClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        string reports = StoryWords.Count(claim.Tellings.Select(t => t.Report).Distinct(StringComparer.Ordinal).Count(), "report");
        return Origins(claim) is > 0 and var origins ? $"told by {reports}, {StoryWords.Count(origins, "origin")}" : $"told by {reports}";
    }

    /// <summary>The values with what each rests on; of a dossier that does not tell it, the values alone.</summary>
    public static IReadOnlyList<DossierSupport> Values(DossierClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Support.Count > 0
            ? claim.Support
            : [.. claim.Tellings.GroupBy(t => t.Key, StringComparer.Ordinal).Select(g => new DossierSupport(g.Key, g.First().Value, [.. g.Select(t => t.Report).Distinct(StringComparer.Ordinal)], []))];
    }

    /// <summary>"from the lost dispatch"; "in words of its own"; "changed by 4 Daily Strait in copying from 1 Harbour Post"; empty where it is not told.</summary>
    public static string Rests(StoryIndex story, DossierClaim claim, DossierSupport value)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(value);
        string[] parts = [.. value.Roots.Take(NamedRoots).Select(r => Begins(story, claim, value, r)).OfType<string>()];
        if (parts.Length == 0)
            return "";
        string all = string.Join("; ", parts);
        return value.Roots.Count > NamedRoots ? $"{all}; and {StoryWords.Count(value.Roots.Count - NamedRoots, "other origin")}" : all;
    }

    private static string? Begins(StoryIndex story, DossierClaim claim, DossierSupport value, string root)
    {
        if (story.Lineage.Node(root) is not { } node)
            return null;
        if (node.Lost is not null)
            return $"from {StoryWords.Named(node)}";
        DossierTellingSource? source = claim.Tellings.FirstOrDefault(t => t.Report == root && t.Key == value.Key && t.Source is { Changed: true })?.Source;
        if (source is not null && story.Lineage.Node(source.From) is { } from)
            return $"changed {(value.Reports.Count == 1 ? "" : $"by {StoryWords.Named(node)} ")}in copying from {StoryWords.Named(from)}";
        return value.Reports.Count == 1 && value.Reports[0] == root ? "in words of its own" : $"from {StoryWords.Named(node)}";
    }

    /// <summary>The ways of a claim of one origin: who took it from whom, from its root down.</summary>
    public static IReadOnlyList<ClaimStep> Steps(StoryIndex story, DossierClaim claim)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(claim);
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string id in claim.Chain)
            order.TryAdd(id, order.Count);
        var steps = new List<ClaimStep>();
        foreach (IGrouping<(string From, bool IsShared), DossierTelling> group in claim.Tellings.Where(t => t.Source is not null && t.Report != t.Source.From)
            .GroupBy(t => (t.Source!.From, IsShared: t.Source.How == "shared")).OrderBy(g => order.GetValueOrDefault(g.Key.From, order.Count)).ThenBy(g => g.Key.IsShared).ThenBy(g => g.Key.From, StringComparer.Ordinal))
        {
            NumberedReport[] to = [.. group.Select(t => story.Report(t.Report)).OfType<NumberedReport>().Distinct().OrderBy(r => r.Number)];
            if (story.Lineage.Node(group.Key.From) is { } from && to.Length > 0)
                steps.Add(new ClaimStep(from, to, group.Key.IsShared));
        }
        return steps;
    }

    /// <summary>The telling's sentence cut to about <paramref name="most"/> code units, with the value in it.</summary>
    public static string Snippet(StoryIndex story, DossierTelling telling, int most)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(telling);
        if (telling.ValueEnd - telling.Start < most)
            return StoryWords.Shorten(story.Words(telling.Report, telling.Start, telling.End), most);
        // From the start of a word some way before the value.
        string before = story.Words(telling.Report, telling.Start, telling.ValueStart);
        int from = before.IndexOf(' ', Math.Max(0, before.Length - (most / 2)));
        return "…" + StoryWords.Shorten((from < 0 ? "" : before[(from + 1)..]) + story.Words(telling.Report, telling.ValueStart, telling.End), most);
    }

    /// <summary>"41 more places could be compared, but …: 30 with other numbers, 11 with other times"; empty where there is none.</summary>
    public static string LeftOut(DossierComparisons compared)
    {
        ArgumentNullException.ThrowIfNull(compared);
        long all = compared.LeftOut.Sum(k => (long)k.Count);
        if (all == 0)
            return "";
        string kinds = string.Join(", ", compared.LeftOut.Select(k => FormattableString.Invariant($"{k.Count} {(k.Kind == "several values" ? "where one report gives several values" : $"with other {k.Kind}")}")));
        return FormattableString.Invariant($"{all} more {(all == 1 ? "place" : "places")} could be compared, but whether the same thing is told is not sure: {kinds}");
    }
}
