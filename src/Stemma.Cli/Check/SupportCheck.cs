namespace Stemma.Cli.Check;

/// <summary>What claims rest on: sources that the lineage links, passages that hold the words, roots and values counted again.</summary>
internal sealed class SupportCheck
{
    private readonly ReportTexts _texts;
    private readonly Dictionary<string, CheckedPassage> _passages;
    private readonly HashSet<(string From, string To)> _links = [];
    private readonly Dictionary<string, HashSet<string>> _lost = new(StringComparer.Ordinal);
    private readonly List<(string Id, string Root, HashSet<string> Reports)> _origins = [];

    /// <summary>Reads the lineage.</summary>
    public SupportCheck(Node dossier, ReportTexts texts, Dictionary<string, CheckedPassage> passages)
    {
        (_texts, _passages) = (texts, passages);
        if (dossier.Object("lineage") is not { } lineage)
            return;
        foreach (Node link in lineage.Items("links"))
            _links.Add((link.Text("from"), link.Text("to")));
        foreach (Node lost in lineage.Items("lost"))
            _lost[lost.Text("id")] = [.. lost.Texts("children")];
        foreach (Node origin in lineage.Items("origins"))
            _origins.Add((origin.Text("id"), origin.Text("root"), [.. origin.Texts("reports")]));
    }

    private sealed record Telling(Node Node, string Report, string Key, string Root, string From, string How, bool Changed);

    /// <summary>Checks one claim.</summary>
    public void Run(Node claim, Node[] nodes)
    {
        Telling[] tellings = [.. nodes.Select(Read)];
        ILookup<string, Telling> of = tellings.ToLookup(t => t.Report, StringComparer.Ordinal);
        foreach (Telling telling in tellings)
        {
            if (!_texts.Has(telling.Root) && !_lost.ContainsKey(telling.Root))
                telling.Node.Fault($"no report or lost dispatch has the id “{Shown.Of(telling.Root)}”");
            if (telling.From.Length > 0)
                Source(telling, of);
        }
        foreach (IGrouping<string, Telling> children in tellings.Where(t => _lost.ContainsKey(t.From)).GroupBy(t => t.From, StringComparer.Ordinal))
        {
            if (children.Select(t => t.Root).Distinct(StringComparer.Ordinal).Count() > 1)
                claim.Fault($"tellings taken from {children.Key} have several roots");
        }
        HashSet<string> tellers = [.. tellings.Select(t => t.Report)];
        HashSet<string> roots = [.. tellings.Select(t => t.Root)];
        Same(claim, "roots", roots);
        Same(claim, "origins", _origins.Where(o => roots.Contains(o.Root)).Select(o => o.Id));
        Same(claim, "silent", _origins.Where(o => !o.Reports.Overlaps(tellers)).Select(o => o.Id));
        Values(claim, tellings, of);
        Chain(claim, roots, tellings, of);
    }

    private static Telling Read(Node node)
    {
        Node? source = node.Object("source", optional: true);
        return new Telling(node, node.Text("report"), node.Text("key"), node.Text("root"), source?.Text("from") ?? "", source?.Text("how") ?? "", source?.Truth("changed") ?? false);
    }

    private void Source(Telling telling, ILookup<string, Telling> of)
    {
        Node node = telling.Node;
        bool linked = _links.Contains((telling.From, telling.Report)), isLost = _lost.ContainsKey(telling.From);
        if (!isLost && !_texts.Has(telling.From))
            node.Fault($"no report or lost dispatch has the id “{Shown.Of(telling.From)}”");
        if (telling.From == telling.Report)
            node.Fault("is taken from its own report");
        if (telling.How is not ("verbatim" or "edited" or "reworded" or "retold" or "shared"))
            node.Fault($"came by its words in the unknown way “{Shown.Of(telling.How)}”");
        if (linked == (telling.How == "shared"))
            node.Fault(linked ? $"is only called shared with {telling.From}, but the lineage links the two" : $"the lineage has no link from {telling.From} to {telling.Report}");
        Telling[] before = [.. of[telling.From]];
        if (node.Object("source")?.OptionalText("passage") is { } id)
            Passage(telling, id, isLost);
        else if (telling.How is "verbatim" or "edited" or "reworded")
            node.Fault($"is called {telling.How}, but no passage shows it");
        else if (before.Length == 0 && !isLost)
            node.Fault($"{telling.From} does not tell it");
        if (before.Length > 0 && Array.Exists(before, t => t.Key == telling.Key) == telling.Changed)
            node.Fault(telling.Changed ? $"is called changed, but {telling.From} has the same value" : $"is not called changed, but {telling.From} has another value");
        if (before.Length > 0 && !Array.Exists(before, t => t.Root == telling.Root))
            node.Fault($"begins in {telling.Root}, but {telling.From}, from which it was taken, does not");
        if (isLost && (telling.How == "retold" || telling.Changed)
            && !_lost[telling.From].Any(c => c != telling.Report && of[c].Any(t => t.Key == telling.Key != telling.Changed)))
            node.Fault($"no other report from {telling.From} tells what it is said to be {(telling.Changed ? "changed" : "told")} by");
    }

