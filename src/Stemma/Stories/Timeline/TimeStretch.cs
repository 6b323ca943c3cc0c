using Stemma.Annotation;
using Stemma.Annotation.Clauses;
using Stemma.Annotation.Times;
using Stemma.Reports;

namespace Stemma.Stories.Timeline;

/// <summary>Finds the two ends of one stretch of time that a report names apart: "from Monday to Wednesday".</summary>
internal static class TimeStretch
{
    /// <summary>The index of the time that ends the stretch which starts with this one; the time itself where it starts none.</summary>
    public static int EndOf(AnnotatedReport report, IReadOnlyList<ResolvedTime> times, int time)
    {
        if (time + 1 >= times.Count || times[time + 1] is not { From: not null, Type: TimeType.Date } next || times[time].Type != TimeType.Date)
            return time;
        TextSpan span = times[time].Span;
        if (next.Span.Start - span.End is < 3 or > LongestGap || times[time].Precision != next.Precision)
            return time;
        ClauseWords words = ClauseWords.English;
        bool joined = words.JoinsRange(report.Text[span.End..next.Span.Start].Trim().ToLowerInvariant());
        int end = span.Start;
        while (end > 0 && span.Start - end < LongestGap && char.IsWhiteSpace(report.Text[end - 1]))
            end--;
        int start = end;
        while (start > 0 && end - start < LongestGap && char.IsLetter(report.Text[start - 1]))
            start--;
        return joined && words.StartsRange(report.Text[start..end].ToLowerInvariant()) ? time + 1 : time;
    }

    /// <summary>In UTF-16 code units: a word with its spaces.</summary>
    private const int LongestGap = 12;
}
