using Stemma.Annotation;
using Stemma.Comparison.Similarity;
using Stemma.Languages;

namespace Stemma.Comparison.Wordings;

/// <summary>Finds the quotations that are wordings of one utterance.</summary>
/// <remarks>A function of its arguments alone. Work grows with the number of quotations times a constant.</remarks>
public static class WordingFinder
{
    /// <summary>A report that quotes more often is no news report; what follows is passed over.</summary>
    private const int MostQuotationsOfAReport = 2000;

    /// <summary>The quotations a quotation is compared with at most: those that share the most words with it.</summary>
    private const int MostCandidates = 48;

    /// <summary>The places of a word that are looked at: in a large story the first ones stand for the rest.</summary>
    private const int MostPlaces = 256;

    /// <summary>The utterances that two or more quotations give, in the order of their first quotation.</summary>
    /// <param name="quotes">The direct and partial quotations of all reports, in any order; indirect ones are passed over.</param>
    /// <param name="taken">Which report took text from which, by <see cref="SpokenWords.Report"/>: a report's wordings are set against those of its parents; null where nothing is known.</param>
    /// <param name="origins">The origins that a report's text rests on, one or more pairs a report; null where nothing is known. Like quotations of reports without a common origin must agree in all that they say.</param>
    public static IReadOnlyList<Wording> Find(IReadOnlyList<SpokenWords> quotes, IReadOnlyList<(int Parent, int Child)>? taken = null, IReadOnlyList<(int Report, int Origin)>? origins = null) =>
        Find(quotes, taken ?? [], new TextKinship(taken ?? [], origins ?? []), Lexicon.English);

    private static IReadOnlyList<Wording> Find(IReadOnlyList<SpokenWords> quotes, IReadOnlyList<(int Parent, int Child)> taken, TextKinship kinship, Lexicon lexicon)
    {
        var shapes = new WordingShapes(lexicon);
        QuotationView[] views = Views(quotes, taken, shapes, lexicon);
        var links = Links(views, kinship, shapes).ToDictionary(l => (l.A, l.B), l => l.Match);
        var families = new WordingFamilies(views, links, taken, kinship, shapes, lexicon);
        foreach ((int a, int b) in links.OrderByDescending(l => l.Value.Score).ThenBy(l => l.Key).Select(l => l.Key))
            families.Join(a, b);
        foreach ((int quotation, int headline) in HeadlineLinks.Find(views, families.IsAlone, kinship).ToArray())
            families.AddHeadline(quotation, headline);
        return families.Wordings();
    }

    // Earliest report first, of each its body before its headline, then by place.
    private static QuotationView[] Views(IReadOnlyList<SpokenWords> quotes, IReadOnlyList<(int Parent, int Child)> taken, WordingShapes shapes, Lexicon lexicon)
    {
        var forms = new WordForms(lexicon);
        var words = new Dictionary<AnnotatedReport, ReportWords>(ReferenceEqualityComparer.Instance);
        var views = new List<QuotationView>(quotes.Count);
        ILookup<int, SpokenWords> byReport = quotes.Where(q => q.Quotation.Kind != QuotationKind.Indirect).ToLookup(q => q.Report);
        foreach (int report in ReportOrder.Of([.. byReport.Select(g => (g.Key, g.First().Source.Report.Published))], taken))
        {
            foreach (SpokenWords given in byReport[report].OrderBy(Headlines.Hold).ThenBy(q => q.Quotation.Span).ThenBy(q => q.Index).Take(MostQuotationsOfAReport))
            {
                SpokenWords quote = given is { SpeakerId: null, SpeakerName: { } name } && Speakers.IsPronoun(name) ? given with { SpeakerName = null } : given;
                if (!words.TryGetValue(quote.Source, out ReportWords? view))
                    words[quote.Source] = view = ReportWords.Of(quote.Source, forms);
                ReadOnlySpan<ComparableWord> own = view.In(quote.Quotation.Span);
                views.Add(new QuotationView(quote, own.ToArray(), QuotationContext.Of(quote, view)) { WordsNumber = shapes.NumberOf(own), IsHeadline = Headlines.Hold(quote) });
            }
        }
        return [.. views];
    }

    private static IEnumerable<(int A, int B, UtteranceMatch Match)> Links(QuotationView[] views, TextKinship kinship, WordingShapes shapes)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var shared = new Dictionary<int, double>();
        for (int b = 0; b < views.Length; b++)
        {
            if (views[b].Quote.IsHeadlinePhrase)
                continue;
            shared.Clear();
            foreach ((string key, double weight) in Keys(views[b]))
            {
                if (!places.TryGetValue(key, out List<int>? list))
                    places[key] = list = [];
                foreach (int a in list)
                    shared[a] = shared.GetValueOrDefault(a) + weight;
                if (list.Count < MostPlaces)
                    list.Add(b);
            }
            foreach (int a in shared.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(MostCandidates).Select(s => s.Key))
            {
                UtteranceMatch match = UtteranceMatch.Judge(views[a], views[b], kinship.Between(views[a].Quote.Report, views[b].Quote.Report), shapes);
                if (match.IsOne)
                    yield return (a, b, match);
            }
        }
    }

    // The stems of the words of content, where there are none all words together; and the place in the sentence.
    private static IEnumerable<(string Key, double Weight)> Keys(QuotationView view)
    {
        var content = view.Words.Where(w => w.IsContent).Select(w => w.Stem).Distinct(StringComparer.Ordinal).ToArray();
        IEnumerable<(string, double)> words = content.Length > 0 ? content.Select(s => (s, 1.0)) : [(string.Join(' ', view.Words.Take(20).Select(w => w.Form)), 1.0)];
        return view.Context.Slot is { } slot ? words.Append((slot, 2.0)) : words;
    }
}
