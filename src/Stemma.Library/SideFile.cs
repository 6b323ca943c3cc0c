using Stemma.Reading;

namespace Stemma.Library;

/// <summary>What a side file says of one report.</summary>
/// <param name="Line">Where it says it: "line 3" or "entry 3".</param>
/// <param name="File">The report's name, with '/', below the side file's folder.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Url">Where.</param>
/// <param name="Published">When, as it is written; null where it cannot be read.</param>
internal sealed record SideEntry(string Line, string File, string? Outlet, string? Url, string? Published)
{
    /// <summary>The input with what the entry says of it.</summary>
    public ReportInput On(ReportInput input) => input with { Outlet = Outlet ?? input.Outlet, Url = Url ?? input.Url, Published = Published ?? input.Published };
}

/// <summary>A reports.csv or reports.json beside reports: outlet, address and date of each.</summary>
internal static class SideFile
{
    /// <summary>The names that side files have.</summary>
    public static readonly string[] Names = ["reports.csv", "reports.json"];

    /// <summary>The columns, or members, that are read.</summary>
    public static readonly string[] Columns = ["file", "outlet", "url", "published"];

    /// <summary>Reads the side files of a folder; what is wrong goes to <paramref name="problems"/>, the rest is read.</summary>
    public static List<SideEntry> Read(string folder, List<FileProblem> problems)
    {
        var entries = new List<SideEntry>();
        foreach (string name in Names)
        {
            string path = Path.Combine(folder, name);
            if (!File.Exists(path))
                continue;
            try
            {
                Add(path, File.ReadAllBytes(path), entries, problems);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add(new FileProblem(path, $"the side file cannot be read ({e.Message.TrimEnd('.')}); the reports were read without it", false));
            }
        }
        return entries;
    }

    /// <summary>True where a file of that name is a side file; the name may have folders before it.</summary>
    public static bool IsSideFile(string name) => Names.Contains(name[(name.LastIndexOf('/') + 1)..], StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds what a side file says; what is wrong goes to <paramref name="problems"/>.</summary>
    /// <param name="path">What messages call it; the end tells CSV from JSON.</param>
    /// <param name="bytes">What is in it.</param>
    /// <param name="entries">Gets the entries.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public static void Add(string path, byte[] bytes, List<SideEntry> entries, List<FileProblem> problems)
    {
        foreach (SideEntry entry in path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? SideFileCsv.Read(path, bytes, problems) : SideFileJson.Read(path, bytes, problems))
            Add(path, entry, entries, problems);
    }

    private static void Add(string path, SideEntry entry, List<SideEntry> entries, List<FileProblem> problems)
    {
        string file = entry.File.Replace('\\', '/').TrimStart('.', '/');
        if (file.Length == 0)
        {
            problems.Add(new FileProblem(path, $"{entry.Line}: no file is named; fill in “file” or remove the line", false));
            return;
        }
        if (entries.Exists(e => string.Equals(e.File, file, StringComparison.Ordinal)))
        {
            problems.Add(new FileProblem(path, $"{entry.Line}: “{file}” is named before, and this line was passed over; remove one of the two", false));
            return;
        }
        string? published = entry.Published;
        if (published is not null && !PublicationDates.CanRead(published, out string problem))
        {
            problems.Add(new FileProblem(path, $"{entry.Line}: {problem}", false));
            published = null;
        }
        entries.Add(entry with { File = file, Published = published });
    }
}
