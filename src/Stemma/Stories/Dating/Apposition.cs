using Stemma.Annotation;
using Stemma.Annotation.Times;
using Stemma.Reports;

namespace Stemma.Stories.Dating;

/// <summary>Recognises a counted time that stands beside a named one and tells it again: "in May 2019, four years ago".</summary>
internal static class Apposition
{
    /// <summary>The index in <see cref="AnnotatedReport.Times"/> of the named time beside the counted one at <paramref name="time"/>, null for none.</summary>
    public static int? NamedBeside(AnnotatedReport report, int time)
    {
        IReadOnlyList<TimeExpression> times = report.Times;
        if (times[time].Meaning is not ShiftedTime { FromContext: false })
            return null;
        if (time > 0 && times[time - 1].Meaning is CalendarTime && IsGap(report.Text, times[time - 1].Span.End, times[time].Span.Start, mayHaveWord: false))
            return time - 1;
        bool isNext = time + 1 < times.Count && times[time + 1].Meaning is CalendarTime && IsGap(report.Text, times[time].Span.End, times[time + 1].Span.Start, mayHaveWord: true);
        return isNext ? time + 1 : null;
    }

    /// <summary>The index of a counted time in <see cref="AnnotatedReport.Times"/>, null for any other time.</summary>
    public static int? IndexOf(AnnotatedReport report, TimeExpression time)
    {
        if (time.Meaning is not ShiftedTime { FromContext: false })
            return null;
        int low = 0, high = report.Times.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (report.Times[middle].Span.Start < time.Span.Start)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    // One mark and white space, where allowed with one preposition after it.
    private static bool IsGap(string text, int start, int end, bool mayHaveWord)
    {
        if (end <= start || end - start > LongestGap)
            return false;
        string gap = new TextSpan(start, end).In(text).Trim();
        if (gap.Length == 0 || !Marks.Contains(gap[0]))
            return false;
        string word = gap[1..].TrimStart().ToLowerInvariant();
        return word.Length == 0 || (mayHaveWord && EventWords.English.StandsBeforeDate(word));
    }

    private const string Marks = ",(—–";

    /// <summary>In UTF-16 code units.</summary>
    private const int LongestGap = 8;
}
