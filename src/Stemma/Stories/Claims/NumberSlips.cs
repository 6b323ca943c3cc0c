using System.Globalization;

namespace Stemma.Stories.Claims;

/// <summary>Finds one amount that a slip made two: digits in the other order ("148", "184"), another power of ten, another currency.</summary>
/// <remarks>That the figures are so near each other is evidence by itself, so the words around may differ more than elsewhere.</remarks>
internal static class NumberSlips
{
    /// <summary>Stems in common that both sentences need, and names among them; more for numbers of two figures, which are near each other by chance.</summary>
    private const int FewestStems = 3, FewestOfTwoFigures = 4, FewestWithoutName = 5, FewestNames = 1;

    /// <summary>In UTF-16 code units: numbers so near each other are the ends of one span: "140 to 150".</summary>
    private const int LongestBetween = 6;

    /// <summary>What is wrong, null where nothing shows that the two are one amount.</summary>
    public static string? Find(ClaimSentence a, in Quantity x, ClaimSentence b, in Quantity y)
    {
        if (x.IsOrdinal || y.IsOrdinal || a.IsDated(x.Span) || b.IsDated(y.Span) || a.IsName(x) || b.IsName(y))
            return null;
        if (IsOfSpan(a, x) || IsOfSpan(b, y))
            return null;
        string left = Figures(x), right = Figures(y);
        if (left.Length < 2 || Reason(a, x, left, b, y, right) is not { } reason)
            return null;
        (int stems, int names) = CountFrames.Common(a, x, b);
        var slot = new Slot(x.Span, y.Span, ClaimVerdict.Conflict, []);
        return stems >= (left.Length == 2 ? FewestOfTwoFigures : FewestStems) && (names >= FewestNames || stems >= FewestWithoutName) && !OtherTimes.Differ(a, b, slot) && !Sources.Differ(a, x.Span, b, y.Span) ? reason : null;
    }

    private static string? Reason(ClaimSentence a, in Quantity x, string left, ClaimSentence b, in Quantity y, string right)
    {
        bool oneKind = x.Unit is null || y.Unit is null ? (x.Unit ?? y.Unit) is null || x.Counted is null || y.Counted is null : x.Unit == y.Unit;
        if (oneKind && x.Step == y.Step && (left.Length > 2 || CountFrames.CountTheSame(a, x, b, y) || (x.Unit is not null && x.Unit == y.Unit)) && AreTransposed(left, right))
            return "the same figures in another order";
        if (left != right || x.Unit is null || y.Unit is null)
            return null;
        if (x.Unit == y.Unit && x.Value != y.Value)
            return "the same figures with another power of ten";
        return x.Value == y.Value && a.Before(x.Span) is { } sign && b.Before(y.Span) is { } other && sign != other && IsCurrency(sign) && IsCurrency(other) ? "the same figures in another currency" : null;
    }

    // "$140–$150 million": the first of two lacks what the second has.
    private static bool IsOfSpan(ClaimSentence sentence, Quantity quantity) =>
        sentence.Quantities.Any(q => q.Span != quantity.Span && Math.Max(q.Span.Start - quantity.Span.End, quantity.Span.Start - q.Span.End) is >= 0 and <= LongestBetween);

    private static bool IsCurrency(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol;

    // "148" of 148 and of 14.8 million.
    private static string Figures(in Quantity quantity) => quantity.Step <= 0 ? "" : decimal.Truncate(quantity.Value / quantity.Step).ToString(CultureInfo.InvariantCulture).TrimEnd('0');

    // Two neighbours changed places, and nothing else.
    private static bool AreTransposed(string a, string b)
    {
        if (a.Length != b.Length)
            return false;
        int first = 0;
        while (first < a.Length && a[first] == b[first])
            first++;
        return first + 1 < a.Length && a[first] == b[first + 1] && a[first + 1] == b[first] && string.CompareOrdinal(a, first + 2, b, first + 2, a.Length) == 0;
    }
}
