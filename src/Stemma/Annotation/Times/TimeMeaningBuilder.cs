namespace Stemma.Annotation.Times;

/// <summary>Makes meanings from what patterns hold; the kinds are told at the head of times-rules.tsv.</summary>
internal static class TimeMeaningBuilder
{
    /// <summary>The meaning, null where the values make none ("31 February").</summary>
    public static TimeMeaning? Build(string kind, TimeCapture held)
    {
        TimeMeaning? meaning = kind switch
        {
            "date" => Date(held),
            "unit" => new RelativeTime(Unit(held), held.Whole("shift") ?? 0) { FromContext = held["context"] is not null, Period = Period(held) },
            "shift" => Shift(held),
            "length" => Length(held),
            "set" when held["n"] == 0 => null,
            "set" => Set(held),
            "ref" => new VagueTime(held.Whole("dir") ?? 0),
            "era" => Era(held),
            "clock" => ClockBuilder.Clock(held),
            "stamp" => ClockBuilder.Stamp(held),
            "clockrange" => ClockBuilder.Range(held),
            "holiday" when held.Whole("dayshift") is { } days && held.Whole("nth") is { } near =>
                new AnchoredTime(new TimeLength(days, TimeUnit.Day), 1, new CalendarTime { Month = near / 100, Nth = near % 100 }),
            "holiday" when held.Whole("nth") is { } nth => new CalendarTime { Month = nth / 100, Nth = nth % 100 },
            "holiday" when held.Whole("easter") is { } shift => new CalendarTime { EasterShift = shift },
            "holiday" => new CalendarTime { Month = held.Whole("n") / 100, Day = held.Whole("n") % 100 },
            "dayrange" => RangeBuilder.Days(held),
            "yearrange" => RangeBuilder.Years(held),
            "range" => RangeBuilder.Named(held),
            "anchored" => Anchored(held),
            "ordinal" => QuarterOfYear(held) ?? (TimeMeaning?)Ordinal(held),
            "around" => held.FirstPart is { } day ? new UnitAround(Unit(held), day) : null,
            _ => throw new InvalidOperationException($"The time rules name the kind “{kind}”, which nothing builds."),
        };
        return meaning is not null && held.Whole("part") is { } part && kind is not ("clock" or "stamp" or "set") ? meaning with { Part = (TimePart)part } : meaning;
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
            else if (inner is AnchoredTime { Anchor: CalendarTime anchor } day && date.Year is null && held.Parts.Count() > 1)
                return day with { Anchor = anchor with { Year = held.Parts.OfType<CalendarTime>().FirstOrDefault()?.Year } };
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
        EasterShift = a.EasterShift ?? b.EasterShift,
        Weekday = a.Weekday ?? b.Weekday,
        Season = a.Season ?? b.Season,
        Quarter = a.Quarter ?? b.Quarter,
        Half = a.Half ?? b.Half,
        Selector = a.Selector ?? b.Selector,
        Period = a.Period != TimePeriod.None ? a.Period : b.Period,
    };

    internal static bool IsPossible(CalendarTime date)
    {
        if (date.Quarter is < 1 or > 4 || date.Half is < 1 or > 2)
            return false;
        if (date.Month is < 1 or > 12 || date.Day is < 1 or > 31)
            return false;
        if (date.Day is not { } day || date.Month is not { } month)
            return true;
        return day <= DateTime.DaysInMonth(date.Year ?? LeapYear, month);
    }

    private static ShiftedTime? Shift(TimeCapture held) =>
        held.Parts.OfType<TimeLength>().FirstOrDefault() is { } length
            ? new ShiftedTime(length, held.Whole("dir") ?? -1) { FromContext = held["context"] is not null }
            : null;

    private static TimeLength? Length(TimeCapture held)
    {
        TimeLength? inner = held.Parts.OfType<TimeLength>().FirstOrDefault();
        decimal? amount = held["vague"] is not null ? null : held["n"];
        if (amount is not null)
            amount += (held["plus"] ?? 0) / 100;
        TimeLength? length = inner is null ? new TimeLength(amount, Unit(held)) : held.Parts.OfType<TimeLength>().Skip(1).Any() ? Joined([.. held.Parts.OfType<TimeLength>()]) : inner;
        if (length is null)
            return null;
        return length with
        {
            Bound = held["bound"] is { } bound ? (AmountBound)(int)bound : length.Bound,
            Direction = held.Whole("dir") ?? length.Direction,
        };
    }

    // "two hours and ten minutes": exact counts, each of a smaller unit than the one before.
    private static TimeLength? Joined(TimeLength[] parts)
    {
        TimeLength? rest = null;
        for (int i = parts.Length - 1; i >= 0; i--)
        {
            if (parts[i].Amount is null || (rest is not null && rest.Unit >= parts[i].Unit))
                return null;
            rest = parts[i] with { Rest = rest };
        }
        return rest;
    }

    private static EraTime? Era(TimeCapture held)
    {
        int years = held.Whole("years") ?? 10;
        if (held.Whole("ord") is { } ordinal)
            return ordinal is >= 1 and <= 30 ? new EraTime((ordinal - 1) * 100, 100, false) : null;
        int first = held.Whole("year") ?? held.Whole("yy") ?? 0;
        return first % 10 == 0 ? new EraTime(first, years, held["year"] is null) : null;
    }

    private static RecurringTime Set(TimeCapture held)
    {
        RecurringTime? inner = held.Parts.OfType<RecurringTime>().FirstOrDefault();
        RecurringTime set = inner ?? new RecurringTime(Math.Max(1, held["n"] ?? 1) * (held["times"] ?? 1) / (held["parts"] ?? 1), Unit(held), held.Whole("weekday"));
        ClockTime? at = held.Parts.OfType<ClockTime>().FirstOrDefault() ?? (held.Whole("part") is { } part ? ClockBuilder.PartOfDay(part) : null);
        return set with { At = at ?? set.At, MonthDay = held.Whole("monthday") ?? set.MonthDay };
    }

    private static AnchoredTime? Anchored(TimeCapture held)
    {
        TimeLength? length = held.Parts.OfType<TimeLength>().FirstOrDefault() ?? (held["n"] is { } n ? new TimeLength(n, Unit(held)) : null);
        return length is { Amount: not null, Unit: >= TimeUnit.Day } && held.MeaningOf("anchor") is { } anchor ? new AnchoredTime(length, held.Whole("dir") ?? 1, anchor) : null;
    }

    // "the first quarter of 2019" is a quarter as "the first quarter" is.
    private static CalendarTime? QuarterOfYear(TimeCapture held) =>
        Unit(held) == TimeUnit.Quarter && (held.Whole("count") ?? 1) == 1 && (held.Whole("ord") ?? 1) is >= 1 and <= 4 and var number
        && held.MeaningOf("within") is CalendarTime { Month: null, Season: null, Quarter: null, Half: null, Part: TimePart.Whole } year && (year.Year ?? year.YearShift ?? year.ShortYear) is not null
            ? year with { Quarter = number } : null;

    private static OrdinalTime? Ordinal(TimeCapture held)
    {
        int number = held.Whole("ord") ?? 1, count = held.Whole("count") ?? 1;
        return held.MeaningOf("within") is { } within && number is -1 or (>= 1 and <= MostCounted) && count is >= 1 and <= MostCounted
            ? new OrdinalTime(number, count, Unit(held), within) { Weekday = held.Whole("weekday") }
            : null;
    }

    /// <summary>A year in which 29 February is possible.</summary>
    private const int LeapYear = 2000;

    /// <summary>Units counted within a longer one: the days of a year.</summary>
    private const int MostCounted = 366;
}
