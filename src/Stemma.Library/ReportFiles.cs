using System.Security.Cryptography;
using Stemma.Reading;

namespace Stemma.Library;

/// <summary>Opens the files of a story: finds them, takes their reports out of archives, and reads what side files say of them.</summary>
/// <remarks>A bad file is a problem in the result and never stops the rest.</remarks>
public static class ReportFiles
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Opens files, folders (with their sub-folders) and standard input.</summary>
    /// <param name="paths">The paths; "-" reads a report or an archive of reports from <paramref name="standardInput"/>.</param>
    /// <param name="standardInput">Standard input; only read where "-" is among the paths.</param>
    public static OpenedReports Open(IReadOnlyList<string> paths, Stream standardInput)
    {
        var search = new ReportFileSearch();
        foreach (string path in paths.Where(p => p != StandardInput).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            search.Add(path);
        var problems = new List<FileProblem>(search.Problems);
        var sides = new SideFiles(problems);
        var opened = new OpenedFile(problems);
        var inputs = new List<OpenedReport>();
        foreach (FoundFile file in search.Files)
        {
            List<OpenedReport> reports = ReadFile(file, opened, problems);
            SideEntry? side = reports is [{ Place: var place }] && place == file.Id ? sides.For(file) : null;
            inputs.AddRange(side is null ? reports : reports.Select(r => r with { Input = side.On(r.Input) }));
        }
        sides.CheckNames();
        if (paths.Contains(StandardInput, StringComparer.Ordinal))
            inputs.AddRange(opened.Read("standard input", "standard input", standardInput, null));
        List<ReportInput> unique = WithoutCopies(WithUniqueNames(inputs), problems);
        return new OpenedReports(unique, [.. problems.OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Why, StringComparer.Ordinal)]);
    }

    private static List<OpenedReport> ReadFile(FoundFile file, OpenedFile opened, List<FileProblem> problems)
    {
        try
        {
            using FileStream stream = File.OpenRead(file.Path);
            int before = problems.Count;
            List<OpenedReport> reports = opened.Read(file.Id, file.Shown, stream, file);
            // An empty file is one that holds no report and has no fault either; so is an archive of pictures.
            if (reports.Count == 0 && problems.Count == before && !IsDossier(file))
                problems.Add(new FileProblem(file.Shown, "no report is in it; give texts, pages or an archive of these", true));
            return reports;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            string why = e is UnauthorizedAccessException ? "you may not read this file; change its permissions" : $"the file cannot be read ({e.Message.TrimEnd('.')}); check it and try again";
            problems.Add(new FileProblem(file.Shown, why, true));
            return [];
        }
    }

    // What Stemma itself writes may lie beside the reports; it is passed over in silence.
    private static bool IsDossier(FoundFile file) => file.Id.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    // One name for each report: with the folder before it where two folders hold the same name, with a number as a last resort.
    private static List<ReportInput> WithUniqueNames(List<OpenedReport> inputs)
    {
        var doubled = inputs.GroupBy(i => i.Input.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var named = new List<ReportInput>();
        foreach ((ReportInput input, string place, FoundFile? file) in inputs.OrderBy(i => i.File?.Path ?? "", StringComparer.Ordinal))
        {
            string name = !doubled.Contains(input.Name) ? input.Name
                : place != input.Name ? $"{input.Name} ({place})"
                : file is not null ? Path.GetFileName(file.Root.TrimEnd('/', '\\')) + "/" + input.Name : input.Name;
            string unique = name;
            for (int n = 2; !taken.Add(unique); n++)
                unique = FormattableString.Invariant($"{name} ({n})");
            named.Add(input with { Name = unique });
        }
        named.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return named;
    }

    // The same bytes twice are one file saved twice, unless the side file says that two outlets printed them.
    private static List<ReportInput> WithoutCopies(List<ReportInput> inputs, List<FileProblem> problems)
    {
        var first = new Dictionary<string, ReportInput>(StringComparer.Ordinal);
        var kept = new List<ReportInput>();
        foreach (ReportInput input in inputs)
        {
            string key = Convert.ToHexString(SHA256.HashData(input.Bytes.Span)) + "\n" + input.Outlet + "\n" + input.Url;
            if (first.TryGetValue(key, out ReportInput? other))
            {
                problems.Add(new FileProblem(input.Name, $"the same file as {other.Name}, byte for byte, so it was read once; if two outlets printed it, name them in reports.csv", false));
                continue;
            }
            first.Add(key, input);
            kept.Add(input);
        }
        return kept;
    }
}
