using Stemma.Stories;

namespace Stemma.Tests.Presentation;

/// <summary>A telling of a claim: its words, and the text, passage and root that it was taken from.</summary>
internal sealed record ClaimTold(string Report, string Sentence, string Value, string? From = null, string? Passage = null, string? Root = null, bool Changed = false);

/// <summary>Makes dossiers by hand: places are given by their words, so that a fixture can be read.</summary>
internal sealed class StoryBuilder
{
    private readonly Dictionary<string, DossierReport> _reports = [];
    private readonly List<DossierPassage> _passages = [];
    private readonly List<DossierQuote> _quotes = [];
    private readonly List<DossierWording> _wordings = [];
    private readonly List<DossierName> _names = [];
    private readonly List<DossierTime> _times = [];
    private readonly List<LostDispatch> _lost = [];
    private readonly List<LineageLink> _links = [];
    private readonly List<Origin> _origins = [];
    private readonly List<DossierClaim> _claims = [];
    private readonly List<DossierEvent> _events = [];
    private readonly List<UnreadInput> _unread = [];

    public StoryBuilder Report(string id, string? outlet, string? title, DossierDate? published, string text, string[]? credits = null, string[]? byline = null)
    {
        _reports.Add(id, new DossierReport { Id = id, File = id, Outlet = outlet, Title = title, Language = "en", Published = published, Text = text, Credits = credits ?? [], Byline = byline ?? [] });
        return this;
    }

    public StoryBuilder Cut(string report, string words, string why)
    {
        DossierSpan span = Span(report, words);
        _reports[report] = _reports[report] with { Cut = [.. _reports[report].Cut, new DossierCut(span.Start, span.End, why)] };
        return this;
    }

    public DossierSpan Span(string report, string words, int from = 0)
    {
        int start = _reports[report].Text.IndexOf(words, from, StringComparison.Ordinal);
        Assert.True(start >= 0, $"“{words}” is not in {report}");
        return new DossierSpan(report, start, start + words.Length);
    }

    public string Passage(string a, string wordsA, string b, string? wordsB = null, string kind = "verbatim", double similarity = 1, string use = "copied")
    {
        string id = FormattableString.Invariant($"p{_passages.Count + 1}");
        _passages.Add(new DossierPassage(id, kind, use, similarity, Span(a, wordsA), Span(b, wordsB ?? wordsA)));
        return id;
    }

    public string Quote(string report, string words, string? speaker, string? told = null, string? name = null, string kind = "direct")
    {
        string id = FormattableString.Invariant($"q{_quotes.Count + 1}");
        DossierSpan span = Span(report, words);
        DossierSpan? place = told is null ? null : Span(report, told);
        _quotes.Add(new DossierQuote
        {
            Id = id,
            Report = report,
            Start = span.Start,
            End = span.End,
            Kind = kind,
            Speaker = speaker is null ? null : new DossierSpeaker(speaker, name, place?.Start, place?.End),
            Reasons = speaker is null ? ["no words beside the quotation tell the speaker"] : [$"speaker by cue: “{told} said” after the quotation"],
        });
        return id;
    }

    public StoryBuilder Wording(string? speaker, string[] quotes, params WordingPair[] pairs)
    {
        _wordings.Add(new DossierWording { Id = FormattableString.Invariant($"w{_wordings.Count + 1}"), Speaker = speaker, Quotes = quotes, Pairs = pairs });
        return this;
    }

    /// <summary>A pair of wordings; an edit is "old → new", an empty side is taken where the words before it end.</summary>
    public WordingPair Pair(string a, string b, string change, params (string Old, string New, string Before)[] edits)
    {
        DossierQuote qa = _quotes.Single(q => q.Id == a), qb = _quotes.Single(q => q.Id == b);
        WordingEdit[] made = [.. edits.Select(e =>
        {
            (int aStart, int aEnd) = Place(qa, e.Old, e.Before);
            (int bStart, int bEnd) = Place(qb, e.New, e.Before);
            return new WordingEdit(e.Old.Length == 0 ? "insert" : e.New.Length == 0 ? "delete" : "replace", aStart, aEnd, bStart, bEnd)
            {
                Nature = e.Old == "," ? "punctuation" : e.New.Length > 0 ? "synonym" : e.Old.Contains(' ', StringComparison.Ordinal) ? "omission" : "degree",
                Meaning = e.Old == "," || e.New.Length > 0 ? "kept" : e.Old.Contains(' ', StringComparison.Ordinal) ? "open" : "changed",
                Note = e.New.Length == 0 ? $"“{e.Old}” is gone" : "a near-synonym",
            };
        })];
        return new WordingPair(a, b, change, made)
        {
            Meaning = made.Any(e => e.Meaning == "changed") ? "changed" : made.Any(e => e.Meaning == "open") ? "open" : "kept",
            Reasons = ["the same speaker"],
        };
    }

