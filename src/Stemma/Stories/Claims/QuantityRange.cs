namespace Stemma.Stories.Claims;

/// <summary>The values that a number can stand for, by how it is written and by the words beside it.</summary>
/// <param name="Least">The least.</param>
/// <param name="Most">The greatest; <see cref="decimal.MaxValue"/> where there is no bound.</param>
internal readonly record struct QuantityRange(decimal Least, decimal Most)
{
    /// <summary>The part of a number that its zeros at the end may hide: 3,000 for 2,976, and 20 for nothing but 20.</summary>
    private const decimal MostRounded = .03m;

    /// <summary>The part of a number by which an estimate may be off.</summary>
    private const decimal Estimate = .05m;

    /// <summary>The part of a number that "nearly" and "just over" leave.</summary>
    private const decimal Near = .05m;

    /// <summary>The values that the number can stand for beside another one, in the base unit of its dimension.</summary>
    /// <remarks>Only the number that is written less finely can be the other rounded: 12.4 for 12.37, but 344.65 is not 344.66.</remarks>
    public static QuantityRange Of(in Quantity quantity, in Quantity beside)
    {
        decimal value = quantity.Value, place = Place(quantity);
        decimal half = place / (quantity.Unit?.Factor ?? 1) is var own && place > Place(beside) ? Math.Min(own / 2, MostRounded * value) : 0;
        (decimal least, decimal most) = quantity.Precision switch
        {
            QuantityPrecision.About => (value - Math.Max(half, Estimate * value), value + Math.Max(half, Estimate * value)),
            QuantityPrecision.JustUnder => (value - Math.Max(half, Near * value), value),
            QuantityPrecision.JustOver => (value, value + Math.Max(half, Near * value)),
            // Two bounds of one kind are chosen near the number that they bound, and so tell two numbers.
            QuantityPrecision.Least when beside.Precision != QuantityPrecision.Least => (value, decimal.MaxValue),
            QuantityPrecision.Most when beside.Precision != QuantityPrecision.Most => (0m, value),
            _ => (value - half, value + half),
        };
        if (quantity.Unit is not { } unit)
            return new QuantityRange(least, most);
        return new QuantityRange(
            Times(least, unit.Factor * (1 - unit.Varies)),
            Times(most, unit.Factor * (1 + unit.Varies)));
    }

    /// <summary>True where one value can be both.</summary>
    public bool Meets(QuantityRange other) => Least <= other.Most && other.Least <= Most;

    private static decimal Place(in Quantity quantity) => Times(LastPlace(quantity.Value, quantity.Unit is not null), quantity.Unit?.Factor ?? 1);

    // The place of the last figure that is not zero: 100,000 for 1.3 million, .1 for 12.4; of a count below ten and of whole counts without zeros nothing is hidden.
    private static decimal LastPlace(decimal value, bool measured)
    {
        decimal place = 1;
        if (value != decimal.Truncate(value))
        {
            while (value != decimal.Truncate(value) && place > 1e-6m)
            {
                value *= 10;
                place /= 10;
            }
            return place;
        }
        if (value == 0)
            return 0;
        while (value % (place * 10) == 0 && place < 1e24m)
            place *= 10;
        return place == 1 && !measured ? 0 : place;
    }

    private static decimal Times(decimal value, decimal factor) =>
        value == decimal.MaxValue || (factor > 1 && value > decimal.MaxValue / factor) ? decimal.MaxValue : value * factor;
}
