using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Presentation.Page;

/// <summary>Reports side by side: the whole of the one that took, on its left what it was taken from.</summary>
internal static class PairSection
{
    // Characters of a stretch without any shared passage that are shown before it is shortened; set by eye.
    private const int MostOwn = 420;

    // Part of the later words above which nothing is marked: where most is new, marks hide more than they show. Set by eye.
    private const double MostMarked = 0.5;

    public static void Write(Html html, PageStory page)
    {
        if (page.Pairs.Shown.Count == 0)
            return;
        html.Raw("<section id=\"pairs\" aria-labelledby=\"pairs-h\">\n<h2 id=\"pairs-h\">Side by side</h2>\n<p class=\"note\">Right: the later text in its own order. Left: the words it shares. <del>Struck out</del>: left behind; <ins>underlined</ins>: new.</p>\n");
        WriteKey(html);
        if (page.Pairs.Shown.Count > 1)
        {
            html.Raw("<ul class=\"pairlist\">");
            foreach (ReportPair pair in page.Pairs.Shown)
                html.Write($"<li><a href=\"{page.Href(pair.Anchor)}\"><span class=\"num\">{pair.Source.Number}</span> <span aria-hidden=\"true\">{(pair.Parent?.Lost is null ? "→" : "·")}</span><span class=\"vh\">and</span> <span class=\"num\">{pair.Taker.Number}</span></a></li>");
            html.Raw("</ul>\n");
        }
        foreach (ReportPair pair in page.Pairs.Shown)
            WritePair(html, page, pair);
        if (page.Pairs.LeftOut > 0)
            html.Write($"<p class=\"note\">{StoryWords.Count(page.Pairs.LeftOut, "more pair")} would make this page too long; dossier.json holds every passage.</p>\n");
        html.Raw("</section>\n");
    }

    /// <summary>What the colours and lines mean.</summary>
    public static void WriteKey(Html html) => html.Raw(
        "<ul class=\"key\"><li><span class=\"p verbatim\">verbatim</span> word for word</li><li><span class=\"p edited\">edited</span> small changes</li><li><span class=\"p reworded\">reworded</span> the same said in other words</li><li><span class=\"p weak\">no proof</span> a shared quotation or a stock phrase</li></ul>\n");

    /// <summary>One pair.</summary>
    public static void WritePair(Html html, PageStory page, ReportPair pair)
    {
        html.Write($"<section class=\"pair\" id=\"{pair.Anchor}\">\n<h3>");
        page.WriteReport(html, pair.Source);
        html.Raw(pair.Parent is { Lost: null } ? " <span aria-hidden=\"true\">→</span><span class=\"vh\">to</span> " : " <span class=\"quiet\">and</span> ");
        page.WriteReport(html, pair.Taker);
        html.Raw("</h3>\n<p class=\"note\">");
        if (pair.Link is not { } link || pair.Parent is not { } parent)
            html.Raw("Neither took text from the other, as far as their words tell.");
        else if (parent.Lost is null)
            html.Write($"{StoryWords.Percent(link.Share)} of the words of {pair.Taker.Number} come from {pair.Source.Number}; {StoryWords.Confidence(link.Confidence)}.");
        else
            html.Write($"Both took from {StoryWords.Named(parent)}, neither from the other.");
        html.Raw("</p>\n");
        PageStory.WriteReasons(html, pair.Link?.Reasons ?? []);
        html.Write($"<table class=\"rows\" role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\"><th role=\"columnheader\" scope=\"col\"><span class=\"num\">{pair.Source.Number}</span> <bdi>{pair.Source.Label}</bdi></th><th role=\"columnheader\" scope=\"col\"><span class=\"num\">{pair.Taker.Number}</span> <bdi>{pair.Taker.Label}</bdi></th></tr></thead>\n<tbody role=\"rowgroup\">\n");
        string text = pair.Taker.Report.Text;
        int at = 0;
        foreach ((int number, DossierPassage passage) in InOrder(page.Pairs.Passages(pair), pair))
        {
            TextSpan taker = Side(passage, pair.Taker);
            WriteOwn(html, page, pair, at, taker.Start);
            WriteShared(html, page, pair, number, passage);
            at = Math.Max(at, taker.End);
        }
        WriteOwn(html, page, pair, at, text.Length);
        html.Raw("</tbody>\n</table>\n</section>\n");
    }

