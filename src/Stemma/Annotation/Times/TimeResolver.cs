using System.Globalization;
using Stemma.Reports;

namespace Stemma.Annotation.Times;

/// <summary>Gives the time expressions of a report their values, as far as its publication date allows.</summary>
public static class TimeResolver
{
    /// <summary>The values, in the order of <see cref="AnnotatedReport.Times"/>.</summary>
    /// <remarks>
    /// Where only an interval is known for the publication, a value is given if it is the same for every day of it; otherwise
    /// the month or year that holds all of them, or none.
    /// </remarks>
    /// <param name="report">The report.</param>
    /// <param name="published">When it was published, null where nothing is known.</param>
    public static IReadOnlyList<ResolvedTime> Resolve(AnnotatedReport report, PublicationDate? published)
    {
        IReadOnlyList<TimeExpression> times = report.Times;
        long days = published is null ? 0 : (long)published.To.DayNumber - published.From.DayNumber + 1;
        if (published is null || days > LongestInterval || days * times.Count > MostSteps)
            return Single(report, null, "the publication date is not known");
        if (days == 1)
            return Single(report, published.From, $"published {Day(published.From)}");
        var all = new TimePlace?[days][];
        for (int i = 0; i < days; i++)
            all[i] = [.. Places(times, published.From.AddDays(i)).Select(p => p.Place)];
        var rules = Places(times, published.From).Select(p => p.Rule).ToArray();
        var resolved = new ResolvedTime[times.Count];
        for (int t = 0; t < times.Count; t++)
        {
            TimePlace? joined = Join(all, t, out string? widened);
            string anchor = $"published between {Day(published.From)} and {Day(published.To)}";
            string[] reasons = NeedsPublication(times[t].Meaning)
                ? [Reason(report, times[t], rules[t]), anchor, .. widened is null ? Array.Empty<string>() : [widened]]
                : [Reason(report, times[t], rules[t])];
            resolved[t] = Make(times[t], joined, reasons);
        }
        return resolved;
    }

    /// <summary>The places of all expressions for one day of publication; later ones may count from earlier ones.</summary>
    internal static IEnumerable<(TimePlace? Place, string Rule)> Places(IEnumerable<TimeExpression> times, DateOnly? published)
    {
        TimeContext context = default;
        foreach (TimeExpression time in times)
        {
            TimePlace? place = MeaningResolver.Resolve(time.Meaning, time.Tense, published, context, out string rule);
            context = context.After(time, place, published);
            yield return (place, rule);
        }
    }

    /// <summary>True where the words alone do not give the place.</summary>
    internal static bool NeedsPublication(TimeMeaning meaning) => meaning switch
    {
        CalendarTime date => date.Year is null || date.Period != TimePeriod.None,
        RelativeTime or ShiftedTime => true,
        ClockTime clock => clock.On is null || NeedsPublication(clock.On),
        TimeRange range => NeedsPublication(range.From) || NeedsPublication(range.To),
        AnchoredTime anchored => NeedsPublication(anchored.Anchor),
        OrdinalTime ordinal => NeedsPublication(ordinal.Within),
        UnitAround around => NeedsPublication(around.Day),
        EraTime era => era.IsShort,
        _ => false,
    };

    private static ResolvedTime[] Single(AnnotatedReport report, DateOnly? published, string anchor)
    {
        var resolved = new List<ResolvedTime>(report.Times.Count);
        foreach ((TimeExpression time, (TimePlace? place, string rule)) in report.Times.Zip(Places(report.Times, published)))
        {
            string[] reasons = NeedsPublication(time.Meaning) ? [Reason(report, time, rule), anchor] : [Reason(report, time, rule)];
            resolved.Add(Make(time, place, reasons));
        }
        return [.. resolved];
    }

    private static ResolvedTime Make(TimeExpression time, TimePlace? place, string[] reasons) =>
        new(time, place?.Value, place?.From, place?.To, place?.Precision ?? TimePrecision.Interval, reasons);

    private static string Reason(AnnotatedReport report, TimeExpression time, string rule)
    {
        string words = time.Span.Length <= LongestShown ? time.Span.In(report.Text) : "…";
        string cue = time.TenseCue is { } span && span.Length <= LongestShown && rule.Contains("clause", StringComparison.Ordinal) ? $" (by “{span.In(report.Text)}”)" : "";
        return $"“{words}”: {rule}{cue}";
    }

    private static TimePlace? Join(TimePlace?[][] all, int t, out string? widened)
    {
        widened = null;
        TimePlace? first = all[0][t];
        bool same = true;
        DateOnly? from = first?.From, to = first?.To;
        foreach (TimePlace?[] day in all)
        {
            if (day[t] is not { } place)
            {
                if (first is null)
                    continue;
                return null;
            }
            if (first is null)
                return null;
            same = same && string.Equals(place.Value, first.Value.Value, StringComparison.Ordinal);
            if (place.From is null || from is null)
                (from, to) = (null, null);
            else
                (from, to) = (place.From < from ? place.From : from, place.To > to ? place.To : to);
        }
        if (same || first is not { } one)
            return first is { } f ? f with { From = from, To = to } : null;
        if (from is not { } a || to is not { } b)
            return null;
        widened = "not the same for every possible day of publication";
        // A day is told as its month, a month or season as its year: coarser than that tells nothing.
        TimePlace? coarser = one.Precision switch
        {
            TimePrecision.Day or TimePrecision.Week when a.Year == b.Year && a.Month == b.Month => TimePlace.Month(a.Year, a.Month),
            TimePrecision.Month or TimePrecision.Season when a.Year == b.Year => TimePlace.Year(a.Year),
            _ => null,
        };
        return coarser is { } c ? c with { From = a, To = b } : new TimePlace(TimexForm.None, a, b, TimePrecision.Interval);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>In days: about two years; a longer interval of publication decides next to nothing.</summary>
    private const int LongestInterval = 800;

    /// <summary>In expressions times days, which keeps a hostile text under a second.</summary>
    private const long MostSteps = 2_000_000;

    /// <summary>In UTF-16 code units of a text shown in a reason.</summary>
    private const int LongestShown = 60;
}
