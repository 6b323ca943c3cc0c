using Stemma.Stories;

namespace Stemma.Presentation.Page;

/// <summary>The ledger of quotations: by speaker, each utterance with all its wordings and what changed between them.</summary>
internal static class QuoteSection
{
    public static void Write(Html html, PageStory page)
    {
        if (page.Dossier.Quotes.Count == 0)
            return;
        html.Raw("<section id=\"quotes\" aria-labelledby=\"quotes-h\">\n<h2 id=\"quotes-h\">Who said what</h2>\n<p class=\"note\">Under each speaker the utterances that several reports quote come first, with what became of the words. <del>Struck out</del>: in the earlier wording only; <ins>underlined</ins>: in the later one only; <span class=\"respelt\">dotted</span>: spelled or marked otherwise. <b class=\"meaning\">≠</b> stands before what changes the meaning, with the reason below.</p>\n");
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (QuotedSpeaker speaker in QuoteLedger.Of(page.Story))
            WriteSpeaker(html, page, speaker, written);
        html.Raw("</section>\n");
    }

    private static void WriteSpeaker(Html html, PageStory page, QuotedSpeaker speaker, HashSet<string> written)
    {
        html.Raw("<article class=\"speaker\">\n");
        if (speaker.Name is { } name)
            html.Write($"<h3><bdi>{name}</bdi></h3>\n");
        else
            html.Raw("<h3 class=\"quiet\">Speaker not told</h3>\n");
        foreach (DossierWording wording in speaker.Wordings)
            WriteWording(html, page, wording, written);
        if (speaker.Single.Count > 0)
        {
            if (speaker.Wordings.Count > 0)
                html.Raw("<p class=\"small-head\">In one report only</p>\n");
            html.Raw("<ul class=\"single\">\n");
            foreach (DossierQuote quote in speaker.Single)
            {
                html.Write($"<li{Anchor(page, quote.Id, written)}>");
                WriteQuote(html, page, quote);
                html.Raw("</li>\n");
            }
            html.Raw("</ul>\n");
        }
        html.Raw("</article>\n");
    }

    private static void WriteWording(Html html, PageStory page, DossierWording wording, HashSet<string> written)
    {
        var pairs = new Dictionary<string, WordingPair>(StringComparer.Ordinal);
        foreach (WordingPair pair in wording.Pairs)
            pairs.TryAdd(pair.B, pair);
        ILookup<string, WordingPair> same = pairs.Values.Where(p => p.Change == "same").ToLookup(p => p.A, StringComparer.Ordinal);
        html.Raw("<ol class=\"wording\">\n");
        foreach (string id in wording.Quotes)
        {
            if (page.Story.Quote(id) is not { } quote || (pairs.TryGetValue(id, out WordingPair? pair) && pair.Change == "same" && page.Story.Quote(pair.A) is not null))
                continue;
            html.Write($"<li{Anchor(page, id, written)}>");
            if (pair is not null && page.Story.Quote(pair.A) is { } earlier)
                WriteChanged(html, page, earlier, quote, pair);
            else
                WriteQuote(html, page, quote);
            WriteSame(html, page, id, same, written);
            html.Raw("</li>\n");
        }
        // What no pair leads to (again only by hand) is still shown.
        foreach (DossierQuote quote in wording.Quotes.Select(page.Story.Quote).OfType<DossierQuote>().Where(q => !written.Contains(page.Quote(q.Id)!)))
        {
            html.Write($"<li{Anchor(page, quote.Id, written)}>");
            WriteQuote(html, page, quote);
            html.Raw("</li>\n");
        }
        html.Raw("</ol>\n");
        WriteEarliest(html, page, wording);
    }

    // Only where the words differ is it a question which were first.
    private static void WriteEarliest(Html html, PageStory page, DossierWording wording)
    {
        if (wording.EarliestReasons.Count == 0 || !QuoteLedger.IsChanged(wording))
            return;
        string why = string.Join("; ", wording.EarliestReasons);
        if (wording.Earliest is { } first && page.Story.Quote(first) is { } quote && page.Story.Report(quote.Report) is { } report)
        {
            html.Raw("<p class=\"also\">First worded as in ");
            page.WriteNumber(html, report, page.QuoteWords(quote));
            html.Write($": {why}</p>\n");
        }
        else
        {
            html.Write($"<p class=\"also\">Not known which wording was first: {why}</p>\n");
        }
    }

    // Only a dossier made by hand names one quotation twice; its anchor stands where it comes first.
    private static Markup Anchor(PageStory page, string quote, HashSet<string> written) =>
        page.Quote(quote) is { } anchor && written.Add(anchor) ? new Markup($" id=\"{anchor}\"") : default;

    // Those that give the same words stand behind the one they equal, and behind them those that equal them.
    private static void WriteSame(Html html, PageStory page, string id, ILookup<string, WordingPair> same, HashSet<string> written)
    {
        var open = new Queue<string>([id]);
        var seen = new HashSet<string>([id], StringComparer.Ordinal);
        bool first = true;
        while (open.TryDequeue(out string? next))
        {
            foreach (WordingPair pair in same[next].Where(p => seen.Add(p.B)))
            {
                open.Enqueue(pair.B);
                if (page.Story.Quote(pair.B) is not { } quote || page.Story.Report(quote.Report) is not { } report)
                    continue;
                html.Raw(first ? "<p class=\"also\">The same words in <span class=\"nums\">" : "");
                first = false;
                html.Write($"<span{Anchor(page, quote.Id, written)}>");
                page.WriteNumber(html, report, page.QuoteWords(quote));
                html.Raw("</span>");
            }
        }
        html.Raw(first ? "" : "</span></p>");
    }

