using Stemma.Comparison.Similarity;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Claims;

/// <summary>Tells where two sentences that are much alike are about different things: what stands beside the place where they differ decides.</summary>
internal static class OtherThings
{
    /// <summary>Likeness from which on an opening that one sentence alone has was dropped or added by an editor.</summary>
    private const double SameSentence = .75;

    /// <summary>In words: how far from a number words of one field tell of two things.</summary>
    private const int Field = 6;

    /// <summary>In words: what follows an amount so near belongs to it ("94 metres high").</summary>
    private const int Behind = 2;

    /// <summary>What makes it doubtful that the two places are about one thing: elsewhere a word of one field ("the tram", "the bus"), a time, or how far the sentences reach ("In the north, …").</summary>
    /// <param name="a">The one sentence.</param>
    /// <param name="b">The other.</param>
    /// <param name="pairs">Their words that stand for each other.</param>
    /// <param name="slot">The place where they differ.</param>
    /// <param name="likeness">How far the sentences are the same, 0 to 1.</param>
    /// <param name="lexicon">What words have to do with each other.</param>
    public static Doubt Doubt(ClaimSentence a, ClaimSentence b, IReadOnlyList<AlignedWords> pairs, in Slot slot, double likeness, Lexicon lexicon)
    {
        bool number = IsNumber(a, slot.A) && IsNumber(b, slot.B);
        if ((IsOrdinal(a, slot.A) || IsTime(a, slot.A)) && DifferInNumbers(a, b, slot))
            return Claims.Doubt.Numbers;
        if (number && (Tells(b, a.QuantityAt(slot.A)!.Value, slot.B) || Tells(a, b.QuantityAt(slot.B)!.Value, slot.A)))
            return Claims.Doubt.Elsewhere;
        if (number && OtherTimes.Differ(a, b, slot))
            return Claims.Doubt.Time;
        if (number && likeness < SameSentence && (Restrictions.OpensAlone(a, b) || Restrictions.OpensAlone(b, a)))
            return Claims.Doubt.Opening;
        if (number && Restrictions.Are(a, b, pairs, slot, lexicon))
            return Claims.Doubt.Restricted;
        if (number && likeness < SameSentence && (OtherTimes.IsLongPast(a, b, slot) || Sources.Differ(a, slot.A, b, slot.B)))
            return Claims.Doubt.Restricted;
        int i = 0, j = 0;
        for (int k = 0; k <= pairs.Count; k++)
        {
            (int endA, int endB) = k < pairs.Count ? (pairs[k].A, pairs[k].B) : (a.Words.Length, b.Words.Length);
            if (number && Replaces(a, (i, endA), b, (j, endB), slot, lexicon))
                return Claims.Doubt.Replaced;
            for (int x = i; x < endA; x++)
            {
                for (int y = j; y < endB; y++)
                {
                    if (Differ(a, x, b, y, slot, number, lexicon))
                        return Claims.Doubt.Field;
                }
            }
            (i, j) = (endA + 1, endB + 1);
        }
        return Claims.Doubt.None;
    }

    // "a ticket for the tram", "a ticket for the bus": one word of content for another that no table brings near it.
    private static bool Replaces(ClaimSentence a, (int From, int To) inA, ClaimSentence b, (int From, int To) inB, in Slot slot, Lexicon lexicon)
    {
        if (Only(a, inA, slot.A) is not { } x || Only(b, inB, slot.B) is not { } y || b.Has(x.Stem) || a.Has(y.Stem))
            return false;
        return AreApart(x, y, lexicon) && !(Says(x) && Says(y));
    }

    // How a report says that somebody said it tells nothing of what was said.
    private static bool Says(in ComparableWord word) => Vocabulary.English.CueOf(word.Form) is { Class: CueClass.Say };

    /// <summary>True where no table brings the two near each other.</summary>
    public static bool AreApart(in ComparableWord x, in ComparableWord y, Lexicon lexicon) =>
        !lexicon.AreSynonyms(x.Form, y.Form) && !lexicon.AreDerived(x.Form, y.Form) && lexicon.NearnessOf(x.Form, y.Form) == Nearness.Unknown;

    // The one word of content in the gap, null where there are none or several, a name, or the amount itself.
    private static ComparableWord? Only(ClaimSentence sentence, (int From, int To) gap, TextSpan amount)
    {
        ComparableWord? only = null;
        for (int i = gap.From; i < gap.To; i++)
        {
            ComparableWord word = sentence.Words[i];
            if (!word.IsContent)
                continue;
            if (only is not null || word.IsCapital || char.IsAsciiDigit(word.Form[0]) || amount.Overlaps(word.Span) || InAmount(sentence, word))
                return null;
            only = word;
        }
        return only;
    }

