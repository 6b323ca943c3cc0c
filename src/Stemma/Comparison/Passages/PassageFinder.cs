using Stemma.Annotation;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Comparison.Passages;

/// <summary>Finds the runs of text that the reports of a story share, word for word or reworded.</summary>
public static class PassageFinder
{
    /// <summary>The part of the agreeing words inside quotation marks from which a match is one of a quotation, 0 to 1.</summary>
    private const double QuotationShare = 0.55;

    /// <summary>2·same words / all words from which a match is only edited (the limit that the newstree truth uses).</summary>
    private const double EditedRatio = 0.8;

    /// <summary>In words that agree: what is shorter is a heading or a phrase.</summary>
    private const int SentenceWords = 6;

    /// <summary>In words outside quotations that agree: so much in two sentences or more shows copying.</summary>
    private const double FewestTold = 12;

    /// <summary>The part of the shorter text, quotations and all, from which a single sentence of the reports' own shows copying.</summary>
    private const double LargeShare = 0.4;

    /// <summary>In words outside quotations that agree: what that sentence must have.</summary>
    private const double FewestInLarge = 8;

    /// <summary>In words: a cut end that shares nothing is left out of a passage from this length on.</summary>
    private const int LongestLooseEnd = 8;

    /// <summary>Finds the passages of all pairs of reports that share text.</summary>
    /// <param name="reports">The reports of one story.</param>
    /// <param name="threads">How many pairs are compared at once, 1 or more; it changes nothing in the result.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>Ordered by the ids of the two reports, then by place.</returns>
    public static IReadOnlyList<Passage> Find(IReadOnlyList<AnnotatedReport> reports, int threads = 1, CancellationToken cancellation = default)
    {
        // Everything is done in the order of the ids, so that the order of the files changes nothing.
        int[] order = [.. Enumerable.Range(0, reports.Count).OrderBy(i => reports[i].Report.Id, StringComparer.Ordinal)];
        var vocabulary = new StoryVocabulary(Lexicon.English);
        var texts = new ComparedText[order.Length];
        for (int i = 0; i < order.Length; i++)
            texts[i] = ComparedText.Of(reports[order[i]], vocabulary);
        vocabulary.Weigh(texts);
        SegmentIndex[] indexes = [.. texts.Select(t => new SegmentIndex(t, vocabulary))];

        IReadOnlyList<(int A, int B)> pairs = PartnerChoice.Pairs(texts, [.. order.Select(i => reports[i].Report.Published)]);
        var found = new IReadOnlyList<Passage>[pairs.Count];
        Parallel.For(0, pairs.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            () => new PairMatcher(vocabulary),
            (p, _, matcher) =>
            {
                (int a, int b) = pairs[p];
                IReadOnlyList<SegmentMatch> matches = matcher.Match(texts[a], indexes[a], texts[b], indexes[b]);
                found[p] = ToPassages(vocabulary, matches, order[a], texts[a], reports[order[a]].Report, order[b], texts[b], reports[order[b]].Report);
                return matcher;
            },
            static _ => { });
        return [.. found.SelectMany(p => p)];
    }

    internal static List<Passage> ToPassages(StoryVocabulary vocabulary, IReadOnlyList<SegmentMatch> matches, int indexA, ComparedText a, Report reportA, int indexB, ComparedText b, Report reportB)
    {
        var passages = new List<Passage>();
        bool copying = ShowsCopying(matches, a, b);
        SegmentMatch? before = null;
        foreach (SegmentMatch match in matches)
        {
            if (ToPassage(vocabulary, match, copying, indexA, a, reportA, indexB, b, reportB) is not { } passage)
                continue;
            if (before is { } last && Continues(last, match, passages[^1], passage, reportA, reportB))
                passages[^1] = Join(passages[^1], passage);
            else
                passages.Add(passage);
            before = match;
        }
        return passages;
    }

    /// <summary>
    /// True where the two texts share more than single sentences: one sentence that both have, with nothing shared around it but
    /// quotations, is what anybody writes, and no proof that one had the other before him, unless these are much of all there is.
    /// </summary>
    private static bool ShowsCopying(IReadOnlyList<SegmentMatch> matches, ComparedText a, ComparedText b)
    {
        double told = 0, shared = 0;
        int sentences = 0;
        foreach (SegmentMatch match in matches)
        {
            shared += match.Agreement.SameWords;
            if (match.Agreement.Quoted >= QuotationShare)
                continue;
            told += match.Agreement.SameWords * (1 - match.Agreement.Quoted);
            sentences += match.Agreement.SameWords >= SentenceWords ? 1 : 0;
        }
        int shorter = Math.Min(a.Words.Length, b.Words.Length);
        return sentences >= 2 && told >= FewestTold || sentences >= 1 && shared >= LargeShare * shorter && told >= FewestInLarge;
    }

