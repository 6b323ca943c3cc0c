using Stemma.Comparison.Similarity;
using Stemma.Languages;

namespace Stemma.Comparison.Wordings;

/// <summary>What an alignment of two wordings amounts to.</summary>
/// <param name="IsIdentical">True where nothing but house style differs.</param>
/// <param name="Common">The weight of the words in common, 1 for a word of content.</param>
/// <param name="Containment">The part of the shorter wording that stands in the longer one, 0 to 1.</param>
/// <param name="Likeness">The part of the longer wording that stands in the shorter one, 0 to 1.</param>
/// <param name="ReplacedShare">The part of the content of the shorter wording that stands against other content, 0 to 1.</param>
/// <param name="LongestRun">The most words in a row in common.</param>
/// <param name="LongestRunContent">How many of those are words of content.</param>
internal readonly record struct AlignmentShape(bool IsIdentical, double Common, double Containment, double Likeness, double ReplacedShare, int LongestRun, int LongestRunContent)
{
    /// <summary>Takes the measures.</summary>
    public static AlignmentShape Of(WordAlignment alignment, ReadOnlySpan<ComparableWord> a, ReadOnlySpan<ComparableWord> b, Lexicon lexicon)
    {
        double common = 0;
        int run = 0, content = 0, bestRun = 0, bestContent = 0;
        bool allSame = true;
        AlignedWords previous = new(-2, -2, false, 0);
        double replaced = 0;
        foreach (AlignedWords pair in alignment.Pairs)
        {
            common += pair.Weight;
            allSame &= pair.Same;
            bool inRun = pair.A == previous.A + 1 && pair.B == previous.B + 1;
            (run, content) = inRun ? (run + 1, content) : (1, 0);
            content += a[pair.A].IsContent ? 1 : 0;
            if (content > bestContent || (content == bestContent && run > bestRun))
                (bestRun, bestContent) = (run, content);
            replaced += Replaced(a[Math.Max(0, previous.A + 1)..pair.A], b[Math.Max(0, previous.B + 1)..pair.B], lexicon);
            previous = pair;
        }
        if (alignment.Pairs.Count > 0)
            replaced += Replaced(a[(previous.A + 1)..], b[(previous.B + 1)..], lexicon);
        double weightA = Weight(a), weightB = Weight(b), shorter = Math.Min(weightA, weightB);
        bool identical = allSame && alignment.Pairs.Count == a.Length && a.Length == b.Length;
        return new AlignmentShape(identical, common, shorter == 0 ? 0 : Math.Min(1, common / shorter), common / Math.Max(1e-9, Math.Max(weightA, weightB)),
            shorter == 0 ? 0 : Math.Min(1, replaced / shorter), bestRun, bestContent);
    }

    /// <summary>What a word counts for that stands against its opposite, and a number against another: they make another statement.</summary>
    private const int Contradiction = 3;

    /// <summary>In words on each side: in longer gaps nothing is set word against word.</summary>
    private const int LongestGap = 8;

    private static double Replaced(ReadOnlySpan<ComparableWord> a, ReadOnlySpan<ComparableWord> b, Lexicon lexicon)
    {
        int replaced = Math.Min(Content(a), Content(b));
        if (replaced == 0 || a.Length > LongestGap || b.Length > LongestGap)
            return replaced;
        foreach (ref readonly ComparableWord x in a)
        {
            foreach (ref readonly ComparableWord y in b)
            {
                if (lexicon.AreOpposites(x.Form, y.Form) || (char.IsAsciiDigit(x.Form[0]) && char.IsAsciiDigit(y.Form[0]) && x.Form != y.Form))
                    return replaced + Contradiction;
            }
        }
        return replaced;
    }

    private static int Content(ReadOnlySpan<ComparableWord> words)
    {
        int count = 0;
        foreach (ref readonly ComparableWord word in words)
            count += word.IsContent ? 1 : 0;
        return count;
    }

    private static double Weight(ReadOnlySpan<ComparableWord> words)
    {
        double sum = 0;
        foreach (ref readonly ComparableWord word in words)
            sum += word.Weight;
        return sum;
    }
}
