using Stemma.Stories;

namespace Stemma.Presentation;

/// <summary>A text in the lineage: a report, or a lost dispatch.</summary>
public sealed class LineageNode
{
    internal LineageNode(string id, string label) => (Id, Label) = (id, label);

    /// <summary>The id in the dossier.</summary>
    public string Id { get; }

    /// <summary>What a reader calls it.</summary>
    public string Label { get; }

    /// <summary>The report, null for a lost dispatch.</summary>
    public NumberedReport? Report { get; internal init; }

    /// <summary>The lost dispatch, null for a report.</summary>
    public LostDispatch? Lost { get; internal init; }

    /// <summary>Its place among the lost dispatches, 1 for the first; 0 for a report.</summary>
    public int LostNumber { get; internal init; }

    /// <summary>From whom it took, the largest share first.</summary>
    public IReadOnlyList<LineageLink> Parents { get; internal set; } = [];

    /// <summary>Those that took most from this one, in reading order.</summary>
    public IReadOnlyList<LineageNode> Children { get; internal set; } = [];

    /// <summary>0 for a root, else one more than its farthest parent.</summary>
    public int Generation { get; internal set; }

    /// <summary>The steps to its root along the largest shares.</summary>
    public int Depth { get; internal set; }

    /// <summary>True for the last of its parent's children.</summary>
    public bool IsLast { get; internal set; }
}

/// <summary>The lineage laid out for reading: every text once, under the one it took most from. Immutable once made.</summary>
public sealed class LineageTree
{
    private readonly Dictionary<string, LineageNode> _nodes = new(StringComparer.Ordinal);

    internal LineageTree(StoryIndex story)
    {
        DossierLineage lineage = story.Dossier.Lineage;
        var order = new List<LineageNode>();
        for (int i = 0; i < lineage.Lost.Count; i++)
        {
            LostDispatch lost = lineage.Lost[i];
            string number = lineage.Lost.Count > 1 ? FormattableString.Invariant($" {i + 1}") : "";
            Add(order, new LineageNode(lost.Id, $"Lost dispatch{number}{(lost.Agency is { } agency ? $" ({agency})" : "")}") { Lost = lost, LostNumber = i + 1 });
        }
        foreach (NumberedReport report in story.Reports)
            Add(order, new LineageNode(report.Report.Id, report.Label) { Report = report });
        foreach (IGrouping<string, LineageLink> links in lineage.Links.GroupBy(l => l.To, StringComparer.Ordinal))
        {
            if (_nodes.TryGetValue(links.Key, out LineageNode? child))
            {
                child.Parents = [.. links.Where(l => _nodes.ContainsKey(l.From) && l.From != l.To)
                    .OrderByDescending(l => l.Share).ThenBy(l => l.From, StringComparer.Ordinal)];
            }
        }
        SetGenerations(order);
        Roots = SetChildren(order);
        Rows = [.. Walk(Roots)];
    }

    /// <summary>The roots: those with most reports below them first.</summary>
    public IReadOnlyList<LineageNode> Roots { get; }

    /// <summary>Every text once, each after the one it took most from.</summary>
    public IReadOnlyList<LineageNode> Rows { get; }

    /// <summary>The text with this id, null where there is none.</summary>
    public LineageNode? Node(string id) => _nodes.GetValueOrDefault(id);

    private void Add(List<LineageNode> order, LineageNode node)
    {
        if (_nodes.TryAdd(node.Id, node))
            order.Add(node);
    }

    // Kahn's order, so that a chain of any length needs no deep stack. Reports in a ring (which no right dossier has) become roots.
    private void SetGenerations(List<LineageNode> order)
    {
        ILookup<string, LineageNode> takers = order.SelectMany(n => n.Parents.Select(p => (p.From, Node: n)))
            .ToLookup(x => x.From, x => x.Node, StringComparer.Ordinal);
        var waiting = order.ToDictionary(n => n.Id, n => n.Parents.Count, StringComparer.Ordinal);
        var ready = new Queue<LineageNode>(order.Where(n => n.Parents.Count == 0));
        while (ready.TryDequeue(out LineageNode? node))
        {
            foreach (LineageNode taker in takers[node.Id])
            {
                taker.Generation = Math.Max(taker.Generation, node.Generation + 1);
                if (--waiting[taker.Id] == 0)
                    ready.Enqueue(taker);
            }
        }
        foreach (LineageNode node in order.Where(n => waiting[n.Id] > 0))
            node.Generation = 0;
    }

    private List<LineageNode> SetChildren(List<LineageNode> order)
    {
        var children = new Dictionary<string, List<LineageNode>>(StringComparer.Ordinal);
        var roots = new List<LineageNode>();
        foreach (LineageNode node in order)
        {
            if (node.Parents.Count == 0 || node.Generation == 0)
                roots.Add(node);
            else if (children.TryGetValue(node.Parents[0].From, out List<LineageNode>? siblings))
                siblings.Add(node);
            else
                children[node.Parents[0].From] = [node];
        }
        foreach (LineageNode node in order)
        {
            if (!children.TryGetValue(node.Id, out List<LineageNode>? own))
                continue;
            node.Children = own;
            own[^1].IsLast = true;
        }
        Dictionary<LineageNode, int> sizes = roots.ToDictionary(r => r, r => Walk([r]).Count());
        return [.. roots.OrderByDescending(r => sizes[r])];
    }

    private static IEnumerable<LineageNode> Walk(IReadOnlyList<LineageNode> roots)
    {
        var open = new Stack<LineageNode>(roots.Reverse());
        while (open.TryPop(out LineageNode? node))
        {
            yield return node;
            foreach (LineageNode child in node.Children.Reverse())
            {
                child.Depth = node.Depth + 1;
                open.Push(child);
            }
        }
    }
}