    /// <summary>The same for sentences of quite other words, whose words are not aligned: any word that one alone has may stand against any of the other.</summary>
    public static bool Tell(ClaimSentence a, ClaimSentence b, in Slot slot, Lexicon lexicon)
    {
        if (OtherTimes.Differ(a, b, slot) || OtherTimes.IsLongPast(a, b, slot) || Restrictions.OpensAlone(a, b) || Restrictions.OpensAlone(b, a))
            return true;
        for (int x = 0; x < a.Words.Length; x++)
        {
            for (int y = 0; y < b.Words.Length; y++)
            {
                if (Differ(a, x, b, y, slot, number: true, lexicon))
                    return true;
            }
        }
        return false;
    }

    private static bool Differ(ClaimSentence a, int x, ClaimSentence b, int y, in Slot slot, bool number, Lexicon lexicon)
    {
        ComparableWord left = a.Words[x], right = b.Words[y];
        if (!left.IsContent || !right.IsContent || left.Stem == right.Stem || slot.A.Overlaps(left.Span) || slot.B.Overlaps(right.Span) || b.Has(left.Stem) || a.Has(right.Stem) || InAmount(a, left) || InAmount(b, right))
            return false;
        if (number && FollowsAmount(a, x, slot.A) && FollowsAmount(b, y, slot.B) && AreApart(left, right, lexicon))
            return true;
        return a.IsCapital(left.Span) == b.IsCapital(right.Span) && (lexicon.AreExclusive(left.Form, right.Form) || lexicon.AreOpposites(left.Form, right.Form) || (number && IsNear(a, x, slot.A) && IsNear(b, y, slot.B) && lexicon.AreSisters(left.Form, right.Form)) || IsOrdinalPair(left, right));
    }

    // "In 2001 the player", "in 1998 the computer and in 2001 the player".
    private static bool Tells(ClaimSentence sentence, in Quantity quantity, TextSpan but)
    {
        foreach (Quantity other in sentence.Quantities)
        {
            if (other.Span != but && other.Value == quantity.Value && other.Unit == quantity.Unit && other.Counted == quantity.Counted && other.IsOrdinal == quantity.IsOrdinal)
                return true;
        }
        return false;
    }

    private static bool IsOrdinalPair(in ComparableWord x, in ComparableWord y) => IsOrdinal(x) && IsOrdinal(y);

    private static bool IsOrdinal(in ComparableWord word) => QuantityReader.TryValue(word.Form, out _, out bool ordinal) && ordinal;

    private static bool IsNumber(ClaimSentence sentence, TextSpan span) => sentence.QuantityAt(span) is not null;

    private static bool IsOrdinal(ClaimSentence sentence, TextSpan span) => sentence.QuantityAt(span) is { IsOrdinal: true };

    private static bool IsTime(ClaimSentence sentence, TextSpan span) => sentence.Times.Any(t => t.Span.Contains(span));

    // "the second census counted 163", "the third census counted 214": which one is meant differs, and so does the rest.
    private static bool DifferInNumbers(ClaimSentence a, ClaimSentence b, Slot slot)
    {
        decimal[] x = [.. a.Quantities.Where(q => q.Span != slot.A && !IsTime(a, q.Span)).Select(q => q.Value)], y = [.. b.Quantities.Where(q => q.Span != slot.B && !IsTime(b, q.Span)).Select(q => q.Value)];
        return x.Length > 0 && y.Length > 0 && !x.Intersect(y).Any();
    }

    /// <summary>True where the word is a number of the sentence or a unit of one.</summary>
    public static bool InAmount(ClaimSentence sentence, in ComparableWord word)
    {
        foreach (Quantity quantity in sentence.Quantities)
        {
            // An ordinal tells which one is meant: "the second census".
            if (!quantity.IsOrdinal && (quantity.Span.Contains(word.Span) || (quantity.Unit is not null && Units.Of(word.Form) is not null)))
                return true;
        }
        return false;
    }

    // Words of one field far from the number may be any.
    private static bool IsNear(ClaimSentence sentence, int word, TextSpan amount) =>
        sentence.QuantityAt(amount) is not { } quantity || (word >= quantity.FirstOfPhrase - Field && word <= quantity.LastOfPhrase + Field);

    private static bool FollowsAmount(ClaimSentence sentence, int word, TextSpan amount) =>
        sentence.QuantityAt(amount) is { } quantity && word > quantity.LastOfPhrase && word <= quantity.LastOfPhrase + Behind;
}
