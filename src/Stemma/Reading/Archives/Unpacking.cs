using System.Globalization;
using Stemma.Reading.Documents;

namespace Stemma.Reading.Archives;

/// <summary>One run of the <see cref="Unpacker"/>: opens what is in a source, and what is in that.</summary>
internal sealed class Unpacking(UnpackLimits limits, UnpackBudget budget, UnpackTally tally)
{
    /// <summary>The reports in a source.</summary>
    /// <param name="name">What they are called after.</param>
    /// <param name="source">Read as far as there are reports.</param>
    /// <param name="layer">In how many archives the source lies.</param>
    /// <param name="isMember">True where it is one of several files of an archive.</param>
    public IEnumerable<UnpackedReport> Read(string name, ByteSource source, int layer, bool isMember = false)
    {
        ArchiveKind kind = ArchiveKinds.Of(source);
        if (kind is not (ArchiveKind.None or ArchiveKind.JsonObject) && layer >= limits.MostLayers)
            return [new UnpackedReport(name, null, string.Create(CultureInfo.InvariantCulture, $"archives lie in archives here, more than {limits.MostLayers} deep, as only a harmful file does; unpack the inner one by itself"))];
        return kind switch
        {
            ArchiveKind.Gzip => Gzip(name, source, layer, isMember),
            ArchiveKind.Zip => Zip(name, source, layer),
            ArchiveKind.Tar => Tar(name, source, layer),
            ArchiveKind.Warc => Several(new WarcReports(source, name, limits, budget, tally).Next),
            ArchiveKind.JsonLines => Several(new JsonLineReports(source, name, limits).Next),
            ArchiveKind.JsonArray => Single(new JsonArrayReports(source, name, limits).Next),
            ArchiveKind.Mbox => Several(new MboxReports(source, name, limits).Next),
            _ => Leaf(name, source, kind, isMember),
        };
    }

    private delegate bool NextReports(out IReadOnlyList<UnpackedReport> reports);

    private delegate bool NextReport(out UnpackedReport report);

    private delegate bool NextEntry(out ArchiveEntry entry);

    private static IEnumerable<UnpackedReport> Several(NextReports next)
    {
        while (next(out IReadOnlyList<UnpackedReport> reports))
        {
            for (int i = 0; i < reports.Count; i++)
                yield return reports[i];
        }
    }

    private static IEnumerable<UnpackedReport> Single(NextReport next)
    {
        while (next(out UnpackedReport report))
            yield return report;
    }

    private IEnumerable<UnpackedReport> Gzip(string name, ByteSource source, int layer, bool isMember)
    {
        using var members = new GzipMembers(source, budget);
        using var unpacked = new ByteSource(members);
        foreach (UnpackedReport report in Read(name, unpacked, layer + 1, isMember))
            yield return report;
    }

    private IEnumerable<UnpackedReport> Zip(string name, ByteSource source, int layer)
    {
        using var entries = new ZipEntries(source, budget);
        foreach (UnpackedReport report in Entries(name, entries.Next, layer))
            yield return report;
    }

    private IEnumerable<UnpackedReport> Tar(string name, ByteSource source, int layer)
    {
        using var entries = new TarEntries(source);
        foreach (UnpackedReport report in Entries(name, entries.Next, layer))
            yield return report;
    }

    private IEnumerable<UnpackedReport> Entries(string archive, NextEntry next, int layer)
    {
        bool toldPath = false;
        while (next(out ArchiveEntry entry))
        {
            string name = entry.Name.Length == 0 ? archive : $"{archive}/{entry.Name}";
            if (entry.Problem is not null)
                yield return new UnpackedReport(name, null, entry.Problem);
            if (entry.Content is null)
                continue;
            if (EntryNames.IsAside(entry.Name))
            {
                tally.PassedOver++;
                continue;
            }
            if (!toldPath && EntryNames.LeadsOut(entry.Name))
            {
                toldPath = true;
                yield return new UnpackedReport(name, null, "its path leads out of the archive, as only a harmful file's does; it is read, but nothing is written by such a path");
            }
            using var content = new ByteSource(entry.Content);
            bool isGiven = limits.GivenAsTheyAre.Contains(entry.Name[(entry.Name.LastIndexOf('/') + 1)..], StringComparer.OrdinalIgnoreCase);
            foreach (UnpackedReport report in isGiven ? [Given(name, content)] : Read(name, content, layer + 1, isMember: true))
                yield return report;
            if (budget.IsSpent)
                yield break;
        }
    }

    private UnpackedReport Given(string name, ByteSource source)
    {
        byte[] bytes = WholeContent.Read(source, limits.LargestReport, out bool isLonger);
        return new UnpackedReport(name, isLonger ? null : new ReportInput(name, bytes), isLonger ? WholeContent.TooLong(limits.LargestReport) : source.Fault);
    }

    private IEnumerable<UnpackedReport> Leaf(string name, ByteSource source, ArchiveKind kind, bool isMember)
    {
        // Pictures and programs in an archive are as little a fault as in a folder; a file that is given by itself is told what it is.
        if (isMember && FileKind.Binary(source.Ready) is "a picture" or "a program" or "a binary file")
        {
            tally.PassedOver++;
            return [];
        }
        byte[] bytes = WholeContent.Read(source, limits.LargestReport, out bool isLonger);
        if (isLonger)
            return [new UnpackedReport(name, null, WholeContent.TooLong(limits.LargestReport))];
        string? problem = source.Fault is { } fault ? $"{fault}; what could be read of it is read" : null;
        if (budget.IsSpent || (problem is not null && bytes.Length == 0))
            return [new UnpackedReport(name, null, source.Fault)];
        var input = new ReportInput(name, bytes);
        if (ReportDocuments.Read(input) is { } documents)
            return problem is null ? documents : [.. documents, new UnpackedReport(name, null, problem)];
        if (kind == ArchiveKind.JsonObject)
        {
            if (IsDossier(bytes))
            {
                tally.PassedOver++;
                return [];
            }
            if (JsonRow.Read(bytes, name, out string? why) is not { } row)
                return [new UnpackedReport(name, null, problem ?? $"this is JSON, but no report: {why}")];
            input = row;
        }
        return [new UnpackedReport(name, input, problem)];
    }

    // What Stemma itself writes often lies beside the reports.
    private static bool IsDossier(ReadOnlySpan<byte> json) => json.TrimStart("\uFEFF {\r\n\t"u8).StartsWith("\"stemma\""u8);
}
