namespace Stemma.Annotation.Times;

/// <summary>Finds the days of a <see cref="CalendarTime"/>, filling what the words leave out from the day of publication.</summary>
internal static class CalendarResolver
{
    /// <summary>The place, null where the words and the day of publication do not allow one.</summary>
    /// <param name="time">What the words say.</param>
    /// <param name="tense">Where the clause looks.</param>
    /// <param name="published">The day of publication, null where it is not known.</param>
    /// <param name="rule">What decided, in words.</param>
    public static TimePlace? Resolve(CalendarTime time, TimeTense tense, DateOnly? published, out string rule)
    {
        rule = "the words give the date";
        int? year = time.Year ?? ShortYear(time, published);
        if (year is null && time.YearShift is { } shift && published is { } day)
        {
            year = day.Year + shift;
            rule = "the year is counted from the publication";
        }
        if (year is { } known)
            return TimexLength.IsYear(known) ? InYear(time, known) : null;
        if (published is not { } p)
            return null;
        if (time.Month is { } month && time.Day is { } dayOfMonth)
            return MonthDay(time, month, dayOfMonth, tense, p, out rule);
        if (time is { Month: { } of, Nth: { } nth })
            return Latest(y => TimePlace.Day(Nth(y, of, nth)), time.Selector switch { -1 => TimeTense.Past, 1 => TimeTense.Future, _ => tense }, p, out rule);
        if (time.EasterShift is { } easter)
            return Feast(easter, time.Selector, tense, p, out rule);
        if (time.Month is { } named)
            return NamedMonth(named, time.Selector, tense, p, out rule);
        if (time.Season is { } season)
            return Season(season, time.Selector, tense, p, out rule);
        if (time is { Weekday: { } dayName, Day: { } number })
            return WeekdayAndDay(dayName, number, p, out rule);
        if (time.Weekday is { } weekday)
            return Weekday(weekday, time.Selector, tense, p, out rule);
        if (time.Quarter is { } quarter)
            return Latest(y => TimePlace.Quarter(y, quarter), tense, p, out rule, lag: FiguresLag);
        return time.Half is { } half ? Latest(y => TimePlace.Half(y, half), tense, p, out rule, lag: FiguresLag) : null;
    }

    private static int? ShortYear(CalendarTime time, DateOnly? published)
    {
        if (time.ShortYear is not { } two || published is not { } p)
            return null;
        int year = (p.Year / 100 * 100) + two;
        return year > p.Year + ShortYearAhead ? year - 100 : year;
    }

    private static TimePlace? InYear(CalendarTime time, int year)
    {
        if (time is { Month: { } of, Nth: { } nth })
            return TimePlace.Day(Nth(year, of, nth));
        if (time.EasterShift is { } easter)
            return TimePlace.Day(Easter(year).AddDays(easter));
        if (time.Month is { } month)
        {
            if (time.Day is not { } day)
                return TimePlace.Month(year, month);
            return day <= DateTime.DaysInMonth(year, month) ? TimePlace.Day(new DateOnly(year, month, day)) : null;
        }
        if (time.Season is { } season)
            return TimePlace.Season(year, season);
        if (time.Quarter is { } quarter)
            return TimePlace.Quarter(year, quarter);
        return time.Half is { } half ? TimePlace.Half(year, half) : TimePlace.Year(year);
    }

    private static TimePlace? MonthDay(CalendarTime time, int month, int day, TimeTense tense, DateOnly p, out string rule)
    {
        DateOnly? best = null;
        for (int year = p.Year - 1; year <= p.Year + 1; year++)
        {
            if (!TimexLength.IsYear(year) || day > DateTime.DaysInMonth(year, month))
                continue;
            var candidate = new DateOnly(year, month, day);
            if (time.Weekday is { } weekday && TimePlace.IsoDay(candidate) != weekday)
                continue;
            if (best is null || Math.Abs(candidate.DayNumber - p.DayNumber) < Math.Abs(best.Value.DayNumber - p.DayNumber))
                best = candidate;
        }
        // A look back or ahead overrules nearness only where the nearer day is far off the other way.
        if (best is { } found && time.Weekday is null && Math.Abs(found.DayNumber - p.DayNumber) > NearDays)
        {
            bool wrongWay = (tense == TimeTense.Past && found > p) || (tense == TimeTense.Future && found < p);
            int other = found.Year + (found > p ? -1 : 1);
            if (wrongWay && TimexLength.IsYear(other) && day <= DateTime.DaysInMonth(other, month))
                best = new DateOnly(other, month, day);
        }
        rule = time.Weekday is null ? "the year that brings it nearest to the publication" : "the year in which that day is that weekday";
        return best is { } b ? TimePlace.Day(b) : null;
    }

