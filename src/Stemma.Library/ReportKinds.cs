namespace Stemma.Library;

/// <summary>Which files of a folder are read, by their names; what is in them is told by their content.</summary>
internal static class ReportKinds
{
    /// <summary>The ends of names.</summary>
    public static readonly string[] Read =
    [
        ".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".json", ".jsonl", ".ndjson", ".eml", ".mbox", ".warc", ".wet", ".gz", ".zip", ".tar", ".tgz",
    ];

    /// <summary>True for a file of that name; a side file says what is known of others and is no report.</summary>
    public static bool IsRead(string name) => Read.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) && !SideFile.IsSideFile(name);
}
