using Spectre.Console;
using Stemma.Presentation;
using Stemma.Stories;

namespace Stemma.Cli.Terminal;

/// <summary>Prints what a story comes to: how many origins, who took from whom, who said what, what differs, what happened when.</summary>
public static class StorySummary
{
    // Inputs and dates that are listed before the rest is only counted. Set by eye.
    private const int MostListed = 8;

    // Reasons of one date. The page has all.
    private const int MostReasons = 2;

    /// <summary>Prints the summary, as wide as the console (24 to 120 columns).</summary>
    /// <param name="dossier">The findings.</param>
    /// <param name="console">Where to; whether there are colours is its matter.</param>
    /// <param name="hints">True to say at the end how to get more.</param>
    public static void Write(Dossier dossier, IAnsiConsole console, bool hints = true)
    {
        ArgumentNullException.ThrowIfNull(console);
        var story = new StoryIndex(dossier);
        var printer = new SummaryPrinter(console);
        printer.Print(new Phrase().Add(StoryWords.Headline(dossier), Ink.Strong));
        if (story.Title is { } title)
            printer.Print(new Phrase().Add(title, Ink.Quiet));
        if (dossier.Reports.Count > 0)
        {
            printer.Print(StoryWords.Lead(story));
            SummaryLineage.Write(printer, story);
            SummaryQuotes.Write(printer, story);
            SummaryClaims.Write(printer, story);
            SummaryTimeline.Write(printer, story);
            WriteDates(printer, story);
        }
        WriteUnread(printer, dossier);
        if (!hints || dossier.Reports.Count == 0)
            return;
        printer.Blank();
        printer.Print(new Phrase().Add("-o story.html writes the page with every word this rests on, -o story.json the data.", Ink.Quiet));
    }

    /// <summary>Prints the summary without colours, as a pipe gets it.</summary>
    /// <param name="dossier">The findings.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="width">Columns.</param>
    /// <param name="hints">True to say at the end how to get more.</param>
    public static void Write(Dossier dossier, TextWriter writer, int width, bool hints = true)
    {
        Write(dossier, SummaryConsole.Plain(writer, width), hints);
    }

    private static void WriteDates(SummaryPrinter printer, StoryIndex story)
    {
        NumberedReport[] inferred = [.. story.Reports.Where(r => r.Report.Published?.How == "inferred")];
        if (inferred.Length == 0)
            return;
        printer.Title("Dates inferred");
        foreach (NumberedReport report in inferred.Take(MostListed))
        {
            DossierDate date = report.Report.Published!;
            Phrase line = Report(report).Add($"  {StoryWords.Days(date.From, date.To)}");
            // The last reasons are those that narrowed it most.
            if (date.Reasons.Count > 0)
                line.Add($": {string.Join("; ", date.Reasons.TakeLast(MostReasons))}", Ink.Quiet);
            printer.Print(line, "  ", "    ");
        }
        More(printer, inferred.Length - MostListed, "  ");
    }

    private static void WriteUnread(SummaryPrinter printer, Dossier dossier)
    {
        if (dossier.Unread.Count == 0)
            return;
        printer.Title("Not read");
        foreach (UnreadInput input in dossier.Unread.Take(MostListed))
            printer.Print(new Phrase().Add(input.File, Ink.Warn).Add($": {input.Why}"), "  ", "    ");
        More(printer, dossier.Unread.Count - MostListed, "  ");
    }

    /// <summary>A report's number and name.</summary>
    internal static Phrase Report(NumberedReport report) =>
        new Phrase().Add(FormattableString.Invariant($"{report.Number}"), Ink.Number).Add($"\u00A0{report.Label}");

    /// <summary>The numbers of reports in brackets, as far as a line can hold them.</summary>
    internal static Phrase Numbers(Phrase phrase, IEnumerable<NumberedReport> reports)
    {
        NumberedReport[] all = [.. reports];
        return all.Length > 0 ? Listed(phrase.Add(" (", Ink.Quiet), all).Add(")", Ink.Quiet) : phrase;
    }

    /// <summary>The numbers of reports, as far as a line can hold them.</summary>
    internal static Phrase Listed(Phrase phrase, IEnumerable<NumberedReport> reports)
    {
        const int most = 12;
        int[] numbers = [.. reports.Select(r => r.Number).Distinct().Order()];
        string between = "";
        foreach (int number in numbers.Take(most))
        {
            phrase.Add(between, Ink.Quiet).Add(FormattableString.Invariant($"{number}"), Ink.Number);
            between = ",\u00A0";
        }
        return numbers.Length > most ? phrase.Add(FormattableString.Invariant($" … {numbers.Length} in all"), Ink.Quiet) : phrase;
    }

    /// <summary>"… and 12 more", where any are left.</summary>
    internal static void More(SummaryPrinter printer, int left, string before, string what = "")
    {
        if (left > 0)
            printer.Print(new Phrase().Add(FormattableString.Invariant($"… and {left} more{(what.Length > 0 ? " " + what : "")}"), Ink.Quiet), before, before);
    }
}
