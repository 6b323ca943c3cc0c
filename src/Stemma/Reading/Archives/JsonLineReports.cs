using System.Globalization;
using Stemma.Reading.Documents;

namespace Stemma.Reading.Archives;

/// <summary>The rows of JSON lines, a report each; a bad line is told and the next is read.</summary>
internal sealed class JsonLineReports(ByteSource source, string name, UnpackLimits limits)
{
    private bool _isOver;

    /// <summary>The next reports or fault; false at the end.</summary>
    public bool Next(out IReadOnlyList<UnpackedReport> reports)
    {
        while (!_isOver)
        {
            if (!source.ReadLine(limits.LargestReport, out ReadOnlySpan<byte> line))
            {
                if (source.Fault is not { } fault)
                    break;
                _isOver = !source.Resume();
                reports = Told(source.LineNumber, fault + (_isOver ? "; the rest was left out" : "; the lines behind it were read"));
                return true;
            }
            int number = source.LineNumber;
            if (source.LineWasTooLong)
            {
                reports = Told(number, WholeContent.TooLong(limits.LargestReport));
                return true;
            }
            line = (number == 1 && line.StartsWith("\uFEFF"u8) ? line[3..] : line).Trim(" \t\r\0"u8);
            if (line.IsEmpty)
                continue;
            reports = Row(line, number);
            return true;
        }
        reports = [];
        return false;
    }

    private IReadOnlyList<UnpackedReport> Row(ReadOnlySpan<byte> line, int number)
    {
        ReportInput? input = JsonRow.Read(line, Place(number), out string? problem);
        // One object alone, or one without a text, may be a feed or an exchange document that is written in one line.
        if (input is null || number == 1)
        {
            byte[] whole = line.ToArray();
            if ((input is null || source.IsAtEnd) && ReportDocuments.Read(new ReportInput(number == 1 ? name : Place(number), whole)) is { } documents)
                return documents;
        }
        return input is null ? Told(number, problem + "; write one JSON object with a text a line") : [new UnpackedReport(Place(number), input, null)];
    }

    private UnpackedReport[] Told(int line, string problem) => [new(Place(line), null, string.Create(CultureInfo.InvariantCulture, $"line {line}: {problem}"))];

    private string Place(int line) => string.Create(CultureInfo.InvariantCulture, $"{name}#{line}");
}
