using System.Globalization;
using Stemma.Annotation;
using Stemma.Reports;

namespace Stemma.Stories.Timeline;

/// <summary>Makes of copied tellings groups with one date each: the copied text's own words tell the day, not the day of the copy.</summary>
/// <remarks>
/// A reprint's "Monday" is the Monday of the text that it prints. Where the copies' own dates disagree by such words alone, those of the
/// text that was there first hold and the reason says so; where a copy changed the words of the date, the two stay apart.
/// </remarks>
internal sealed class CopiedDates(IReadOnlyList<AnnotatedReport> reports, TellerOrder order)
{
    /// <summary>The groups: one where all days agree or are the first text's, more where the words of the date differ.</summary>
    public IReadOnlyList<EventGroup> Groups(IReadOnlyList<TimelineItem> copies)
    {
        var groups = new List<EventGroup>();
        foreach (TimelineItem item in copies.OrderBy(i => order.Of(i.Report)).ThenBy(i => i.Telling.Time.Start))
        {
            EventGroup? fits = groups.Find(g => g.Fits(item));
            EventGroup? says = fits is null ? groups.Find(g => IsRepeated(g, item)) : null;
            if (fits is null && says is null)
                groups.Add(fits = new EventGroup());
            (fits ?? says!).Add(item, counts: fits is not null);
            if (says is not null)
                says.Reasons.Add(Repeated(says, item));
        }
        return groups;
    }

    // The same words of the date, which the day of publication turns into another day.
    private static bool IsRepeated(EventGroup group, TimelineItem item) => item.IsRelative && group.Items.Any(i => i.Meaning == item.Meaning && i.Report != item.Report);

    private string Repeated(EventGroup group, TimelineItem item)
    {
        AnnotatedReport report = reports[item.Report];
        string words = item.Telling.Time.Length <= LongestShown ? item.Telling.Time.In(report.Text) : "…";
        return $"“{report.Report.Id}” repeats the words of “{reports[group.Items[0].Report].Report.Id}”: its “{words}” is theirs, though from its own date it would be {Iso(item.From)}";
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>In UTF-16 code units of words shown in a reason.</summary>
    private const int LongestShown = 60;
}
