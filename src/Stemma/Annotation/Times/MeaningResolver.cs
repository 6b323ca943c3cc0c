namespace Stemma.Annotation.Times;

/// <summary>Gives a meaning its place in the calendar, for one day of publication.</summary>
internal static class MeaningResolver
{
    /// <summary>The place, null where the words and the day of publication do not allow one.</summary>
    /// <param name="meaning">What the words mean.</param>
    /// <param name="tense">Where the clause looks.</param>
    /// <param name="published">The day of publication, null where it is not known.</param>
    /// <param name="context">What the text spoke of before, null for nothing.</param>
    /// <param name="rule">What decided, in words.</param>
    public static TimePlace? Resolve(TimeMeaning meaning, TimeTense tense, DateOnly? published, TimeContext? context, out string rule)
    {
        rule = "the words give the value";
        // A day at the end of the calendar, as broken metadata have, is no day of publication to count from.
        if (published is { } stated && !TimexLength.IsYear(stated.Year))
            published = null;
        switch (meaning)
        {
            case CalendarTime { Period: not TimePeriod.None, Year: { } year } when context?.Quarter is { } quarter:
                rule = SamePeriod;
                return TimexLength.IsYear(year) ? quarter.InYear(year) : null;
            case CalendarTime date:
                return CalendarResolver.Resolve(date, tense, published, out rule);
            case RelativeTime { Period: not TimePeriod.None } period when Taken(period, published, context) is { } taken:
                rule = SamePeriod;
                return taken;
            case RelativeTime relative:
                return Relative(relative, tense, published, context, out rule);
            case ShiftedTime shifted:
                return Shifted(shifted, published, context, out rule);
            case TimeLength length:
                return Length(length, published);
            case RecurringTime recurring:
                return TimePlace.Nowhere(Recurring(recurring));
            case VagueTime vague:
                return TimePlace.Nowhere(vague.Direction switch { < 0 => "PAST_REF", 0 => "PRESENT_REF", _ => "FUTURE_REF" });
            case EraTime era:
                return Era(era, published);
            case ClockTime clock:
                return ClockResolver.Resolve(clock, tense, published, context, out rule);
            case TimeRange range:
                return Range(range, tense, published, context, out rule);
            case AnchoredTime anchored:
                return StretchResolver.Anchored(anchored, tense, published, context, out rule);
            case OrdinalTime ordinal:
                return StretchResolver.Ordinal(ordinal, tense, published, context, out rule);
            case UnitAround around:
                return StretchResolver.Around(around, tense, published, context, out rule);
            default:
                throw new InvalidOperationException($"No rule for the meaning {meaning.GetType().Name}.");
        }
    }

    // The stretch spoken of before that the words take up, moved by the years they say; null where the text spoke of none.
    private static TimePlace? Taken(RelativeTime time, DateOnly? published, TimeContext? context)
    {
        TimePlace? stretch = time.Period switch
        {
            TimePeriod.Day => DaySpokenOf(published, context),
            TimePeriod.Stretch when context?.Last is { Precision: TimePrecision.Month or TimePrecision.Season } last => last,
            _ => context?.Quarter,
        };
        if (stretch is { From: { } from } found)
            return time.Shift == 0 ? (time.Unit == TimeUnit.Year ? At(from, TimeUnit.Year) : found) : TimexLength.IsYear(from.Year + time.Shift) ? found.InYear(from.Year + time.Shift) : null;
        // Figures of a quarter are told when it is over.
        return time.Unit == TimeUnit.Quarter && published is { } today && TimexLength.Move(new DateOnly(today.Year, today.Month, 1), -1, TimeUnit.Quarter) is { } over && TimexLength.IsYear(over.Year)
            ? At(over, TimeUnit.Quarter)
            : null;
    }

    /// <summary>The day spoken of last where it is near the publication, null for none.</summary>
    internal static TimePlace? DaySpokenOf(DateOnly? published, TimeContext? context) =>
        context?.Day is { From: { } day } spoken && (published is not { } near || Math.Abs(near.DayNumber - day.DayNumber) <= NearDays) ? spoken : null;

