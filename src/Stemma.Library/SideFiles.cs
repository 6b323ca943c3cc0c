namespace Stemma.Library;

/// <summary>The side files of all folders that reports come from, each read once.</summary>
internal sealed class SideFiles(List<FileProblem> problems)
{
    private readonly SortedDictionary<string, List<SideEntry>> _byFolder = new(StringComparer.Ordinal);

    /// <summary>What the nearest side file says of the report: the one in its own folder, then those above up to the folder that was given.</summary>
    public SideEntry? For(FoundFile file)
    {
        string? folder = Path.GetDirectoryName(file.Path);
        while (folder is not null)
        {
            string name = Path.GetRelativePath(folder, file.Path).Replace('\\', '/');
            if (Entries(folder).Find(e => string.Equals(e.File, name, StringComparison.Ordinal)) is { } entry)
                return entry;
            if (string.Equals(folder, file.Root.TrimEnd('/'), StringComparison.Ordinal) || !folder.StartsWith(file.Root.TrimEnd('/'), StringComparison.Ordinal))
                break;
            folder = Path.GetDirectoryName(folder);
        }
        return null;
    }

    /// <summary>Tells of names in side files that no file has.</summary>
    public void CheckNames()
    {
        foreach ((string folder, List<SideEntry> entries) in _byFolder)
        {
            foreach (SideEntry entry in entries.Where(e => !File.Exists(Path.Combine(folder, e.File))))
            {
                string side = SideFile.Names.Select(n => Path.Combine(folder, n)).First(File.Exists);
                problems.Add(new FileProblem(side, $"{entry.Line}: there is no file “{entry.File}” in this folder; correct the name or remove the line", false));
            }
        }
    }

    private List<SideEntry> Entries(string folder)
    {
        if (!_byFolder.TryGetValue(folder, out List<SideEntry>? entries))
            _byFolder[folder] = entries = SideFile.Read(folder, problems);
        return entries;
    }
}
