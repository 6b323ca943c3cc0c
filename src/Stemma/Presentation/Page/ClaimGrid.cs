using Stemma.Stories;

namespace Stemma.Presentation.Page;

/// <summary>The claims against the origins: which origin's text tells which value, and which is silent.</summary>
internal static class ClaimGrid
{
    // Origins with a column of their own, claims with a row, reports numbered in a cell, characters of a sentence. Set by eye; the rest is counted.
    private const int MostColumns = 5;
    private const int MostRows = 30;
    private const int MostNumbers = 6;
    private const int SentenceLength = 90;

    public static void Write(Html html, PageStory page)
    {
        (int Number, DossierClaim Claim)[] all = [.. page.Dossier.Claims.Select((c, i) => (Number: i + 1, Claim: c)).Where(c => c.Claim.Roots.Count > 0 && !ClaimWords.IsOfOneOrigin(c.Claim))
            .OrderBy(c => Rank(c.Claim)).ThenBy(c => c.Number)];
        if (all.Length == 0)
            return;
        (int Number, DossierClaim Claim)[] rows = [.. all.Take(MostRows)];
        Origin[] origins = [.. StoryWords.OriginsInOrder(page.Story).OrderByDescending(o => rows.Count(r => r.Claim.Roots.Contains(o.Root, StringComparer.Ordinal)))];
        Origin[] columns = [.. origins.Take(MostColumns)];
        HashSet<string> shown = [.. columns.Select(o => o.Root)];
        int others = rows.SelectMany(r => r.Claim.Roots).Distinct(StringComparer.Ordinal).Count(r => !shown.Contains(r));
        html.Raw("<div class=\"scroll\"><table class=\"grid\">\n<caption>What each origin’s text tells. A report that tells it in words of its own stands for itself; “silent”: no report of that origin tells it.</caption>\n<thead><tr><th scope=\"col\">Claim</th>");
        foreach (Origin origin in columns)
        {
            html.Raw("<th scope=\"col\">");
            if (page.Story.Lineage.Node(origin.Root) is { } node)
                page.WriteNode(html, node);
            html.Raw("</th>");
        }
        html.Write($"{(others > 0 ? Html.Fragment(h => h.Write($"<th scope=\"col\">{StoryWords.Count(others, "other text")}</th>")) : default)}</tr></thead>\n<tbody>\n");
        foreach ((int number, DossierClaim claim) in rows)
            WriteRow(html, page, number, claim, columns, others > 0 ? shown : null);
        html.Raw("</tbody>\n</table></div>\n");
        if (all.Length > rows.Length)
            html.Write($"<p class=\"note\">and {StoryWords.Count(all.Length - rows.Length, "more claim")} below</p>\n");
        if (origins.Length > columns.Length)
            html.Write($"<p class=\"note\">{StoryWords.Count(origins.Length - columns.Length, "more origin")} of the story {(origins.Length - columns.Length == 1 ? "has" : "have")} no column of {(origins.Length - columns.Length == 1 ? "its" : "their")} own.</p>\n");
    }

    private static int Rank(DossierClaim claim) => claim.Verdict switch { "conflict" => 0, "compatible" => 1, _ => 2 };

    private static void WriteRow(Html html, PageStory page, int number, DossierClaim claim, Origin[] columns, HashSet<string>? shown)
    {
        string kind = ClaimSection.Kind(claim);
        DossierTelling first = claim.Tellings[0];
        html.Write($"<tr class=\"{kind}\"><th scope=\"row\"><span class=\"badge {kind}\">{ClaimSection.Verdict(claim.Verdict)}</span> <a href=\"{page.Href(PageStory.Claim(number))}\">{ClaimWords.Snippet(page.Story, first, SentenceLength)}</a> <span class=\"rests\">{ClaimWords.ToldBy(claim)}</span></th>\n");
        foreach (Origin origin in columns)
        {
            bool tells = claim.Roots.Contains(origin.Root, StringComparer.Ordinal);
            html.Write($"<td data-label=\"{page.Story.Lineage.Node(origin.Root)?.Label}\"{new Markup(tells ? "" : " class=\"silent\"")}>");
            if (tells)
                WriteValues(html, page, number, claim, t => t.Root == origin.Root);
            else
                html.Write($"{(claim.Silent.Contains(origin.Id, StringComparer.Ordinal) ? "silent" : "only in other words")}");
            html.Raw("</td>\n");
        }
        if (shown is not null)
        {
            bool tells = claim.Roots.Any(r => !shown.Contains(r));
            html.Write($"<td data-label=\"others\"{new Markup(tells ? "" : " class=\"silent\"")}>");
            if (tells)
                WriteValues(html, page, number, claim, t => !shown.Contains(t.Root));
            else
                html.Raw("silent");
            html.Raw("</td>\n");
        }
        html.Raw("</tr>\n");
    }

    private static void WriteValues(Html html, PageStory page, int number, DossierClaim claim, Func<DossierTelling, bool> isHere)
    {
        foreach (IGrouping<string, DossierTelling> value in claim.Tellings.Where(isHere).GroupBy(t => t.Key, StringComparer.Ordinal))
        {
            html.Write($"<p><b>{value.First().Value}</b>{(value.Any(t => t.Source is { Changed: true }) ? " (changed on the way)" : "")} <span class=\"nums\">");
            ClaimSection.WriteNumbers(html, page, number, claim, value.Select(t => t.Report), MostNumbers);
            html.Raw("</span></p>\n");
        }
    }
}
