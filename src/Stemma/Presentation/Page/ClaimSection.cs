using Stemma.Stories;

namespace Stemma.Presentation.Page;

/// <summary>What stands on how many origins: the grid, what the reports tell differently side by side, what they agree on, what many have from one text.</summary>
internal static class ClaimSection
{
    // Wordings of one claim that are shown, and reports numbered for one value; all tellings are marked in the reports. Set by eye.
    private const int MostTellings = 12;
    private const int MostNumbers = 24;

    // Claims of one kind that are shown at once; more are folded. Set by eye.
    private const int OpenAgreed = 3;
    private const int OpenOfOneOrigin = 6;

    public static void Write(Html html, PageStory page)
    {
        if (page.Dossier.Claims.Count == 0)
            return;
        html.Raw("<section id=\"claims\" aria-labelledby=\"claims-h\">\n<h2 id=\"claims-h\">");
        html.Write($"{Title(page.Dossier)}</h2>\n");
        ClaimGrid.Write(html, page);
        (int Number, DossierClaim Claim)[] claims = [.. page.Dossier.Claims.Select((c, i) => (i + 1, c))];
        foreach ((int number, DossierClaim claim) in claims.Where(c => c.Claim.Verdict == "conflict").Concat(claims.Where(c => c.Claim.Verdict == "compatible")))
            WriteClaim(html, page, number, claim);
        (int Number, DossierClaim Claim)[] agreed = [.. claims.Where(c => ClaimWords.IsAgreed(c.Claim))];
        Folded(html, agreed, agreed.Length <= OpenAgreed ? OpenAgreed : 0, "claims that the reports agree on", c => WriteClaim(html, page, c.Number, c.Claim));
        WriteOfOneOrigin(html, page, [.. claims.Where(c => ClaimWords.IsOfOneOrigin(c.Claim))]);
        if (ClaimWords.LeftOut(page.Dossier.Compared) is { Length: > 0 } leftOut)
            html.Write($"<p class=\"note\">{leftOut}.</p>\n");
        html.Raw("</section>\n");
    }

    // Those after the first "open" are folded.
    private static void Folded(Html html, (int Number, DossierClaim Claim)[] claims, int open, string what, Action<(int Number, DossierClaim Claim)> write)
    {
        foreach ((int, DossierClaim) claim in claims.Take(open))
            write(claim);
        if (claims.Length <= open)
            return;
        html.Write($"<details><summary>{claims.Length - open} {what}</summary>\n");
        foreach ((int, DossierClaim) claim in claims.Skip(open))
            write(claim);
        html.Raw("</details>\n");
    }

    private static void WriteClaim(Html html, PageStory page, int number, DossierClaim claim)
    {
        html.Write($"<article class=\"claim {Kind(claim)}\" id=\"{PageStory.Claim(number)}\">\n<h3><span class=\"badge {Kind(claim)}\">{Verdict(claim.Verdict)}</span> {Values(claim)} <span class=\"rests\">{ClaimWords.ToldBy(claim)}</span></h3>\n");
        WriteSupport(html, page, number, claim);
        WriteTellings(html, page, number, claim);
        PageStory.WriteReasons(html, claim.Reasons);
        html.Raw("</article>\n");
    }

    private static void WriteSupport(Html html, PageStory page, int number, DossierClaim claim)
    {
        if (claim.Support.Count == 0)
            return;
        html.Raw("<ul class=\"support\">\n");
        foreach (DossierSupport value in claim.Support)
        {
            html.Write($"<li><b>{value.Value}</b> <span class=\"nums\">");
            WriteNumbers(html, page, number, claim, value.Reports);
            html.Write($"</span> <span class=\"quiet\">{ClaimWords.Rests(page.Story, claim, value)}</span></li>\n");
        }
        html.Raw("</ul>\n");
    }

    /// <summary>The numbers of reports, each linked to the words in which it tells the claim; beyond some the rest is counted.</summary>
    public static void WriteNumbers(Html html, PageStory page, int number, DossierClaim claim, IEnumerable<string> reports, int most = MostNumbers)
    {
        HashSet<string> asked = [.. reports];
        (NumberedReport Report, int Telling)[] told = [.. claim.Tellings.Select((t, i) => (Report: asked.Remove(t.Report) ? page.Story.Report(t.Report) : null, Telling: i + 1))
            .Where(t => t.Report is not null).Select(t => (t.Report!, t.Telling)).OrderBy(t => t.Item1.Number)];
        foreach ((NumberedReport report, int telling) in told.Take(most))
            page.WriteNumber(html, report, PageStory.TellingWords(report, number, telling));
        if (told.Length > most)
            html.Write($" <span class=\"quiet\">+{told.Length - most}</span>");
    }

