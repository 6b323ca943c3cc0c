namespace Stemma.Cli.Check;

/// <summary>The lineage: no circles, links proved by their passages, shares counted again, origins that are the roots and hold all reports.</summary>
internal static class LineageCheck
{
    private sealed record Link(Node Node, string From, string To, double Share, string[] Passages, Place? Part);

    /// <summary>Checks the lineage and gives the reports of each origin.</summary>
    public static Dictionary<string, HashSet<string>> Run(Node dossier, ReportTexts texts, Dictionary<string, CheckedPassage> passages)
    {
        var origins = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        if (dossier.Object("lineage") is not { } lineage)
            return origins;
        var lost = new Dictionary<string, string[]>(StringComparer.Ordinal);
        Node[] lostNodes = lineage.Items("lost");
        foreach (Node node in lostNodes)
        {
            string id = DossierChecker.UniqueId(node, lost);
            if (texts.Has(id))
                node.Fault($"a report has the id “{id}” too");
            DossierChecker.NeedsReason(node);
            lost[id] = node.Texts("children");
        }
        var links = new List<Link>();
        foreach (Node node in lineage.Items("links"))
        {
            var link = new Link(node, node.Text("from"), node.Text("to"), node.Share("share"), node.Texts("passages"), PartOf(node, texts));
            node.Share("confidence");
            DossierChecker.NeedsReason(node);
            bool known = true;
            foreach (string end in new[] { link.From, link.To }.Where(e => !texts.Has(e) && !lost.ContainsKey(e)))
            {
                node.Fault($"no report or lost dispatch has the id “{end}”");
                known = false;
            }
            if (known && links.Exists(l => l.From == link.From && l.To == link.To))
                node.Fault($"a second link from {link.From} to {link.To}");
            else if (known)
                links.Add(link);
        }
        foreach (Node node in lostNodes)
            Children(node, links);
        LinkProof.Run([.. links.Select(l => (l.Node, l.From, l.To, l.Share, l.Passages, l.Part))], lost, texts, passages);
        Dictionary<string, HashSet<string>> roots = Roots(lineage, links, [.. texts.Ids, .. lost.Keys.Order(StringComparer.Ordinal)]);
        foreach (Node node in lineage.Items("origins"))
        {
            string id = DossierChecker.UniqueId(node, origins), root = node.Text("root");
            string[] named = node.Texts("reports");
            origins[id] = [.. named];
            if (!roots.Remove(root, out HashSet<string>? under))
            {
                node.Fault($"“{root}” is no root, or stands twice");
                continue;
            }
            under.RemoveWhere(r => !texts.Has(r));
            foreach (string report in under.Except(named, StringComparer.Ordinal).Order(StringComparer.Ordinal))
                node.Fault($"{report} rests on {root} by the links, but is not named");
            foreach (string report in named.Except(under, StringComparer.Ordinal))
                node.Fault($"{report} is named, but does not rest on {root} by the links");
        }
        foreach (string root in roots.Keys.Order(StringComparer.Ordinal))
            lineage.Fault($"{root} is a root, but no origin");
        return origins;
    }

    // The stretch of the report that came from this source, where it is told.
    private static Place? PartOf(Node link, ReportTexts texts) =>
        link.Object("part", optional: true) is { } part && texts.TryPlace(part, link.Text("to"), out Place place) ? place : null;

    private static void Children(Node lost, List<Link> links)
    {
        string id = lost.Text("id");
        HashSet<string> named = [.. lost.Texts("children")];
        HashSet<string> linked = [.. links.Where(l => l.From == id).Select(l => l.To)];
        named.SymmetricExceptWith(linked);
        foreach (string child in named.Order(StringComparer.Ordinal))
            lost.Fault(linked.Contains(child) ? $"{child} is linked, but no child" : $"{child} is a child without a link");
    }

    // What rests on each root; a circle is a fault and has none.
    private static Dictionary<string, HashSet<string>> Roots(Node lineage, List<Link> links, string[] nodes)
    {
        ILookup<string, string> childrenOf = links.ToLookup(l => l.From, l => l.To, StringComparer.Ordinal);
        Dictionary<string, int> parents = nodes.ToDictionary(n => n, _ => 0, StringComparer.Ordinal);
        foreach (Link link in links)
            parents[link.To]++;
        string[] roots = [.. nodes.Where(n => parents[n] == 0)];
        var waiting = new Queue<string>(roots);
        int done = 0;
        while (waiting.TryDequeue(out string? node))
        {
            done++;
            foreach (string child in childrenOf[node])
            {
                if (--parents[child] == 0)
                    waiting.Enqueue(child);
            }
        }
        if (done < nodes.Length)
            lineage.Fault($"goes in a circle through {string.Join(", ", nodes.Where(n => parents[n] > 0).Take(3))}");
        return roots.ToDictionary(r => r, r => Under(r, childrenOf), StringComparer.Ordinal);
    }

    private static HashSet<string> Under(string root, ILookup<string, string> childrenOf)
    {
        var under = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>([root]);
        while (waiting.TryPop(out string? node))
        {
            if (!under.Add(node))
                continue;
            foreach (string child in childrenOf[node])
                waiting.Push(child);
        }
        return under;
    }
}
