namespace Stemma.Comparison.Passages;

/// <summary>How like two runs of segments are by their stems alone, in no order: cheaper than an alignment, and enough for weak evidence.</summary>
/// <remarks>Not safe to share between threads. Linear in the words of the runs.</remarks>
internal sealed class SegmentLikeness(StoryVocabulary vocabulary)
{
    /// <summary>In words: where both runs hold more inside quotation marks, these words alone are compared; who spoke is no evidence of what was said.</summary>
    private const int FewQuotedWords = 3;

    private int[] _mark = [];
    private int _call;

    /// <summary>2·shared weight / both weights (Dice), 0 to 1, and the weight of the lighter run.</summary>
    /// <param name="a">One text.</param>
    /// <param name="s">The first segment of its run.</param>
    /// <param name="countS">How many segments, 1 or more.</param>
    /// <param name="b">The other text.</param>
    /// <param name="t">The first segment of its run.</param>
    /// <param name="countT">How many segments, 1 or more.</param>
    public (double Likeness, double Weight) Of(ComparedText a, int s, int countS, ComparedText b, int t, int countT)
    {
        if (_mark.Length < vocabulary.StemCount || _call > int.MaxValue / 2)
            (_mark, _call) = (new int[vocabulary.StemCount * 2], 0);
        ReadOnlySpan<bool> quotedA = In(a.InMarks, a, s, countS), quotedB = In(b.InMarks, b, t, countT);
        bool quotations = AreQuotations(quotedA, quotedB);
        ReadOnlySpan<int> stemsA = In(a.Stems, a, s, countS), stemsB = In(b.Stems, b, t, countT);
        double shared = 0, weightA = 0, weightB = 0;
        int marked = ++_call, met = ++_call, other = ++_call;
        for (int i = 0; i < stemsA.Length; i++)
        {
            if (_mark[stemsA[i]] == marked || (quotations && !quotedA[i]))
                continue;
            _mark[stemsA[i]] = marked;
            weightA += vocabulary.Weight(stemsA[i]);
        }
        for (int i = 0; i < stemsB.Length; i++)
        {
            int mark = _mark[stemsB[i]];
            if (mark == met || mark == other || (quotations && !quotedB[i]))
                continue;
            double weight = vocabulary.Weight(stemsB[i]);
            weightB += weight;
            if (mark == marked)
                shared += weight;
            _mark[stemsB[i]] = mark == marked ? met : other;
        }
        return weightA + weightB == 0 ? (0, 0) : (2 * shared / (weightA + weightB), Math.Min(weightA, weightB));
    }

    /// <summary>True where both runs give words inside quotation marks.</summary>
    public static bool AreQuotations(ComparedText a, int s, int countS, ComparedText b, int t, int countT) =>
        AreQuotations(In(a.InMarks, a, s, countS), In(b.InMarks, b, t, countT));

    private static bool AreQuotations(ReadOnlySpan<bool> inMarksA, ReadOnlySpan<bool> inMarksB) =>
        inMarksA.Count(true) > FewQuotedWords && inMarksB.Count(true) > FewQuotedWords;

    private static ReadOnlySpan<T> In<T>(T[] ofWords, ComparedText text, int segment, int count) =>
        ofWords.AsSpan(text.Segments[segment].First..text.Segments[segment + count - 1].End);
}
