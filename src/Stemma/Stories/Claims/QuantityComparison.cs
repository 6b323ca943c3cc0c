namespace Stemma.Stories.Claims;

/// <summary>Compares two numbers that count the same thing.</summary>
internal static class QuantityComparison
{
    /// <summary>Part of the larger number by which two may differ where one is said to be no exact one.</summary>
    private const decimal AboutTolerance = .05m;

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
        if (a.Value == b.Value)
            return (ClaimVerdict.Agree, "the same number");
        if (a.IsOrdinal)
            return (ClaimVerdict.Conflict, "two different places in one count");
        if (IsRounded(a, b) || IsRounded(b, a))
            return (ClaimVerdict.Compatible, "one number is the other rounded");
        if (FitsBound(a, b) || FitsBound(b, a))
            return (ClaimVerdict.Compatible, "one number is given as a bound that the other keeps");
        if ((a.Precision == QuantityPrecision.About || b.Precision == QuantityPrecision.About) && Math.Abs(a.Value - b.Value) <= AboutTolerance * Math.Max(a.Value, b.Value))
            return (ClaimVerdict.Compatible, "one number is said to be an estimate");
        return (ClaimVerdict.Conflict, "two different numbers");
    }

    /// <summary>Part of the exact number that rounding may change: 3,000 for 2,976, not 100 for 80.</summary>
    private const decimal RoundingTolerance = .03m;

    // 3,000 for 2,976: at most two figures that are not zero, and the other number rounds to it.
    private static bool IsRounded(in Quantity round, in Quantity exact)
    {
        decimal unit = 1;
        if (Math.Abs(round.Value - exact.Value) > RoundingTolerance * Math.Max(round.Value, exact.Value))
            return false;
        if (round.Value < 20 || round.Value != decimal.Truncate(round.Value))
        {
            // 12.4 for 12.37: the shorter fraction is the rounding.
            int places = Places(round.Value);
            return Places(exact.Value) > places && Math.Round(exact.Value, places, MidpointRounding.AwayFromZero) == round.Value;
        }
        while (round.Value % (unit * 10) == 0 && unit < 1e20m)
            unit *= 10;
        if (unit == 1)
            return Places(exact.Value) > 0 && Math.Round(exact.Value, MidpointRounding.AwayFromZero) == round.Value;
        return round.Value / unit < 100 && exact.Value % unit != 0 && Math.Round(exact.Value / unit, MidpointRounding.AwayFromZero) * unit == round.Value;
    }

    private static int Places(decimal value) => (decimal.GetBits(value / 1.000000000000000000000000000000m)[3] >> 16) & 0x7F;

    private static bool FitsBound(in Quantity bound, in Quantity exact) => bound.Precision switch
    {
        QuantityPrecision.Least => exact.Value >= bound.Value && exact.Value <= bound.Value * 1.5m,
        QuantityPrecision.Most => exact.Value <= bound.Value && exact.Value >= bound.Value / 1.5m,
        _ => false,
    };
}
