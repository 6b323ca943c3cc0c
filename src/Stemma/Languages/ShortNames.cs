using System.Collections.Frozen;

namespace Stemma.Languages;

/// <summary>Tells first names of two persons from two forms of one first name.</summary>
internal static class ShortNames
{
    private static readonly Lazy<FrozenDictionary<string, string[]>> s_forms = new(() =>
        TableFile.Rows("En/short-names.tsv").ToFrozenDictionary(r => r[0], r => r[1].Split(' '), StringComparer.Ordinal));

    /// <summary>In sounds: short forms keep so many of the name's first ones.</summary>
    private const int HeardSounds = 2;

    /// <summary>True where both are known first names that sound otherwise at their start and neither stands for the other, nor both for one: nobody called the one is called the other.</summary>
    /// <param name="a">A name, as it is written.</param>
    /// <param name="b">Another.</param>
    public static bool AreOfTwo(string a, string b)
    {
        (string x, string y) = (a.ToLowerInvariant(), b.ToLowerInvariant());
        if (x.Length < 2 || y.Length < 2 || AreAlike(x, y) || NameTables.English.GenderOf(x) is null || NameTables.English.GenderOf(y) is null)
            return false;
        string[] namesOfX = [x, .. s_forms.Value.GetValueOrDefault(x, [])], namesOfY = [y, .. s_forms.Value.GetValueOrDefault(y, [])];
        return !namesOfX.Intersect(namesOfY, StringComparer.Ordinal).Any();
    }

    // "Dan" is short for "Daniel", and "Michel" is how others say "Michael".
    private static bool AreAlike(string x, string y)
    {
        if (x[0] != y[0])
            return false;
        string first = string.Concat(NameSounds.Of(x)), second = string.Concat(NameSounds.Of(y));
        int common = Math.Min(Math.Min(first.Length, second.Length), HeardSounds);
        return common == 0 || string.CompareOrdinal(first, 0, second, 0, common) == 0;
    }
}
