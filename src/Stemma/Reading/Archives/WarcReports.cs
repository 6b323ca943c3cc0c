using System.Globalization;
using Stemma.Reading.Documents;

namespace Stemma.Reading.Archives;

/// <summary>The reports in a WARC file (WARC 1.0 and 1.1, ISO 28500:2017): pages that a server sent whole, and texts. A broken record is told and the next is read.</summary>
internal sealed class WarcReports(ByteSource source, string name, UnpackLimits limits, UnpackBudget budget, UnpackTally tally)
{
    private const string TooGreat = "its Content-Length is too great, other records begin inside it";

    // In bytes: as much may be read twice in any file; in a long one as much as it is long.
    private const long FreeReadAgain = 64L << 20;

    private readonly WarcSource _records = new(source);
    private long _number;
    private long _at;
    private long _readAgain;
    private bool _toldBlankLine;
    private bool _isOver;

    /// <summary>The next reports or fault; false at the end.</summary>
    public bool Next(out IReadOnlyList<UnpackedReport> reports)
    {
        while (!_isOver)
        {
            _records.PassBlankLines();
            if (source.IsAtEnd)
            {
                if (source.Fault is { } fault)
                    return Told(fault, out reports);
                break;
            }
            _at = source.PackedPosition;
            if (!_records.IsAtRecord)
                return Told("no record begins here", out reports);
            _number++;
            tally.WarcRecords++;
            ReadOnlySpan<byte> header = _records.Header(long.MaxValue);
            if (header.IsEmpty)
            {
                source.Pass(5);
                return Told(source.Fault ?? "its header has no end", out reports);
            }
            WarcHeader record = WarcHeader.Of(header);
            source.Pass(header.Length);
            if (record.Length is not { } length)
                return Told("its Content-Length is missing or no number", out reports);
            if (Read(record, length, out reports))
                return true;
        }
        reports = [];
        return false;
    }

    // True where there is something to give.
    private bool Read(WarcHeader record, long length, out IReadOnlyList<UnpackedReport> reports)
    {
        reports = [];
        HttpHeader? http = null;
        long body = length;
        bool isWanted = record.Type is WarcType.Response or WarcType.Resource && (record.IsHttp || record.Media is MediaKind.Text or MediaKind.Document) && !IsRobots(record.Target);
        if (isWanted && record.IsHttp)
        {
            ReadOnlySpan<byte> header = _records.Header(length);
            http = HttpHeader.Of(header);
            MediaKind media = http?.Media == MediaKind.Unknown ? record.Media : http?.Media ?? MediaKind.Other;
            isWanted = http is { Status: HttpHeader.Sent } && media != MediaKind.Other;
            record = record with { Media = media };
            source.Pass(header.Length);
            body -= header.Length;
        }
        byte[]? bytes = null;
        string? problem = isWanted && body > limits.LargestReport ? WholeContent.TooLong(limits.LargestReport) : null;
        isWanted &= problem is null;
        long read = isWanted ? _records.Read(body, out bytes) : _records.Pass(body);
        problem = AtEnd(body, read, ref bytes) ?? problem;
        if (!isWanted)
        {
            tally.Revisits += record.Type == WarcType.Revisit ? 1 : 0;
            tally.PassedOver += record.Type == WarcType.Revisit || problem is not null ? 0 : 1;
            if (problem is not null)
                reports = [new UnpackedReport(Place, null, Say(problem))];
            return problem is not null;
        }
        reports = Reports(record, http, bytes!, problem);
        return reports.Count > 0;
    }

    private IReadOnlyList<UnpackedReport> Reports(WarcHeader record, HttpHeader? http, ReadOnlyMemory<byte> page, string? problem)
    {
        string? charset = record.Charset;
        if (http is { } header)
        {
            (page, string? doubt) = HttpContent.Undo(page, header, limits.LargestReport, budget);
            problem ??= doubt;
            charset = header.Charset;
        }
        string? url = record.Target is { } target && Uri.TryCreate(target, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? record.Target : null;
        var input = new ReportInput(url ?? Place, page) { Charset = charset, Url = url };
        if (ReportDocuments.Read(input with { Name = Place }) is { } documents)
            return problem is null ? documents : [.. documents, new UnpackedReport(Place, null, Say(problem))];
        bool isReport = !page.IsEmpty && (record.Media == MediaKind.Text || PageStart.IsPage(page.Span));
        if (!isReport && problem is null)
            tally.PassedOver++;
        return isReport || problem is not null ? [new UnpackedReport(Place, isReport ? input : null, problem is null ? null : Say(problem))] : [];
    }

    // What is wrong behind the record's content, null where the next record or the end follows.
    private string? AtEnd(long length, long read, ref byte[]? bytes)
    {
        if (read < length)
        {
            return source.IsAtEnd && source.Fault is null && GoBack(ref bytes) ? TooGreat
                : source.IsAtEnd && source.Fault is { } fault ? $"{fault}; {GoOn()}"
                : source.IsAtEnd ? string.Create(CultureInfo.InvariantCulture, $"it breaks off, {length - read} bytes are missing; get the whole file")
                : string.Create(CultureInfo.InvariantCulture, $"its Content-Length says {length - read} bytes more than there are");
        }
        if (_records.IsBeforeRecord(out bool hasBlankLine))
        {
            if (hasBlankLine || _toldBlankLine)
                return null;
            _toldBlankLine = true;
            return "no blank line stands behind it, nor perhaps behind others; they were read nevertheless";
        }
        return GoBack(ref bytes) ? TooGreat : "its Content-Length does not lead to the next record; " + GoOn();
    }

    // Where a length is too great, the next records were read with this one. What is read twice stays less than what is read.
    private bool GoBack(ref byte[]? bytes)
    {
        int inside = bytes is null || _readAgain + bytes.Length > source.Position + FreeReadAgain ? -1 : bytes.AsSpan().IndexOf("\nWARC/1."u8);
        if (inside < 0)
            return false;
        _readAgain += bytes!.Length;
        source.Unread(bytes.AsSpan(inside + 1));
        bytes = bytes.AsSpan(0, inside).TrimEnd("\r\n"u8).ToArray();
        return true;
    }

    private string GoOn()
    {
        _isOver = source.IsAtEnd && source.Fault is not null && !source.Resume();
        long from = source.Position;
        return _isOver || !_records.PassToRecord() ? "the rest was left out"
            : source.Position == from ? "the next was read"
            : string.Create(CultureInfo.InvariantCulture, $"{source.Position - from} bytes up to the next were left out");
    }

    private bool Told(string problem, out IReadOnlyList<UnpackedReport> reports)
    {
        reports = [new UnpackedReport(Place, null, Say($"{problem}; {GoOn()}"))];
        return true;
    }

    private string Place => string.Create(CultureInfo.InvariantCulture, $"{name}#{_number}");

    private string Say(string problem) => string.Create(CultureInfo.InvariantCulture, $"WARC record {_number}, at byte {_at}: {problem}");

    // Rules for robots are text, but no report.
    private static bool IsRobots(string? target) => target is not null && target.EndsWith("/robots.txt", StringComparison.OrdinalIgnoreCase);
}
