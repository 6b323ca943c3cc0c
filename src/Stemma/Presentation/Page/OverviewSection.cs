using Stemma.Stories;

namespace Stemma.Presentation.Page;

/// <summary>The big sentence, the counts, and what was taken from whom in words.</summary>
internal static class OverviewSection
{
    // The sentences that are shown at once; the rest is folded. Set by eye.
    private const int OpenSentences = 12;

    public static void WriteHeader(Html html, PageStory page)
    {
        Dossier dossier = page.Dossier;
        html.Raw("<header class=\"top\">\n<p class=\"kicker\">Stemma");
        if (page.Story.Title is { } title)
            html.Write($" <span aria-hidden=\"true\">·</span> <bdi>{title}</bdi>");
        html.Raw("</p>\n");
        if (dossier.Reports.Count == 0)
            html.Raw("<h1>No reports</h1>\n<p class=\"lead\">Nothing could be read, so there is nothing to show.</p>\n");
        else
            html.Write($"<h1>{StoryWords.Count(dossier.Reports.Count, "report")}, <em>{StoryWords.Count(dossier.Lineage.Origins.Count, "origin")}</em></h1>\n<p class=\"lead\">{StoryWords.Lead(page.Story)}</p>\n");
        html.Raw("</header>\n");
    }

    public static void Write(Html html, PageStory page)
    {
        html.Raw("<section id=\"overview\" aria-labelledby=\"overview-h\">\n<h2 id=\"overview-h\">Overview</h2>\n");
        WriteFacts(html, page);
        if (page.Dossier.Lineage.Origins.Count > 0)
            WriteOrigins(html, page);
        WriteSentences(html, page);
        html.Raw("</section>\n");
    }

    private static void WriteFacts(Html html, PageStory page)
    {
        Dossier dossier = page.Dossier;
        html.Raw("<ul class=\"facts\">\n");
        Fact(html, page, dossier.Lineage.Lost.Count, "lost dispatch", "lost dispatches", "lineage", "a text not in the set that must have been behind several reports");
        Fact(html, page, dossier.Passages.Count, "shared passage", "shared passages", page.Pairs.Shown.Count > 0 ? "pairs" : "reports", "verbatim, edited or reworded");
        Fact(html, page, dossier.Quotes.Count, "quotation", "quotations", "quotes", Speakers(dossier));
        Fact(html, page, dossier.Wordings.Count(w => w.Pairs.Any(p => p.Change != "same")), "changed wording", "changed wordings", "quotes", "one utterance, worded differently");
        Fact(html, page, dossier.Claims.Count(c => c.Verdict == "conflict"), "conflict", "conflicts", "claims", "reports that cannot both be right");
        Fact(html, page, dossier.Reports.Count(r => r.Published?.How == "inferred"), "inferred date", "inferred dates", "reports", "narrowed from what the reports say");
        Fact(html, page, dossier.Unread.Count, "input not read", "inputs not read", "unread", "left out of every count");
        html.Raw("</ul>\n");
    }

    private static void Fact(Html html, PageStory page, int count, string one, string many, string anchor, string note)
    {
        if (count > 0)
            html.Write($"<li><a href=\"{page.Href(anchor)}\"><b>{count}</b> {(count == 1 ? one : many)}</a> <small>{note}</small></li>\n");
    }

    private static string Speakers(Dossier dossier)
    {
        int speakers = dossier.Quotes.Where(q => q.Speaker is not null).Select(q => q.Speaker!.Id ?? q.Speaker.Name).Distinct(StringComparer.Ordinal).Count();
        return speakers == 0 ? "no report tells the speakers" : $"by {StoryWords.Count(speakers, "speaker")}";
    }

    private static void WriteOrigins(Html html, PageStory page)
    {
        html.Raw("<h3>The origins</h3>\n<ol class=\"origins\">\n");
        foreach (Origin origin in StoryWords.OriginsInOrder(page.Story))
        {
            html.Raw("<li>");
            if (page.Story.Lineage.Node(origin.Root) is { } root)
                page.WriteNode(html, root);
            NumberedReport[] others = [.. origin.Reports.Where(id => id != origin.Root).Select(page.Story.Report).OfType<NumberedReport>().OrderBy(r => r.Number)];
            if (others.Length == 0)
                html.Raw(" <span class=\"quiet\">stands alone</span>");
            else
            {
                html.Write($" <span class=\"quiet\">behind {StoryWords.Count(others.Length, "report")}</span> <span class=\"nums\">");
                foreach (NumberedReport report in others)
                    page.WriteNumber(html, report);
                html.Raw("</span>");
            }
            html.Raw("</li>\n");
        }
        html.Raw("</ol>\n");
    }

    private static void WriteSentences(Html html, PageStory page)
    {
        string[] sentences = [.. StoryWords.LineageInWords(page.Story)];
        if (sentences.Length == 0 || page.Dossier.Reports.Count < 2)
            return;
        html.Raw("<h3>In words</h3>\n<ul class=\"words\">\n");
        foreach (string sentence in sentences.Take(OpenSentences))
            html.Write($"<li>{sentence}</li>\n");
        html.Raw("</ul>\n");
        if (sentences.Length <= OpenSentences)
            return;
        html.Write($"<details><summary>{sentences.Length - OpenSentences} more</summary><ul class=\"words\">\n");
        foreach (string sentence in sentences.Skip(OpenSentences))
            html.Write($"<li>{sentence}</li>\n");
        html.Raw("</ul></details>\n");
    }
}
