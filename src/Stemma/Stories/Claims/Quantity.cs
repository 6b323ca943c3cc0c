using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Claims;

/// <summary>A number in a sentence with what it counts.</summary>
/// <param name="Span">The number with its multiplier: "1.5 million".</param>
/// <param name="FirstWord">The index of its first word in the sentence.</param>
/// <param name="WordCount">How many words it has.</param>
/// <param name="Value">Its value, multiplied.</param>
/// <param name="IsOrdinal">True for "fortieth".</param>
/// <param name="Counted">The stem of what is counted: the noun that follows, or the verb for "39 times"; null where nothing is.</param>
/// <param name="Precision">What the words beside it say of how exact it is.</param>
/// <param name="Rate">The stem of what the count is for: "day" for "40 boats a day"; null where it is for nothing.</param>
/// <param name="FirstOfPhrase">The index of the first word that belongs to the number: "about" of "about 40".</param>
/// <param name="LastOfPhrase">The index of the last word that does: "day" of "40 boats a day".</param>
/// <param name="Unit">Its unit; null for a plain count.</param>
/// <param name="Step">What one more in its last figure would add: .01 for "4.20", 100,000 for "1.5 million".</param>
internal readonly record struct Quantity(
    TextSpan Span, int FirstWord, int WordCount, decimal Value, bool IsOrdinal, string? Counted, QuantityPrecision Precision, string? Rate, int FirstOfPhrase, int LastOfPhrase, Unit? Unit, decimal Step)
{
    /// <summary>From this many steps on, zeros at the end of a bare number are taken to be rounded: 60 is 60, 600 may be 598.</summary>
    private const decimal RoundedFrom = 100;

    /// <summary>The place to which the number is written, 0 for a count to the last one.</summary>
    /// <param name="rounded">True where it is known to be rounded, so that zeros at the end of small numbers count too.</param>
    public decimal Place(bool rounded)
    {
        decimal steps = Step > 0 ? Value / Step : 0, place = Step;
        // A figure behind the point is written on purpose.
        if (steps == 0 || Step < 1 || (steps < RoundedFrom && !rounded))
            return steps == 0 || (Step == 1 && Unit is null) ? 0 : place;
        while (steps % 10 == 0)
            (steps, place) = (steps / 10, place * 10);
        return place == 1 && Unit is null ? 0 : place;
    }
}

/// <summary>How exact a number is said to be.</summary>
internal enum QuantityPrecision
{
    /// <summary>As it stands.</summary>
    Exact,

    /// <summary>"about 40".</summary>
    About,

    /// <summary>"nearly 40".</summary>
    JustUnder,

    /// <summary>"just over 40".</summary>
    JustOver,

    /// <summary>"more than 40".</summary>
    Least,

    /// <summary>"up to 40".</summary>
    Most,
}
