using System.Globalization;

namespace Stemma.Annotation.Times;

/// <summary>Gives times of day their day, and writes them.</summary>
internal static class ClockResolver
{
    /// <summary>The place, null where the day that goes with the time is not known.</summary>
    public static TimePlace? Resolve(ClockTime clock, TimeTense tense, DateOnly? published, TimeContext? context, out string rule)
    {
        TimePlace? on;
        if (clock.On is not null)
        {
            on = MeaningResolver.Resolve(clock.On, tense, published, context, out _);
            rule = "the day that stands with it";
        }
        else if (clock.Hour is null && MeaningResolver.DaySpokenOf(published, context) is { } spoken)
        {
            on = spoken;
            rule = "a part of the day without a day: of the day spoken of last";
        }
        else
        {
            on = published is { } day ? TimePlace.Day(day) : null;
            rule = "a time of day without a day: of the day of publication";
        }
        return on is { Precision: TimePrecision.Day, Form: TimexForm.Day } place ? place with { Words = Written(clock) } : null;
    }

    /// <summary>The time of day as TIMEX3 writes it after the day (ISO 8601, section 5.3): "T14:30", "T07:56:30", "T13:00Z", "TMO".</summary>
    public static string Written(ClockTime clock)
    {
        if (clock.Hour is not { } hour)
            return clock.DayPart is { } part ? "T" + part : "";
        string second = clock.Second is { } s ? string.Create(CultureInfo.InvariantCulture, $":{s:00}") : "";
        string zone = clock.Offset is { } offset
            ? string.Create(CultureInfo.InvariantCulture, $"{(offset < 0 ? '-' : '+')}{Math.Abs(offset) / 60:00}:{Math.Abs(offset) % 60:00}")
            : clock.IsUniversal ? "Z" : "";
        return string.Create(CultureInfo.InvariantCulture, $"T{hour:00}:{clock.Minute ?? 0:00}") + second + zone;
    }
}
