using Stemma.Annotation;

namespace Stemma.Comparison.Wordings;

/// <summary>Finds wordings among quotations and among the words in marks that no report gives to anybody.</summary>
public static class SharedMarks
{
    /// <summary>Finds the wordings; marked words that no other report has in marks are left out.</summary>
    /// <param name="quotes">The quotations of all reports, by report and place; their <see cref="SpokenWords.Index"/> is their place in the list.</param>
    /// <param name="reports">The reports, by <see cref="SpokenWords.Report"/>.</param>
    /// <param name="taken">Which report took text from which.</param>
    /// <param name="origins">The origins that each report's text rests on.</param>
    /// <returns>The quotations with the marked words that several reports share among them, by report and place, numbered anew; and the wordings by these numbers.</returns>
    public static (IReadOnlyList<SpokenWords> Quotes, IReadOnlyList<Wording> Wordings) Compare(
        IReadOnlyList<SpokenWords> quotes, IReadOnlyList<AnnotatedReport> reports, IReadOnlyList<(int Parent, int Child)> taken, IReadOnlyList<(int Report, int Origin)> origins)
    {
        SpokenWords[] phrases =
        [
            .. reports.SelectMany((r, report) => r.MarkedPhrases.Select(p => new SpokenWords(0, report, r, p, null, null))
                .Concat(Headlines.Phrases(r).Select(p => new SpokenWords(0, report, r, p, null, null) { IsHeadlinePhrase = true }))),
        ];
        HashSet<Quotation> marked = new(phrases.Select(p => p.Quotation), ReferenceEqualityComparer.Instance);
        SpokenWords[] all = [.. quotes.Concat(phrases).OrderBy(q => q.Report).ThenBy(q => q.Quotation.Span).Select((q, i) => q with { Index = i })];
        IReadOnlyList<Wording> wordings = WordingFinder.Find(all, taken, origins);
        HashSet<int> shared = [.. wordings.SelectMany(w => w.Quotes)];
        SpokenWords[] kept = [.. all.Where(q => shared.Contains(q.Index) || !marked.Contains(q.Quotation))];
        var numbers = new int[all.Length];
        for (int i = 0; i < kept.Length; i++)
            numbers[kept[i].Index] = i;
        return ([.. kept.Select((q, i) => q with { Index = i })],
            [.. wordings.Select(w => w with { Quotes = [.. w.Quotes.Select(q => numbers[q])], Pairs = [.. w.Pairs.Select(p => p with { A = numbers[p.A], B = numbers[p.B] })],
                Earliest = w.Earliest.Quote is { } first ? w.Earliest with { Quote = numbers[first] } : w.Earliest })]);
    }
}
