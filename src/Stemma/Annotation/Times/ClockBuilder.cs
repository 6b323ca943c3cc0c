namespace Stemma.Annotation.Times;

/// <summary>Makes times of day from what patterns hold.</summary>
internal static class ClockBuilder
{
    private static readonly string[] s_dayParts = ["MO", "AF", "EV", "NI", "MI", "DT"];

    /// <summary>A part of the day by its number in the tables.</summary>
    public static ClockTime PartOfDay(int part) => new() { DayPart = s_dayParts[part - 1] };

    /// <summary>A time of day, or a range of them that the same day goes with; null where the numbers make none.</summary>
    public static TimeMeaning? Clock(TimeCapture held)
    {
        TimeMeaning? on = held["today"] is not null ? new RelativeTime(TimeUnit.Day, held.Whole("dayshift") ?? 0) { FromContext = held["context"] is not null } : held.MeaningOf("on");
        if (held.Whole("select") is { } select && on is CalendarTime weekday)
            on = weekday with { Selector = select };
        int? part = held.Whole("part");
        if (held.Parts.OfType<TimeRange>().FirstOrDefault() is { From: ClockTime first, To: ClockTime last } range)
        {
            return Fit(first, part) is { } a && Fit(last, part) is { } b
                ? range with { From = a with { On = on ?? a.On, DayPart = null }, To = b with { On = on ?? b.On, DayPart = null } }
                : null;
        }
        ClockTime? inner = held.Parts.OfType<ClockTime>().FirstOrDefault();
        if (Read(held) is not { } clock)
            return null;
        if (inner is not null)
        {
            clock = clock with
            {
                Hour = clock.Hour ?? inner.Hour,
                Minute = clock.Minute ?? inner.Minute,
                Second = clock.Second ?? inner.Second,
                DayPart = clock.DayPart ?? inner.DayPart,
                HasHalf = clock.HasHalf || inner.HasHalf,
                IsUniversal = clock.IsUniversal || inner.IsUniversal,
                Offset = clock.Offset ?? inner.Offset,
            };
        }
        on ??= inner?.On;
        return (part is null ? clock : Fit(clock, part)) is { } fitted ? fitted with { On = on } : null;
    }

    /// <summary>A stamp of a program, whose year comes last: "Wed Oct 26 15:50:06 2016".</summary>
    public static ClockTime? Stamp(TimeCapture held)
    {
        CalendarTime? day = null;
        foreach (CalendarTime part in held.Parts.OfType<CalendarTime>())
            day = day is null || part.Month is not null ? part : day;
        return day is { Month: not null } && Read(held) is { } clock ? clock with { On = day with { Year = held.Whole("year") } } : null;
    }

    /// <summary>From one time of day to another: "5 to 6 p.m.", "10:30-11:45".</summary>
    public static TimeRange? Range(TimeCapture held)
    {
        if (held.Whole("h1") is { } first && held.Whole("h2") is { } last && held.MeaningOf("to") is null)
            return first is >= 1 and <= 12 && last is >= 1 and <= 12 && held["h1"] == first && held["h2"] == last
                ? new TimeRange(new ClockTime { Hour = first }, new ClockTime { Hour = last })
                : null;
        ClockTime? start = held.MeaningOf("from") as ClockTime, end = held.MeaningOf("to") as ClockTime;
        if (start is null && end is { Hour: { } closes } && held.Whole("h1") is { } early)
        {
            if (early is < 1 or > 12)
                return null;
            // "11 to 1 p.m." starts before noon, "5 to 6 p.m." after it.
            if (Fraction(held["h1"]) is not { } minute)
                return null;
            int hour = closes >= 12 && (early % 12) + 12 <= closes ? (early % 12) + 12 : early % 12;
            if (hour > closes)
                return null;
            start = new ClockTime { Hour = hour, Minute = minute, HasHalf = end.HasHalf || closes >= 12 };
        }
        if (end is null && start is { Hour: { } opens } && held.Whole("h2") is { } late)
        {
            if (late is < 1 or > 12 || Fraction(held["h2"]) is not { } minute)
                return null;
            end = new ClockTime { Hour = late > opens || opens >= 12 ? late % 24 : (late % 12) + 12, Minute = minute };
        }
        if (start is null || end is null)
            return null;
        // "2:00 to 4:30 p.m." are both after noon.
        bool isHalfOpen = held["isplain"] is not null && start.Hour < 12 && end.Hour >= 12 && (start.Hour + 12 < end.Hour || (start.Hour + 12 == end.Hour && (start.Minute ?? 0) < (end.Minute ?? 0)));
        if (isHalfOpen)
            start = start with { Hour = start.Hour + 12 };
        TimeMeaning? on = end.On ?? start.On;
        return new TimeRange(start with { On = start.On ?? on }, end with { On = on, IsUniversal = end.IsUniversal || start.IsUniversal });
    }

