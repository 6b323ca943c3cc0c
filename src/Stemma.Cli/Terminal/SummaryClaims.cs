using Stemma.Presentation;
using Stemma.Stories;

namespace Stemma.Cli.Terminal;

/// <summary>What the reports tell differently, the values one under the other with who gives each; then what many tell from one origin.</summary>
internal static class SummaryClaims
{
    // Claims, values of one claim, and steps of one chain that are printed before the rest is only counted; characters of a sentence. Set by eye.
    private const int MostClaims = 6;
    private const int MostOfOneOrigin = 4;
    private const int MostValues = 5;
    private const int MostSteps = 4;
    private const int SentenceLength = 130;

    public static void Write(SummaryPrinter printer, StoryIndex story)
    {
        IReadOnlyList<DossierClaim> all = story.Dossier.Claims;
        DossierClaim[] differing = [.. all.Where(c => c.Verdict == "conflict"), .. all.Where(c => c.Verdict == "compatible")];
        DossierClaim[] oneOrigin = [.. all.Where(ClaimWords.IsOfOneOrigin)];
        int agreed = all.Count(ClaimWords.IsAgreed);
        string leftOut = ClaimWords.LeftOut(story.Dossier.Compared);
        if (differing.Length + agreed > 0 || leftOut.Length > 0)
        {
            printer.Title("Told differently");
            foreach (DossierClaim claim in differing.Take(MostClaims))
                WriteClaim(printer, story, claim);
            StorySummary.More(printer, differing.Length - MostClaims, "  ");
            string same = agreed == 0 ? "" : $"; reports of several origins agree on {StoryWords.Count(agreed, differing.Length == 0 ? "claim" : "other claim")}";
            if (differing.Length == 0 || agreed > 0)
                printer.Print(new Phrase().Add(differing.Length == 0 ? "nothing" + same : same[2..], Ink.Quiet), "  ", "  ");
            if (leftOut.Length > 0)
                printer.Print(new Phrase().Add(leftOut, Ink.Quiet), "  ", "  ");
        }
        if (oneOrigin.Length == 0)
            return;
        printer.Title("Widely told, one origin");
        foreach (DossierClaim claim in oneOrigin.Take(MostOfOneOrigin))
            WriteOneOrigin(printer, story, claim);
        StorySummary.More(printer, oneOrigin.Length - MostOfOneOrigin, "  ", "on the page and in the data");
    }

    private static void WriteClaim(SummaryPrinter printer, StoryIndex story, DossierClaim claim)
    {
        Phrase head = new Phrase().Add(claim.Verdict == "conflict" ? "≠ conflict" : "≈ compatible", claim.Verdict == "conflict" ? Ink.Warn : Ink.Plain);
        head.Add($" · {ClaimWords.ToldBy(claim)}", Ink.Quiet);
        if (claim.Reasons.Count > 0)
            head.Add($" · {claim.Reasons[0]}", Ink.Quiet);
        printer.Print(head, "  ", "    ");
        IReadOnlyList<DossierSupport> values = ClaimWords.Values(claim);
        foreach (DossierSupport value in values.Take(MostValues))
        {
            DossierTelling telling = claim.Tellings.First(t => t.Key == value.Key);
            Phrase line = StorySummary.Numbers(new Phrase().Add(value.Value, Ink.Strong), value.Reports.Select(story.Report).OfType<NumberedReport>());
            if (ClaimWords.Rests(story, claim, value) is { Length: > 0 } rests)
                line.Add($" {rests}", Ink.Quiet);
            line.Add(": ", Ink.Quiet).Add(ClaimWords.Snippet(story, telling, SentenceLength), Ink.Quiet);
            printer.Print(line, "    ", "      ");
        }
        StorySummary.More(printer, values.Count - MostValues, "    ");
    }

    private static void WriteOneOrigin(SummaryPrinter printer, StoryIndex story, DossierClaim claim)
    {
        DossierTelling telling = FirstTold(claim);
        Phrase line = new Phrase().Add(claim.Tellings[0].Value, Ink.Strong);
        StorySummary.Numbers(line, claim.Tellings.Select(t => story.Report(t.Report)).OfType<NumberedReport>());
        line.Add(": ", Ink.Quiet).Add(ClaimWords.Snippet(story, telling, SentenceLength), Ink.Quiet);
        printer.Print(line, "  ", "    ");
        IReadOnlyList<ClaimStep> steps = ClaimWords.Steps(story, claim);
        var chain = new Phrase();
        for (int i = 0; i < steps.Count && i < MostSteps; i++)
        {
            chain.Add(i == 0 ? "" : " · ", Ink.Quiet);
            if (i > 0 && steps[i].From.Report is { } taken)
                chain.Add(FormattableString.Invariant($"{taken.Number}"), Ink.Number);
            else
                chain.Add(StoryWords.Named(steps[i].From));
            StorySummary.Listed(chain.Add(steps[i].IsShared ? " = " : " → ", Ink.Quiet), steps[i].To);
        }
        if (steps.Count > MostSteps)
            chain.Add(FormattableString.Invariant($" · and {steps.Count - MostSteps} more that passed it on"), Ink.Quiet);
        printer.Print(chain, "    ", "      ");
    }

    // As its first teller has it.
    private static DossierTelling FirstTold(DossierClaim claim) =>
        claim.Chain.Select(id => claim.Tellings.FirstOrDefault(t => t.Report == id)).OfType<DossierTelling>().FirstOrDefault() ?? claim.Tellings[0];
}
