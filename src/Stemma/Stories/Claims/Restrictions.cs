using Stemma.Comparison.Similarity;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Claims;

/// <summary>Tells where words around a number restrict what it counts, and the other sentence has none of them.</summary>
internal static class Restrictions
{
    /// <summary>In words: how far before a number stands the name that it belongs to.</summary>
    private const int NearName = 8;

    /// <summary>In words: what stands so near to a number may restrict what it counts.</summary>
    private const int Beside = 8;

    /// <summary>True where one of the numbers stands beside a word of content that stands for none of the other sentence.</summary>
    public static bool Are(ClaimSentence a, ClaimSentence b, IReadOnlyList<AlignedWords> pairs, in Slot slot, Lexicon lexicon)
    {
        List<int> left = Alone(a, b, pairs.Select(p => p.A)), right = Alone(b, a, pairs.Select(p => p.B));
        return IsRestricted(a, slot.A, left, b, right, lexicon) || IsRestricted(b, slot.B, right, a, left, lexicon);
    }

    // "118 schools in and around the city", "41 schools inside the walls of the city": a word beside the number for which the other sentence has none.
    private static bool IsRestricted(ClaimSentence own, TextSpan slot, List<int> alone, ClaimSentence other, List<int> otherAlone, Lexicon lexicon)
    {
        if (own.QuantityAt(slot) is not { } quantity)
            return false;
        foreach (int i in alone)
        {
            if (i >= quantity.FirstOfPhrase - Beside && i <= quantity.LastOfPhrase + Beside && !slot.Overlaps(own.Words[i].Span) && !otherAlone.Exists(o => !OtherThings.AreApart(own.Words[i], other.Words[o], lexicon)))
                return true;
        }
        return false;
    }

    // The words of content that stand for none of the other sentence.
    private static List<int> Alone(ClaimSentence own, ClaimSentence other, IEnumerable<int> aligned)
    {
        HashSet<int> paired = [.. aligned];
        var alone = new List<int>();
        for (int i = 0; i < own.Words.Length; i++)
        {
            ComparableWord word = own.Words[i];
            if (word.IsContent && !paired.Contains(i) && !other.Has(word.Stem) && !char.IsAsciiDigit(word.Form[0]) && !OtherThings.InAmount(own, word))
                alone.Add(i);
        }
        return alone;
    }

    /// <summary>True where the name shortly before the one number is not told by the other sentence, and the other way round: "the Rovers (seven years)", "the Harriers, eight years".</summary>
    public static bool AreOfOtherNames(ClaimSentence a, in Quantity x, ClaimSentence b, in Quantity y) =>
        NameBefore(a, x) is { } left && NameBefore(b, y) is { } right && !b.Has(left) && !a.Has(right);

    private static string? NameBefore(ClaimSentence sentence, in Quantity quantity)
    {
        // The first word of a sentence has a capital whatever it is.
        for (int i = quantity.FirstOfPhrase - 1; i > 0 && i >= quantity.FirstOfPhrase - NearName; i--)
        {
            if (sentence.Words[i] is { IsCapital: true, IsContent: true } word && !sentence.IsDated(word.Span))
                return word.Stem;
        }
        return null;
    }

    /// <summary>True where the one says at its start for where or when it holds, and the other does not: "In the northern half of the hills, the service counted …".</summary>
    public static bool OpensAlone(ClaimSentence own, ClaimSentence other)
    {
        if (own.Words.Length < 3 || (Vocabulary.English.ClassOf(own.Words[0].Form) & WordClass.Preposition) == WordClass.None)
            return false;
        int contents = 0, alone = 0;
        for (int i = 0; i + 1 < own.Words.Length; i++)
        {
            if (own.Words[i].IsContent)
                (contents, alone) = (contents + 1, alone + (other.Has(own.Words[i].Stem) ? 0 : 1));
            // The phrase ends at a comma.
            if (own.Words[i + 1].Span.Start - own.Words[i].Span.End > 1)
                break;
        }
        return contents > 0 && alone * 2 >= contents;
    }
}
