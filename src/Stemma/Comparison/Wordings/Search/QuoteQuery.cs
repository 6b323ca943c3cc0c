using Stemma.Annotation;
using Stemma.Comparison.Similarity;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Comparison.Wordings.Search;

/// <summary>Words that somebody looks for among quotations.</summary>
/// <remarks>
/// Words are compared without house style (case, spelling, numerals, marks), by their stems and by near-synonyms. One report is looked at at a
/// time, so that a store can ask it of reports as it reads them. Keeps the forms of words it has seen; not safe to share between threads.
/// </remarks>
public sealed class QuoteQuery
{
    /// <summary>Part of the weight of the words that a quotation must have, and likeness of the place (Dice), to count as a rewording of them.</summary>
    /// <remarks>Set by hand: with half of the words in half of the place "could reopen in spring" finds "may reopen this spring" and not every "spring".</remarks>
    private const double Contained = .5, Alike = .55;

    /// <summary>In words of content: fewer that agree are chance, unless the words have no more.</summary>
    private const int FewestContent = 2;

    /// <summary>What a word between two that agree costs when the place is chosen, where a word of content that agrees gains 1.</summary>
    private const double Gap = .15;

    /// <summary>Part of the words of content that a text must have for it to be read through; the same as of a quotation, less what synonyms can hide.</summary>
    private const double InText = .3;

    /// <summary>Longer words are no quotation to look for, in UTF-16 code units; what follows is left out.</summary>
    public const int LongestWords = 4000;

    private readonly WordForms _forms = new(Lexicon.English);
    private readonly ComparableWord[] _words;
    private readonly HashSet<string> _content;
    private readonly double _weight;

    /// <summary>Takes the words.</summary>
    /// <param name="words">Any run of words; marks around them are passed over.</param>
    public QuoteQuery(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        AnnotatedReport asked = Annotator.Outline(new Report { Id = "", Text = words.Length > LongestWords ? words[..LongestWords] : words, Language = "en" });
        _words = ReportWords.Of(asked, _forms).All.ToArray();
        _content = [.. _words.Where(w => w.IsContent).Select(w => w.Stem)];
        _weight = _words.Sum(w => w.Weight);
    }

    /// <summary>True where there is no word to look for.</summary>
    public bool IsEmpty => _words.Length == 0;

    /// <summary>True where the text has enough of the words anywhere to be worth its annotation. Linear in its length.</summary>
    /// <param name="report">The report as <see cref="Annotator.Outline"/> gives it.</param>
    public bool MayHold(AnnotatedReport report)
    {
        if (_content.Count == 0)
            return !IsEmpty;
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (ref readonly ComparableWord word in ReportWords.Of(report, _forms).All)
        {
            if (_content.Contains(word.Stem))
                found.Add(word.Stem);
        }
        return found.Count > 0 && found.Count >= InText * _content.Count;
    }

    /// <summary>How each quotation of a report stands to the words: hits and, with no match, quotations that share any word of content with them.</summary>
    /// <param name="quotes">Quotations of one report.</param>
    internal IEnumerable<(QuoteHit Hit, bool IsMatch)> Look(IReadOnlyList<SpokenWords> quotes)
    {
        if (IsEmpty || quotes.Count == 0)
            yield break;
        ReportWords view = ReportWords.Of(quotes[0].Source, _forms);
        foreach (SpokenWords quote in quotes)
        {
            if (Compare(view.In(quote.Quotation.Span)) is { } found)
                yield return (new QuoteHit(quote, found.Match ?? QuoteMatch.Reworded, found.Likeness, found.Place), found.Match is not null);
        }
    }

    /// <summary>The places of a report where the words stand just so.</summary>
    internal IEnumerable<TextSpan> Places(AnnotatedReport report)
    {
        ComparableWord[] all = ReportWords.Of(report, _forms).All.ToArray();
        for (int from = 0; RunIn(all, _words, from) is var at and >= 0; from = at + _words.Length)
            yield return new TextSpan(all[at].Span.Start, all[at + _words.Length - 1].Span.End);
    }

    private (QuoteMatch? Match, double Likeness, TextSpan Place)? Compare(ReadOnlySpan<ComparableWord> quote)
    {
        if (quote.IsEmpty)
            return null;
        if (RunIn(quote, _words, 0) is var whole and >= 0)
            return (quote.Length == _words.Length ? QuoteMatch.Exact : QuoteMatch.Within, 1, Span(quote, whole, whole + _words.Length));
        int shared = 0;
        foreach (ref readonly ComparableWord word in quote)
            shared += _content.Contains(word.Stem) ? 1 : 0;
        if (shared == 0)
            return null;
        double weight = Weight(quote, 0, quote.Length);
        if (RunIn(_words, quote, 0) >= 0 && (shared >= FewestContent || weight >= Contained * _weight))
            return (QuoteMatch.Part, 2 * weight / (weight + _weight), Span(quote, 0, quote.Length));
        (int start, int end, double common, int content) = BestPlace(WordAlignment.Of(_words, quote, Lexicon.English), quote);
        if (end == 0)
            return null;
        double likeness = 2 * common / (_weight + Weight(quote, start, end));
        bool match = common >= Contained * _weight && likeness >= Alike && content >= Math.Min(FewestContent, _content.Count);
        return (match ? QuoteMatch.Reworded : null, Math.Min(1, likeness), Span(quote, start, end));
    }

    // The densest run of words that agree: the best sum, with what stands between counted against it (Kadane 1984).
    private (int Start, int End, double Common, int Content) BestPlace(WordAlignment alignment, ReadOnlySpan<ComparableWord> quote)
    {
        (int Start, int End, double Common, int Content) best = default, run = default;
        double bestScore = 0, score = 0;
        int previous = 0;
        foreach (AlignedWords pair in alignment.Pairs)
        {
            double left = score - (Gap * (pair.B - previous - 1));
            if (left <= 0 || run.End == 0)
                (run, score) = ((pair.B, pair.B + 1, pair.Weight, quote[pair.B].IsContent ? 1 : 0), pair.Weight);
            else
                (run, score) = ((run.Start, pair.B + 1, run.Common + pair.Weight, run.Content + (quote[pair.B].IsContent ? 1 : 0)), left + pair.Weight);
            previous = pair.B;
            if (score > bestScore)
                (best, bestScore) = (run, score);
        }
        return best;
    }

    // Where the one run stands in the other word for word, -1 where it does not.
    private static int RunIn(ReadOnlySpan<ComparableWord> all, ReadOnlySpan<ComparableWord> part, int from)
    {
        for (int start = from; start + part.Length <= all.Length; start++)
        {
            int i = 0;
            while (i < part.Length && string.Equals(all[start + i].Form, part[i].Form, StringComparison.Ordinal))
                i++;
            if (i == part.Length)
                return start;
        }
        return -1;
    }

    private static double Weight(ReadOnlySpan<ComparableWord> words, int start, int end)
    {
        double weight = 0;
        for (int i = start; i < end; i++)
            weight += words[i].Weight;
        return weight;
    }

    private static TextSpan Span(ReadOnlySpan<ComparableWord> words, int start, int end) => new(words[start].Span.Start, words[end - 1].Span.End);
}