    private static void WriteTellings(Html html, PageStory page, int number, DossierClaim claim)
    {
        // Each wording once; the first of each value before the second of any.
        var turns = new Dictionary<string, int>(StringComparer.Ordinal);
        (DossierTelling Telling, int Index)[] shown = [.. claim.Tellings.Select((t, i) => (Telling: t, Index: i))
            .DistinctBy(t => page.Story.Words(t.Telling.Report, t.Telling.Start, t.Telling.End), StringComparer.Ordinal)
            .Select(t => (t.Telling, t.Index, Turn: turns[t.Telling.Key] = turns.GetValueOrDefault(t.Telling.Key) + 1))
            .OrderBy(t => t.Turn).ThenBy(t => t.Index).Take(MostTellings).Select(t => (t.Telling, t.Index)).OrderBy(t => t.Index)];
        html.Raw("<ul class=\"tellings\">\n");
        foreach ((DossierTelling telling, int index) in shown)
        {
            if (page.Story.Report(telling.Report) is not { } report)
                continue;
            html.Raw("<li>");
            html.Write($"<a class=\"report\" href=\"{page.Href(PageStory.TellingWords(report, number, index + 1))}\"><span class=\"num\">{report.Number}</span> <bdi>{report.Label}</bdi></a> ");
            WriteSentence(html, page, telling);
            html.Raw("</li>\n");
        }
        html.Raw("</ul>\n");
        if (claim.Tellings.Count > shown.Length)
            html.Write($"<p class=\"note\">and {StoryWords.Count(claim.Tellings.Count - shown.Length, "telling")} more in these or like words, marked in the reports</p>\n");
    }

    private static void WriteSentence(Html html, PageStory page, DossierTelling telling)
    {
        html.Write($"<span class=\"telling\">{page.Story.Words(telling.Report, telling.Start, Math.Max(telling.Start, telling.ValueStart))}");
        html.Write($"<b>{page.Story.Words(telling.Report, telling.ValueStart, telling.ValueEnd)}</b>{page.Story.Words(telling.Report, telling.ValueEnd, telling.End)}</span>");
    }

    private static void WriteOfOneOrigin(Html html, PageStory page, (int Number, DossierClaim Claim)[] claims)
    {
        if (claims.Length == 0)
            return;
        html.Raw("<h3 id=\"one-origin\">Widely told, one origin</h3>\n<p class=\"note\">Many reports have these statements, and all have them from one text: that is one source, however often it is printed.</p>\n");
        Folded(html, claims, OpenOfOneOrigin, "more", c => WriteChain(html, page, c.Number, c.Claim));
    }

    private static void WriteChain(Html html, PageStory page, int number, DossierClaim claim)
    {
        DossierTelling first = claim.Chain.Select(id => claim.Tellings.FirstOrDefault(t => t.Report == id)).OfType<DossierTelling>().FirstOrDefault() ?? claim.Tellings[0];
        html.Write($"<article class=\"claim agree tellings\" id=\"{PageStory.Claim(number)}\">\n<p>");
        WriteSentence(html, page, first);
        html.Write($" <span class=\"rests\">{ClaimWords.ToldBy(claim)}</span></p>\n<ol class=\"chain\">\n");
        foreach (ClaimStep step in ClaimWords.Steps(page.Story, claim))
        {
            html.Raw("<li>");
            page.WriteNode(html, step.From);
            html.Write($" <span class=\"quiet\">{(step.IsShared ? "has the same words as" : "was taken up by")}</span> <span class=\"nums\">");
            WriteNumbers(html, page, number, claim, step.To.Select(r => r.Report.Id));
            html.Raw("</span></li>\n");
        }
        html.Raw("</ol>\n");
        PageStory.WriteReasons(html, claim.Reasons);
        html.Raw("</article>\n");
    }

    /// <summary>What the section is called.</summary>
    public static string Title(Dossier dossier) => dossier.Claims.Any(c => c.Verdict != "agree") ? "Told differently" : "Told alike";

    /// <summary>The class of a claim on the page.</summary>
    public static string Kind(DossierClaim claim) => claim.Verdict is "conflict" or "compatible" ? claim.Verdict : "agree";

    private static string Values(DossierClaim claim) =>
        string.Join(" / ", claim.Tellings.Select(t => t.Value).Distinct(StringComparer.Ordinal).Take(5));

    /// <summary>The verdict with its sign.</summary>
    public static string Verdict(string verdict) => verdict switch
    {
        "conflict" => "≠ conflict",
        "compatible" => "≈ compatible",
        _ => "= agree",
    };
}
