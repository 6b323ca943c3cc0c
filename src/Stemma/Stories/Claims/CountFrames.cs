using System.Collections.Frozen;
using Stemma.Comparison.Similarity;
using Stemma.Languages;

namespace Stemma.Stories.Claims;

/// <summary>Compares numbers that count the same thing in sentences of other words: "left 41,000 savers without money", "14,000 savers were left …".</summary>
/// <remarks>Precision first: one number of its kind on each side, the same thing counted with the same words before it, a name and several words in common, and nothing that tells of another thing, time or part.</remarks>
internal static class CountFrames
{
    /// <summary>Stems in common that both sentences need beside what is counted, and names among them.</summary>
    private const int FewestStems = 4, FewestNames = 1;

    /// <summary>In words: how far before a number stands what is done to the things that are counted.</summary>
    private const int Reach = 3;

    // Dimensions of units.tsv of which one happening has many amounts.
    private static readonly FrozenSet<string> s_common = FrozenSet.ToFrozenSet(["length", "duration", "days", "months", "point"], StringComparer.Ordinal);

    /// <summary>The verdict on two numbers, null where they are not clearly about one thing.</summary>
    public static (ClaimVerdict Verdict, string Reason)? Compare(ClaimSentence a, in Quantity x, ClaimSentence b, in Quantity y, Lexicon lexicon)
    {
        if (x.IsOrdinal || y.IsOrdinal || !(CountTheSame(x, y) || MeasureTheSame(a, x, b, y)) || x.Rate != y.Rate || !MayBeOne(a, x, b, y, lexicon) || !IsAlone(a, x) || !IsAlone(b, y) || !SameBefore(a, x, b, y) || !Share(a, x, b))
            return null;
        return OtherThings.Tell(a, b, new Slot(x.Span, y.Span, ClaimVerdict.Conflict, []), lexicon) ? null : Attributed(a, x, b, y, QuantityComparison.Compare(x, y));
    }

    // Two sources that contradict each other do not make two reports do so.
    private static (ClaimVerdict Verdict, string Reason)? Attributed(ClaimSentence a, in Quantity x, ClaimSentence b, in Quantity y, (ClaimVerdict Verdict, string Reason)? verdict) =>
        verdict is { Verdict: ClaimVerdict.Conflict } && Sources.Differ(a, x.Span, b, y.Span) ? (ClaimVerdict.Compatible, "two sources give two numbers") : verdict;

    // Nothing beside the numbers says that one is a date, a part, or of more than is counted.
    private static bool MayBeOne(ClaimSentence a, in Quantity x, ClaimSentence b, in Quantity y, Lexicon lexicon) =>
        !a.IsDated(x.Span) && !b.IsDated(y.Span) && !a.Words[x.LastOfPhrase].IsCapital && a.IsBracketed(x.Span) == b.IsBracketed(y.Span)
        && NumberSlots.Relation(a, x) == NumberSlots.Relation(b, y) && Part(a, x) == Part(b, y) && And(a, x) == And(b, y) && !DoOther(a, x, b, y, lexicon);

    // "his first 17 passes", "two other rifles"
    private static string? Part(ClaimSentence sentence, in Quantity quantity)
    {
        for (int i = Math.Max(0, quantity.FirstOfPhrase - 1); i <= quantity.LastOfPhrase && i < sentence.Words.Length; i++)
        {
            if (QuantityReader.CueOf(sentence.Words[i].Form) == "part")
                return sentence.Words[i].Form;
        }
        return null;
    }

    // "420 passengers and crew"
    private static string? And(ClaimSentence sentence, in Quantity quantity)
    {
        int next = quantity.LastOfPhrase + 1;
        return next + 1 < sentence.Words.Length && (Vocabulary.English.ClassOf(sentence.Words[next].Form) & WordClass.Coordinator) != WordClass.None && sentence.Words[next + 1].IsContent
            ? sentence.Words[next + 1].Stem : null;
    }

    // "missed four games", "played in ten games"
    private static bool DoOther(ClaimSentence a, in Quantity x, ClaimSentence b, in Quantity y, Lexicon lexicon) =>
        Doing(a, x) is { } left && Doing(b, y) is { } right && !b.Has(left.Stem) && !a.Has(right.Stem) && OtherThings.AreApart(left, right, lexicon);

    private static ComparableWord? Doing(ClaimSentence sentence, in Quantity quantity)
    {
        for (int i = quantity.FirstOfPhrase - 1; i >= 0 && i >= quantity.FirstOfPhrase - Reach; i--)
        {
            ComparableWord word = sentence.Words[i];
            if (word.IsContent)
                return word.IsCapital || char.IsAsciiDigit(word.Form[0]) ? null : word;
        }
        return null;
    }

    private static bool CountTheSame(in Quantity x, in Quantity y) =>
        x.Unit is null && y.Unit is null && x.Counted is not null && y.Counted is not null && x.LastOfPhrase > x.FirstWord && y.LastOfPhrase > y.FirstWord && x.Counted == y.Counted;

    // Amounts of one dimension; where both say which way they measure ("94 metres high"), it is the same way.
    private static bool MeasureTheSame(ClaimSentence a, in Quantity x, ClaimSentence b, in Quantity y) =>
        x.Unit is { } left && y.Unit is { } right && left.Dimension == right.Dimension && !s_common.Contains(left.Dimension) && (Way(a, x) is not { } way || Way(b, y) is not { } other || way == other);

    // The word behind the unit that the reader of quantities took for what is counted.
    private static string? Way(ClaimSentence sentence, in Quantity quantity) =>
        quantity.Counted is { } counted && Units.Of(counted) is null && Units.Of(sentence.Words[quantity.LastOfPhrase].Form) is null ? counted : null;

    private static bool IsAlone(ClaimSentence sentence, in Quantity quantity)
    {
        foreach (Quantity other in sentence.Quantities)
        {
            if (other.Span != quantity.Span && (other.Counted == quantity.Counted || (quantity.Unit is not null && other.Unit?.Dimension == quantity.Unit?.Dimension)))
                return false;
        }
        return true;
    }

    // The words between the number and what is counted: "190 young people" are not all the people, and "68 measles cases" are "68 cases of measles".
    private static bool SameBefore(ClaimSentence a, in Quantity x, ClaimSentence b, in Quantity y) => x.Unit is not null || (Inside(a, x).All(b.Has) && Inside(b, y).All(a.Has));

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
