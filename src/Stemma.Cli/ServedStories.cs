using System.Text.Json;
using Stemma.Cli.Terminal;
using Stemma.Library;
using Stemma.Library.Fetching;
using Stemma.Presentation;
using Stemma.Stories;
using Stemma.Web.Shelf;

namespace Stemma.Cli;

/// <summary>The stories that a folder, a file or a dossier holds, read so that the app can show them.</summary>
internal static class ServedStories
{
    /// <summary>Reads each path as one story; a folder that holds only folders as one story for each of them.</summary>
    /// <param name="paths">Folders, files of reports, dossiers (.json), addresses.</param>
    /// <param name="fetching">How addresses are fetched.</param>
    /// <param name="threads">How many threads to use.</param>
    /// <param name="progress">Is told what is done next.</param>
    /// <param name="cancellation">Stops the run.</param>
    public static (StoryShelf Shelf, IReadOnlyList<FileProblem> Problems) Read(string[] paths, FetchOptions fetching, int threads, StageProgress progress, CancellationToken cancellation)
    {
        var stories = new List<ShelvedStory>();
        var problems = new List<FileProblem>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (string path in paths.SelectMany(Stories))
        {
            string name = NameOf(path);
            Dossier? dossier = DossierOf(path);
            if (dossier is null)
            {
                (IReadOnlyList<Reports.Report> reports, IReadOnlyList<FileProblem> own) = ReportInputs.Read([path], fetching, threads, progress, cancellation);
                problems.AddRange(own);
                if (reports.Count == 0)
                    continue;
                UnreadInput[] unread = [.. own.Where(p => p.IsUnread).Select(p => new UnreadInput(p.Name, p.Why))];
                dossier = StoryReader.Read(reports, unread, new StoryOptions { Threads = threads, Progress = progress, Cancellation = cancellation });
            }
            string id = StoryIds.Make(name, ids);
            ids.Add(id);
            stories.Add(new ShelvedStory(id, dossier, name));
        }
        progress.Clear();
        return (new StoryShelf(stories), problems);
    }

    private static IEnumerable<string> Stories(string path)
    {
        if (!Directory.Exists(path))
            return [path];
        string[] folders = [.. Directory.EnumerateDirectories(path).Where(d => Path.GetFileName(d)[0] != '.').Order(StringComparer.Ordinal)];
        bool onlyFolders = folders.Length > 0 && !Directory.EnumerateFiles(path).Any(f => Path.GetFileName(f)[0] != '.' && !Path.GetFileName(f).StartsWith("README", StringComparison.OrdinalIgnoreCase));
        return onlyFolders ? folders : [path];
    }

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(path)) is { Length: > 0 } name ? name : path;

    // A JSON file may be a dossier or hold reports: what it is not, the reader of reports tells.
    private static Dossier? DossierOf(string path)
    {
        if (!path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || !File.Exists(path))
            return null;
        try
        {
            using FileStream stream = File.OpenRead(path);
            return DossierJson.Read(stream);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
