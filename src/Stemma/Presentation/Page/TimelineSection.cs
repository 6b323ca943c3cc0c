using Stemma.Stories;

namespace Stemma.Presentation.Page;

/// <summary>What happened when, no finer than it is known, with the sentences that tell it; above it a drawing with what was published when.</summary>
internal static class TimelineSection
{
    // Sentences of one event shown at once; the rest is folded. Set by eye.
    private const int OpenTellings = 3;

    // Events of a long timeline that are shown at once: what a reader wants first. The rest is folded, each part in the order of time.
    private const int OpenEvents = 24;

    public static void Write(Html html, PageStory page)
    {
        IReadOnlyList<DossierEvent> all = page.Dossier.Timeline;
        if (all.Count == 0)
            return;
        html.Raw("<section id=\"timeline\" aria-labelledby=\"timeline-h\">\n<h2 id=\"timeline-h\">Timeline</h2>\n");
        TimelineDrawing.Write(html, page);
        HashSet<int> first = [.. all.Index().OrderBy(e => e.Item.Rank).ThenBy(e => e.Index).Take(all.Count <= OpenEvents + OpenEvents / 4 ? all.Count : OpenEvents).Select(e => e.Index)];
        WriteList(html, page, [.. first.Order()]);
        if (first.Count < all.Count)
        {
            html.Write($"<details><summary>{all.Count - first.Count} more, told by fewer or farther from the story</summary>\n");
            WriteList(html, page, [.. Enumerable.Range(0, all.Count).Where(i => !first.Contains(i))]);
            html.Raw("</details>\n");
        }
        html.Raw("</section>\n");
    }

    private static void WriteList(Html html, PageStory page, int[] events)
    {
        html.Raw("<ol class=\"timeline\">\n");
        foreach (int i in events)
            WriteEvent(html, page, i + 1, page.Dossier.Timeline[i]);
        html.Raw("</ol>\n");
    }

    private static void WriteEvent(Html html, PageStory page, int number, DossierEvent happening)
    {
        html.Write($"<li id=\"{PageStory.Event(number)}\" class=\"{(happening.Precision == "day" ? "day" : "span")}{Kind(happening)}\"><div class=\"when\"><time datetime=\"{happening.From}\">{TimelineWords.When(happening)}</time> ");
        if (Badge(happening) is { } badge)
            html.Write($"<span class=\"badge\">{badge}</span> ");
        if (happening.Precision is "season" or "interval")
            html.Write($"<small>{happening.Precision}</small> ");
        PageStory.WriteOrigins(html, happening.Origins);
        html.Raw("</div><div class=\"told\">\n");
        if (TimelineWords.Note(page.Story, happening) is { Length: > 0 } note)
            html.Write($"<p class=\"note\">{note}</p>\n");
        Telling[][] sentences = [.. happening.Tellings.Select((t, i) => new Telling(page.Story.Report(t.Report), i + 1, page.Story.Words(t.Report, t.Start, t.End), DateOf(happening, t)))
            .Where(t => t.Report is not null).GroupBy(t => (t.Date, t.Words)).Select(g => g.ToArray())];
        // Where the dates differ, those that give one stand together.
        if (happening.Conflict)
            sentences = [.. sentences.OrderBy(s => s[0].Date, StringComparer.Ordinal)];
        int open = happening.Conflict ? sentences.Length : OpenTellings;
        WriteTellings(html, page, number, sentences.Take(open));
        if (sentences.Length > open)
        {
            html.Write($"<details><summary>{sentences.Length - open} more</summary>\n");
            WriteTellings(html, page, number, sentences.Skip(open));
            html.Raw("</details>\n");
        }
        PageStory.WriteReasons(html, happening.Reasons);
        html.Raw("</div></li>\n");
    }

    /// <summary>The class of an entry's kind, a space before it; only words that the page knows.</summary>
    public static string Kind(DossierEvent happening) =>
        (happening.Kind switch { "planned" => " planned", "background" => " background", _ => "" }) + (happening.Conflict ? " conflict" : "");

    private static string? Badge(DossierEvent happening) => happening.Conflict ? "dates differ" : happening.Kind == "planned" ? "planned" : null;

    private sealed record Telling(NumberedReport? Report, int Number, string Words, string? Date);

    // The date of a telling, where it is not the one of the event.
    private static string? DateOf(DossierEvent happening, DossierEventTelling telling)
    {
        bool apart = string.CompareOrdinal(telling.From, happening.To) > 0 || string.CompareOrdinal(telling.To, happening.From) < 0;
        if (happening.Conflict || (apart && telling.Kind == "planned"))
            return StoryWords.Days(telling.From, telling.To) + (telling.Kind == "planned" ? ", planned" : "");
        return null;
    }

    // Reports that use the same sentence share one line.
    private static void WriteTellings(Html html, PageStory page, int happening, IEnumerable<Telling[]> sentences)
    {
        foreach (Telling[] sentence in sentences)
        {
            html.Raw("<p><span class=\"nums\">");
            foreach (Telling telling in sentence)
                page.WriteNumber(html, telling.Report!, PageStory.EventWords(telling.Report!, happening, telling.Number));
            html.Raw("</span> ");
            if (sentence[0].Date is { } date)
                html.Write($"<b>{date}:</b> ");
            html.Write($"{sentence[0].Words}</p>\n");
        }
    }
}
