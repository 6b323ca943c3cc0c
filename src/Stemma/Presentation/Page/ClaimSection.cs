using Stemma.Stories;

namespace Stemma.Presentation.Page;

/// <summary>What the reports tell differently, side by side, then what they agree on.</summary>
internal static class ClaimSection
{
    private static readonly string[] s_verdicts = ["conflict", "compatible", "agree"];

    public static void Write(Html html, PageStory page)
    {
        if (page.Dossier.Claims.Count == 0)
            return;
        html.Raw("<section id=\"claims\" aria-labelledby=\"claims-h\">\n<h2 id=\"claims-h\">");
        html.Write($"{Title(page.Dossier)}</h2>\n");
        foreach (string verdict in s_verdicts)
        {
            (int Number, DossierClaim Claim)[] claims = [.. page.Dossier.Claims.Select((c, i) => (Number: i + 1, Claim: c)).Where(c => c.Claim.Verdict == verdict)];
            if (claims.Length == 0)
                continue;
            bool folded = verdict == "agree" && claims.Length > 3;
            html.Raw(folded ? FormattableString.Invariant($"<details><summary>{claims.Length} claims that the reports agree on</summary>\n") : "");
            foreach ((int number, DossierClaim claim) in claims)
                WriteClaim(html, page, number, claim);
            html.Raw(folded ? "</details>\n" : "");
        }
        html.Raw("</section>\n");
    }

    private static void WriteClaim(Html html, PageStory page, int number, DossierClaim claim)
    {
        html.Write($"<article class=\"claim {Kind(claim)}\" id=\"{PageStory.Claim(number)}\">\n<h3><span class=\"badge {Kind(claim)}\">{Verdict(claim.Verdict)}</span> {Values(claim)} ");
        PageStory.WriteOrigins(html, claim.Origins);
        html.Raw("</h3>\n<ul class=\"tellings\">\n");
        for (int i = 0; i < claim.Tellings.Count; i++)
        {
            DossierTelling telling = claim.Tellings[i];
            if (page.Story.Report(telling.Report) is not { } report)
                continue;
            html.Raw("<li>");
            html.Write($"<a class=\"report\" href=\"{page.Href(PageStory.TellingWords(report, number, i + 1))}\"><span class=\"num\">{report.Number}</span> <bdi>{report.Label}</bdi></a> <span class=\"telling\">{page.Story.Words(telling.Report, telling.Start, Math.Max(telling.Start, telling.ValueStart))}");
            html.Write($"<b>{page.Story.Words(telling.Report, telling.ValueStart, telling.ValueEnd)}</b>{page.Story.Words(telling.Report, telling.ValueEnd, telling.End)}</span></li>\n");
        }
        html.Raw("</ul>\n");
        PageStory.WriteReasons(html, claim.Reasons);
        html.Raw("</article>\n");
    }

    /// <summary>What the section is called.</summary>
    public static string Title(Dossier dossier) => dossier.Claims.Any(c => c.Verdict != "agree") ? "Told differently" : "Told alike";

    /// <summary>The class of a claim on the page.</summary>
    public static string Kind(DossierClaim claim) => claim.Verdict is "conflict" or "compatible" ? claim.Verdict : "agree";

    private static string Values(DossierClaim claim) =>
        string.Join(" / ", claim.Tellings.Select(t => t.Value).Distinct(StringComparer.Ordinal).Take(5));

    private static string Verdict(string verdict) => verdict switch
    {
        "conflict" => "≠ conflict",
        "compatible" => "≈ compatible",
        _ => "= agree",
    };
}
