using Stemma.Annotation;
using Stemma.Comparison.Names;
using Stemma.Comparison.Similarity;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Comparison.Wordings.Search;

/// <summary>Finds who said some words, where, and in which wordings.</summary>
/// <remarks>A function of its arguments alone; the order of the reports does not matter. Reports without the words cost no more than their tokens.</remarks>
public static class QuoteSearch
{
    /// <summary>Places of the words outside of quotations that are told: enough to see that they are there.</summary>
    private const int MostUnquoted = 20;

    /// <summary>Looks for the words in all reports.</summary>
    /// <param name="words">The words, marks around them or not.</param>
    /// <param name="reports">The reports; their ids differ.</param>
    /// <param name="threads">How many threads to use, 1 or more; it never changes what is found.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static FoundQuotes Find(string words, IReadOnlyList<Report> reports, int threads, CancellationToken cancellation = default)
    {
        Report[] ordered = [.. reports.OrderBy(r => r.Id, StringComparer.Ordinal)];
        var annotated = new AnnotatedReport?[ordered.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, ordered.Length, parallel, () => new QuoteQuery(words), (i, _, query) =>
        {
            if (!query.IsEmpty && query.MayHold(Annotator.Outline(ordered[i])))
                annotated[i] = Annotator.Annotate(ordered[i]);
            return query;
        }, _ => { });
        return Find(words, [.. annotated.OfType<AnnotatedReport>()]);
    }

    /// <summary>Looks for the words in reports that are annotated already: those of a store that may have the words.</summary>
    /// <param name="words">The words, marks around them or not.</param>
    /// <param name="reports">The reports, by id in ordinal order.</param>
    public static FoundQuotes Find(string words, IReadOnlyList<AnnotatedReport> reports)
    {
        var query = new QuoteQuery(words);
        NameRegister names = NameRegister.Of(reports);
        var hits = new List<QuoteHit>();
        QuoteHit? nearest = null;
        for (int report = 0, index = 0; report < reports.Count; report++)
        {
            List<SpokenWords> spoken = Spoken(reports, report, names, index);
            index += spoken.Count;
            foreach ((QuoteHit hit, bool isMatch) in query.Look(spoken))
            {
                if (isMatch)
                    hits.Add(hit);
                else if (nearest is null || hit.Likeness > nearest.Likeness)
                    nearest = hit;
            }
        }
        if (hits.Count > 0)
            return new FoundQuotes(Wordings(hits), null, []);
        var unquoted = new List<(string, TextSpan)>();
        foreach (AnnotatedReport report in query.IsEmpty ? [] : reports)
            unquoted.AddRange(query.Places(report).Take(MostUnquoted - unquoted.Count).Select(p => (report.Report.Id, p)));
        return new FoundQuotes([], nearest, unquoted);
    }

    private static List<SpokenWords> Spoken(IReadOnlyList<AnnotatedReport> reports, int report, NameRegister names, int index)
    {
        AnnotatedReport source = reports[report];
        var spoken = new List<SpokenWords>(source.Quotations.Count + source.MarkedPhrases.Count);
        foreach (Quotation quotation in source.Quotations)
        {
            int? id = quotation.Speaker is { } speaker ? names.Of(report, speaker) : null;
            string? name = id is { } known ? names.Names[known].Name : quotation.Speaker?.Name;
            spoken.Add(new SpokenWords(index + spoken.Count, report, source, quotation, name, id));
        }
        foreach (Quotation phrase in source.MarkedPhrases.Concat(Headlines.Phrases(source)))
            spoken.Add(new SpokenWords(index + spoken.Count, report, source, phrase, null, null) { IsHeadlinePhrase = Headlines.Hold(new SpokenWords(0, report, source, phrase, null, null)) });
        return spoken;
    }

    // Quotations with the same words are one wording; the nearest wording comes first, and the others are set against it.
    private static List<FoundWording> Wordings(List<QuoteHit> hits)
    {
        var forms = new WordForms(Lexicon.English);
        ComparableWord[] WordsOf(QuoteHit hit) => ReportWords.Of(hit.Quote.Source, forms).In(hit.Quote.Quotation.Span).ToArray();
        var groups = hits.Select(h => (Hit: h, Words: WordsOf(h)))
            .GroupBy(h => string.Join(' ', h.Words.Select(w => w.Form)) + (h.Hit.Quote.Quotation.Kind == QuotationKind.Indirect ? "\n" : ""), StringComparer.Ordinal)
            .Select(g => g.OrderBy(h => h.Hit.Quote.Source.Report.Published?.From ?? DateOnly.MaxValue).ThenBy(h => h.Hit.Quote.Source.Report.Published?.To ?? DateOnly.MaxValue)
                .ThenBy(h => h.Hit.Quote.Index).ToArray())
            .OrderBy(g => g[0].Hit.Quote.Quotation.Kind == QuotationKind.Indirect).ThenBy(g => g[0].Hit.Match).ThenByDescending(g => Math.Round(g[0].Hit.Likeness, 3))
            .ThenByDescending(g => g.Length).ThenBy(g => g[0].Hit.Quote.Index).ToArray();
        var wordings = new List<FoundWording>(groups.Length);
        WordingSide? best = null;
        foreach ((QuoteHit Hit, ComparableWord[] Words)[] group in groups)
        {
            (QuoteHit first, ComparableWord[] own) = group[0];
            var side = new WordingSide(first.Quote.Source, first.Quote.Quotation.Span, own, MeaningWords.For(first.Quote.Source.Report.Language));
            best ??= side;
            IReadOnlyList<WordEdit> edits = ReferenceEquals(best, side) ? [] : WordEdits.Between(best, side, WordAlignment.Of(best.Words, own, Lexicon.English), Lexicon.English, MeaningWords.For(first.Quote.Source.Report.Language));
            wordings.Add(new FoundWording([.. group.Select(g => g.Hit)], WordEdits.Classify(edits, best.Words, own), edits));
        }
        return wordings;
    }
}
