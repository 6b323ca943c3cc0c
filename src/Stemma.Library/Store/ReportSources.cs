using Stemma.Library.Corpus;
using Stemma.Reading;
using Stemma.Reading.Archives;

namespace Stemma.Library.Store;

/// <summary>A report that was found and not yet read, or what is wrong.</summary>
/// <param name="Input">The report; null where there is none.</param>
/// <param name="Problem">What is wrong; null where nothing is.</param>
public sealed record ReportSource(ReportInput? Input, FileProblem? Problem);

/// <summary>Finds the reports of files and folders for a library: as for a story where they are one by one, a record at a time where a file holds many.</summary>
public static class ReportSources
{
    // Files of records that know nothing of each other, and that can be larger than memory.
    private static readonly string[] s_streams = [".jsonl", ".ndjson", ".warc", ".wet", ".mbox", ".gz"];

    // Archives of files, where one file can tell of the others.
    private static readonly string[] s_archives = [".tar.gz", ".tgz", ".tar", ".zip"];

    /// <summary>Reads them, in ordinal order of the paths, files of many records last.</summary>
    /// <param name="paths">Files, folders, "-" for standard input.</param>
    /// <param name="standardInput">Read for "-" alone.</param>
    public static IEnumerable<ReportSource> Read(IReadOnlyList<string> paths, Stream standardInput)
    {
        ILookup<bool, string> streams = paths.ToLookup(IsStream);
        if (streams[false].Any())
        {
            foreach (ReportSource source in Of(ReportFiles.Open([.. streams[false]], standardInput)))
                yield return source;
        }
        foreach (UnpackedReport report in CorpusReports.Read([.. streams[true]], standardInput, new UnpackTally()))
            yield return new ReportSource(report.Input, report.Problem is null ? null : new FileProblem(report.Name, report.Problem, report.Input is null));
    }

    /// <summary>Reports that are opened already.</summary>
    public static IEnumerable<ReportSource> Of(OpenedReports opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return opened.Problems.Select(p => new ReportSource(null, p)).Concat(opened.Inputs.Select(i => new ReportSource(i, null)));
    }

    private static bool IsStream(string path) => path == ReportFiles.StandardInput
        || (File.Exists(path) && Ends(path, s_streams) && !Ends(path, s_archives));

    private static bool Ends(string path, string[] ends) => ends.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}