    private static TimePlace? Relative(RelativeTime time, TimeTense tense, DateOnly? published, TimeContext? context, out string rule)
    {
        // Where the text spoke of no time before, "the following week" is counted from its publication.
        bool fromContext = time.FromContext && (time.Shift == 0 || time.Unit < TimeUnit.Week || context?.Last is not null);
        DateOnly? anchor = fromContext ? context?.Last?.From : published;
        rule = fromContext ? "counted from the time the text spoke of before" : "counted from the publication";
        if (fromContext && context?.Last is { Precision: var precision } && Days(precision) > Days(time.Unit))
            return null;
        if (anchor is not { } day)
            return null;
        if (time.Unit == TimeUnit.Weekend)
            return Weekend(time, tense, day);
        TimeUnit step = time.Unit is TimeUnit.Decade or TimeUnit.Century ? TimeUnit.Year : time.Unit;
        int shift = time.Unit switch { TimeUnit.Decade => 10 * time.Shift, TimeUnit.Century => 100 * time.Shift, _ => time.Shift };
        // Months and years are counted from their first day, so that 31 March less a month is February.
        DateOnly start = time.Unit >= TimeUnit.Month && time.Unit != TimeUnit.Fortnight ? new DateOnly(day.Year, day.Month, 1) : day;
        if (TimexLength.Move(start, shift, step) is not { } moved || !TimexLength.IsYear(moved.Year))
            return null;
        return At(moved, time.Unit);
    }

    private static TimePlace? Weekend(RelativeTime time, TimeTense tense, DateOnly day)
    {
        int isoDay = TimePlace.IsoDay(day);
        // "the weekend" and "last weekend": the latest that has begun, on a weekday that of the week before.
        int shift = time.Shift switch
        {
            < 0 when tense != TimeTense.Future => isoDay >= 6 ? 0 : -7,
            > 0 => 7,
            _ => 0,
        };
        return TimexLength.Move(day, shift, TimeUnit.Day) is { } moved ? TimePlace.Weekend(moved) : null;
    }

    private static TimePlace? Shifted(ShiftedTime time, DateOnly? published, TimeContext? context, out string rule)
    {
        DateOnly? anchor = time.FromContext ? context?.Last?.From : published;
        if (IsYearBack(time) && context?.Quarter is { From: { } start } quarter && TimexLength.IsYear(start.Year - 1))
        {
            rule = SamePeriod;
            return quarter.InYear(start.Year - 1);
        }
        rule = time.FromContext ? "counted from the time the text spoke of before" : "counted from the publication";
        if (time.Length.Amount is not { } amount)
            return TimePlace.Nowhere(time.Direction < 0 ? "PAST_REF" : "FUTURE_REF");
        if (anchor is not { } day || TimexLength.Move(day, time.Length, time.Direction) is not { } moved || !TimexLength.IsYear(moved.Year))
            return null;
        TimeUnit unit = time.Length.Unit == TimeUnit.Fortnight ? TimeUnit.Week : time.Length.Unit;
        TimePlace named = At(moved, unit is TimeUnit.Decade or TimeUnit.Century ? TimeUnit.Year : unit);
        (DateOnly from, DateOnly to) = Spread(time, amount, day, moved);
        bool vague = time.Length.Bound is AmountBound.More or AmountBound.Less;
        return named with
        {
            Form = vague && Days(time.Length.Unit) > 1 ? TimexForm.None : named.Form,
            From = from,
            To = to,
            Precision = unit == TimeUnit.Day && !vague ? TimePrecision.Day : TimePrecision.Interval,
        };
    }

    // In a text about the figures of a quarter "a year earlier" is the same quarter of the year before.
    private static bool IsYearBack(ShiftedTime time) => time is { Direction: < 0, Length: { Amount: 1, Unit: TimeUnit.Year, Bound: AmountBound.Exact } };

    // Nobody counts "two years ago" to the day: half a unit to each side; "more than two" lies between two and three.
    private static (DateOnly From, DateOnly To) Spread(ShiftedTime time, decimal amount, DateOnly day, DateOnly moved)
    {
        TimeUnit unit = time.Length.Unit;
        if (unit == TimeUnit.Day && time.Length.Bound == AmountBound.Exact)
            return (moved, moved);
        int half = Math.Max(1, Days(unit) / 2);
        int low = time.Length.Bound is AmountBound.More ? 0 : half, high = time.Length.Bound is AmountBound.Less ? 0 : half;
        decimal step = amount + (time.Length.Bound switch { AmountBound.More => 1, AmountBound.Less => -1, _ => 0 });
        DateOnly edge = step == amount ? moved : TimexLength.Move(day, Math.Max(0, step) * time.Direction, unit) ?? moved;
        DateOnly first = edge < moved ? edge : moved, last = edge < moved ? moved : edge;
        if (step != amount)
            return (first, last);
        return (first.AddDays(-(time.Direction < 0 ? high : low)), last.AddDays(time.Direction < 0 ? low : high));
    }

