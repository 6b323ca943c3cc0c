using System.Globalization;
using Stemma.Presentation;
using Stemma.Stories;

namespace Stemma.Cli.Terminal;

/// <summary>Who said what: by speaker, with what other reports made of the words.</summary>
internal static class SummaryQuotes
{
    // Speakers, utterances of one speaker, and edits of one wording that are printed before the rest is only counted;
    // characters of an utterance and of one side of an edit. Set by eye, for a screen of 80 columns.
    private const int MostSpeakers = 8;
    private const int MostUtterances = 4;
    private const int MostEdits = 5;
    private const int QuoteLength = 220;
    private const int EditLength = 60;
    private const int MostName = 80;

    /// <summary>What was said without marks is for the page: it is long, and its words are the reporter's.</summary>
    private const string Indirect = "indirect";

    public static void Write(SummaryPrinter printer, StoryIndex story)
    {
        QuotedSpeaker[] speakers =
        [
            .. QuoteLedger.Of(story).Select(s => s with { Single = [.. s.Single.Where(q => q.Kind != Indirect)] })
                .Where(s => s.Wordings.Count + s.Single.Count > 0),
        ];
        int indirect = story.Dossier.Quotes.Count(q => q.Kind == Indirect);
        if (speakers.Length == 0)
            return;
        printer.Title("Who said what");
        foreach (QuotedSpeaker speaker in speakers.Take(MostSpeakers))
        {
            printer.Print(new Phrase().Add(StoryWords.Shorten(speaker.Name ?? "Speaker not told", MostName), speaker.Name is null ? Ink.Quiet : Ink.Strong), "  ", "  ");
            int room = MostUtterances;
            foreach (DossierWording wording in speaker.Wordings.Take(room))
                WriteWording(printer, story, wording);
            room -= Math.Min(room, speaker.Wordings.Count);
            foreach (DossierQuote quote in speaker.Single.Take(room))
                printer.Print(Words(story, quote, [quote]), "    ", "     ");
            StorySummary.More(printer, speaker.Wordings.Count + speaker.Single.Count - MostUtterances, "    ");
        }
        StorySummary.More(printer, speakers.Length - MostSpeakers, "  ", "speakers");
        if (indirect > 0)
            printer.Print(new Phrase().Add($"{StoryWords.Count(indirect, "statement")} in the reporters’ own words: on the page and in the data", Ink.Quiet), "  ", "    ");
    }

    private static void WriteWording(SummaryPrinter printer, StoryIndex story, DossierWording wording)
    {
        if (wording.Quotes.Select(story.Quote).FirstOrDefault(q => q is not null) is not { } first)
            return;
        // Each quotation stands for all that repeat it word for word.
        var repeats = new Dictionary<string, string>(StringComparer.Ordinal);
        string Stands(string id) => repeats.GetValueOrDefault(id, id);
        foreach (WordingPair pair in wording.Pairs.Where(p => p.Change == "same"))
            repeats[pair.B] = Stands(pair.A);
        ILookup<string, DossierQuote> same = wording.Quotes.Select(story.Quote).OfType<DossierQuote>().ToLookup(q => Stands(q.Id), StringComparer.Ordinal);
        printer.Print(Words(story, first, same[first.Id]), "    ", "     ");
        foreach (WordingPair pair in wording.Pairs.Where(p => p.Change != "same"))
        {
            if (story.Quote(pair.A) is { } a && story.Quote(pair.B) is { } b && story.Report(b.Report) is not null)
                printer.Print(Change(story, pair, a, b, same[b.Id], isFirst: Stands(a.Id) == first.Id), "      ", "        ");
        }
    }

    private static Phrase Words(StoryIndex story, DossierQuote quote, IEnumerable<DossierQuote> all)
    {
        string words = StoryWords.Shorten(story.Words(quote), QuoteLength);
        return StorySummary.Numbers($"“{words}”", all.Select(q => story.Report(q.Report)).OfType<NumberedReport>());
    }

    private static Phrase Change(StoryIndex story, WordingPair pair, DossierQuote a, DossierQuote b, IEnumerable<DossierQuote> repeated, bool isFirst)
    {
        int[] numbers = [.. repeated.Select(q => story.Report(q.Report)).OfType<NumberedReport>().Select(r => r.Number).Distinct().Order()];
        Phrase line = new Phrase().Add(string.Join(", ", numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))), Ink.Number).Add($" {WordingText.Change(pair)}", Ink.Quiet);
        if (!isFirst && story.Report(a.Report) is { } other)
            line.Add(FormattableString.Invariant($" against {other.Number}"), Ink.Quiet);
        if (pair.Meaning == "changed")
            line.Add(", meaning changed", Ink.Warn);
        string between = ": ";
        if (pair.Speakers.Count == 2)
        {
            line.Add(between, Ink.Quiet).Add(pair.Speakers[0], Ink.Gone).Add(" → ", Ink.Quiet).Add(pair.Speakers[1], Ink.Come);
            between = "; ";
        }
        WordingEdit[] edits = [.. pair.Edits.Where(WordingText.IsOfWords)];
        // Where there is no room for all, those that change the meaning are told.
        WordingEdit[] shown = [.. edits.Index().OrderByDescending(e => WordingText.ChangesMeaning(e.Item)).ThenBy(e => e.Index).Take(MostEdits).OrderBy(e => e.Index).Select(e => e.Item)];
        foreach (WordingEdit edit in shown)
        {
            line.Add(between, Ink.Quiet);
            between = "; ";
            Edit(line, edit, StoryWords.Shorten(story.Words(a.Report, edit.AStart, edit.AEnd).Trim(), EditLength), StoryWords.Shorten(story.Words(b.Report, edit.BStart, edit.BEnd).Trim(), EditLength));
        }
        return edits.Length > MostEdits ? line.Add(FormattableString.Invariant($"; … and {edits.Length - MostEdits} more"), Ink.Quiet) : line;
    }

    /// <summary>Adds an edit: what went and what came, with a sign and its nature where that changes the meaning.</summary>
    internal static void Edit(Phrase line, WordingEdit edit, string gone, string come)
    {
        bool changes = WordingText.ChangesMeaning(edit);
        string sign = changes ? WordingText.MeaningSign + "\u00A0" : "";
        if (gone.Length > 0 && come.Length > 0)
            line.Add(sign + gone, Ink.Gone).Add(" → ", Ink.Quiet).Add(come, Ink.Come);
        else
            line.Add(sign + (gone.Length > 0 ? "without “" : "with “"), Ink.Quiet).Add(gone.Length > 0 ? gone : come, gone.Length > 0 ? Ink.Gone : Ink.Come).Add("”", Ink.Quiet);
        if (changes)
            line.Add($" ({edit.Nature})", Ink.Quiet);
    }
}
