namespace Stemma.Library.Corpus;

/// <summary>Finds the files of a corpus: JSON lines, texts, pages, feeds and archives that are given or lie in folders and their sub-folders.</summary>
internal static class CorpusFiles
{
    /// <summary>In folders; a link that leads back to a folder above ends here.</summary>
    private const int DeepestFolder = 32;

    private static readonly string[] s_lines = [".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"];

    /// <summary>True where the name says that the file holds a document a line.</summary>
    public static bool IsLines(string path) => s_lines.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>The files with the names that messages and ids give them, in ordinal order whatever the order of the paths; each once.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="problems">Gets what is wrong with them.</param>
    public static IEnumerable<(string Path, string Name)> Find(IEnumerable<string> paths, List<FileProblem> problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string path in paths.Order(StringComparer.Ordinal))
        {
            if (File.Exists(path))
            {
                if (seen.Add(Path.GetFullPath(path)))
                    yield return (path, path);
            }
            else if (!Directory.Exists(path))
            {
                problems.Add(new FileProblem(path, "no such file or folder; check the path", true));
            }
            else
            {
                int before = seen.Count;
                foreach ((string Path, string Name) file in InFolder(path, path.TrimEnd('/') + "/", 0, problems))
                {
                    if (seen.Add(Path.GetFullPath(file.Path)))
                        yield return file;
                }
                if (seen.Count == before)
                    problems.Add(new FileProblem(path, $"the folder holds no corpus; put JSON lines ({string.Join(' ', s_lines)}), texts, pages or archives ({string.Join(' ', ReportKinds.Read)}) into it", true));
            }
        }
    }

    private static IEnumerable<(string Path, string Name)> InFolder(string folder, string name, int depth, List<FileProblem> problems)
    {
        string[] entries;
        try
        {
            if (depth > DeepestFolder)
                throw new IOException($"folders are nested more than {DeepestFolder} deep here");
            entries = Directory.GetFileSystemEntries(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new FileProblem(folder, $"the folder cannot be read ({e.Message.TrimEnd('.')}); check it", true));
            yield break;
        }
        Array.Sort(entries, StringComparer.Ordinal);
        foreach (string entry in entries)
        {
            string file = Path.GetFileName(entry);
            if (file.StartsWith('.'))
                continue;
            if (Directory.Exists(entry))
            {
                foreach ((string Path, string Name) inner in InFolder(entry, name + file + "/", depth + 1, problems))
                    yield return inner;
            }
            else if (ReportKinds.IsRead(file))
            {
                yield return (entry, name + file);
            }
        }
    }
}
