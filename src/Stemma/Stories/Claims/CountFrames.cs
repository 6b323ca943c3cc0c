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

    /// <summary>From so many stems and names in common on, two sentences tell one thing whatever the verb; with fewer, one source has to give both numbers, or they are of one scale.</summary>
    private const int ManyStems = 7, ManyNames = 3;

    /// <summary>Smaller numbers fit one another by chance; greater ones that fit need fewer stems in common.</summary>
    private const decimal Rare = 10;

    private const int FewestOfFitting = 3;

    /// <summary>In words: how far before a number stands what is done to the things that are counted.</summary>
    private const int Reach = 3;

    // Dimensions of units.tsv of which one happening has many amounts.
    private static readonly FrozenSet<string> s_common = FrozenSet.ToFrozenSet(["length", "duration", "days", "months", "point"], StringComparer.Ordinal);

    /// <summary>The verdict on two numbers, null where they are not clearly about one thing.</summary>
    public static (ClaimVerdict Verdict, string Reason)? Compare(ClaimSentence a, in Quantity x, ClaimSentence b, in Quantity y, Lexicon lexicon)
    {
        if (x.IsOrdinal || y.IsOrdinal || !(CountTheSame(a, x, b, y) || MeasureTheSame(a, x, b, y)) || x.Rate != y.Rate || !MayBeOne(a, x, b, y))
            return null;
        if (QuantityComparison.Compare(x, y) is not { } verdict)
            return null;
        (int stems, int names) = Common(a, x, b);
        var slot = new Slot(x.Span, y.Span, ClaimVerdict.Conflict, []);
        // That two amounts fit is evidence by itself where few others would.
        if (verdict.Verdict != ClaimVerdict.Conflict && Math.Min(x.Value, y.Value) >= Rare)
            return stems >= FewestOfFitting && names >= FewestNames && !OtherTimes.Differ(a, b, slot) ? verdict : null;
        bool strong = stems >= ManyStems && names >= ManyNames;
        if (!strong && !(IsOfScale(a, x) && IsOfScale(b, y)) && !Sources.AreOne(a, x.Span, b, y.Span))
            return null;
        if (stems < FewestStems || names < FewestNames || !IsAlone(a, x) || !IsAlone(b, y) || !SameBefore(a, x, b, y) || (!strong && DoOther(a, x, b, y, lexicon)) || OtherThings.Tell(a, b, slot, lexicon))
            return null;
        return Attributed(a, x, b, y, verdict);
    }

    // "magnitude 6.1"
    private static bool IsOfScale(ClaimSentence sentence, in Quantity quantity) => quantity.FirstWord > 0 && QuantityReader.CueOf(sentence.Words[quantity.FirstWord - 1].Form) == "scale";

    // Two sources that contradict each other do not make two reports do so, and a count of the moment may be one of the morning or of the evening.
    private static (ClaimVerdict Verdict, string Reason)? Attributed(ClaimSentence a, in Quantity x, ClaimSentence b, in Quantity y, (ClaimVerdict Verdict, string Reason) verdict) =>
        verdict.Verdict != ClaimVerdict.Conflict ? verdict
        : Sources.Differ(a, x.Span, b, y.Span) ? (ClaimVerdict.Compatible, "two sources give two numbers")
        : Updates.Says(a, x) || Updates.Says(b, y) ? (ClaimVerdict.Compatible, "a count of the moment, which may have changed") : verdict;

    // Nothing beside the numbers says that one is a date, a part, or of more than is counted.
    private static bool MayBeOne(ClaimSentence a, in Quantity x, ClaimSentence b, in Quantity y) =>
        !a.IsDated(x.Span) && !b.IsDated(y.Span) && !IsAge(a, x) && !IsAge(b, y) && !Restrictions.AreOfOtherNames(a, x, b, y) && !a.Words[x.LastOfPhrase].IsCapital && a.IsBracketed(x.Span) == b.IsBracketed(y.Span)
        && NumberSlots.Relation(a, x) == NumberSlots.Relation(b, y) && Part(a, x) == Part(b, y) && And(a, x) == And(b, y);

    // Whose age it is would have to be known.
    private static bool IsAge(ClaimSentence sentence, in Quantity quantity)
    {
        for (int i = Math.Max(0, quantity.FirstWord - 1); i <= quantity.LastOfPhrase + 1 && i < sentence.Words.Length; i++)
        {
            if (QuantityReader.CueOf(sentence.Words[i].Form) == "age")
                return true;
        }
        return false;
    }

    // "his first 17 passes", "two other rifles"
    private static string? Part(ClaimSentence sentence, in Quantity quantity)
    {
        for (int i = Math.Max(0, quantity.FirstOfPhrase - 1); i <= quantity.LastOfPhrase && i < sentence.Words.Length; i++)
        {
            string form = sentence.Words[i].Form;
            if (QuantityReader.CueOf(form) == "part" || (i < quantity.FirstWord && QuantityReader.TryValue(form, out _, out bool ordinal) && ordinal))
                return form;
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

    /// <summary>True where both are plain counts of one noun. Of "40 sacks went" the first word may be it, too.</summary>
    public static bool CountTheSame(ClaimSentence a, in Quantity x, ClaimSentence b, in Quantity y) =>
        x.Unit is null && y.Unit is null && x.Counted is not null && y.Counted is not null && (x.Counted == y.Counted || x.Counted == First(b, y) || y.Counted == First(a, x));

    private static string? First(ClaimSentence sentence, in Quantity quantity)
    {
        int next = quantity.FirstWord + quantity.WordCount;
        return next <= quantity.LastOfPhrase ? sentence.Words[next].Stem : null;
    }

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
        {
            if (sentence.Words[i].IsContent)
                yield return sentence.Words[i].Stem;
        }
    }

    /// <summary>The stems that both sentences have beside what is counted, numbers left out, and the names among them.</summary>
    public static (int Stems, int Names) Common(ClaimSentence a, Quantity x, ClaimSentence b)
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
        return (stems, names);
    }
}