    // Null where one side would show no word.
    private static Passage? ToPassage(StoryVocabulary vocabulary, SegmentMatch match, bool copying, int indexA, ComparedText a, Report reportA, int indexB, ComparedText b, Report reportB)
    {
        Agreement agreement = match.Agreement;
        (int a0, int a1) = Trim(a, vocabulary, a.Segments[match.FirstA].First, a.Segments[match.EndA - 1].End, agreement.Core.A, agreement.Core.EndA);
        (int b0, int b1) = Trim(b, vocabulary, b.Segments[match.FirstB].First, b.Segments[match.EndB - 1].End, agreement.Core.B, agreement.Core.EndB);
        if (!PlainWords.AreIn(reportA.Text, a, a0, a1) || !PlainWords.AreIn(reportB.Text, b, b0, b1))
            return null;
        // A light word may be left out at the edge of one side and stand inside the other: then the counts agree and the words do not.
        int same = Math.Min(agreement.SameWords, Math.Min(a1 - a0, b1 - b0));
        double ratio = 2.0 * same / Math.Max(1, a1 - a0 + b1 - b0);
        bool isSame = ratio >= 1 && a.Words.AsSpan(a0, a1 - a0).SequenceEqual(b.Words.AsSpan(b0, b1 - b0));
        PassageKind kind = isSame && IsUnbroken(match, a, reportA, b, reportB) ? PassageKind.Verbatim : ratio >= EditedRatio ? PassageKind.Edited : PassageKind.Reworded;
        PassageUse use = copying ? PassageUse.Copied : agreement.Quoted >= QuotationShare ? PassageUse.Quotation : PassageUse.Stock;
        return new Passage(indexA, indexB, WithMarks(reportA.Text, a.SpanOf(a0, a1)), WithMarks(reportB.Text, b.SpanOf(b0, b1)), kind, use, kind == PassageKind.Verbatim ? 1 : Math.Min(0.99, Math.Max(ratio, agreement.Score)));
    }

    // Leaves out a long end of a segment that has nothing of the other side, and the light words that then stand at the edge
    // beside one that tells more.
    private static (int First, int End) Trim(ComparedText text, StoryVocabulary vocabulary, int first, int end, int coreFirst, int coreEnd)
    {
        int start = first, stop = end;
        if (coreFirst - first >= LongestLooseEnd)
        {
            for (start = coreFirst; start < coreEnd - 1 && IsLight(start);)
                start++;
            if (IsLight(start))
                start = coreFirst;
        }
        if (end - coreEnd >= LongestLooseEnd)
        {
            for (stop = coreEnd; stop > start + 1 && IsLight(stop - 1);)
                stop--;
            if (IsLight(stop - 1))
                stop = coreEnd;
        }
        return (start, stop);

        bool IsLight(int word) => vocabulary.Weight(text.Stems[word]) < LightWord;
    }

    // The marks that belong to the first and the last word: quotation marks, the full stop.
    private static TextSpan WithMarks(string text, TextSpan span)
    {
        int start = span.Start, end = span.End;
        while (start > 0 && span.Start - start < MostMarks && IsMark(text[start - 1], '”'))
            start--;
        while (end < text.Length && end - span.End < MostMarks && IsMark(text[end], '“'))
            end++;
        return new TextSpan(start, end);

        static bool IsMark(char c, char not) => c != not && char.IsPunctuation(c) && c is not ('-' or '–' or '—' or '(' or ')');
    }

    /// <summary>In UTF-16 code units.</summary>
    private const int MostMarks = 3;

    /// <summary>A weight of <see cref="StoryVocabulary"/>: lighter words ("of", "where") say nothing at the edge of a passage.</summary>
    private const double LightWord = 0.5;

    // A heading that one side alone has between its sentences is a change of the text.
    private static bool IsUnbroken(SegmentMatch match, ComparedText a, Report reportA, ComparedText b, Report reportB)
    {
        return Holds(reportA, a, match.FirstA, match.EndA) && Holds(reportB, b, match.FirstB, match.EndB);

        static bool Holds(Report report, ComparedText text, int first, int end)
        {
            for (int s = first + 1; s < end; s++)
            {
                if (!PlainWords.AreNoneBetween(report, text.Spans[text.Segments[s - 1].End - 1], text.Spans[text.Segments[s].First]))
                    return false;
            }
            return true;
        }
    }

    // Between the two nothing may stand that one side alone has: a loose end that was left out, a heading.
    private static bool Continues(SegmentMatch last, SegmentMatch next, Passage lastPassage, Passage nextPassage, Report reportA, Report reportB) =>
        lastPassage.Kind == nextPassage.Kind && lastPassage.Kind != PassageKind.Reworded && lastPassage.Use == nextPassage.Use
        && last.EndA == next.FirstA && last.EndB == next.FirstB
        && PlainWords.AreNoneBetween(reportA, lastPassage.SpanA, nextPassage.SpanA) && PlainWords.AreNoneBetween(reportB, lastPassage.SpanB, nextPassage.SpanB);

    private static Passage Join(Passage first, Passage second)
    {
        double similarity = (first.Similarity * first.SpanA.Length + second.Similarity * second.SpanA.Length) / (first.SpanA.Length + second.SpanA.Length);
        return first with { SpanA = first.SpanA.Union(second.SpanA), SpanB = first.SpanB.Union(second.SpanB), Similarity = similarity };
    }
}
