using Stemma.Presentation;
using Stemma.Stories;

namespace Stemma.Cli.Terminal;

/// <summary>What happened when, and when it was published: one clause for each event.</summary>
internal static class SummaryTimeline
{
    // Events that are printed before the rest is only counted; days of publication in the lane, and reports that are numbered for one. Set by eye.
    private const int MostEvents = 12;
    private const int MostDays = 8;
    private const int MostOfDay = 5;

    // Columns: the date stands beside its sentence where at least this much is left for the sentence.
    private const int LeastSentence = 36;

    public static void Write(SummaryPrinter printer, StoryIndex story)
    {
        IReadOnlyList<DossierEvent> all = story.Dossier.Timeline;
        if (all.Count == 0)
            return;
        DossierEvent[] events = [.. all.Index().OrderBy(e => e.Item.Rank).ThenBy(e => e.Index).Take(MostEvents).OrderBy(e => e.Index).Select(e => e.Item)];
        printer.Title("What happened when");
        string[] when = [.. events.Select(TimelineWords.When)];
        int column = Math.Max("published".Length, when.Max(SummaryPrinter.Cells));
        if (printer.Width - column - 4 < LeastSentence)
            column = 0;
        Line(printer, column, "published", Published(story));
        for (int i = 0; i < when.Length; i++)
        {
            Line(printer, column, when[i], Event(story, events[i]));
            if (events[i].Conflict)
                WriteDates(printer, story, events[i], column);
        }
        StorySummary.More(printer, all.Count - events.Length, "  ", "on the page and in the data");
    }

    // A column of 0 stands for one above the other.
    private static void Line(SummaryPrinter printer, int column, string when, Phrase what)
    {
        if (column > 0)
        {
            printer.Print(what, "  " + when + new string(' ', column - SummaryPrinter.Cells(when) + 2), new string(' ', column + 4));
            return;
        }
        printer.Print(new Phrase().Add(when, Ink.Strong), "  ", "  ");
        printer.Print(what, "    ", "    ");
    }

    private static Phrase Published(StoryIndex story)
    {
        var phrase = new Phrase();
        IReadOnlyList<(string When, IReadOnlyList<NumberedReport> Reports)> days = TimelineWords.Published(story);
        for (int i = 0; i < days.Count && i < MostDays; i++)
        {
            phrase.Add(i == 0 ? days[i].When : "; " + days[i].When, Ink.Quiet);
            if (days[i].Reports.Count > MostOfDay)
                phrase.Add($" ({StoryWords.Count(days[i].Reports.Count, "report")})", Ink.Quiet);
            else
                StorySummary.Numbers(phrase, days[i].Reports);
        }
        return days.Count > MostDays ? phrase.Add(FormattableString.Invariant($"; {days.Count - MostDays} more days"), Ink.Quiet) : phrase;
    }

    private static Phrase Event(StoryIndex story, DossierEvent happening)
    {
        var phrase = new Phrase();
        if (happening.Conflict)
            phrase.Add("≠ ", Ink.Warn);
        if (happening.Kind == "planned")
            phrase.Add("planned: ", Ink.Quiet);
        phrase.Add(TimelineWords.Label(story, happening));
        StorySummary.Numbers(phrase, happening.Tellings.Select(t => story.Report(t.Report)).OfType<NumberedReport>());
        if (happening.Origins.Count > 1)
            phrase.Add($" {StoryWords.Count(happening.Origins.Count, "origin")}", Ink.Quiet);
        return TimelineWords.Note(story, happening) is { Length: > 0 } note ? phrase.Add($" · {note}", Ink.Quiet) : phrase;
    }

    private static void WriteDates(SummaryPrinter printer, StoryIndex story, DossierEvent happening, int column)
    {
        string before = new(' ', column > 0 ? column + 6 : 6);
        foreach (EventDate date in TimelineWords.Dates(happening))
            printer.Print(StorySummary.Numbers(StoryWords.Days(date.From, date.To), date.Reports.Select(story.Report).OfType<NumberedReport>()), before, before + "  ");
    }
}
