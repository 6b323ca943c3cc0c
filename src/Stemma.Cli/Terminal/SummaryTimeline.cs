using Stemma.Presentation;
using Stemma.Stories;

namespace Stemma.Cli.Terminal;

/// <summary>What happened when, one sentence for each.</summary>
internal static class SummaryTimeline
{
    // Events that are printed before the rest is only counted; characters of a sentence. Set by eye.
    private const int MostEvents = 12;
    private const int SentenceLength = 150;

    // Columns: the date stands beside its sentence where at least this much is left for the sentence.
    private const int LeastSentence = 36;

    public static void Write(SummaryPrinter printer, StoryIndex story)
    {
        IReadOnlyList<DossierEvent> all = story.Dossier.Timeline;
        if (all.Count == 0)
            return;
        DossierEvent[] events = Chosen(all);
        printer.Title("What happened when");
        string[] when = [.. events.Select(StoryWords.When)];
        int column = when.Max(SummaryPrinter.Cells);
        bool beside = printer.Width - column - 4 >= LeastSentence;
        for (int i = 0; i < when.Length; i++)
        {
            Phrase sentence = Sentence(story, events[i]);
            if (beside)
            {
                string pad = new(' ', column + 4);
                printer.Print(sentence, "  " + when[i] + new string(' ', column - SummaryPrinter.Cells(when[i]) + 2), pad);
                continue;
            }
            printer.Print(new Phrase().Add(when[i], Ink.Strong), "  ", "  ");
            printer.Print(sentence, "    ", "    ");
        }
        StorySummary.More(printer, all.Count - events.Length, "  ");
    }

    // Where there is no room for all: what most reports tell, then what is known to the day; printed in the order of time.
    private static DossierEvent[] Chosen(IReadOnlyList<DossierEvent> all) =>
        [.. all.Select((e, i) => (Event: e, Index: i))
            .OrderByDescending(x => x.Event.Tellings.Select(t => t.Report).Distinct(StringComparer.Ordinal).Count())
            .ThenByDescending(x => x.Event.Precision == "day")
            .ThenBy(x => x.Index)
            .Take(MostEvents)
            .OrderBy(x => x.Index)
            .Select(x => x.Event)];

    private static Phrase Sentence(StoryIndex story, DossierEvent happening)
    {
        DossierSpan? telling = happening.Tellings.OrderBy(t => story.Report(t.Report)?.Number ?? int.MaxValue).FirstOrDefault();
        Phrase phrase = telling is null ? "" : StoryWords.Shorten(story.Words(telling.Report, telling.Start, telling.End), SentenceLength);
        return StorySummary.Numbers(phrase, happening.Tellings.Select(t => story.Report(t.Report)).OfType<NumberedReport>());
    }
}
