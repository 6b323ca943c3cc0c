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

        IReadOnlyList<(int A, int B)> pairs = PartnerChoice.Pairs(texts);
        var found = new IReadOnlyList<Passage>[pairs.Count];
        Parallel.For(0, pairs.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            () => new PairMatcher(vocabulary),
            (p, _, matcher) =>
            {
                (int a, int b) = pairs[p];
                IReadOnlyList<SegmentMatch> matches = matcher.Match(texts[a], indexes[a], texts[b], indexes[b]);
                found[p] = ToPassages(matches, order[a], texts[a], order[b], texts[b]);
                return matcher;
            },
            static _ => { });
        return [.. found.SelectMany(p => p)];
    }

    private static List<Passage> ToPassages(IReadOnlyList<SegmentMatch> matches, int reportA, ComparedText a, int reportB, ComparedText b)
    {
        var passages = new List<Passage>();
        bool copying = ShowsCopying(matches, a, b);
        SegmentMatch? before = null;
        foreach (SegmentMatch match in matches)
        {
            Passage passage = ToPassage(match, copying, reportA, a, reportB, b);
            if (before is { } last && Continues(last, match, passages[^1], passage))
                passages[^1] = Join(passages[^1], passage);
            else
                passages.Add(passage);
            before = match;
        }
        return passages;
    }

    /// <summary>
    /// True where the two texts share more than single sentences: one sentence that both have, with nothing shared around it, is
    /// what anybody writes or quotes, and no proof that one had the other before him.
    /// </summary>
    private static bool ShowsCopying(IReadOnlyList<SegmentMatch> matches, ComparedText a, ComparedText b)
    {
        double told = 0;
        int sentences = 0;
        foreach (SegmentMatch match in matches)
        {
            if (match.Agreement.Quoted >= QuotationShare)
                continue;
            told += match.Agreement.SameWords * (1 - match.Agreement.Quoted);
            sentences += match.Agreement.SameWords >= 6 ? 1 : 0;
        }
        int shorter = Math.Min(a.Words.Length, b.Words.Length);
        return sentences >= 2 && told >= PairMatcher.RelatedWords || sentences >= 1 && told >= WholeTextShare * shorter && told >= 8;
    }

    /// <summary>The part of the shorter text from which a single shared sentence shows copying: it is nearly all there is.</summary>
    private const double WholeTextShare = 0.5;

    private static Passage ToPassage(SegmentMatch match, bool copying, int reportA, ComparedText a, int reportB, ComparedText b)
    {
        Agreement agreement = match.Agreement;
        (int a0, int a1) = Trim(a.Segments[match.FirstA].First, a.Segments[match.EndA - 1].End, agreement.Core.A, agreement.Core.EndA);
        (int b0, int b1) = Trim(b.Segments[match.FirstB].First, b.Segments[match.EndB - 1].End, agreement.Core.B, agreement.Core.EndB);
        double ratio = 2.0 * agreement.SameWords / Math.Max(1, a1 - a0 + b1 - b0);
        PassageKind kind = ratio >= 1 ? PassageKind.Verbatim : ratio >= EditedRatio ? PassageKind.Edited : PassageKind.Reworded;
        PassageUse use = copying ? PassageUse.Copied : agreement.Quoted >= QuotationShare ? PassageUse.Quotation : PassageUse.Stock;
        return new Passage(reportA, reportB, a.SpanOf(a0, a1), b.SpanOf(b0, b1), kind, use, kind == PassageKind.Verbatim ? 1 : Math.Min(0.99, Math.Max(ratio, agreement.Score)));
    }

    // Leaves out a long end of a segment that has nothing of the other side.
    private static (int First, int End) Trim(int first, int end, int coreFirst, int coreEnd) =>
        (coreFirst - first >= LongestLooseEnd ? coreFirst : first, end - coreEnd >= LongestLooseEnd ? coreEnd : end);

    private static bool Continues(SegmentMatch last, SegmentMatch next, Passage lastPassage, Passage nextPassage) =>
        lastPassage.Kind == nextPassage.Kind && lastPassage.Kind != PassageKind.Reworded && lastPassage.Use == nextPassage.Use
        && last.EndA == next.FirstA && last.EndB == next.FirstB;

    private static Passage Join(Passage first, Passage second)
    {
        double similarity = (first.Similarity * first.SpanA.Length + second.Similarity * second.SpanA.Length) / (first.SpanA.Length + second.SpanA.Length);
        return first with { SpanA = first.SpanA.Union(second.SpanA), SpanB = first.SpanB.Union(second.SpanB), Similarity = similarity };
    }
}
