using Stemma.Stories;

namespace Stemma.Presentation.Page;

/// <summary>What happened when, no finer than it is known, with the sentences that tell it.</summary>
internal static class TimelineSection
{
    // Sentences of one event shown at once; the rest is folded. Set by eye.
    private const int OpenTellings = 3;

    public static void Write(Html html, PageStory page)
    {
        if (page.Dossier.Timeline.Count == 0)
            return;
        html.Raw("<section id=\"timeline\" aria-labelledby=\"timeline-h\">\n<h2 id=\"timeline-h\">Timeline</h2>\n<ol class=\"timeline\">\n");
        for (int i = 0; i < page.Dossier.Timeline.Count; i++)
            WriteEvent(html, page, i + 1, page.Dossier.Timeline[i]);
        html.Raw("</ol>\n</section>\n");
    }

    private static void WriteEvent(Html html, PageStory page, int number, DossierEvent happening)
    {
        html.Write($"<li id=\"{PageStory.Event(number)}\" class=\"{(happening.Precision == "day" ? "day" : "span")}\"><div class=\"when\"><time datetime=\"{happening.From}\">{StoryWords.When(happening)}</time> ");
        if (happening.Precision is "season" or "interval")
            html.Write($"<small>{happening.Precision}</small> ");
        PageStory.WriteOrigins(html, happening.Origins);
        html.Raw("</div><div class=\"told\">\n");
        Telling[][] sentences = [.. happening.Tellings.Select((t, i) => new Telling(page.Story.Report(t.Report), i + 1, page.Story.Words(t.Report, t.Start, t.End)))
            .Where(t => t.Report is not null).GroupBy(t => t.Words, StringComparer.Ordinal).Select(g => g.ToArray())];
        WriteTellings(html, number, sentences.Take(OpenTellings));
        if (sentences.Length > OpenTellings)
        {
            html.Write($"<details><summary>{sentences.Length - OpenTellings} more</summary>\n");
            WriteTellings(html, number, sentences.Skip(OpenTellings));
            html.Raw("</details>\n");
        }
        html.Raw("</div></li>\n");
    }

    private sealed record Telling(NumberedReport? Report, int Number, string Words);

    // Reports that use the same sentence share one line.
    private static void WriteTellings(Html html, int happening, IEnumerable<Telling[]> sentences)
    {
        foreach (Telling[] sentence in sentences)
        {
            html.Raw("<p><span class=\"nums\">");
            foreach (Telling telling in sentence)
                PageStory.WriteNumber(html, telling.Report!, PageStory.EventWords(telling.Report!, happening, telling.Number));
            html.Write($"</span> {sentence[0].Words}</p>\n");
        }
    }
}
