namespace Stemma.Cli.Check;

/// <summary>Names: unique ids, and mentions that lie in their reports.</summary>
internal static class NameCheck
{
    /// <summary>Checks the names and gives their ids.</summary>
    public static HashSet<string> Run(Node dossier, ReportTexts texts)
    {
        var ids = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (Node name in dossier.Items("names"))
        {
            ids[DossierChecker.UniqueId(name, ids)] = true;
            Node[] mentions = name.Items("mentions");
            if (mentions.Length == 0)
                name.Fault($"“{name.Text("name")}” is mentioned nowhere");
            foreach (Node mention in mentions)
                texts.TryPlace(mention, null, out _);
        }
        return [.. ids.Keys];
    }
}