    private static void WriteQuote(Html html, PageStory page, DossierQuote quote)
    {
        html.Write($"<blockquote class=\"{(quote.Kind == "indirect" ? "indirect" : "direct")}\">{page.Story.Words(quote)}</blockquote>");
        WriteSource(html, page, quote, quote.Kind == "direct" ? "" : quote.Kind, null, []);
    }

    private static void WriteChanged(Html html, PageStory page, DossierQuote earlier, DossierQuote later, WordingPair pair)
    {
        html.Write($"<blockquote class=\"{(later.Kind == "indirect" ? "indirect" : "direct")}\">");
        int at = later.Start;
        foreach (WordingEdit edit in pair.Edits)
        {
            string kept = page.Story.Words(later.Report, at, edit.BStart);
            html.Write($"{kept}");
            string gone = page.Story.Words(earlier.Report, edit.AStart, edit.AEnd);
            string come = page.Story.Words(later.Report, edit.BStart, edit.BEnd);
            at = Math.Max(at, edit.BEnd);
            if (!WordingText.IsOfWords(edit))
            {
                if (come.Length > 0)
                    html.Write($"<span class=\"respelt\" title=\"{edit.Note}: {gone}\">{come}</span>");
                continue;
            }
            Markup sign = new(WordingText.ChangesMeaning(edit) ? "<b class=\"meaning\">≠<span class=\"vh\"> meaning changed: </span></b>" : "");
            if (gone.Length > 0)
                html.Write($"{(Touch(kept, gone) ? " " : "")}{sign}<del>{gone}</del>{(come.Length > 0 || Touch(gone, page.Story.Words(later.Report, edit.BEnd, later.End)) ? " " : "")}");
            if (come.Length > 0)
                html.Write($"{(gone.Length > 0 ? default : sign)}<ins>{come}</ins>");
        }
        html.Write($"{page.Story.Words(later.Report, at, later.End)}</blockquote>");
        WriteMeanings(html, page, earlier, later, pair);
        WriteSource(html, page, later, WordingText.Change(pair), page.Story.Report(earlier.Report), pair.Reasons);
    }

    // What a changed word does to the meaning, in words.
    private static void WriteMeanings(Html html, PageStory page, DossierQuote earlier, DossierQuote later, WordingPair pair)
    {
        if (pair.Speakers.Count == 2)
            html.Write($"<p class=\"meanings\"><b>{WordingText.MeaningSign} given to somebody else:</b> <del>{pair.Speakers[0]}</del> <ins>{pair.Speakers[1]}</ins></p>");
        WordingEdit[] changes = [.. pair.Edits.Where(WordingText.ChangesMeaning)];
        if (changes.Length == 0)
            return;
        html.Write($"<div class=\"meanings\"><b>{WordingText.MeaningSign} meaning changed</b><ul>");
        foreach (WordingEdit edit in changes)
        {
            string gone = page.Story.Words(earlier.Report, edit.AStart, edit.AEnd), come = page.Story.Words(later.Report, edit.BStart, edit.BEnd);
            html.Write($"<li>{(gone.Length > 0 ? $"“{gone}”" : "nothing")} → {(come.Length > 0 ? $"“{come}”" : "nothing")}: {edit.Nature}, {edit.Note}</li>");
        }
        html.Raw("</ul></div>");
    }

    // A word that is gone has no space of its own in the later text.
    private static bool Touch(string left, string right) =>
        left.Length > 0 && right.Length > 0 && char.IsLetterOrDigit(right[0]) && !char.IsWhiteSpace(left[^1]);

    // What the words are where they are no speech.
    private static string? Given(DossierQuote quote) => quote.Gives switch
    {
        "belief" => "what they think",
        "intention" => "what they mean to do",
        "order" => "what they want of others",
        "stance" => "for or against",
        _ => null,
    };

    private static void WriteSource(Html html, PageStory page, DossierQuote quote, string badge, NumberedReport? against, IReadOnlyList<string> pair)
    {
        html.Raw("<div class=\"source\">");
        if (badge.Length > 0)
        {
            html.Write($"<span class=\"badge {badge.Split(' ')[0]}\">{badge}</span> ");
            if (against is not null)
                html.Write($"<span class=\"quiet\">against {against.Number}</span> ");
        }
        if (Given(quote) is { } given)
            html.Write($"<span class=\"badge\">{given}</span> ");
        if (page.Story.Report(quote.Report) is { } report)
            html.Write($"<a class=\"report\" href=\"{page.Href(page.QuoteWords(quote))}\"><span class=\"num\">{report.Number}</span> <bdi>{report.Label}</bdi></a>");
        PageStory.WriteReasons(html, [.. quote.Reasons, .. pair]);
        html.Raw("</div>");
    }
}
