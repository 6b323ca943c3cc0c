namespace Stemma.Cli.Check;

/// <summary>Claims: values that stand where they are said to, verdicts that fit them, and what they rest on.</summary>
internal static class ClaimCheck
{
    /// <summary>Checks the claims.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="texts">Its reports.</param>
    /// <param name="passages">Its sound passages.</param>
    public static void Run(Node dossier, ReportTexts texts, Dictionary<string, CheckedPassage> passages)
    {
        var ids = new Dictionary<string, bool>(StringComparer.Ordinal);
        var support = new SupportCheck(dossier, texts, passages);
        foreach (Node claim in dossier.Items("claims"))
        {
            ids[DossierChecker.UniqueId(claim, ids)] = true;
            DossierChecker.NeedsReason(claim);
            var keys = new HashSet<string>(StringComparer.Ordinal);
            Node[] tellings = claim.Items("tellings");
            foreach (Node telling in tellings)
            {
                Telling(telling, texts);
                keys.Add(telling.Text("key"));
            }
            if (tellings.Length < 2)
                claim.Fault("is told fewer than twice");
            string verdict = claim.Text("verdict");
            bool fits = verdict switch { "agree" => keys.Count == 1, "conflict" => keys.Count > 1, "compatible" => true, _ => false };
            if (!fits)
                claim.Fault($"the verdict “{verdict}” does not fit {keys.Count} different values");
            support.Run(claim, tellings);
        }
        Compared(dossier);
    }

    // What was told and what was left out, together no more than what was compared.
    private static void Compared(Node dossier)
    {
        if (dossier.Object("compared") is not { } compared)
            return;
        long counted = compared.Offset("told");
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (Node kind in compared.Items("leftOut"))
        {
            int count = kind.Offset("count");
            if (count < 1 || !kinds.Add(kind.Text("kind")) || string.IsNullOrWhiteSpace(kind.Text("why")))
                kind.Fault($"“{Shown.Of(kind.Text("kind"))}” stands twice, counts nothing or says no reason");
            counted += count;
        }
        if (compared.Offset("told") < 0 || counted > compared.Offset("pairs"))
            compared.Fault($"{counted} pairs are told or left out of {compared.Offset("pairs")} that were compared");
    }

    private static void Telling(Node telling, ReportTexts texts)
    {
        if (!texts.TryPlace(telling, null, out Place sentence) || !texts.TryPlace(telling, sentence.Report, out Place value, "valueStart", "valueEnd"))
            return;
        if (value.Start < sentence.Start || value.End > sentence.End)
            telling.Fault($"the value “{Shown.Of(texts.Words(value))}” lies outside of its sentence");
        if (!string.Equals(texts.Words(value), telling.Text("value"), StringComparison.Ordinal))
            telling.Fault($"the value is “{Shown.Of(telling.Text("value"))}”, but the report has “{Shown.Of(texts.Words(value))}” there");
    }

    /// <summary>Checks that a finding names the origins of its tellers, and no others.</summary>
    public static void Origins(Node finding, HashSet<string> tellers, Dictionary<string, HashSet<string>> origins)
    {
        HashSet<string> named = [.. finding.Texts("origins")];
        foreach (string id in named.Where(id => !origins.ContainsKey(id)).Order(StringComparer.Ordinal))
            finding.Fault($"no origin has the id “{id}”");
        foreach ((string id, HashSet<string> reports) in origins.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            if (reports.Overlaps(tellers) != named.Contains(id))
                finding.Fault(named.Contains(id) ? $"names the origin {id}, on which none of its reports rests" : $"does not name the origin {id}, on which a report of it rests");
        }
    }
}