    private static IEnumerable<(int Number, DossierPassage Passage)> InOrder(IReadOnlyList<(int Number, DossierPassage Passage)> passages, ReportPair pair) =>
        passages.OrderBy(p => Side(p.Passage, pair.Taker)).ThenBy(p => p.Number);

    private static TextSpan Side(DossierPassage passage, NumberedReport report)
    {
        DossierSpan span = passage.A.Report == report.Report.Id ? passage.A : passage.B;
        int start = Math.Clamp(span.Start, 0, report.Report.Text.Length);
        return new TextSpan(start, Math.Clamp(span.End, start, report.Report.Text.Length));
    }

    private static void WriteShared(Html html, PageStory page, ReportPair pair, int number, DossierPassage passage)
    {
        TextSpan source = Side(passage, pair.Source);
        TextSpan taker = Side(passage, pair.Taker);
        string sourceText = pair.Source.Report.Text;
        string takerText = pair.Taker.Report.Text;
        IReadOnlyList<WordChange>? changes = passage.Kind == "verbatim" ? [] : WordDiff.Changes(sourceText, source, takerText, taker);
        if (changes is not null && changes.Sum(c => c.New.Length) > taker.Length * MostMarked)
            changes = null;
        html.Write($"<tr role=\"row\" id=\"{PageStory.Passage(number)}\" class=\"shared {Kind(passage)}\"><td role=\"cell\"><div class=\"label\">{Label(passage)} <a href=\"{page.Href(PageStory.PassageWords(pair.Source, number))}\">in {pair.Source.Number}<span class=\"vh\">, {pair.Source.Label}</span></a></div><div class=\"words\">");
        WriteSide(html, sourceText, source, changes?.Select(c => c.Old), "del");
        html.Write($"</div></td><td role=\"cell\"><div class=\"label\"><a href=\"{page.Href(PageStory.PassageWords(pair.Taker, number))}\">in {pair.Taker.Number}<span class=\"vh\">, {pair.Taker.Label}</span></a></div><div class=\"words\">");
        WriteSide(html, takerText, taker, changes?.Select(c => c.New), "ins");
        html.Raw("</div></td></tr>\n");
    }

    private static void WriteSide(Html html, string text, TextSpan span, IEnumerable<TextSpan>? marked, string element)
    {
        int at = span.Start;
        foreach (TextSpan mark in (marked ?? []).Where(m => !m.IsEmpty))
        {
            html.Write($"{text.AsSpan(at, mark.Start - at)}<{new Markup(element)}>{mark.Over(text)}</{new Markup(element)}>");
            at = mark.End;
        }
        html.Write($"{text.AsSpan(at, span.End - at)}");
    }

    private static void WriteOwn(Html html, PageStory page, ReportPair pair, int from, int to)
    {
        var own = new System.Text.StringBuilder();
        string text = pair.Taker.Report.Text;
        int at = from;
        foreach (DossierCut cut in pair.Taker.Report.Cut.Where(c => c.End > from && c.Start < to).OrderBy(c => c.Start))
        {
            if (cut.Start > at)
                own.Append(text, at, cut.Start - at).Append('\n');
            at = Math.Clamp(cut.End, at, to);
        }
        if (to > at)
            own.Append(text, at, to - at);
        // The full stop of the passage before is no words of its own.
        string words = own.ToString().TrimStart([.. " \n\t.,;:!?…"]).TrimEnd();
        if (!words.Any(char.IsLetterOrDigit))
            return;
        html.Write($"<tr role=\"row\" class=\"own\"><td role=\"cell\"><div class=\"label\">not in {pair.Source.Number}</div></td><td role=\"cell\"><div class=\"words\">{StoryWords.Shorten(words, MostOwn)}");
        if (words.Length > MostOwn)
            html.Write($" <a href=\"{page.Href(PageStory.Report(pair.Taker))}\">whole text</a>");
        html.Raw("</div></td></tr>\n");
    }

    private static string Label(DossierPassage passage) => passage.Use switch
    {
        "quotation" => "both quote it",
        "stock" => "stock phrase",
        _ => passage.Kind == "verbatim" ? "verbatim" : $"{passage.Kind}, {StoryWords.Percent(passage.Similarity)} alike",
    };

    /// <summary>The class of a passage on the page.</summary>
    public static string Kind(DossierPassage passage) => (passage.Use, passage.Kind) switch
    {
        ("quotation" or "stock", _) => "weak",
        (_, "verbatim" or "edited" or "reworded") => passage.Kind,
        _ => "edited",
    };
}