    private static DateOnly Nth(int year, int month, int nth)
    {
        var first = new DateOnly(year, month, 1);
        int day = 1 + ((nth % 10) - TimePlace.IsoDay(first) + 7) % 7 + (7 * ((nth / 10) - 1));
        return first.AddDays((day > DateTime.DaysInMonth(year, month) ? day - 7 : day) - 1);
    }

    private static TimePlace? Feast(int easter, int? selector, TimeTense tense, DateOnly p, out string rule)
    {
        if (!TimexLength.IsYear(p.Year - 1) || !TimexLength.IsYear(p.Year + 1))
        {
            rule = "the calendar ends there";
            return null;
        }
        DateOnly day = Easter(p.Year).AddDays(easter);
        // Like any day of the year told without it: the nearest, where no word says otherwise.
        bool isNear = selector is null && Math.Abs(day.DayNumber - p.DayNumber) <= NearDays;
        rule = "the feast nearest to the publication";
        return isNear ? TimePlace.Day(day) : Latest(y => TimePlace.Day(Easter(y).AddDays(easter)), selector switch { -1 => TimeTense.Past, 1 => TimeTense.Future, _ => tense }, p, out rule);
    }

    /// <summary>Easter Sunday of the western churches in a year from 1583 on (the Gregorian computus as given by Meeus, Jones and Butcher).</summary>
    internal static DateOnly Easter(int year)
    {
        int golden = year % 19, century = year / 100, ofCentury = year % 100;
        int moon = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        int sunday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - moon - (ofCentury % 4)) % 7;
        int correction = (golden + (11 * moon) + (22 * sunday)) / 451;
        int sum = moon + sunday - (7 * correction) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1);
    }

    private static TimePlace? NamedMonth(int month, int? selector, TimeTense tense, DateOnly p, out string rule)
    {
        int before = Modulo(p.Month - month), after = Modulo(month - p.Month);
        rule = "the month nearest to the publication in the direction of the clause";
        switch (selector)
        {
            case 0:
                rule = "“this” with a month: of the year of publication";
                return TimePlace.Month(p.Year, month);
            case -1:
                rule = "“last” with a month: the latest before the publication";
                // The month just gone is "last month": with its name, "last" may mean the year before.
                return before is 0 or > 1 ? Months(p, before == 0 ? -12 : -before) : null;
            case 1:
                rule = "“next” with a month: the first after the publication";
                return after is 0 or > 1 ? Months(p, after == 0 ? 12 : after) : null;
            default:
                if (before == 0)
                    return Months(p, 0);
                if (tense == TimeTense.Past && after <= SoonMonths)
                {
                    rule = "a month just ahead: one almost a year back would be “last”";
                    return Months(p, after);
                }
                return tense == TimeTense.Unknown ? null : Months(p, tense == TimeTense.Past ? -before : after);
        }
    }

    private static TimePlace? Months(DateOnly p, int shift)
    {
        int month = (p.Year * 12) + p.Month - 1 + shift;
        return TimexLength.IsYear(month / 12) ? TimePlace.Month(month / 12, (month % 12) + 1) : null;
    }

    private static TimePlace? Season(int season, int? selector, TimeTense tense, DateOnly p, out string rule)
    {
        if (selector == 0)
        {
            rule = "“this” with a season: of the year of publication";
            return TimexLength.IsYear(p.Year) ? TimePlace.Season(p.Year, season) : null;
        }
        TimeTense way = selector switch { -1 => TimeTense.Past, 1 => TimeTense.Future, _ => tense };
        return Latest(y => TimePlace.Season(y, season), way, p, out rule, whole: selector == -1);
    }

    private static TimePlace? Latest(Func<int, TimePlace> of, TimeTense tense, DateOnly p, out string rule, bool whole = false, int lag = 0)
    {
        rule = tense == TimeTense.Future ? "the next one: the clause looks ahead" : "the latest that had begun";
        if (!TimexLength.IsYear(p.Year - 1) || !TimexLength.IsYear(p.Year + 1))
            return null;
        if (tense == TimeTense.Future)
        {
            for (int year = p.Year - 1; year <= p.Year + 1; year++)
            {
                if (of(year).To >= p.AddDays(-lag))
                    return of(year);
            }
            return null;
        }
        for (int year = p.Year; year >= p.Year - 2; year--)
        {
            if ((whole ? of(year).To : of(year).From) <= p)
                return of(year);
        }
        return null;
    }

    private static TimePlace? Weekday(int weekday, int? selector, TimeTense tense, DateOnly p, out string rule)
    {
        int today = TimePlace.IsoDay(p), back = (today - weekday + 7) % 7, ahead = (weekday - today + 7) % 7;
        int shift;
        switch (selector)
        {
            case -2 or 2:
                rule = "the day of the week before or after that of the publication";
                shift = weekday - today + (selector.Value / 2 * 7);
                break;
            case BeforeLast:
                rule = "“previous” with a weekday: that of the week before the latest";
                shift = -back - 7;
                break;
            case ThisWeek:
                rule = "the day of the week of the publication";
                shift = weekday - today;
                break;
            case -1:
                rule = "“last” with a weekday: the latest before the publication";
                shift = back == 0 ? -7 : -back;
                break;
            case 1:
                rule = "“next” with a weekday: the first after the publication";
                shift = ahead == 0 ? 7 : ahead;
                break;
            case 0 when tense != TimeTense.Past:
                rule = "“this” with a weekday in a clause that does not look back: the next";
                shift = ahead;
                break;
            default:
                rule = tense == TimeTense.Future ? "a bare weekday in a clause that looks ahead: the next" : "a bare weekday: the latest, as news is written";
                shift = tense == TimeTense.Future ? ahead : -back;
                break;
        }
        return TimexLength.Move(p, shift, TimeUnit.Day) is { } day ? TimePlace.Day(day) : null;
    }

    // "Monday 13th": the month nearest to the publication in which that day is that weekday.
    private static TimePlace? WeekdayAndDay(int weekday, int number, DateOnly p, out string rule)
    {
        rule = "the month nearest to the publication in which that day is that weekday";
        DateOnly? best = null;
        var first = new DateOnly(p.Year, p.Month, 1);
        for (int shift = -MonthsToEveryWeekday; shift <= MonthsToEveryWeekday; shift++)
        {
            if (TimexLength.Move(first, shift, TimeUnit.Month) is not { } month || number > DateTime.DaysInMonth(month.Year, month.Month))
                continue;
            DateOnly day = month.AddDays(number - 1);
            if (TimePlace.IsoDay(day) == weekday && (best is not { } b || Math.Abs(day.DayNumber - p.DayNumber) < Math.Abs(b.DayNumber - p.DayNumber)))
                best = day;
        }
        return best is { } found && TimexLength.IsYear(found.Year) ? TimePlace.Day(found) : null;
    }

    private static int Modulo(int months) => ((months % 12) + 12) % 12;

    // "Monday this week" and "the previous Monday", of the selectors in times-rules.tsv.
    private const int ThisWeek = 3, BeforeLast = -3;

    // In months: within a year every day of the month up to the 30th falls on every weekday.
    private const int MonthsToEveryWeekday = 12;

    // In days: so near, a date is told in either tense ("was to open on 3 June"). Set on MEANTIME; re-run "stemma eval time".
    private const int NearDays = 120;

    // In months: news names no month so near the coming round of which is meant to be the one before ("agreed to sell it in
    // January", written in November). Set by the custom of writing "last January"; re-run "stemma eval time" when changed.
    private const int SoonMonths = 2;

    // In days: a quarter just over is still told of as to come, for its figures are. Set by the reporting habit of firms;
    // re-run "stemma eval time" when changed.
    private const int FiguresLag = 45;

    /// <summary>In years: "'30" written in 2026 is 2030, "'60" is 1960.</summary>
    private const int ShortYearAhead = 10;
}
