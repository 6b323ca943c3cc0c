using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Presentation.Page;

/// <summary>Puts the findings about each report on its text: cuts, shared passages, quotations, names, claims and dates.</summary>
internal sealed class ReportMarks
{
    // Reports named beside one marked passage; more are counted. Set by eye.
    private const int NamedPartners = 3;

    private readonly PageStory _page;
    private readonly IReadOnlyList<NumberedReport> _reports;
    private readonly Dictionary<NumberedReport, Marks> _marks = new(ReferenceEqualityComparer.Instance);

    private ReportMarks(PageStory page, IReadOnlyList<NumberedReport> reports)
    {
        (_page, _reports) = (page, reports);
        foreach (NumberedReport report in reports)
            _marks[report] = new Marks(report.Report.Text);
    }

    /// <summary>The marks of each of the reports, which are reports of the story.</summary>
    public static IReadOnlyDictionary<NumberedReport, Marks> Of(PageStory page, IReadOnlyList<NumberedReport> reports)
    {
        var maker = new ReportMarks(page, reports);
        maker.AddCuts();
        maker.AddPassages();
        maker.AddQuotes();
        maker.AddClaims();
        maker.AddTimeline();
        maker.AddNames();
        return maker._marks;
    }

    private void AddCuts()
    {
        foreach (NumberedReport report in _reports)
        {
            foreach (DossierCut cut in report.Report.Cut)
            {
                _marks[report].Add(new Mark(Span(cut.Start, cut.End), MarkLayer.Cut, "<span class=\"cut\"", "</span>")
                {
                    Before = Html.Fragment(h => h.Write($"<span class=\"cutwhy\">left out: {cut.Why}</span> ")),
                });
            }
        }
    }

    private void AddPassages()
    {
        var sides = new List<(NumberedReport Report, NumberedReport Other, TextSpan Span, int Number, DossierPassage Passage)>();
        for (int i = 0; i < _page.Dossier.Passages.Count; i++)
        {
            DossierPassage passage = _page.Dossier.Passages[i];
            if (_page.Story.Report(passage.A.Report) is { } a && _page.Story.Report(passage.B.Report) is { } b)
            {
                if (_marks.ContainsKey(a))
                    sides.Add((a, b, Span(passage.A.Start, passage.A.End), i + 1, passage));
                if (_marks.ContainsKey(b))
                    sides.Add((b, a, Span(passage.B.Start, passage.B.End), i + 1, passage));
            }
        }
        foreach (var side in sides.GroupBy(s => s.Report.Number).OrderBy(g => g.Key))
            AddPassages(side.First().Report, [.. side.OrderBy(s => _page.Pairs.PairOf(s.Passage) is null).ThenBy(s => s.Passage.Use != "copied").ThenBy(s => s.Span.Start).ThenBy(s => s.Number)
                .Select(s => (s.Other, s.Span, s.Number, s.Passage))]);
    }

    // Passages with many reports lie over one another: one mark is made of those that overlap, and names its partners.
    private void AddPassages(NumberedReport report, (NumberedReport Other, TextSpan Span, int Number, DossierPassage Passage)[] sides)
    {
        var taken = new SortedList<int, Shared>();
        foreach ((NumberedReport other, TextSpan span, int number, DossierPassage passage) in sides)
        {
            string? anchor = _page.Pairs.PairOf(passage) is null ? null : PageStory.PassageWords(report, number);
            string target = anchor is null ? PageStory.Report(other) : PageStory.Passage(number);
            Shared? overlapped = Overlapped(taken, span);
            if (overlapped is null)
                taken[span.Start] = overlapped = new Shared(WithStop(report.Report.Text, span), PairSection.Kind(passage));
            if (anchor is not null)
                overlapped.Anchors.Add(anchor);
            overlapped.Partners.TryAdd(other.Number, (other, target));
        }
        foreach (Shared shared in taken.Values)
        {
            var mark = new Mark(shared.Span, MarkLayer.Passage, $"<span class=\"p {shared.Kind}\"", "</span>") { After = Html.Fragment(h => WritePartners(h, shared)) };
            mark.Anchors.AddRange(shared.Anchors);
            _marks[report].Add(mark);
        }
    }

    // On the page the full stop that follows stands with its sentence, so that the numbers come after it.
    private static TextSpan WithStop(string text, TextSpan span)
    {
        int end = Math.Min(span.End, text.Length);
        if (end > 0 && end < text.Length && text[end] is '.' or ',' or ';' or '!' or '?' && !char.IsWhiteSpace(text[end - 1]))
            end++;
        return new TextSpan(Math.Min(span.Start, end), end);
    }

    private sealed record Shared(TextSpan Span, string Kind)
    {
        public List<string> Anchors { get; } = [];

        public SortedList<int, (NumberedReport Report, string Target)> Partners { get; } = [];
    }

