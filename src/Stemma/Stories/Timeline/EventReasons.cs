using System.Globalization;
using Stemma.Annotation;

namespace Stemma.Stories.Timeline;

/// <summary>Puts into words why tellings are one event.</summary>
internal static class EventReasons
{
    /// <summary>Why two clauses are one event.</summary>
    public static string Same(TimelineItem a, TimelineItem b, Likeness likeness, IReadOnlyList<AnnotatedReport> reports) =>
        $"{(a.Report == b.Report ? $"two sentences of {Id(a, reports)}" : $"{Id(a, reports)} and {Id(b, reports)}")} give a time that can be the same and share the words {string.Join(", ", likeness.Words.Take(MostShown))}";

    /// <summary>That two groups of tellings differ in the day.</summary>
    public static string Conflict(EventGroup a, EventGroup b, bool plans, IReadOnlyList<AnnotatedReport> reports) =>
        $"{Days(a)} in {Ids(a, reports)}, {Days(b)} in {Ids(b, reports)}: the same act, {(plans ? "planned for days that cannot both be right, or put off" : "told with days that cannot both be right")}";

    /// <summary>That what happened had been planned, for the same day or another.</summary>
    public static string Planned(IReadOnlyCollection<TimelineItem> plans, IReadOnlyCollection<TimelineItem> told) =>
        $"told as something to come by {Count(plans)}, as something that happened by {Count(told)}";

    /// <summary>That it was planned for another day.</summary>
    public static string OtherDay(EventGroup plan, EventGroup told, IReadOnlyList<AnnotatedReport> reports) =>
        $"planned for {Days(plan)} ({Ids(plan, reports)}), told as happened on {Days(told)} ({Ids(told, reports)})";

    /// <summary>The days of a group.</summary>
    public static string Days(EventGroup group) => group.From == group.To ? Iso(group.From) : $"{Iso(group.From)} to {Iso(group.To)}";

    private static string Count(IReadOnlyCollection<TimelineItem> items)
    {
        int reports = items.Select(i => i.Report).Distinct().Count();
        return string.Create(CultureInfo.InvariantCulture, $"{reports} report{(reports == 1 ? "" : "s")}");
    }

    private static string Ids(EventGroup group, IReadOnlyList<AnnotatedReport> reports)
    {
        string[] ids = [.. group.Items.Select(i => i.Report).Distinct().Order().Select(r => $"“{reports[r].Report.Id}”")];
        return ids.Length <= MostIds ? string.Join(", ", ids) : string.Join(", ", ids.Take(MostIds)) + string.Create(CultureInfo.InvariantCulture, $" and {ids.Length - MostIds} more");
    }

    private static string Id(TimelineItem item, IReadOnlyList<AnnotatedReport> reports) => $"“{reports[item.Report].Report.Id}”";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>In words and in reports of a reason.</summary>
    private const int MostShown = 6, MostIds = 3;
}
