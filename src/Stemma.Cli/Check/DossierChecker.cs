using System.Text.Json;

namespace Stemma.Cli.Check;

/// <summary>
/// Verifies a dossier from its JSON alone: every span, id, passage, quotation, edit, share, origin and value is looked up or counted
/// again in the texts that the dossier carries. Knows none of the engine's types.
/// </summary>
internal static class DossierChecker
{
    /// <summary>What is wrong, one line each; empty for a sound dossier.</summary>
    /// <param name="dossier">The root of the JSON.</param>
    public static IReadOnlyList<string> Check(JsonElement dossier)
    {
        var faults = new Faults();
        var root = new Node(dossier, "", faults);
        if (dossier.ValueKind != JsonValueKind.Object)
        {
            faults.Add("dossier", "is no object");
            return faults.Lines;
        }
        root.Text("stemma");
        var texts = new ReportTexts(root);
        HashSet<string> names = NameCheck.Run(root, texts);
        foreach (Node time in root.Items("times"))
        {
            texts.TryPlace(time, null, out _);
            NeedsReason(time);
        }
        QuoteCheck.Run(root, texts, names);
        Dictionary<string, CheckedPassage> passages = PassageCheck.Run(root, texts);
        Dictionary<string, HashSet<string>> origins = LineageCheck.Run(root, texts, passages);
        ClaimCheck.Run(root, texts, passages);
        TimelineCheck.Run(root, texts, origins);
        return faults.Lines;
    }

    /// <summary>Reads an id and tells whether it is the first of its name.</summary>
    public static string UniqueId<T>(Node node, Dictionary<string, T> known)
    {
        string id = node.Text("id");
        if (known.ContainsKey(id))
            node.Fault($"a second one has the id “{id}”");
        return id;
    }

    /// <summary>Every finding says why.</summary>
    public static void NeedsReason(Node node)
    {
        if (node.Texts("reasons").All(string.IsNullOrWhiteSpace))
            node.Fault("gives no reason");
    }
}
