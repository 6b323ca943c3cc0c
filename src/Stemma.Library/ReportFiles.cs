using System.Security.Cryptography;
using Stemma.Reading;

namespace Stemma.Library;

/// <summary>Opens the files of a story: finds them, reads their bytes and what a side file says of them.</summary>
/// <remarks>A bad file is a problem in the result and never stops the rest.</remarks>
public static class ReportFiles
{
    /// <summary>In bytes; no news report is as long, and a mistaken path should not fill the memory.</summary>
    public const long LongestFile = 50L * 1024 * 1024;

    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Opens files, folders (with their sub-folders) and standard input.</summary>
    /// <param name="paths">The paths; "-" reads one report from <paramref name="standardInput"/>.</param>
    /// <param name="standardInput">Standard input; only read where "-" is among the paths.</param>
    public static OpenedReports Open(IReadOnlyList<string> paths, Stream standardInput)
    {
        var search = new ReportFileSearch();
        foreach (string path in paths.Where(p => p != StandardInput).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            search.Add(path);
        var problems = new List<FileProblem>(search.Problems);
        var sides = new SideFiles(problems);
        var inputs = new List<(ReportInput Input, FoundFile? File)>();
        foreach (FoundFile file in search.Files)
        {
            if (ReadFile(file, problems) is { } bytes)
                inputs.Add((WithSide(new ReportInput(file.Id, bytes), sides.For(file)), file));
        }
        sides.CheckNames();
        if (paths.Contains(StandardInput, StringComparer.Ordinal))
        {
            if (ReadStream("standard input", standardInput, problems) is { } bytes)
                inputs.Add((new ReportInput("standard input", bytes), null));
        }
        List<ReportInput> unique = WithoutCopies(WithUniqueNames(inputs), problems);
        return new OpenedReports(unique, [.. problems.OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Why, StringComparer.Ordinal)]);
    }

    private static byte[]? ReadFile(FoundFile file, List<FileProblem> problems)
    {
        try
        {
            long length = new FileInfo(file.Path).Length;
            if (length > LongestFile)
            {
                problems.Add(new FileProblem(file.Shown, TooLong($"{length / (1024 * 1024)} MB"), true));
                return null;
            }
            using FileStream stream = File.OpenRead(file.Path);
            return ReadStream(file.Shown, stream, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            string why = e is UnauthorizedAccessException ? "you may not read this file; change its permissions" : $"the file cannot be read ({e.Message.TrimEnd('.')}); check it and try again";
            problems.Add(new FileProblem(file.Shown, why, true));
            return null;
        }
    }

    private static byte[]? ReadStream(string name, Stream stream, List<FileProblem> problems)
    {
        using var bytes = new MemoryStream();
        byte[] buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LongestFile)
            {
                problems.Add(new FileProblem(name, TooLong($"more than {LongestFile / (1024 * 1024)} MB"), true));
                return null;
            }
        }
        if (bytes.Length > 0)
            return bytes.ToArray();
        problems.Add(new FileProblem(name, "the file is empty; save the report's text into it or leave it out", true));
        return null;
    }

    private static string TooLong(string length) => $"the file is too long for a report ({length}, at most {LongestFile / (1024 * 1024)} MB are read); give one report a file";

    private static ReportInput WithSide(ReportInput input, SideEntry? side) =>
        side is null ? input : input with { Outlet = side.Outlet, Url = side.Url, Published = side.Published };

    // One name for each report: with the folder before it where two folders hold the same name, with a number as a last resort.
    private static List<ReportInput> WithUniqueNames(List<(ReportInput Input, FoundFile? File)> inputs)
    {
        var doubled = inputs.GroupBy(i => i.Input.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var named = new List<ReportInput>();
        foreach ((ReportInput input, FoundFile? file) in inputs.OrderBy(i => i.File?.Path ?? "", StringComparer.Ordinal))
        {
            string name = doubled.Contains(input.Name) && file is not null ? Path.GetFileName(file.Root.TrimEnd('/', '\\')) + "/" + input.Name : input.Name;
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
