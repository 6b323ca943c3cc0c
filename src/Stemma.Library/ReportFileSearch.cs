namespace Stemma.Library;

/// <summary>Finds the files that may hold reports: files that are given, and the texts, pages, feeds and archives of folders and their sub-folders.</summary>
internal sealed class ReportFileSearch
{
    /// <summary>In folders; a collection of reports is flat, and a deeper tree is more likely a mistake.</summary>
    private const int DeepestFolder = 12;

    /// <summary>In files; more are a corpus, not one story.</summary>
    private const int MostFiles = 20_000;

    // Kinds of file that people keep reports in; others beside reports (pictures, scripts) are passed over in silence.
    private static readonly string[] s_refused = [".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".mht", ".mhtml"];

    private readonly List<FoundFile> _files = [];
    private readonly List<FileProblem> _problems = [];
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);

    /// <summary>The files, each once.</summary>
    public IReadOnlyList<FoundFile> Files => _files;

    /// <summary>What is wrong with paths and folders.</summary>
    public IReadOnlyList<FileProblem> Problems => _problems;

    /// <summary>Takes in one path.</summary>
    public void Add(string path)
    {
        if (Directory.Exists(path))
        {
            int before = _files.Count, problems = _problems.Count;
            AddFolder(path, path, "", 0);
            if (_files.Count == before && _problems.Count == problems)
                _problems.Add(new FileProblem(path, $"the folder holds no reports; put text or HTML files, feeds or archives ({string.Join(' ', ReportKinds.Read)}) into it or give another folder", true));
        }
        else if (File.Exists(path))
        {
            if (SideFile.IsSideFile(Path.GetFileName(path)))
                return;
            Add(new FoundFile(Path.GetFullPath(path), path, Path.GetFileName(path), Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/"));
        }
        else
        {
            _problems.Add(new FileProblem(path, "no such file or folder; check the path", true));
        }
    }

    private void Add(FoundFile file)
    {
        if (_paths.Add(file.Path))
            _files.Add(file);
    }

    private void AddFolder(string root, string folder, string below, int depth)
    {
        if (depth > DeepestFolder)
        {
            _problems.Add(new FileProblem(folder, $"folders are nested more than {DeepestFolder} deep here; give the inner folder by itself", true));
            return;
        }
        try
        {
            // A link back to a folder above would never end: each real folder is read once.
            string real = new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(folder);
            if (!_folders.Add(real))
                return;
            foreach (string entry in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
                AddEntry(root, entry, below, depth);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _problems.Add(new FileProblem(folder, $"the folder cannot be read ({e.Message.TrimEnd('.')}); check its permissions", true));
        }
    }

    private void AddEntry(string root, string entry, string below, int depth)
    {
        string name = Path.GetFileName(entry);
        if (name.StartsWith('.') || _files.Count >= MostFiles)
            return;
        if (Directory.Exists(entry))
        {
            if (!IsPictureFolder(entry))
                AddFolder(root, entry, below + name + "/", depth + 1);
            return;
        }
        string extension = Path.GetExtension(name).ToLowerInvariant();
        if (ReportKinds.IsRead(name))
            Add(new FoundFile(Path.GetFullPath(entry), entry, below + name, Path.GetFullPath(root)));
        else if (s_refused.Contains(extension))
            _problems.Add(new FileProblem(entry, $"files of the kind {extension} are not read; save the report as a text or HTML file", true));
    }

    // Browsers save "page.html" with a folder "page_files" of pictures and frames.
    private static bool IsPictureFolder(string folder)
    {
        foreach (string ending in (ReadOnlySpan<string>)["_files", "_Files", "-Dateien", "_archivos", "_fichiers"])
        {
            if (folder.EndsWith(ending, StringComparison.Ordinal) && (File.Exists(folder[..^ending.Length] + ".html") || File.Exists(folder[..^ending.Length] + ".htm")))
                return true;
        }
        return false;
    }
}
