using Stemma.Reports;

namespace Stemma.Stories.Lineage;

/// <summary>Who took text from whom in one story.</summary>
/// <param name="Lost">Texts that are not in the set but must have been behind several reports, by id.</param>
/// <param name="Links">The links, by the id of the report that took, then by share, largest first.</param>
/// <param name="Origins">The roots with the reports that rest on them; a report with two parents may stand under two.</param>
public sealed record StoryLineage(IReadOnlyList<LostDispatch> Lost, IReadOnlyList<TextLink> Links, IReadOnlyList<Origin> Origins)
{
    /// <summary>The same with the ids that the dossier gives to the passages.</summary>
    /// <param name="passageIds">The ids, in the order of the passages that the lineage was built from.</param>
    public DossierLineage ToDossier(IReadOnlyList<string> passageIds) => new()
    {
        Lost = Lost,
        Links = [.. Links.Select(l => new LineageLink(l.From, l.To, l.Share, l.Confidence, [.. l.Passages.Select(p => passageIds[p])], l.Reasons) { Part = l.Part is { } part ? new LocalSpan(part.Start, part.End) : null })],
        Origins = Origins,
    };
}

/// <summary>One text taken from another.</summary>
/// <param name="From">The id of the report or lost dispatch that was taken from.</param>
/// <param name="To">The id of the report that took.</param>
/// <param name="Share">The part of the words of "to" taken from "from", 0 to 1.</param>
/// <param name="Confidence">How sure the link and its direction are, 0 to 1.</param>
/// <param name="Passages">The indexes of the passages that prove it; for a lost dispatch those with its other children.</param>
/// <param name="Reasons">Why, and why in this direction.</param>
public sealed record TextLink(string From, string To, double Share, double Confidence, IReadOnlyList<int> Passages, IReadOnlyList<string> Reasons)
{
    /// <summary>The stretch of "to" that came from "from", where two sources gave a stretch each; else null.</summary>
    public TextSpan? Part { get; init; }
}