    // Spans already taken do not overlap one another, so the neighbour before and the one after are enough to look at.
    private static Shared? Overlapped(SortedList<int, Shared> taken, TextSpan span)
    {
        int low = 0, high = taken.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (taken.GetKeyAtIndex(middle) <= span.Start)
                low = middle + 1;
            else
                high = middle;
        }
        if (low > 0 && (taken.GetValueAtIndex(low - 1).Span.Overlaps(span) || taken.GetKeyAtIndex(low - 1) == span.Start))
            return taken.GetValueAtIndex(low - 1);
        return low < taken.Count && taken.GetValueAtIndex(low).Span.Overlaps(span) ? taken.GetValueAtIndex(low) : null;
    }

    private void WritePartners(Html html, Shared shared)
    {
        html.Write($"<span class=\"with\"><span class=\"vh\">({(shared.Kind == "weak" ? "shared, no proof of copying" : shared.Kind)}, also in </span>");
        foreach ((NumberedReport report, string target) in shared.Partners.Values.Take(NamedPartners))
            _page.WriteNumber(html, report, target);
        html.Write($"{(shared.Partners.Count > NamedPartners ? FormattableString.Invariant($" +{shared.Partners.Count - NamedPartners}") : "")}<span class=\"vh\">)</span></span>");
    }

    private void AddQuotes()
    {
        foreach (DossierQuote quote in _page.Dossier.Quotes)
        {
            if (_page.Story.Report(quote.Report) is not { } report || !_marks.TryGetValue(report, out Marks? marks) || _page.QuoteWords(quote) is not { } anchor)
                continue;
            string speaker = quote.Speaker?.Name ?? "speaker not told";
            var mark = new Mark(WithMarks(report.Report.Text, quote), MarkLayer.Quote, $"<span class=\"q {(quote.Kind is "direct" or "partial" ? quote.Kind : "indirect")}\"", "</span>")
            {
                After = Html.Fragment(h => h.Write($"<a class=\"said\" href=\"{_page.Href(_page.Quote(quote.Id))}\"><span class=\"vh\">who said it: </span>{speaker}</a>")),
            };
            mark.Anchors.Add(anchor);
            marks.Add(mark);
        }
    }

    // On the page the quotation marks belong to the quotation, so that the speaker's name comes after them.
    private static TextSpan WithMarks(string text, DossierQuote quote)
    {
        TextSpan span = Span(quote.Start, quote.End);
        int start = span.Start > 0 && span.Start <= text.Length && Quotes.IsMark(text[span.Start - 1]) ? span.Start - 1 : span.Start;
        int end = span.End < text.Length && Quotes.IsMark(text[span.End]) ? span.End + 1 : span.End;
        return new TextSpan(start, end);
    }

    private void AddClaims()
    {
        for (int c = 0; c < _page.Dossier.Claims.Count; c++)
        {
            DossierClaim claim = _page.Dossier.Claims[c];
            for (int t = 0; t < claim.Tellings.Count; t++)
            {
                DossierTelling telling = claim.Tellings[t];
                if (_page.Story.Report(telling.Report) is { } report)
                    AddWord(report, telling.ValueStart, telling.ValueEnd, $"<a class=\"value {ClaimSection.Kind(claim)}\" href=\"{_page.Href(PageStory.Claim(c + 1))}\"", "</a>", PageStory.TellingWords(report, c + 1, t + 1));
            }
        }
    }

    private void AddTimeline()
    {
        for (int e = 0; e < _page.Dossier.Timeline.Count; e++)
        {
            DossierEvent happening = _page.Dossier.Timeline[e];
            for (int t = 0; t < happening.Tellings.Count; t++)
            {
                DossierEventTelling telling = happening.Tellings[t];
                if (_page.Story.Report(telling.Report) is not { } report)
                    continue;
                string anchor = PageStory.EventWords(report, e + 1, t + 1);
                if (telling.TimeEnd > telling.TimeStart)
                    AddWord(report, telling.TimeStart, telling.TimeEnd, $"<a class=\"time\" href=\"{_page.Href(PageStory.Event(e + 1))}\"", "</a>", anchor);
                else
                    AddWord(report, telling.Start, telling.Start + 1, "<span class=\"at\"", "</span>", anchor);
            }
        }
    }

    // The first mention in each report leads to the name; the others are only marked, so that the Tab key is not worn out.
    private void AddNames()
    {
        for (int n = 0; n < _page.Dossier.Names.Count; n++)
        {
            DossierName name = _page.Dossier.Names[n];
            var seen = new HashSet<NumberedReport>(ReferenceEqualityComparer.Instance);
            for (int m = 0; m < name.Mentions.Count; m++)
            {
                DossierSpan mention = name.Mentions[m];
                if (_page.Story.Report(mention.Report) is not { } report)
                    continue;
                bool first = seen.Add(report);
                AddWord(report, mention.Start, mention.End, first ? $"<a class=\"name\" href=\"{_page.Href(_page.Name(name.Id))}\"" : "<span class=\"name\"", first ? "</a>" : "</span>", PageStory.Mention(report, n + 1, m + 1));
            }
        }
    }

    private void AddWord(NumberedReport report, int start, int end, string open, string close, string anchor)
    {
        if (!_marks.TryGetValue(report, out Marks? marks))
            return;
        var mark = new Mark(Span(start, end), MarkLayer.Word, open, close);
        mark.Anchors.Add(anchor);
        marks.Add(mark);
    }

    private static TextSpan Span(int start, int end) => new(Math.Max(0, start), Math.Max(Math.Max(0, start), end));
}
