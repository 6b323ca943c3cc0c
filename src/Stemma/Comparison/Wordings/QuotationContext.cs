using Stemma.Annotation;
using Stemma.Comparison.Similarity;
using Stemma.Reports;

namespace Stemma.Comparison.Wordings;

/// <summary>The words in which a report sets a quotation: the rest of its sentence, the sentence before and the one after.</summary>
internal sealed class QuotationContext
{
    /// <summary>In words of content: fewer tell nothing when they agree.</summary>
    private const int FewestOwn = 3, FewestBeside = 5;

    /// <summary>In UTF-16 code units on each side of the marks: the longest sentences of news end before it.</summary>
    private const int Reach = 600;

    private readonly string[] _own, _before, _after;

    private QuotationContext(string[] own, string[] before, string[] after, string? slot) => (_own, _before, _after, Slot) = (own, before, after, slot);

    /// <summary>The words of content right before and right after the marks in the same sentence, null where one side has none.</summary>
    public string? Slot { get; }

    /// <summary>The context of a quotation.</summary>
    public static QuotationContext Of(SpokenWords quote, ReportWords words)
    {
        IReadOnlyList<Sentence> sentences = quote.Source.Sentences;
        TextSpan marked = quote.Quotation.Marked;
        int first = FirstEndingAfter(sentences, marked.Start), last = first;
        while (last + 1 < sentences.Count && sentences[last + 1].Span.Start < marked.End)
            last++;
        var own = new List<string>();
        string? wordBefore = null, wordAfter = null;
        TextSpan? speaker = quote.Quotation.Speaker?.Span;
        // Beside whole clauses of speech stands only who says them, which tells nothing of where and when.
        bool partial = quote.Quotation.Kind == QuotationKind.Partial;
        for (int i = first; i <= last && i < sentences.Count; i++)
        {
            foreach (ref readonly ComparableWord word in words.In(Near(sentences[i].Span, marked)))
            {
                if (!partial || !word.IsContent || marked.Contains(word.Span.Start))
                    continue;
                if (word.Span.End <= marked.Start)
                    wordBefore = word.Stem;
                else
                    wordAfter ??= word.Stem;
                if (speaker?.Contains(word.Span.Start) != true)
                    own.Add(word.Stem);
            }
        }
        return new QuotationContext(Distinct(own), Sentence(first - 1), Sentence(last + 1), wordBefore is null || wordAfter is null ? null : $"{wordBefore} … {wordAfter}");

        string[] Sentence(int index)
        {
            var stems = new List<string>();
            if (index >= 0 && index < sentences.Count && !HoldsSpeech(sentences[index].Span))
            {
                foreach (ref readonly ComparableWord word in words.In(Near(sentences[index].Span, marked)))
                {
                    if (word.IsContent)
                        stems.Add(word.Stem);
                }
            }
            return Distinct(stems);
        }

        // A statement can stand in any report that was sent it, with the name of who made it; it tells nothing of the place.
        bool HoldsSpeech(TextSpan sentence)
        {
            IReadOnlyList<Quotation> quotations = quote.Source.Quotations;
            int low = 0, high = quotations.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (quotations[middle].Span.End <= sentence.Start)
                    low = middle + 1;
                else
                    high = middle;
            }
            for (; low < quotations.Count && quotations[low].Span.Start < sentence.End; low++)
            {
                if (quotations[low].Kind == QuotationKind.Direct)
                    return true;
            }
            return false;
        }
    }

    // The part of a sentence that is near the marks; most sentences are near as a whole.
    private static TextSpan Near(TextSpan sentence, TextSpan marked)
    {
        int start = Math.Max(sentence.Start, marked.Start - Reach), end = Math.Min(sentence.End, marked.End + Reach);
        return end > start ? new TextSpan(start, end) : new TextSpan(sentence.Start, sentence.Start);
    }

    /// <summary>How alike the sentences around two quotations are, 0 to 1 (Dice over the stems of words of content).</summary>
    public double SimilarityTo(QuotationContext other) =>
        Math.Max(OwnSimilarityTo(other), Math.Max(Dice(_before, other._before, FewestBeside), Dice(_after, other._after, FewestBeside)));

    /// <summary>The same for the rest of the quotations' own sentences alone.</summary>
    public double OwnSimilarityTo(QuotationContext other) => Dice(_own, other._own, FewestOwn);

    private static string[] Distinct(List<string> stems) => [.. stems.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static double Dice(string[] a, string[] b, int fewest)
    {
        if (a.Length < fewest || b.Length < fewest)
            return 0;
        int common = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            int order = string.CompareOrdinal(a[i], b[j]);
            if (order == 0)
                common++;
            if (order <= 0)
                i++;
            if (order >= 0)
                j++;
        }
        return 2.0 * common / (a.Length + b.Length);
    }

    private static int FirstEndingAfter(IReadOnlyList<Sentence> sentences, int position)
    {
        int low = 0, high = sentences.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sentences[middle].Span.End <= position)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
