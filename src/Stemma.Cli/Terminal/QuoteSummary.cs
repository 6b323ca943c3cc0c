using Spectre.Console;
using Stemma.Presentation;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Cli.Terminal;

/// <summary>Prints who said some words: each wording with its speakers and reports, and what changed from the best match.</summary>
internal static class QuoteSummary
{
    // Wordings, and reports of one wording, that are printed before the rest is only counted; characters of a wording and of
    // one side of an edit. Set by eye.
    private const int MostWordings = 20;
    private const int MostReports = 12;
    private const int WordsLength = 400;
    private const int EditLength = 80;
    private const int Before = 120;

    /// <summary>Prints the answer.</summary>
    public static void Write(QuoteAnswer answer, IReadOnlyList<Report> reports, IAnsiConsole console)
    {
        var printer = new SummaryPrinter(console);
        if (answer.Wordings.Count == 0)
        {
            Nothing(printer, answer, reports);
            return;
        }
        int quotations = answer.Wordings.Sum(w => w.Quotes.Count), holders = answer.Wordings.SelectMany(w => w.Quotes).Select(q => q.Report).Distinct(StringComparer.Ordinal).Count();
        printer.Print(new Phrase().Add(
            $"{StoryWords.Count(quotations, "quotation")} in {StoryWords.Count(holders, "report")}, {StoryWords.Count(answer.Wordings.Count, "wording")}; {StoryWords.Count(answer.Reports, "report")} searched", Ink.Strong));
        string best = TextOf(reports, answer.Wordings[0].Quotes[0].Report);
        foreach (AnsweredWording wording in answer.Wordings.Take(MostWordings))
            Wording(printer, wording, best, TextOf(reports, wording.Quotes[0].Report));
        StorySummary.More(printer, answer.Wordings.Count - MostWordings, "", "wordings");
    }

    private static void Wording(SummaryPrinter printer, AnsweredWording wording, string bestText, string ownText)
    {
        printer.Blank();
        AnsweredQuote first = wording.Quotes[0];
        printer.Print(Words(first), "", "  ");
        foreach (IGrouping<(string? Speaker, string Kind), AnsweredQuote> speaker in wording.Quotes.GroupBy(q => (q.Speaker, q.Kind)))
        {
            Phrase line = new Phrase().Add(speaker.Key.Speaker is { } name ? StoryWords.Shorten(name, WordsLength) : "speaker not told", speaker.Key.Speaker is null ? Ink.Quiet : Ink.Strong);
            if (speaker.Key.Kind != "direct")
                line.Add($" ({(speaker.Key.Kind == "indirect" ? "in the reporter’s words" : "a fragment")})", Ink.Quiet);
            string between = ": ";
            foreach (AnsweredQuote quote in speaker.Take(MostReports))
            {
                line.Add(between, Ink.Quiet).Add(quote.Outlet ?? quote.Report);
                if (quote.Published is { } date)
                    line.Add($", {StoryWords.Days(date.From, date.To)}", Ink.Quiet);
                between = "; ";
            }
            if (speaker.Count() > MostReports)
                line.Add(FormattableString.Invariant($"; … and {speaker.Count() - MostReports} more"), Ink.Quiet);
            printer.Print(line, "  ", "    ");
        }
        Change(printer, wording, bestText, ownText);
    }

    private static void Change(SummaryPrinter printer, AnsweredWording wording, string bestText, string ownText)
    {
        WordingEdit[] edits = [.. wording.Edits.Where(WordingText.IsOfWords)];
        if (edits.Length == 0)
            return;
        Phrase line = new Phrase().Add(wording.Change, Ink.Quiet);
        if (wording.Meaning == "changed")
            line.Add(", meaning changed", Ink.Warn);
        string between = ": ";
        foreach (WordingEdit edit in edits)
        {
            line.Add(between, Ink.Quiet);
            between = "; ";
            SummaryQuotes.Edit(line, edit, StoryWords.Shorten(bestText[edit.AStart..edit.AEnd], EditLength), StoryWords.Shorten(ownText[edit.BStart..edit.BEnd], EditLength));
        }
        printer.Print(line, "  ", "    ");
    }

    private static void Nothing(SummaryPrinter printer, QuoteAnswer answer, IReadOnlyList<Report> reports)
    {
        printer.Print(new Phrase().Add($"No quotation in {StoryWords.Count(answer.Reports, "report")} has these words or words like them.", Ink.Strong));
        if (answer.Unquoted.Count > 0)
        {
            DossierSpan place = answer.Unquoted[0];
            string text = TextOf(reports, place.Report);
            string around = StoryWords.Shorten(text[Math.Max(0, text.LastIndexOf('\n', Math.Max(0, place.Start - 1)) + 1)..].Split('\n')[0], WordsLength);
            printer.Print(new Phrase().Add("The words stand outside of any quotation in ", Ink.Quiet).Add(string.Join(", ", answer.Unquoted.Select(u => u.Report).Distinct(StringComparer.Ordinal).Take(MostReports)))
                .Add($": {around}", Ink.Quiet), "  ", "    ");
        }
        if (answer.Nearest is { } near)
        {
            printer.Print(new Phrase().Add("The nearest: ", Ink.Quiet), "  ", "    ");
            printer.Print(Words(near), "    ", "     ");
            printer.Print(new Phrase().Add(near.Speaker ?? "speaker not told", near.Speaker is null ? Ink.Quiet : Ink.Strong).Add($": {near.Outlet ?? near.Report}"), "      ", "        ");
        }
        else if (answer.Unquoted.Count == 0)
        {
            printer.Print(new Phrase().Add("No quotation shares a word with them.", Ink.Quiet), "  ", "    ");
        }
    }

    // A long quotation is shown from a little before the words that agree.
    private static Phrase Words(AnsweredQuote quote)
    {
        string words = quote.Words;
        int at = quote.Place.Start - quote.Start;
        if (words.Length > WordsLength && at > Before)
        {
            int from = words.IndexOf(' ', at - Before);
            words = from >= 0 && from < at ? "…" + words[from..].TrimStart() : words;
        }
        words = StoryWords.Shorten(words, WordsLength);
        return quote.Kind == "indirect" ? words : $"“{words}”";
    }

    private static string TextOf(IReadOnlyList<Report> reports, string id) => reports.First(r => r.Id == id).Text;
}
