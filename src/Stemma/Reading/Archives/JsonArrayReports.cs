using System.Buffers;
using System.Globalization;

namespace Stemma.Reading.Archives;

/// <summary>The objects of a JSON array (RFC 8259), a report each, one at a time however long the array is; a bad one is told and the next is read.</summary>
internal sealed class JsonArrayReports(ByteSource source, string name, UnpackLimits limits)
{
    private static readonly SearchValues<byte> s_marks = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> s_inString = SearchValues.Create("\"\\"u8);

    private int _number;
    private bool _isOver;
    private bool _isInside;

    /// <summary>The next report or fault; false at the end.</summary>
    public bool Next(out UnpackedReport report)
    {
        report = default!;
        if (_isOver)
            return false;
        if (!PassToObject())
        {
            _isOver = true;
            if (!source.IsAtEnd)
                return false;
            report = Told(source.Fault ?? "the list has no end; get the whole file");
            return true;
        }
        _number++;
        int length = Length(out bool isTooLong);
        if (length == 0)
        {
            _isOver = !isTooLong;
            report = Told(isTooLong ? WholeContent.TooLong(limits.LargestReport) : source.Fault ?? "it has no end; get the whole file");
            return true;
        }
        ReportInput? input = JsonRow.Read(source.Ready[..length], Place, out string? problem);
        source.Pass(length);
        report = input is null ? Told(problem + "; write objects with a text") : new UnpackedReport(Place, input, null);
        return true;
    }

    // To the next '{' of the list; false at its end.
    private bool PassToObject()
    {
        while (source.Need(1))
        {
            byte b = source.Ready[0];
            if (_isInside && b == '{')
                return true;
            if (_isInside && b == ']')
                return false;
            _isInside |= b == '[';
            source.Pass(1);
        }
        return false;
    }

    // Of the object that begins here, which lies ready then; 0 where it has no end, or is too long and was passed over.
    private int Length(out bool isTooLong)
    {
        int depth = 0, at = 0;
        bool inString = false;
        isTooLong = false;
        while (true)
        {
            ReadOnlySpan<byte> ready = source.Ready;
            while (at < ready.Length)
            {
                int mark = ready[at..].IndexOfAny(inString ? s_inString : s_marks);
                if (mark < 0)
                {
                    at = ready.Length;
                    break;
                }
                at += mark;
                byte b = ready[at++];
                if (b == '\\')
                    at++;
                else if (b == '"')
                    inString = !inString;
                else
                    depth += b is (byte)'{' or (byte)'[' ? 1 : -1;
                if (depth > 0)
                    continue;
                if (!isTooLong && at <= limits.LargestReport)
                    return at;
                isTooLong = true;
                source.Pass(at);
                return 0;
            }
            if (isTooLong || ready.Length > limits.LargestReport)
            {
                isTooLong = true;
                source.Pass(ready.Length);
                at -= ready.Length;
            }
            if (!source.Need(source.Ready.Length + 1))
            {
                isTooLong = false;
                return 0;
            }
        }
    }

    private UnpackedReport Told(string problem) => new(Place, null, string.Create(CultureInfo.InvariantCulture, $"object {_number}: {problem}"));

    private string Place => string.Create(CultureInfo.InvariantCulture, $"{name}#{_number}");
}
