namespace Stemma.Annotation.Attributions;

/// <summary>What a verb brings in, while it is looked for.</summary>
internal sealed class ContentDraft
{
    public int First = -1, Last = -1, Preposition = -1;
    public bool IsClause = true, LeadsOn;
    public AttributionKind Kind;
    public string Rule = "";

    public bool Found => First >= 0;

    public void Take(int first, int last, string rule, AttributionKind kind) => (First, Last, Rule, Kind) = (first, last, rule, kind);
}
