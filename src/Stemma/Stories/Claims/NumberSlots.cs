using Stemma.Annotation;
using Stemma.Reports;

namespace Stemma.Stories.Claims;

/// <summary>Whether two numbers that stand against each other in two edits of one sentence tell the same thing.</summary>
internal static class NumberSlots
{
    /// <summary>Whole numbers in this range that count nothing are years.</summary>
    private const decimal FirstYear = 1500, LastYear = 2100;

    /// <summary>True where units fit and the words right beside both numbers are the same.</summary>
    /// <param name="a">The one sentence.</param>
    /// <param name="x">Its number.</param>
    /// <param name="inA">The words around it that the other sentence does not have.</param>
    /// <param name="b">The other sentence.</param>
    /// <param name="y">Its number.</param>
    /// <param name="inB">The words around it that the first sentence does not have.</param>
    public static bool CanBeCompared(ClaimSentence a, in Quantity x, (int From, int To) inA, ClaimSentence b, in Quantity y, (int From, int To) inB)
    {
        if (x.Unit?.Dimension != y.Unit?.Dimension || IsYear(x) != IsYear(y) || IsOfDate(a, x) || IsOfDate(b, y) || a.IsBracketed(x.Span) != b.IsBracketed(y.Span)
            || Relation(a, x) != Relation(b, y) || (x.Rate is not null && y.Rate is not null && x.Rate != y.Rate))
            return false;
        bool sameCounted = string.Equals(x.Counted, y.Counted, StringComparison.Ordinal);
        // "one of the largest" counts nothing.
        if ((IsOne(a, x) || IsOne(b, y)) && (!sameCounted || x.Counted is null))
            return false;
        bool before = x.FirstWord == inA.From && y.FirstWord == inB.From && x.FirstWord > 0 && y.FirstWord > 0;
        // Of "12 million" and "14 million" the gap has the figures alone.
        (int endOfX, int endOfY) = (x.FirstWord + x.WordCount, y.FirstWord + y.WordCount);
        bool last = endOfX == a.Words.Length && endOfY == b.Words.Length, after = endOfX >= inA.To && endOfY >= inB.To && endOfX - inA.To == endOfY - inB.To && (last || (endOfX < a.Words.Length && endOfY < b.Words.Length));
        return (before && after) || (after && !last && a.Words[endOfX].IsContent) || (before && (sameCounted || x.Counted is null || y.Counted is null) && a.Words[inA.From - 1].IsContent);
    }

    /// <summary>The word that makes a length of time a point in it: "before" of "nine days before the vote"; null where none does.</summary>
    public static string? Relation(ClaimSentence sentence, in Quantity quantity)
    {
        int next = quantity.LastOfPhrase + 1;
        return quantity.Unit is not null && next < sentence.Words.Length && QuantityReader.CueOf(sentence.Words[next].Form) == "relation" ? sentence.Words[next].Form : null;
    }

    // A number in a date of more words is compared with the date.
    private static bool IsOfDate(ClaimSentence sentence, in Quantity quantity)
    {
        TextSpan span = quantity.Span;
        return sentence.Times.Any(t => t.Type is TimeType.Date or TimeType.Time && t.Span.Contains(span) && t.Span != span);
    }

    private static bool IsOne(ClaimSentence sentence, in Quantity quantity) => quantity.Value == 1 && char.IsLetter(sentence.Say(quantity.Span)[0]);

    private static bool IsYear(in Quantity quantity) =>
        quantity.Value is >= FirstYear and <= LastYear && quantity.WordCount == 1 && quantity.Value == decimal.Truncate(quantity.Value) && quantity.Counted is null;
}