    private (int Start, int End) Place(DossierQuote quote, string words, string before)
    {
        if (words.Length == 0)
        {
            int at = before.Length == 0 ? quote.Start : Span(quote.Report, before, quote.Start).End;
            return (at, at);
        }
        DossierSpan span = Span(quote.Report, words, before.Length == 0 ? quote.Start : Span(quote.Report, before, quote.Start).End);
        Assert.True(span.End <= quote.End, $"“{words}” is not in {quote.Id}");
        return (span.Start, span.End);
    }

    public StoryBuilder Name(string name, string kind, string[] variants, params string[] reports)
    {
        var mentions = new List<DossierSpan>();
        foreach (string report in reports)
        {
            string text = _reports[report].Text;
            for (int at = 0; at < text.Length; at++)
            {
                string? form = new[] { name }.Concat(variants).Where(v => string.CompareOrdinal(text, at, v, 0, v.Length) == 0).MaxBy(v => v.Length);
                if (form is null)
                    continue;
                mentions.Add(new DossierSpan(report, at, at + form.Length));
                at += form.Length;
            }
        }
        _names.Add(new DossierName(FormattableString.Invariant($"n{_names.Count + 1}"), name, kind, variants, mentions));
        return this;
    }

    public StoryBuilder Time(string report, string words, string type, string? value)
    {
        DossierSpan span = Span(report, words);
        _times.Add(new DossierTime(report, span.Start, span.End, type, value, ["weekday before the publication date"]));
        return this;
    }

    public StoryBuilder Lost(string id, string? agency, params string[] children)
    {
        _lost.Add(new LostDispatch(id, agency, children, ["three reports share long runs of words, and each holds words that only one other has", "all three credit one agency"]));
        return this;
    }

    public StoryBuilder Link(string from, string to, double share, double confidence, string[] passages, params string[] reasons)
    {
        _links.Add(new LineageLink(from, to, share, confidence, passages, reasons));
        return this;
    }

    public StoryBuilder Origin(string root, params string[] reports)
    {
        _origins.Add(new Origin(FormattableString.Invariant($"o{_origins.Count + 1}"), root, reports));
        return this;
    }

    /// <summary>A claim; what it rests on is worked out from where its tellings begin.</summary>
    public StoryBuilder Claim(string verdict, string[] reasons, params ClaimTold[] tellings)
    {
        DossierTelling[] made = [.. tellings.Select(t =>
        {
            DossierSpan sentence = Span(t.Report, t.Sentence);
            DossierSpan value = Span(t.Report, t.Value, sentence.Start);
            return new DossierTelling(t.Report, sentence.Start, sentence.End, t.Value, value.Start, value.End, t.Value)
            {
                Source = t.From is null ? null : new DossierTellingSource(t.From, _passages.Single(p => p.Id == t.Passage).Kind, t.Passage, t.Changed),
                Root = t.Root ?? t.Report,
            };
        })];
        string[] roots = [.. made.Select(t => t.Root).Distinct()];
        string[] tellers = [.. made.Select(t => t.Report)];
        _claims.Add(new DossierClaim(FormattableString.Invariant($"c{_claims.Count + 1}"), verdict, made, [.. _origins.Where(o => roots.Contains(o.Root)).Select(o => o.Id)], reasons)
        {
            Roots = roots,
            Support = [.. made.GroupBy(t => t.Key).Select(g => new DossierSupport(g.Key, g.First().Value, [.. g.Select(t => t.Report)], [.. g.Select(t => t.Source is { Changed: true } ? t.Report : t.Root).Distinct()]))],
            Silent = [.. _origins.Where(o => !o.Reports.Any(tellers.Contains)).Select(o => o.Id)],
            Chain = roots.Length == 1 ? [roots[0], .. tellers.Where(t => t != roots[0])] : [],
        });
        return this;
    }

    public StoryBuilder Event(string from, string to, string precision, string[] origins, params (string Report, string Sentence)[] tellings)
    {
        DossierSpan[] spans = [.. tellings.Select(t => Span(t.Report, t.Sentence))];
        _events.Add(new DossierEvent(from, to, precision, [.. spans.Select(s => new DossierEventTelling(s.Report, s.Start, s.End) { TimeStart = s.Start, TimeEnd = s.End, From = from, To = to })], origins)
        {
            Rank = _events.Count + 1,
        });
        return this;
    }

    public StoryBuilder Unread(string file, string why)
    {
        _unread.Add(new UnreadInput(file, why));
        return this;
    }

    public Dossier Build() => new()
    {
        Stemma = "0.1.0",
        Reports = [.. _reports.Values.OrderBy(r => r.Id, StringComparer.Ordinal)],
        Unread = _unread,
        Names = _names,
        Times = _times,
        Quotes = _quotes,
        Wordings = _wordings,
        Passages = _passages,
        Lineage = new DossierLineage { Lost = _lost, Links = _links, Origins = _origins },
        Claims = _claims,
        Compared = _claims.Count == 0 ? new DossierComparisons(0, 0, []) : new DossierComparisons(20, _claims.Count, [new DossierAbstention("numbers", 3, "it is not clear that the numbers count the same thing"), new DossierAbstention("times", 1, "it is not clear that the times are those of one happening")]),
        Timeline = _events,
    };
}
