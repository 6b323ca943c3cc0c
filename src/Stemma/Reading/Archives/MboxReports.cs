using System.Buffers;
using System.Globalization;
using Stemma.Reading.Documents;

namespace Stemma.Reading.Archives;

/// <summary>
/// The messages of an mbox file (RFC 4155), each handed on as it is. A line "From " behind a blank line begins a message; a '&gt;' that
/// the writer put before such a line of a message is taken away again (mboxrd; mboxo writes one, so nothing is lost there either).
/// </summary>
internal sealed class MboxReports(ByteSource source, string name, UnpackLimits limits)
{
    /// <summary>In bytes; mail allows 998.</summary>
    private const int LongestLine = 1 << 20;

    private readonly ArrayBufferWriter<byte> _message = new(1 << 14);
    private int _number;
    private bool _isOver;
    private bool _hasFaulted;

    /// <summary>True where a line can begin a message: "From ", a sender, and a year.</summary>
    public static bool IsStart(ReadOnlySpan<byte> line)
    {
        line = line.TrimEnd("\r\n "u8);
        if (!line.StartsWith("From "u8) || line.Length < 10)
            return false;
        // "From mara@example.org Tue Mar 12 10:15:00 2024", sometimes with a zone behind.
        int colon = line.IndexOf((byte)':');
        return colon > 0 && colon + 1 < line.Length && char.IsAsciiDigit((char)line[colon - 1]) && char.IsAsciiDigit((char)line[colon + 1]);
    }

    /// <summary>The next reports or fault; false at the end.</summary>
    public bool Next(out IReadOnlyList<UnpackedReport> reports)
    {
        reports = [];
        bool isTooLong = false, isBlank = true;
        while (!_isOver)
        {
            if (!source.ReadLine(LongestLine, out ReadOnlySpan<byte> line))
            {
                _isOver = true;
                _hasFaulted = source.Fault is not null;
                break;
            }
            if (isBlank && IsStart(line))
            {
                if (_number++ == 0)
                    continue;
                reports = Message(_number - 1, isTooLong);
                return true;
            }
            isTooLong |= source.LineWasTooLong || _message.WrittenCount + line.Length >= limits.LargestReport;
            isBlank = line.TrimEnd((byte)'\r').IsEmpty;
            if (!isTooLong)
            {
                _message.Write(Unquoted(line));
                _message.Write("\n"u8);
            }
        }
        if (_number > 0)
        {
            reports = Message(_number, isTooLong);
            _number = 0;
            return true;
        }
        if (!_hasFaulted)
            return false;
        _hasFaulted = false;
        reports = [new UnpackedReport(name, null, $"the mails cannot be read on ({source.Fault}); the rest was left out")];
        return true;
    }

    private IReadOnlyList<UnpackedReport> Message(int number, bool isTooLong)
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"{name}#{number}");
        byte[] bytes = _message.WrittenSpan.ToArray();
        _message.ResetWrittenCount();
        if (isTooLong)
            return [new UnpackedReport(place, null, $"message {number.ToString(CultureInfo.InvariantCulture)}: {WholeContent.TooLong(limits.LargestReport)}")];
        var input = new ReportInput(place, bytes);
        return ReportDocuments.Read(input) ?? [new UnpackedReport(place, input, null)];
    }

    private static ReadOnlySpan<byte> Unquoted(ReadOnlySpan<byte> line) =>
        line.IndexOfAnyExcept((byte)'>') is var start and > 0 && line[start..].StartsWith("From "u8) ? line[1..] : line;
}
