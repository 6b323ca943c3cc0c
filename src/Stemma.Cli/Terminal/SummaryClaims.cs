using Stemma.Presentation;
using Stemma.Stories;

namespace Stemma.Cli.Terminal;

/// <summary>What the reports tell differently: the values one under the other, with who gives each.</summary>
internal static class SummaryClaims
{
    // Claims, and values of one claim, that are printed before the rest is only counted; characters of a sentence. Set by eye.
    private const int MostClaims = 6;
    private const int MostValues = 5;
    private const int SentenceLength = 130;

    public static void Write(SummaryPrinter printer, StoryIndex story)
    {
        IReadOnlyList<DossierClaim> all = story.Dossier.Claims;
        DossierClaim[] differing = [.. all.Where(c => c.Verdict == "conflict"), .. all.Where(c => c.Verdict == "compatible")];
        if (all.Count == 0)
            return;
        printer.Title("Told differently");
        foreach (DossierClaim claim in differing.Take(MostClaims))
            WriteClaim(printer, story, claim);
        StorySummary.More(printer, differing.Length - MostClaims, "  ");
        int agreed = all.Count - differing.Length;
        if (agreed > 0)
            printer.Print(new Phrase().Add(differing.Length == 0 ? $"nothing; the reports agree on {StoryWords.Count(agreed, "claim")}" : $"the reports agree on {StoryWords.Count(agreed, "other claim")}", Ink.Quiet), "  ", "  ");
    }

    private static void WriteClaim(SummaryPrinter printer, StoryIndex story, DossierClaim claim)
    {
        Phrase head = new Phrase().Add(claim.Verdict == "conflict" ? "≠ conflict" : "≈ compatible", claim.Verdict == "conflict" ? Ink.Warn : Ink.Plain);
        if (claim.Origins.Count > 0)
            head.Add($" · rests on {StoryWords.Count(claim.Origins.Count, "origin")}", Ink.Quiet);
        if (claim.Reasons.Count > 0)
            head.Add($" · {claim.Reasons[0]}", Ink.Quiet);
        printer.Print(head, "  ", "    ");
        IGrouping<string, DossierTelling>[] values = [.. claim.Tellings.GroupBy(t => t.Value, StringComparer.Ordinal)];
        foreach (IGrouping<string, DossierTelling> value in values.Take(MostValues))
        {
            DossierTelling telling = value.First();
            Phrase line = StorySummary.Numbers(new Phrase().Add(value.Key, Ink.Strong), value.Select(t => story.Report(t.Report)).OfType<NumberedReport>());
            line.Add(": ", Ink.Quiet).Add(StoryWords.Shorten(story.Words(telling.Report, telling.Start, telling.End), SentenceLength), Ink.Quiet);
            printer.Print(line, "    ", "      ");
        }
        StorySummary.More(printer, values.Length - MostValues, "    ");
    }
}
