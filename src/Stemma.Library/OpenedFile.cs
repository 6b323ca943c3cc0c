using Stemma.Reading;
using Stemma.Reading.Archives;

namespace Stemma.Library;

/// <summary>One report that was taken out of a file, and the file; <paramref name="Place"/> is its name by where it lies, whatever its address.</summary>
internal sealed record OpenedReport(ReportInput Input, string Place, FoundFile? File);

/// <summary>Takes the reports out of the files of a story; archives are opened, and side files in them used.</summary>
/// <param name="problems">Gets what is wrong.</param>
internal sealed class OpenedFile(List<FileProblem> problems)
{
    /// <summary>In reports out of archives, all files together; more are a corpus, not one story.</summary>
    private const int MostReports = 5_000;

    /// <summary>In bytes, unpacked, all files together: what is held in memory while a story is read.</summary>
    private const long MostBytes = 512L << 20;

    /// <summary>In messages of one file; a corpus in a wrong format would give one for each of its rows.</summary>
    private const int MostTold = 100;

    private static readonly UnpackLimits s_limits = UnpackLimits.Standard with { GivenAsTheyAre = SideFile.Names };

    private long _bytes;
    private int _reports;

    /// <summary>The reports in a stream.</summary>
    /// <param name="id">What reports are called after.</param>
    /// <param name="shown">What messages call the file.</param>
    /// <param name="stream">Read to its end, or as far as there is room.</param>
    /// <param name="file">The file, null for standard input.</param>
    /// <exception cref="IOException">The stream cannot be read on.</exception>
    public List<OpenedReport> Read(string id, string shown, Stream stream, FoundFile? file)
    {
        var found = new List<OpenedReport>();
        var sides = new SortedDictionary<string, List<SideEntry>>(StringComparer.Ordinal);
        int told = 0;
        foreach (UnpackedReport report in Unpacker.Read(id, stream, s_limits))
        {
            string name = report.Name.StartsWith(id, StringComparison.Ordinal) ? shown + report.Name[id.Length..] : report.Name;
            if (report.Problem is not null && ++told <= MostTold)
                problems.Add(new FileProblem(name, report.Problem, report.Input is null));
            if (report.Input is not { } input)
                continue;
            if (input.Bytes.IsEmpty)
            {
                problems.Add(new FileProblem(name, "the file is empty; save the report's text into it or leave it out", true));
                continue;
            }
            bool isContained = report.Name != id;
            if (isContained && SideFile.IsSideFile(report.Name))
            {
                string folder = report.Name[..(report.Name.LastIndexOf('/') + 1)];
                if (!sides.TryGetValue(folder, out List<SideEntry>? entries))
                    sides[folder] = entries = [];
                SideFile.Add(name, input.Bytes.ToArray(), entries, problems);
                continue;
            }
            if (isContained && (++_reports > MostReports || (_bytes += input.Bytes.Length) > MostBytes))
            {
                problems.Add(new FileProblem(shown, FormattableString.Invariant(
                    $"this is more than one story: only {MostReports} reports and {MostBytes >> 20} MB out of archives are read, and the rest was left out; “stemma dedupe” finds copies in a whole corpus, “stemma extract” gives its texts"), true));
                break;
            }
            found.Add(new OpenedReport(input, report.Name, file));
        }
        if (told > MostTold)
            problems.Add(new FileProblem(shown, FormattableString.Invariant($"{told - MostTold} more problems like these"), true));
        return sides.Count == 0 ? found : [.. found.Select(r => WithSide(r, sides))];
    }

    // The nearest side file inside the archive: the one in the report's own folder, then those above.
    private static OpenedReport WithSide(OpenedReport report, SortedDictionary<string, List<SideEntry>> sides)
    {
        for (int slash = report.Place.LastIndexOf('/'); slash >= 0; slash = slash == 0 ? -1 : report.Place.LastIndexOf('/', slash - 1))
        {
            string below = report.Place[(slash + 1)..];
            if (sides.TryGetValue(report.Place[..(slash + 1)], out List<SideEntry>? entries) && entries.Find(e => e.File == below) is { } side)
                return report with { Input = side.On(report.Input) };
        }
        return report;
    }
}
