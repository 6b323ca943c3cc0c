using System.Globalization;
using Stemma.Stories;

namespace Stemma.Presentation;

/// <summary>The timeline in the words that the page and the terminal share.</summary>
public static class TimelineWords
{
    // Days that are joined by "or" where they differ; more are written as a stretch.
    private const int MostDays = 2;

    // Characters of a clause. Set by eye.
    private const int ClauseLength = 150;

    /// <summary>When something happened, no finer than it is known: "12 or 13 March 2031" where the reports differ.</summary>
    public static string When(DossierEvent happening)
    {
        ArgumentNullException.ThrowIfNull(happening);
        (string From, string To)[] days = [.. Dates(happening).Select(d => (d.From, d.To))];
        if (!happening.Conflict || days.Length != MostDays || Array.Exists(days, d => d.From != d.To))
            return StoryWords.When(happening);
        string last = StoryWords.Days(days[1].From, days[1].To), first = StoryWords.Days(days[0].From, days[0].To);
        // "12 or 13 March 2031": what both have at their ends is said once.
        int space = first.IndexOf(' ', StringComparison.Ordinal);
        bool sameMonth = space > 0 && last.EndsWith(first[space..], StringComparison.Ordinal);
        return $"{(sameMonth ? first[..space] : first)} or {last}";
    }

    /// <summary>The dates that the tellings of what happened give, or of what is planned where no report tells more; of overlapping ones the narrowest.</summary>
    public static IReadOnlyList<EventDate> Dates(DossierEvent happening)
    {
        ArgumentNullException.ThrowIfNull(happening);
        bool told = happening.Tellings.Any(t => t.Kind != "planned");
        var dates = new List<EventDate>();
        foreach (DossierEventTelling telling in happening.Tellings.Where(t => !told || t.Kind != "planned")
            .OrderBy(t => Length(t.From, t.To)).ThenBy(t => t.From, StringComparer.Ordinal))
        {
            if (dates.Find(d => string.CompareOrdinal(d.From, telling.To) <= 0 && string.CompareOrdinal(telling.From, d.To) <= 0) is { } same)
                same.Reports.Add(telling.Report);
            else
                dates.Add(new EventDate(telling.From, telling.To, [telling.Report]));
        }
        return [.. dates.OrderBy(d => d.From, StringComparer.Ordinal).ThenBy(d => d.To, StringComparer.Ordinal)];
    }

    /// <summary>The clause that names the event, "…" before it where it starts inside its sentence; its whole sentence where none is named.</summary>
    public static string Label(StoryIndex story, DossierEvent happening)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(happening);
        if (happening.Label is not { } label)
        {
            return happening.Tellings.OrderBy(t => story.Report(t.Report)?.Number ?? int.MaxValue).FirstOrDefault() is { } first
                ? StoryWords.Shorten(story.Words(first.Report, first.Start, first.End), ClauseLength) : "";
        }
        string words = story.Words(label.Report, label.Start, label.End);
        bool inside = words.Length > 0 && char.IsLower(words[0]);
        return StoryWords.Shorten((inside ? "…\u00A0" : "") + words, ClauseLength);
    }

    /// <summary>What makes the entry more, or less, than a thing that happened: a plan that others tell as happened, an open date; empty where nothing does.</summary>
    public static string Note(StoryIndex story, DossierEvent happening)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(happening);
        var notes = new List<string>();
        DossierEventTelling[] plans = [.. happening.Tellings.Where(t => t.Kind == "planned")];
        if (happening.Kind != "planned" && plans.Length > 0)
            notes.Add(Planned(story, happening, plans));
        if (happening.Undated.Count > 0)
        {
            string[] numbers = [.. happening.Undated.Select(story.Report).OfType<NumberedReport>().Select(r => r.Number).Order().Select(n => n.ToString(CultureInfo.InvariantCulture))];
            if (numbers.Length > 0)
                notes.Add($"{(numbers.Length == 1 ? "report" : "reports")} {StoryWords.Join(numbers)} {(numbers.Length == 1 ? "has" : "have")} no sure date");
        }
        return string.Join("; ", notes);
    }

    /// <summary>The reports by their days of publication, earliest first.</summary>
    public static IReadOnlyList<(string When, IReadOnlyList<NumberedReport> Reports)> Published(StoryIndex story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return [.. story.Reports.GroupBy(r => StoryWords.Published(r.Report), StringComparer.Ordinal).Select(g => (g.Key, (IReadOnlyList<NumberedReport>)[.. g]))];
    }

    private static string Planned(StoryIndex story, DossierEvent happening, DossierEventTelling[] plans)
    {
        string by = StoryWords.Join([.. plans.Select(p => story.Report(p.Report)).OfType<NumberedReport>().Select(r => r.Number).Distinct().Order().Select(n => n.ToString(CultureInfo.InvariantCulture))]);
        DossierEventTelling[] other = [.. plans.Where(p => string.CompareOrdinal(p.From, happening.To) > 0 || string.CompareOrdinal(p.To, happening.From) < 0)];
        return other.Length > 0 ? $"was planned for {StoryWords.Days(other[0].From, other[0].To)} (told by {by})" : $"told as a plan by {by}";
    }

    private static int Length(string from, string to) =>
        TryDay(from, out DateOnly first) && TryDay(to, out DateOnly last) ? last.DayNumber - first.DayNumber : int.MaxValue;

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}

/// <summary>A date that some tellings of an event give.</summary>
/// <param name="From">The first day, ISO 8601.</param>
/// <param name="To">The last day, ISO 8601.</param>
/// <param name="Reports">The ids of the reports that give it.</param>
public sealed record EventDate(string From, string To, List<string> Reports);
