namespace Stemma.Stories.Claims;

/// <summary>Compares two numbers that count the same thing.</summary>
internal static class QuantityComparison
{
    /// <summary>The verdict and the reason.</summary>
    /// <returns>Null where the two cannot be compared, as an ordinal and a count that are far apart.</returns>
    public static (ClaimVerdict Verdict, string Reason)? Compare(in Quantity a, in Quantity b)
    {
        if (a.IsOrdinal != b.IsOrdinal)
        {
            (decimal ordinal, decimal count) = a.IsOrdinal ? (a.Value, b.Value) : (b.Value, a.Value);
            if (ordinal == count + 1)
                return (ClaimVerdict.Compatible, $"{count:0.###} before make this number {ordinal:0.###}");
            return ordinal == count ? (ClaimVerdict.Agree, $"number {ordinal:0.###} is the count when this one is in it") : null;
        }
        if (a.Value == b.Value && a.Unit == b.Unit)
            return (ClaimVerdict.Agree, "the same number");
        if (a.IsOrdinal)
            return (ClaimVerdict.Conflict, "two different places in one count");
        if (a.Unit?.Dimension != b.Unit?.Dimension)
            return null;
        QuantityRange left = QuantityRange.Of(a, b), right = QuantityRange.Of(b, a);
        if (!left.Meets(right))
            return (ClaimVerdict.Conflict, "two different numbers");
        if (IsBound(a) || IsBound(b))
            return (ClaimVerdict.Compatible, "one number is given as a bound that the other keeps");
        return (ClaimVerdict.Compatible, a.Precision != QuantityPrecision.Exact || b.Precision != QuantityPrecision.Exact ? "one number is said to be an estimate" : "one number is the other rounded");
    }

    private static bool IsBound(in Quantity quantity) => quantity.Precision is QuantityPrecision.Least or QuantityPrecision.Most;
}
