using System.Collections.Frozen;
using System.Globalization;

namespace Stemma.Languages;

/// <summary>A unit of an amount.</summary>
/// <param name="Dimension">What it measures; amounts are compared where this is the same.</param>
/// <param name="Factor">What one of it is in the dimension's base unit, more than 0.</param>
/// <param name="Varies">The part of it by which the factor may be off, 0 to 1.</param>
internal readonly record struct Unit(string Dimension, decimal Factor, decimal Varies);

/// <summary>The units that words and signs stand for; see units.tsv.</summary>
internal static class Units
{
    private static readonly Lazy<FrozenDictionary<string, Unit>> s_units = new(() => TableFile.Rows("En/units.tsv")
        .ToFrozenDictionary(r => r[0], r => new Unit(r[1], decimal.Parse(r[2], CultureInfo.InvariantCulture), decimal.Parse(r[3], CultureInfo.InvariantCulture)), StringComparer.Ordinal));

    /// <summary>The unit of a word in small letters, in the singular or with a plural "s", or of a sign; null where it is none.</summary>
    public static Unit? Of(string word)
    {
        if (s_units.Value.TryGetValue(word, out Unit unit))
            return unit;
        return word.Length > 2 && word[^1] == 's' && s_units.Value.TryGetValue(word[..^1], out unit) ? unit : null;
    }
}