    private static TimePlace Length(TimeLength length, DateOnly? published)
    {
        TimePlace place = TimePlace.Nowhere(TimexLength.Value(length));
        if (length.Direction == 0 || published is not { } day || length.Amount is null || TimexLength.Move(day, length, length.Direction) is not { } other)
            return place;
        return place with { From = other < day ? other : day, To = other < day ? day : other };
    }

    private static TimePlace? Era(EraTime era, DateOnly? published)
    {
        int first = era.FirstYear;
        if (era.IsShort)
        {
            if (published is not { } day)
                return null;
            first += day.Year / 100 * 100;
            if (first > day.Year)
                first -= 100;
        }
        return TimexLength.IsYear(first + era.Years) ? TimePlace.Years(first, era.Years) : null;
    }

    private static TimePlace? Range(TimeRange range, TimeTense tense, DateOnly? published, TimeContext? context, out string rule)
    {
        TimePlace? from = Resolve(range.From, tense, published, context, out rule), to = Resolve(range.To, tense, published, context, out rule);
        if (from is not { From: { } first } f || to is not { To: { } last } t)
            return null;
        // "from November to March": the first month is the one before the second.
        if (IsMonth(range.From) && IsMonth(range.To) && TimexLength.IsYear(last.Year - 1))
        {
            f = f.InYear(last.Year - (first.Month > last.Month ? 1 : 0));
            first = f.From ?? first;
        }
        return first <= t.To ? new TimePlace(TimexForm.Words, first, t.To, TimePrecision.Interval) { Words = $"{f.Value}/{t.Value}" } : null;
    }

    private static bool IsMonth(TimeMeaning meaning) => meaning is CalendarTime { Month: not null, Day: null, Year: null, ShortYear: null, YearShift: null, Selector: null };

    private static string Recurring(RecurringTime time)
    {
        string? at = time.At is null ? null : ClockResolver.Written(time.At);
        if (time.Weekday is { } day)
            return $"XXXX-WXX-{day}{at}";
        if (time.MonthDay is { } ofMonth)
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"XXXX-XX-{ofMonth:00}{at}");
        return at is not null ? "XXXX-XX-XX" + at : time is { Unit: TimeUnit.Weekend, Amount: 1 } ? "XXXX-WXX-WE" : TimexLength.Value(time.Amount, time.Unit);
    }

    internal static TimePlace At(DateOnly day, TimeUnit unit) => unit switch
    {
        TimeUnit.Week or TimeUnit.Fortnight => TimePlace.Week(day),
        TimeUnit.Month => TimePlace.Month(day.Year, day.Month),
        TimeUnit.Quarter => TimePlace.Quarter(day.Year, ((day.Month - 1) / 3) + 1),
        TimeUnit.Year => TimePlace.Year(day.Year),
        TimeUnit.Decade => TimePlace.Years(day.Year / 10 * 10, 10),
        TimeUnit.Century => TimePlace.Years(day.Year / 100 * 100, 100),
        _ => TimePlace.Day(day),
    };

    internal static int Days(TimeUnit unit) => unit switch
    {
        TimeUnit.Week or TimeUnit.Weekend => 7,
        TimeUnit.Fortnight => 14,
        TimeUnit.Month => 31,
        TimeUnit.Quarter => 92,
        TimeUnit.Year => 366,
        TimeUnit.Decade => 3660,
        TimeUnit.Century => 36600,
        _ => 1,
    };

    // In days: "the day" of news is one of the last week; dates from further off are background. Set by hand; re-run "stemma eval time".
    private const int NearDays = 7;

    private const string SamePeriod = "the period the text spoke of before";

    private static int Days(TimePrecision precision) => precision switch
    {
        TimePrecision.Day => 1,
        TimePrecision.Week => 7,
        TimePrecision.Month => 31,
        TimePrecision.Season => 92,
        TimePrecision.Year => 366,
        _ => int.MaxValue,
    };
}