    // The minutes of "8.30", two digits after the mark; null for other fractions.
    private static int? Fraction(decimal? hour) => hour is not { } h ? null
        : h == decimal.Truncate(h) && h.Scale == 0 ? 0
        : h.Scale == 2 && h - decimal.Truncate(h) < 0.6m ? (int)((h - decimal.Truncate(h)) * 100) : null;

    private static ClockTime? Read(TimeCapture held)
    {
        int? hour = held.Whole("hour"), minute = held.Whole("minute");
        if (held["hour"] != hour || held["minute"] != minute || (minute < 10 && held["spelled"] is not null))
            return null;
        if (held["dotted"] is { } dotted)
        {
            if (dotted.Scale != 2 || dotted >= 24 || Fraction(dotted) is not { } fraction)
                return null;
            (hour, minute) = ((int)dotted, fraction);
        }
        if (hour >= 100 || (hour is not null && minute is null && held["zone"] is not null && hour > 24))
            (hour, minute) = (hour / 100, hour % 100);
        if (hour > 24 || minute >= 60 || (hour == 24 && minute > 0))
            return null;
        if (held.Whole("past") is { } past && hour is not null)
        {
            int sum = (hour.Value * 60) + past * (minute ?? 30);
            (hour, minute) = (sum / 60, sum % 60);
        }
        if (held.Whole("half") is { } half && hour is not null)
        {
            if (hour is < 1 or > 12)
                return null;
            hour = (hour % 12) + (half == 2 ? 12 : 0);
        }
        int? offset = held["offsethours"] is { } ahead && Math.Abs(ahead) <= LargestOffset ? ((int)ahead * 60) + (held.Whole("offsetminutes") ?? 0) : null;
        return new ClockTime
        {
            Hour = hour,
            Minute = minute,
            Second = held.Whole("second"),
            HasHalf = held["half"] is not null,
            IsUniversal = held["zone"] == 1 && offset is null,
            Offset = offset * (held.Whole("sign") ?? 1),
        };
    }

    // "nine in the evening" is 21:00; a time of the morning after noon is none.
    private static ClockTime? Fit(ClockTime clock, int? part)
    {
        if (part is not { } number)
            return clock;
        if (clock.Hour is not { } hour)
            return clock with { DayPart = s_dayParts[number - 1] };
        bool isLate = !clock.HasHalf && number switch
        {
            Afternoon or Evening => hour < 12,
            Night => hour is >= NightStarts and < 12,
            _ => false,
        };
        if (number == Morning && hour > 12)
            return null;
        return clock with { Hour = isLate ? hour + 12 : hour, DayPart = null };
    }

    private const int Morning = 1, Afternoon = 2, Evening = 3, Night = 4;

    // "seven at night" is 19:00, "three at night" 03:00; by the usage of the words.
    private const int NightStarts = 5;

    // In hours: no zone is further from universal time.
    private const int LargestOffset = 14;
}
