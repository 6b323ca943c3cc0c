namespace Stemma.Stories.Claims;

/// <summary>The values that a number can stand for, by how it is written and by the words beside it.</summary>
/// <param name="Least">The least.</param>
/// <param name="Most">The greatest; <see cref="decimal.MaxValue"/> where there is no bound.</param>
internal readonly record struct QuantityRange(decimal Least, decimal Most)
{
    // The margins are those of the guideline of the labelled pairs (bench/claims/GUIDELINE.md, section 3), where readers agree.

    /// <summary>The part of a number that its zeros at the end may hide: 3,000 for 2,976, and 20 for nothing but 20.</summary>
    private const decimal MostRounded = .05m;

    /// <summary>The part of a number by which an estimate may be off, beside a bare number and beside another estimate.</summary>
    private const decimal Estimate = .1m, EachEstimate = .05m;

    /// <summary>The values that the number can stand for beside another one, in the base unit of its dimension.</summary>
    /// <remarks>Only the number that is written less finely can be the other rounded: 12.4 for 12.37, but 344.65 is not 344.66.</remarks>
    public static QuantityRange Of(in Quantity quantity, in Quantity beside)
    {
        decimal value = quantity.Value, factor = quantity.Unit?.Factor ?? 1, besideFactor = beside.Unit?.Factor ?? 1;
        bool converted = factor != besideFactor, bare = quantity.Precision == QuantityPrecision.Exact;
        decimal place = quantity.Place(converted || !bare), other = beside.Place(converted || beside.Precision != QuantityPrecision.Exact);
        // What was converted was rounded anew, on either side.
        decimal half = converted || Times(place, factor) > Times(other, besideFactor) ? Math.Min(place / 2, MostRounded * value) : 0;
        decimal margin = Math.Max(half, (beside.Precision == QuantityPrecision.Exact ? Estimate : EachEstimate) * value);
        (decimal least, decimal most) = quantity.Precision switch
        {
            // Two hedges or bounds of one kind are chosen near the number that they go with, and so tell two numbers.
            _ when bare || quantity.Precision == beside.Precision => (value - half, value + half),
            QuantityPrecision.About => (value - margin, value + margin),
            QuantityPrecision.JustUnder => (value - margin, value),
            QuantityPrecision.JustOver => (value, value + margin),
            QuantityPrecision.Least => (value, decimal.MaxValue),
            _ => (0m, value),
        };
        if (quantity.Unit is not { } unit)
            return new QuantityRange(least, most);
        return new QuantityRange(
            Times(least, unit.Factor * (1 - unit.Varies)),
            Times(most, unit.Factor * (1 + unit.Varies)));
    }

    /// <summary>True where one value can be both.</summary>
    public bool Meets(QuantityRange other) => Least <= other.Most && other.Least <= Most;

    private static decimal Times(decimal value, decimal factor) =>
        value == decimal.MaxValue || (factor > 1 && value > decimal.MaxValue / factor) ? decimal.MaxValue : value * factor;
}
