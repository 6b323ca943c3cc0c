using Stemma.Comparison.Similarity;
using Stemma.Languages;

namespace Stemma.Stories.Claims;

/// <summary>Compares numbers that count the same thing in sentences of other words: "left 41,000 savers without money", "14,000 savers were left …".</summary>
/// <remarks>Precision first: one number of its kind on each side, the same thing counted with the same words before it, a name and several words in common, and nothing that tells of another thing, time or part.</remarks>
internal static class CountFrames
{
    /// <summary>Stems in common that both sentences need beside what is counted, and names among them.</summary>
    private const int FewestStems = 4, FewestNames = 1;

    /// <summary>The verdict on two numbers, null where they are not clearly about one thing.</summary>
    public static (ClaimVerdict Verdict, string Reason)? Compare(ClaimSentence a, in Quantity x, ClaimSentence b, in Quantity y, Lexicon lexicon)
    {
        if (x.IsOrdinal || y.IsOrdinal || !CountTheSame(x, y) || x.Rate != y.Rate || !IsAlone(a, x) || !IsAlone(b, y) || !SameBefore(a, x, b, y) || !Share(a, x, b))
            return null;
        return OtherThings.Tell(a, b, new Slot(x.Span, y.Span, ClaimVerdict.Conflict, []), lexicon) ? null : QuantityComparison.Compare(x, y);
    }

    private static bool CountTheSame(in Quantity x, in Quantity y) =>
        x.Counted is not null && string.Equals(x.Counted, y.Counted, StringComparison.Ordinal) && x.Unit is null && y.Unit is null && x.LastOfPhrase > x.FirstWord;

    private static bool IsAlone(ClaimSentence sentence, in Quantity quantity)
    {
        foreach (Quantity other in sentence.Quantities)
        {
            if (other.Span != quantity.Span && (other.Counted == quantity.Counted || (quantity.Unit is not null && other.Unit?.Dimension == quantity.Unit?.Dimension)))
                return false;
        }
        return true;
    }

    // The words between the number and what is counted: "190 young people" are not all the people.
    private static bool SameBefore(ClaimSentence a, in Quantity x, ClaimSentence b, in Quantity y) => Inside(a, x).SequenceEqual(Inside(b, y), StringComparer.Ordinal);

    private static IEnumerable<string> Inside(ClaimSentence sentence, Quantity quantity)
    {
        for (int i = quantity.FirstWord + quantity.WordCount; i < quantity.LastOfPhrase; i++)
            yield return sentence.Words[i].Stem;
    }

    private static bool Share(ClaimSentence a, in Quantity x, ClaimSentence b)
    {
        int stems = 0, names = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (ref readonly ComparableWord word in a.Words.AsSpan())
        {
            if (!word.IsContent || char.IsAsciiDigit(word.Form[0]) || word.Stem == x.Counted || !b.Has(word.Stem) || !seen.Add(word.Stem))
                continue;
            stems++;
            names += word.IsCapital ? 1 : 0;
        }
        return stems >= FewestStems && names >= FewestNames;
    }
}
