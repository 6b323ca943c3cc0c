namespace Stemma.Cli.Check;

/// <summary>A quotation as far as its wordings are checked against it.</summary>
internal sealed record CheckedQuote(Place Place, string Kind);

/// <summary>Quotations and wordings: words really inside marks, speakers that exist, edits that make the later wording of the earlier.</summary>
internal static class QuoteCheck
{
    /// <summary>In UTF-16 code units: how far from the words a mark may stand, for spaces, stops and brackets between.</summary>
    private const int MarkDistance = 6;

    private const string Marks = "\"'`’‘‚‛“”„‟«»‹›「」『』＂";

    private static readonly HashSet<string> s_gives = ["speech", "belief", "intention", "order", "stance"];

    /// <summary>Checks quotations, attributions and wordings.</summary>
    public static void Run(Node dossier, ReportTexts texts, HashSet<string> names)
    {
        var quotes = new Dictionary<string, CheckedQuote>(StringComparer.Ordinal);
        foreach (Node quote in dossier.Items("quotes"))
        {
            string id = DossierChecker.UniqueId(quote, quotes), kind = quote.Text("kind");
            DossierChecker.NeedsReason(quote);
            if (!texts.TryPlace(quote, null, out Place place))
                continue;
            quotes[id] = new CheckedQuote(place, kind);
            if (kind is not ("direct" or "partial" or "indirect"))
                quote.Fault($"has the unknown kind “{kind}”");
            else if (kind != "indirect" && !InMarks(texts.Of(place.Report), texts.RunningText(place.Report), place))
                quote.Fault($"{id} is called {kind}, but no quotation marks stand around “{Shown.Of(texts.Words(place))}” in {place.Report}");
            if (quote.Object("cue", optional: true) is { } cue)
                texts.TryPlace(cue, place.Report, out _);
            if (quote.Object("speaker", optional: true) is not { } speaker)
                continue;
            if (speaker.Has("start"))
                texts.TryPlace(speaker, place.Report, out _);
            if (speaker.OptionalText("id") is { } nameId && !names.Contains(nameId))
                speaker.Fault($"no name has the id “{nameId}”");
        }
        foreach (Node attribution in dossier.Items("attributions"))
        {
            string report = attribution.Text("report");
            DossierChecker.NeedsReason(attribution);
            foreach (Node span in attribution.Items("content"))
                texts.TryPlace(span, report, out _);
            if (attribution.Object("cue", optional: true) is { } cue)
                texts.TryPlace(cue, report, out _);
            if (attribution.Object("source", optional: true) is { } source)
                texts.TryPlace(source, report, out _);
            if (!s_gives.Contains(attribution.Text("gives")))
                attribution.Fault($"gives the unknown “{attribution.Text("gives")}”");
        }
        var wordings = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (Node wording in dossier.Items("wordings"))
        {
            wordings[DossierChecker.UniqueId(wording, wordings)] = true;
            string[] members = wording.Texts("quotes");
            foreach (string member in members.Where(m => !quotes.ContainsKey(m)))
                wording.Fault($"no quotation has the id “{member}”");
            if (members.Length < 2 || members.Distinct(StringComparer.Ordinal).Count() != members.Length)
                wording.Fault("does not hold two or more different quotations");
            foreach (Node pair in wording.Items("pairs"))
                Pair(pair, members, quotes, texts);
        }
    }

    // The mark may stand before a space or an ellipsis; a quotation that runs on into the next paragraph, or up to what is cut, has none at its end.
    private static bool InMarks(string text, bool[] running, Place place)
    {
        bool opened = false, closed = text.AsSpan(place.End).IsWhiteSpace();
        for (int i = place.Start - 1; i >= 0 && place.Start - i <= MarkDistance && !opened && !char.IsLetterOrDigit(text[i]); i--)
            opened = Marks.Contains(text[i], StringComparison.Ordinal);
        for (int i = place.End; i < text.Length && i - place.End < MarkDistance && !closed && (!running[i] || !char.IsLetterOrDigit(text[i])); i++)
            closed = !running[i] || Marks.Contains(text[i], StringComparison.Ordinal) || text[i] is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';
        return opened && closed;
    }

    private static void Pair(Node pair, string[] members, Dictionary<string, CheckedQuote> quotes, ReportTexts texts)
    {
        string idA = pair.Text("a"), idB = pair.Text("b"), change = pair.Text("change");
        if (!members.Contains(idA, StringComparer.Ordinal) || !members.Contains(idB, StringComparer.Ordinal))
        {
            pair.Fault($"compares {idA} and {idB}, which are not both of the wording");
            return;
        }
        if (!quotes.TryGetValue(idA, out CheckedQuote? a) || !quotes.TryGetValue(idB, out CheckedQuote? b))
            return;
        string textA = texts.Of(a.Place.Report), textB = texts.Of(b.Place.Report);
        Node[] edits = pair.Items("edits");
        int atA = a.Place.Start, atB = b.Place.Start;
        bool deletes = false, inserts = false, words = false;
        foreach (Node edit in edits)
        {
            if (!texts.TryPlace(edit, a.Place.Report, out Place from, "aStart", "aEnd", mayBeEmpty: true)
                || !texts.TryPlace(edit, b.Place.Report, out Place to, "bStart", "bEnd", mayBeEmpty: true))
                return;
            string op = edit.Text("op");
            bool fits = op switch
            {
                "replace" => from.Start < from.End && to.Start < to.End,
                "insert" => from.Start == from.End && to.Start < to.End,
                "delete" => from.Start < from.End && to.Start == to.End,
                _ => false,
            };
            if (!fits)
                edit.Fault($"“{op}” does not fit its sides [{from.Start}, {from.End}) and [{to.Start}, {to.End})");
            if (from.Start < atA || to.Start < atB || from.End > a.Place.End || to.End > b.Place.End)
            {
                edit.Fault($"lies outside of the quotations {idA} and {idB}, or before the edit before it");
                return;
            }
            Unchanged(edit, textA[atA..from.Start], textB[atB..to.Start]);
            (atA, atB) = (from.End, to.End);
            if (edit.OptionalText("nature") is "spelling" or "punctuation")
                continue;
            words = true;
            deletes |= op is "delete" or "replace";
            inserts |= op is "insert" or "replace";
        }
        Unchanged(pair, textA[atA..a.Place.End], textB[atB..b.Place.End]);
        bool changeFits = change switch
        {
            "same" or "reattributed" => !words,
            "headline" => !inserts,
            "cut" => deletes,
            "extended" => inserts,
            "reworded" => words,
            _ => false,
        };
        if (!changeFits)
            pair.Fault($"the change “{change}” does not fit its {edits.Length} edits");
    }

    private static void Unchanged(Node node, string a, string b)
    {
        if (PlainWords.Difference(PlainWords.Of(a), PlainWords.Of(b)) is { } difference)
            node.Fault($"the edits leave “{Shown.Of(difference.A)}” against “{Shown.Of(difference.B)}”: they do not make the second of the first");
    }
}
