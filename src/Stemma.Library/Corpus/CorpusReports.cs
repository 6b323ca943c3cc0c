using Stemma.Reading;
using Stemma.Reading.Archives;

namespace Stemma.Library.Corpus;

/// <summary>The reports of files, folders, archives and standard input, one after the other.</summary>
internal static class CorpusReports
{
    /// <summary>In bytes: what is asked of the disk at once.</summary>
    private const int DiskBlock = 1 << 16;

    // A side file in an archive would have to stand before what it tells of; it is passed over.
    private static readonly UnpackLimits s_limits = UnpackLimits.Standard with { GivenAsTheyAre = SideFile.Names };

    /// <summary>Reads them in ordinal order of the paths, standard input last; what cannot be read stands in its place.</summary>
    /// <param name="paths">Files, folders, "-".</param>
    /// <param name="standardInput">Read for "-" alone.</param>
    /// <param name="tally">Is told what was met.</param>
    public static IEnumerable<UnpackedReport> Read(IReadOnlyList<string> paths, Stream standardInput, UnpackTally tally)
    {
        var problems = new List<FileProblem>();
        foreach ((string path, string name) in CorpusFiles.Find(paths.Where(p => p != CorpusReader.StandardInput), problems))
        {
            foreach (UnpackedReport problem in Told(problems))
                yield return problem;
            FileStream? file = Open(path, name, problems);
            foreach (UnpackedReport problem in Told(problems))
                yield return problem;
            if (file is null)
                continue;
            using (file)
            {
                foreach (UnpackedReport report in Read(name, file, tally))
                    yield return report;
            }
        }
        foreach (UnpackedReport problem in Told(problems))
            yield return problem;
        if (!paths.Contains(CorpusReader.StandardInput, StringComparer.Ordinal))
            yield break;
        foreach (UnpackedReport report in Read("standard input", standardInput, tally))
            yield return report;
    }

    private static List<UnpackedReport> Told(List<FileProblem> problems)
    {
        List<UnpackedReport> told = [.. problems.Select(p => new UnpackedReport(p.Name, null, p.Why))];
        problems.Clear();
        return told;
    }

    private static FileStream? Open(string path, string name, List<FileProblem> problems)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, DiskBlock, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new FileProblem(name, $"the file cannot be opened ({e.Message.TrimEnd('.')}); check it and try again", true));
            return null;
        }
    }

    private static IEnumerable<UnpackedReport> Read(string name, Stream stream, UnpackTally tally)
    {
        using IEnumerator<UnpackedReport> reports = Unpacker.Read(name, stream, s_limits, tally).GetEnumerator();
        while (true)
        {
            UnpackedReport report;
            try
            {
                if (!reports.MoveNext())
                    yield break;
                report = reports.Current;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                report = new UnpackedReport(name, null, $"the file cannot be read on ({e.Message.TrimEnd('.')}); check the disk and try again");
            }
            if (report.Name == name || !SideFile.IsSideFile(report.Name))
                yield return report;
        }
    }
}
