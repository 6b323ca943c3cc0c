namespace Stemma.Annotation.Times;

/// <summary>Makes meanings from what patterns hold; the kinds are told at the head of times-rules.tsv.</summary>
internal static class TimeMeaningBuilder
{
    private static readonly string[] s_dayParts = ["MO", "AF", "EV", "NI", "MI"];

    /// <summary>The meaning, null where the values make none ("31 February").</summary>
    public static TimeMeaning? Build(string kind, TimeCapture held)
    {
        TimeMeaning? meaning = kind switch
        {
            "date" => Date(held),
            "unit" => new RelativeTime(Unit(held), held.Whole("shift") ?? 0) { FromContext = held["context"] is not null, Period = Period(held) },
            "shift" => Shift(held),
            "length" => Length(held),
            "set" => new RecurringTime(Math.Max(1, held["n"] ?? 1), Unit(held), held.Whole("weekday")),
            "ref" => new VagueTime(held.Whole("dir") ?? 0),
            "era" => Era(held),
            "clock" => Clock(held),
            "holiday" when held.Whole("nth") is { } nth => new CalendarTime { Month = nth / 100, Nth = nth % 100 },
            "holiday" => new CalendarTime { Month = held.Whole("n") / 100, Day = held.Whole("n") % 100 },
            "dayrange" => DayRange(held),
            "yearrange" => YearRange(held),
            _ => throw new InvalidOperationException($"The time rules name the kind “{kind}”, which nothing builds."),
        };
        return meaning is not null && held.Whole("part") is { } part && kind != "clock" ? meaning with { Part = (TimePart)part } : meaning;
    }

    private static TimePeriod Period(TimeCapture held) => (TimePeriod)(held.Whole("period") ?? 0);

    private static TimeUnit Unit(TimeCapture held) => (TimeUnit)(held.Whole("unit") ?? (int)TimeUnit.Day);

    private static TimeMeaning? Date(TimeCapture held)
    {
        var date = new CalendarTime
        {
            Year = held.Whole("year"),
            ShortYear = held.Whole("yy"),
            Month = held.Whole("month"),
            Day = held.Whole("day"),
            Weekday = held.Whole("weekday"),
            Season = held.Whole("season"),
            Quarter = held.Whole("quarter"),
            Half = held.Whole("half"),
            Selector = held.Whole("select"),
            Period = Period(held),
        };
        bool isEmpty = date == new CalendarTime();
        TimePart part = TimePart.Whole;
        foreach (TimeMeaning inner in held.Parts)
        {
            if (inner is CalendarTime more)
                (date, part) = (Merge(date, more), more.Part);
            else if (inner is RelativeTime { Unit: TimeUnit.Year } year && !(isEmpty && held.Parts.Count() == 1))
                date = date with { YearShift = year.Shift };
            else
                return inner;
        }
        return IsPossible(date) ? date with { Part = part } : null;
    }

    private static CalendarTime Merge(CalendarTime a, CalendarTime b) => new()
    {
        Year = a.Year ?? b.Year,
        ShortYear = a.ShortYear ?? b.ShortYear,
        YearShift = a.YearShift ?? b.YearShift,
        Month = a.Month ?? b.Month,
        Day = a.Day ?? b.Day,
        Nth = a.Nth ?? b.Nth,
        Weekday = a.Weekday ?? b.Weekday,
        Season = a.Season ?? b.Season,
        Quarter = a.Quarter ?? b.Quarter,
        Half = a.Half ?? b.Half,
        Selector = a.Selector ?? b.Selector,
        Period = a.Period != TimePeriod.None ? a.Period : b.Period,
    };

    private static bool IsPossible(CalendarTime date)
    {
        if (date.Quarter is < 1 or > 4 || date.Half is < 1 or > 2)
            return false;
        if (date.Day is not { } day || date.Month is not { } month)
            return true;
        return day <= DateTime.DaysInMonth(date.Year ?? LeapYear, month);
    }

    private static ShiftedTime? Shift(TimeCapture held) =>
        held.Parts.OfType<TimeLength>().FirstOrDefault() is { } length
            ? new ShiftedTime(length, held.Whole("dir") ?? -1) { FromContext = held["context"] is not null }
            : null;

    private static TimeLength Length(TimeCapture held)
    {
        TimeLength? inner = held.Parts.OfType<TimeLength>().FirstOrDefault();
        decimal? amount = held["vague"] is not null ? null : held["n"];
        if (amount is not null)
            amount += (held["plus"] ?? 0) / 100;
        TimeLength length = inner ?? new TimeLength(amount, Unit(held));
        return length with
        {
            Bound = held["bound"] is { } bound ? (AmountBound)(int)bound : length.Bound,
            Direction = held.Whole("dir") ?? length.Direction,
        };
    }

    private static EraTime? Era(TimeCapture held)
    {
        int years = held.Whole("years") ?? 10;
        if (held.Whole("ord") is { } ordinal)
            return ordinal is >= 1 and <= 30 ? new EraTime((ordinal - 1) * 100, 100, false) : null;
        int first = held.Whole("year") ?? held.Whole("yy") ?? 0;
        return first % 10 == 0 ? new EraTime(first, years, held["year"] is null) : null;
    }

    private static ClockTime? Clock(TimeCapture held)
    {
        ClockTime? inner = held.Parts.OfType<ClockTime>().FirstOrDefault();
        int? hour = held.Whole("hour"), minute = held.Whole("minute");
        if (hour >= 100 || (hour is not null && minute is null && held["zone"] is not null && hour > 24))
            (hour, minute) = (hour / 100, hour % 100);
        if (held.Whole("half") is { } half && hour is not null)
        {
            if (hour is < 1 or > 12)
                return null;
            hour = (hour % 12) + (half == 2 ? 12 : 0);
        }
        TimeMeaning? on = held.MeaningOf("on") ?? inner?.On;
        if (held["today"] is not null)
            on = new RelativeTime(TimeUnit.Day, held.Whole("dayshift") ?? 0);
        return new ClockTime
        {
            On = on,
            Hour = hour ?? inner?.Hour,
            Minute = minute ?? inner?.Minute,
            DayPart = held.Whole("part") is { } part ? s_dayParts[part - 1] : inner?.DayPart,
            IsUniversal = held["zone"] == 1 || inner is { IsUniversal: true },
        };
    }

    private static TimeRange? DayRange(TimeCapture held)
    {
        CalendarTime? month = held.Parts.OfType<CalendarTime>().FirstOrDefault();
        if (month is null || held.Whole("day") is not { } from || held.Whole("to") is not { } to || to <= from)
            return null;
        CalendarTime start = month with { Day = from, Year = held.Whole("year") };
        CalendarTime end = start with { Day = to };
        return IsPossible(start) && IsPossible(end) ? new TimeRange(start, end) : null;
    }

    private static TimeRange? YearRange(TimeCapture held)
    {
        int from = held.Whole("year") ?? 0;
        int to = held.Whole("to") ?? ((from / 100 * 100) + (held.Whole("toyy") ?? 0));
        return to > from ? new TimeRange(new CalendarTime { Year = from }, new CalendarTime { Year = to }) : null;
    }

    /// <summary>A year in which 29 February is possible.</summary>
    private const int LeapYear = 2000;
}
