using System.Globalization;
using Stemma.Annotation;
using Stemma.Annotation.Times;
using Stemma.Reports;

namespace Stemma.Stories.Dating;

/// <summary>What the words of one report alone tell of the day it was published.</summary>
internal static class OwnEvidence
{
    /// <summary>The domain that the report's own words leave, with the reasons; empty where they contradict each other.</summary>
    public static DayDomain Read(AnnotatedReport report, IReadOnlyList<DatedMention> mentions, List<string> reasons)
    {
        var domain = new DayDomain(DayDomain.Earliest, DayDomain.Latest);
        foreach (DatedMention mention in mentions)
        {
            if (!mention.IsAbsolute || mention.At(s_anyDay) is not { From: { } from, To: { } to })
                continue;
            bool isLine = IsDateLine(report, mention.Time);
            if (isLine || (mention.IsSurelyPast && from > domain.From) || (mention.IsSurelyFuture && to < domain.To))
            {
                DateOnly first = isLine || mention.IsSurelyPast ? from : domain.From;
                domain.Keep(first, isLine || mention.IsSurelyFuture ? to : domain.To);
                reasons.Add(isLine ? $"“{mention.Words}” is the report's own date line"
                    : mention.IsSurelyPast ? $"looks back on “{mention.Words}”: not before {Day(from)}" : $"looks ahead to “{mention.Words}”: not after {Day(to)}");
            }
        }
        return domain;
    }

    /// <summary>Keeps the days that fit dates without a year: "Friday, March 17", a dateline. Only for an exact domain.</summary>
    public static void ReadYearless(AnnotatedReport report, IReadOnlyList<DatedMention> mentions, DayDomain domain, List<string> reasons)
    {
        foreach (DatedMention mention in mentions)
        {
            if (domain.IsEmpty)
                return;
            if (mention.Time.Meaning.WithoutClock is not CalendarTime { Year: null, ShortYear: null, YearShift: null, Month: { } month, Day: { } dayOfMonth } date)
                continue;
            if (date.Weekday is not null && domain.Keep(day => mention.At(day) is { } place && Math.Abs(place.From!.Value.DayNumber - day.DayNumber) <= HalfYear))
                reasons.Add($"“{mention.Words}”: that weekday falls on that day of the month in no nearer year");
            if (IsDateline(report, mention.Time) && domain.Keep(day => Fits(day, month, dayOfMonth) || Fits(day.AddDays(-1), month, dayOfMonth)))
                reasons.Add($"“{mention.Words}” stands in the dateline: published that day or the next");
        }
    }

    private static bool Fits(DateOnly day, int month, int dayOfMonth) => day.Month == month && day.Day == dayOfMonth;

    // A whole date that fills a line of its own near the top.
    private static bool IsDateLine(AnnotatedReport report, TimeExpression time)
    {
        if (time.Meaning.WithoutClock is not CalendarTime { Day: not null })
            return false;
        for (int p = 0; p < report.Paragraphs.Count && p < TopLines; p++)
        {
            TextSpan line = report.Paragraphs[p].Span;
            if (line.Contains(time.Span))
                return line.Length - time.Span.Length <= LineSlack;
        }
        return false;
    }

    // "CITY, March 20 (Agency) -": a day before a bracket or dash in the first words of the text.
    private static bool IsDateline(AnnotatedReport report, TimeExpression time)
    {
        foreach (Paragraph paragraph in report.Paragraphs)
        {
            if (paragraph.Kind != ParagraphKind.Body)
                continue;
            if (!paragraph.Span.Contains(time.Span) || time.Span.Start - paragraph.Span.Start > DatelineReach)
                return false;
            string rest = report.Text[time.Span.End..Math.Min(time.Span.End + 3, paragraph.Span.End)].TrimStart();
            return rest.Length > 0 && "(—–-".Contains(rest[0]);
        }
        return false;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Absolute places do not depend on it.
    private static readonly DateOnly s_anyDay = new(2001, 6, 13);

    /// <summary>In days: a date without a year is of the year that brings it nearest.</summary>
    private const int HalfYear = 184;

    /// <summary>In paragraphs from the top.</summary>
    private const int TopLines = 6;

    /// <summary>In UTF-16 code units beside the date: "Published: … 10:30".</summary>
    private const int LineSlack = 12;

    /// <summary>In UTF-16 code units before the day of a dateline.</summary>
    private const int DatelineReach = 40;
}