    private void Passage(Telling telling, string id, bool isLost)
    {
        if (!_passages.TryGetValue(id, out CheckedPassage? passage))
        {
            telling.Node.Fault($"no sound passage has the id “{Shown.Of(id)}”");
            return;
        }
        bool isA = passage.A.Report == telling.Report;
        Place here = isA ? passage.A : passage.B, there = isA ? passage.B : passage.A;
        bool fits = here.Report == telling.Report && (isLost ? _lost[telling.From].Contains(there.Report) : there.Report == telling.From);
        if (!fits || passage.Use != "copied" || here.Start >= telling.Node.Offset("end") || here.End <= telling.Node.Offset("start"))
            telling.Node.Fault($"{id} is no copied passage of its sentence with {(isLost ? "another child of " : "")}{telling.From}");
        else if (telling.How is "verbatim" or "edited" or "reworded" && passage.Kind != telling.How)
            telling.Node.Fault($"is called {telling.How}, but {id} is {passage.Kind}");
    }

    // The value begins where its words were last changed, else where the sentence begins.
    private static string ValueRoot(Telling telling, ILookup<string, Telling> of)
    {
        var seen = new HashSet<Telling>(ReferenceEqualityComparer.Instance);
        string root = telling.Root;
        while (seen.Add(telling))
        {
            if (telling.Changed)
                return telling.Report;
            if (of[telling.From].FirstOrDefault(t => t.Key == telling.Key) is not { } before)
                return root;
            telling = before;
        }
        return root;
    }

    private static void Values(Node claim, Telling[] tellings, ILookup<string, Telling> of)
    {
        ILookup<string, Telling> byKey = tellings.ToLookup(t => t.Key, StringComparer.Ordinal);
        Node[] support = claim.Items("support");
        if (support.Length != byKey.Count)
            claim.Fault($"has {byKey.Count} values, but {support.Length} with what they rest on");
        foreach (Node value in support)
        {
            string key = value.Text("key");
            if (!byKey.Contains(key))
            {
                value.Fault($"no telling has the value “{Shown.Of(key)}”");
                continue;
            }
            if (!byKey[key].Any(t => t.Node.Text("value") == value.Text("value")))
                value.Fault($"no telling words it “{Shown.Of(value.Text("value"))}”");
            Same(value, "reports", byKey[key].Select(t => t.Report));
            Same(value, "roots", byKey[key].Select(t => ValueRoot(t, of)));
        }
    }

    private static void Chain(Node claim, HashSet<string> roots, Telling[] tellings, ILookup<string, Telling> of)
    {
        string[] chain = claim.Texts("chain");
        if (roots.Count != 1)
        {
            if (chain.Length > 0)
                claim.Fault($"has a chain, but {roots.Count} roots");
            return;
        }
        Same(claim, "chain", [.. tellings.Select(t => t.Report), .. roots]);
        if (chain.Length > 0 && !roots.Contains(chain[0]))
            claim.Fault($"the chain begins with {chain[0]}, which is not its root");
        var passed = new HashSet<string>(StringComparer.Ordinal);
        foreach (string id in chain)
        {
            if (of[id].Any(t => t.How is not ("shared" or "") && of.Contains(t.From) && !passed.Contains(t.From)))
                claim.Fault($"{id} stands in the chain before a text that it took from");
            if (!passed.Add(id))
                claim.Fault($"{id} stands twice in the chain");
        }
    }

    private static void Same(Node node, string field, IEnumerable<string> expected)
    {
        HashSet<string> named = [.. node.Texts(field)];
        HashSet<string> counted = [.. expected];
        foreach (string id in counted.Except(named, StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(3))
            node.Fault($"“{field}” does not name {id}");
        foreach (string id in named.Except(counted, StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(3))
            node.Fault($"“{field}” names {Shown.Of(id)}, which does not belong there");
    }
}
