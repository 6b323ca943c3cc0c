namespace Stemma.Stories.Claims;

/// <summary>Tells where the times of two sentences show that they are about different things.</summary>
internal static class OtherTimes
{
    /// <summary>In days: of a report without a date, a time so long is no day of news.</summary>
    private const int DaysOfYear = 360;

    /// <summary>In days: what was so long before the report is not what it reports.</summary>
    private const int DaysOfNews = 31;

    /// <summary>True where both give times beside the slot, and one of them can be none of the other's: "in 2023" against "in 2024".</summary>
    public static bool Differ(ClaimSentence a, ClaimSentence b, Slot slot)
    {
        var x = a.Dates.Where(d => !d.Span.Overlaps(slot.A)).ToList();
        var y = b.Dates.Where(d => !d.Span.Overlaps(slot.B)).ToList();
        return x.Count > 0 && y.Count > 0 && (x.Exists(d => !y.Exists(e => Meet(d, e))) || y.Exists(e => !x.Exists(d => Meet(d, e))));
    }

    /// <summary>True where one tells of a time long before its report, and the other of none that can be the same.</summary>
    public static bool IsLongPast(ClaimSentence a, ClaimSentence b, Slot slot)
    {
        List<DatedSpan> x = [.. a.Dates.Where(d => !d.Span.Overlaps(slot.A))], y = [.. b.Dates.Where(d => !d.Span.Overlaps(slot.B))];
        return IsLongPast(a, x, y) || IsLongPast(b, y, x);
    }

    // The one tells of a time long before its report, the other of none that can be the same.
    private static bool IsLongPast(ClaimSentence own, List<DatedSpan> times, List<DatedSpan> others) =>
        times.Exists(t => (own.Published is { } day ? t.To.DayNumber < day.DayNumber - DaysOfNews : t.To.DayNumber - t.From.DayNumber >= DaysOfYear) && !others.Exists(o => Meet(t, o)));

    private static bool Meet(in DatedSpan a, in DatedSpan b) => a.From <= b.To && b.From <= a.To;
}
