using System.Globalization;
using Stemma.Annotation;
using Stemma.Comparison.Similarity;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Claims;

/// <summary>Compares the dates and times of day of two edits of one sentence: the first with the first, the second with the second.</summary>
internal static class DateSlots
{
    private const int MinutesOfHalfADay = 12 * 60;

    /// <summary>Adds the places where both give a date or a time of day and differ in one part of it.</summary>
    public static void Add(ClaimSentence a, ClaimSentence b, Lexicon lexicon, List<Slot> slots)
    {
        foreach (TimeType type in (ReadOnlySpan<TimeType>)[TimeType.Date, TimeType.Time])
        {
            TextSpan[] x = [.. a.Times.Where(t => t.Type == type).Select(t => t.Span)], y = [.. b.Times.Where(t => t.Type == type).Select(t => t.Span)];
            if (x.Length != y.Length)
                continue;
            for (int i = 0; i < x.Length; i++)
            {
                if (type == TimeType.Time ? !StandAlike(a, x[i], b, y[i]) : IsRunIn(a, x[i]) || IsRunIn(b, y[i]))
                    continue;
                if (SameInCalendar(a, x[i], b, y[i]) is { } same ? !same : DifferInOnePart(Parts(a, x[i], type), Parts(b, y[i], type), lexicon))
                    slots.Add(new Slot(x[i], y[i], ClaimVerdict.Conflict, [$"“{a.Say(x[i])}” and “{b.Say(y[i])}” in the same place of a sentence that is else the same"]));
            }
        }
    }

    // "… keeps his title July 8, 2031 Anders Holm has …": a page's own line with the day of publication that ran into the sentence, with no word before the day that would
    // make it part of what is told, and a new beginning after it.
    private static bool IsRunIn(ClaimSentence sentence, TextSpan date) =>
        Beside(sentence, date) is ({ IsContent: true }, { IsCapital: true, IsContent: true } after) && after.Span.Start - date.End == 1;

    // A day may be told anywhere in a sentence; of times of day there may be several, and the word before or after tells which.
    private static bool StandAlike(ClaimSentence a, TextSpan x, ClaimSentence b, TextSpan y) =>
        Beside(a, x) is var (beforeA, afterA) && Beside(b, y) is var (beforeB, afterB) && (AreOne(beforeA, beforeB) || AreOne(afterA, afterB));

    private static bool AreOne(ComparableWord? x, ComparableWord? y) => x is { } left && y is { } right && left.Stem == right.Stem;

    private static (ComparableWord? Before, ComparableWord? After) Beside(ClaimSentence sentence, TextSpan span)
    {
        ComparableWord? before = null;
        foreach (ref readonly ComparableWord word in sentence.Words.AsSpan())
        {
            if (word.Span.End <= span.Start)
                before = word;
            else if (word.Span.Start >= span.End)
                return (before, word);
        }
        return (before, null);
    }

    /// <summary>True where both words stand in dates that can be one day.</summary>
    public static bool MayBeOne(ClaimSentence a, TextSpan x, ClaimSentence b, TextSpan y)
    {
        foreach (DatedSpan left in a.Dates)
        {
            foreach (DatedSpan right in b.Dates)
            {
                if (left.Span.Contains(x) && right.Span.Contains(y) && left.From <= right.To && right.From <= left.To)
                    return true;
            }
        }
        return false;
    }

    // By what the words mean; null where that is not known of both, or one is finer than the other.
    private static bool? SameInCalendar(ClaimSentence a, TextSpan x, ClaimSentence b, TextSpan y)
    {
        DatedSpan? left = Find(a, x), right = Find(b, y);
        if (left is not { } p || right is not { } q)
            return null;
        // "5:14 p.m. EDT" and "21.14" may be one time.
        if (p.Zone != q.Zone)
            return true;
        // Half of the day is often left out.
        if (p.Minute >= 0 && q.Minute >= 0)
            return p.Minute % MinutesOfHalfADay == q.Minute % MinutesOfHalfADay;
        if (p.From <= q.To && q.From <= p.To)
            return true;
        return null;

        static DatedSpan? Find(ClaimSentence sentence, TextSpan span)
        {
            foreach (DatedSpan date in sentence.Dates)
            {
                if (date.Span == span)
                    return date;
            }
            return null;
        }
    }

    // In ordinal order, so that "9 March" and "March 9" are the same; times of day as minutes of half a day.
    private static ComparableWord[] Parts(ClaimSentence sentence, TextSpan span, TimeType type) =>
        [.. sentence.Words.Where(w => span.Contains(w.Span) && w.IsContent).Select(w => type == TimeType.Time && Clock(sentence.Say(w.Span)) is { } minutes ? w with { Stem = minutes.ToString(CultureInfo.InvariantCulture) } : w with { Stem = w.Stem.TrimEnd('.') })
            .OrderBy(w => w.Stem, StringComparer.Ordinal)];

    private static bool DifferInOnePart(ComparableWord[] a, ComparableWord[] b, Lexicon lexicon)
    {
        ComparableWord[] onlyA = [.. a.Where(x => !Array.Exists(b, y => y.Stem == x.Stem))], onlyB = [.. b.Where(y => !Array.Exists(a, x => x.Stem == y.Stem))];
        if (a.Length != b.Length || onlyA.Length != 1 || onlyB.Length != 1)
            return false;
        return (char.IsAsciiDigit(onlyA[0].Stem[0]) && char.IsAsciiDigit(onlyB[0].Stem[0])) || lexicon.AreExclusive(onlyA[0].Form, onlyB[0].Form);
    }

    // "8:31" and "20:31" may be one time where the half of the day is not said; "4 p.m." is "4:00 p.m.".
    private static int? Clock(string form)
    {
        if (form.Length <= 2 && int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out int full) && full < 24)
            return full * 60 % MinutesOfHalfADay;
        // "0241 GMT"
        if (form.Length == 4 && int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out int military) && military / 100 < 24 && military % 100 < 60)
            return ((military / 100 * 60) + (military % 100)) % MinutesOfHalfADay;
        int colon = form.IndexOf(':');
        return colon is 1 or 2 && form.Length == colon + 3
            && int.TryParse(form.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out int hour) && hour < 24
            && int.TryParse(form.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int minute) && minute < 60
            ? ((hour * 60) + minute) % MinutesOfHalfADay : null;
    }
}
