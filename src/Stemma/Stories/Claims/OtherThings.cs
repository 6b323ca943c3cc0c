using Stemma.Comparison.Similarity;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Claims;

/// <summary>Tells where two sentences that are much alike are about different things: what stands beside the place where they differ decides.</summary>
internal static class OtherThings
{
    /// <summary>Likeness from which on an opening that one sentence alone has was dropped or added by an editor.</summary>
    private const double SameSentence = .75;

    /// <summary>In words: how far before a number stands the name that it belongs to.</summary>
    private const int NearName = 8;

    /// <summary>In days: of a report without a date, a time so long is no day of news.</summary>
    private const int DaysOfYear = 360;

    /// <summary>In days: what was so long before the report is not what it reports.</summary>
    private const int DaysOfNews = 31;

    /// <summary>In words: how far from a number words of one field tell of two things.</summary>
    private const int Field = 6;

    /// <summary>In words: what stands so near to a number may restrict what it counts.</summary>
    private const int Beside = 8;

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
        if (number && DifferInTime(a, b, slot))
            return Claims.Doubt.Time;
        if (number && likeness < SameSentence && (OpensAlone(a, b) || OpensAlone(b, a)))
            return Claims.Doubt.Opening;
        if (number && AreRestricted(a, b, pairs, slot, lexicon))
            return Claims.Doubt.Restricted;
        if (number && likeness < SameSentence && (IsLongPast(a, b, slot) || Sources.Differ(a, slot.A, b, slot.B)))
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

    private static bool AreRestricted(ClaimSentence a, ClaimSentence b, IReadOnlyList<AlignedWords> pairs, in Slot slot, Lexicon lexicon)
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
            if (i >= quantity.FirstOfPhrase - Beside && i <= quantity.LastOfPhrase + Beside && !slot.Overlaps(own.Words[i].Span) && !otherAlone.Exists(o => !AreApart(own.Words[i], other.Words[o], lexicon)))
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
            if (word.IsContent && !paired.Contains(i) && !other.Has(word.Stem) && !char.IsAsciiDigit(word.Form[0]) && !InAmount(own, word))
                alone.Add(i);
        }
        return alone;
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
        if (DifferInTime(a, b, slot) || IsLongPast(a, b, slot) || OpensAlone(a, b) || OpensAlone(b, a))
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

    private static bool IsNumber(ClaimSentence sentence, TextSpan span) => sentence.Quantities.Any(q => q.Span == span);

    private static bool IsOrdinal(ClaimSentence sentence, TextSpan span) => sentence.Quantities.Any(q => q.Span == span && q.IsOrdinal);

    private static bool IsTime(ClaimSentence sentence, TextSpan span) => sentence.Times.Any(t => t.Span.Contains(span));

    // "the second census counted 163", "the third census counted 214": which one is meant differs, and so does the rest.
    private static bool DifferInNumbers(ClaimSentence a, ClaimSentence b, Slot slot)
    {
        decimal[] x = [.. a.Quantities.Where(q => q.Span != slot.A && !IsTime(a, q.Span)).Select(q => q.Value)], y = [.. b.Quantities.Where(q => q.Span != slot.B && !IsTime(b, q.Span)).Select(q => q.Value)];
        return x.Length > 0 && y.Length > 0 && !x.Intersect(y).Any();
    }

    private static bool InAmount(ClaimSentence sentence, in ComparableWord word)
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

    private static bool FollowsAmount(ClaimSentence sentence, int word, TextSpan amount)
    {
        foreach (Quantity quantity in sentence.Quantities)
        {
            if (quantity.Span == amount && word > quantity.LastOfPhrase && word <= quantity.LastOfPhrase + Behind)
                return true;
        }
        return false;
    }

    /// <summary>True where both give times beside the slot, and one of them can be none of the other's: "in 2023" against "in 2024".</summary>
    public static bool DifferInTime(ClaimSentence a, ClaimSentence b, Slot slot)
    {
        var x = a.Dates.Where(d => !d.Span.Overlaps(slot.A)).ToList();
        var y = b.Dates.Where(d => !d.Span.Overlaps(slot.B)).ToList();
        return x.Count > 0 && y.Count > 0 && (x.Exists(d => !y.Exists(e => Meet(d, e))) || y.Exists(e => !x.Exists(d => Meet(d, e))));
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

    private static bool IsLongPast(ClaimSentence a, ClaimSentence b, Slot slot)
    {
        List<DatedSpan> x = [.. a.Dates.Where(d => !d.Span.Overlaps(slot.A))], y = [.. b.Dates.Where(d => !d.Span.Overlaps(slot.B))];
        return IsLongPast(a, x, y) || IsLongPast(b, y, x);
    }

    // The one tells of a time long before its report, the other of none that can be the same.
    private static bool IsLongPast(ClaimSentence own, List<DatedSpan> times, List<DatedSpan> others) =>
        times.Exists(t => (own.Published is { } day ? t.To.DayNumber < day.DayNumber - DaysOfNews : t.To.DayNumber - t.From.DayNumber >= DaysOfYear) && !others.Exists(o => Meet(t, o)));

    private static bool Meet(in DatedSpan a, in DatedSpan b) => a.From <= b.To && b.From <= a.To;

    // "In the northern half of the hills, the service counted …": the one says for where or when it holds, the other does not.
    private static bool OpensAlone(ClaimSentence own, ClaimSentence other)
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

/// <summary>A time of a sentence with its place in the calendar.</summary>
/// <param name="Span">The words.</param>
/// <param name="From">The first possible day.</param>
/// <param name="To">The last.</param>
/// <param name="Minute">The minute of the day, -1 where no time of day is told.</param>
/// <param name="Zone">What the value says of the zone: "Z", "-04:00"; empty where the words name none.</param>
internal readonly record struct DatedSpan(TextSpan Span, DateOnly From, DateOnly To, int Minute, string Zone);

/// <summary>What speaks against two places being about one thing.</summary>
internal enum Doubt
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>All their other numbers differ.</summary>
    Numbers,

    /// <summary>One tells the number of the other in another place.</summary>
    Elsewhere,

    /// <summary>They give times that cannot be one.</summary>
    Time,

    /// <summary>One alone says at its start for where or when it holds.</summary>
    Opening,

    /// <summary>A word beside the number of one, a time long past, or another source may restrict what it counts.</summary>
    Restricted,

    /// <summary>One has another word in the place of a word.</summary>
    Replaced,

    /// <summary>They have words of one field that exclude each other.</summary>
    Field,
}
