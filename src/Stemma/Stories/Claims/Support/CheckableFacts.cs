using System.Globalization;
using Stemma.Reports;

namespace Stemma.Stories.Claims.Support;

/// <summary>Something in a sentence that a reader can check.</summary>
/// <param name="Key">The same for the same thing in other sentences.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Its words.</param>
internal readonly record struct CheckableFact(string Key, FactKind Kind, TextSpan Span);

/// <summary>What can be checked, the most telling kind first.</summary>
internal enum FactKind
{
    /// <summary>A number with what it counts or its unit.</summary>
    Figure,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A person.</summary>
    Name,
}

/// <summary>Finds what can be checked in a sentence.</summary>
internal static class CheckableFacts
{
    /// <summary>Numbers up to this tell too little to be checked: "two", "the third".</summary>
    private const decimal SmallNumber = 3;

    /// <summary>In days: a time that may be any of more is no date.</summary>
    private const int LongestDate = 7;

    /// <summary>The facts in text order; none that stands in somebody's speech, which the quotations show.</summary>
    public static IReadOnlyList<CheckableFact> Of(ClaimSentence sentence)
    {
        var facts = new List<CheckableFact>();
        foreach (Quantity quantity in sentence.Quantities)
        {
            if (quantity.Value > SmallNumber && (quantity.Counted is not null || quantity.Unit is not null) && !sentence.IsSpeech(quantity.Span))
                facts.Add(new CheckableFact(string.Create(CultureInfo.InvariantCulture, $"{quantity.Value:0.#####}{(quantity.IsOrdinal ? "." : "")} {quantity.Unit?.Dimension}"), FactKind.Figure, quantity.Span));
        }
        foreach (DatedSpan date in sentence.Dates)
        {
            if (date.To.DayNumber - date.From.DayNumber < LongestDate && !sentence.IsSpeech(date.Span))
                facts.Add(new CheckableFact(string.Create(CultureInfo.InvariantCulture, $"{date.From.DayNumber}–{date.To.DayNumber}"), FactKind.Date, date.Span));
        }
        foreach ((TextSpan span, int id) in sentence.Persons)
        {
            // Who said what stands in the quotations.
            if (id >= 0 && sentence.Speech.Count == 0)
                facts.Add(new CheckableFact(string.Create(CultureInfo.InvariantCulture, $"person {id}"), FactKind.Name, span));
        }
        return facts;
    }
}
