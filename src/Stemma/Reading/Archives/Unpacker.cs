using System.Globalization;

namespace Stemma.Reading.Archives;

/// <summary>
/// Takes reports out of what wraps them: gzip, zip, tar, WARC, JSON lines and arrays, mbox, one in the other, told by their content. Anything else is one report.
/// </summary>
/// <remarks>
/// Reads from the start to the end without going back, so a file of any length and standard input are read in bounded memory; what is given
/// does not depend on how the bytes arrive. Never throws on what the bytes hold.
/// </remarks>
public static class Unpacker
{
    /// <summary>The reports, one at a time while the stream is read.</summary>
    /// <param name="name">What the file is called; names of reports and messages begin with it.</param>
    /// <param name="stream">Read from where it stands; not closed.</param>
    /// <param name="limits">How much is unpacked.</param>
    /// <param name="tally">Is told what was met, or null.</param>
    /// <returns>Reports, and in their places what could not be read.</returns>
    /// <exception cref="IOException">The stream itself cannot be read on; thrown while the reports are gone through.</exception>
    public static IEnumerable<UnpackedReport> Read(string name, Stream stream, UnpackLimits limits, UnpackTally? tally = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(limits);
        return Counted(name, stream, limits, tally ?? new UnpackTally());
    }

    /// <summary>Tells by the first bytes of a file, packed by gzip or not, whether it holds JSON lines.</summary>
    /// <param name="head">The first bytes; 64 KB are enough.</param>
    /// <returns>Null where it is nothing that is told by its content: a text or a page, or not even that.</returns>
    public static bool? IsJsonLines(ReadOnlyMemory<byte> head)
    {
        using var source = new ByteSource(new ReadOnlyMemoryStream(head));
        ArchiveKind kind = ArchiveKinds.Of(source);
        if (kind == ArchiveKind.Gzip)
        {
            using var members = new GzipMembers(source, new UnpackBudget(UnpackLimits.Standard));
            using var unpacked = new ByteSource(members);
            kind = ArchiveKinds.Of(unpacked);
        }
        return kind is ArchiveKind.None or ArchiveKind.JsonObject ? null : kind == ArchiveKind.JsonLines;
    }

    private static IEnumerable<UnpackedReport> Counted(string name, Stream stream, UnpackLimits limits, UnpackTally tally)
    {
        var budget = new UnpackBudget(limits);
        using var source = new ByteSource(stream, budget);
        foreach (UnpackedReport report in new Unpacking(limits, budget, tally).Read(name, source, 0))
        {
            if (report.Input is not null && ++tally.Reports > limits.MostReports)
            {
                tally.Reports--;
                tally.Problems++;
                yield return new UnpackedReport(name, null, string.Create(CultureInfo.InvariantCulture, $"it holds more than {limits.MostReports} reports; those behind were left out"));
                yield break;
            }
            tally.Problems += report.Problem is null ? 0 : 1;
            yield return report;
        }
    }
}
