namespace Stemma.Annotation.Times;

/// <summary>Tells digits that are a piece of something longer, an identifier, a version, a path, from those of a time.</summary>
/// <remarks>"2021" in "2021.3.1" or "archive/2021/03", "9 years" in "1e9 years", "5.2 days" in "3.5.2 days".</remarks>
internal static class PiecesOfCode
{
    /// <summary>True where the atoms [first, end) start or end within such a thing.</summary>
    public static bool Holds(string text, TimeAtomList atoms, int first, int end, TimeMeaning meaning) =>
        ((atoms[first].Traits & TimeAtomTraits.Digits) != TimeAtomTraits.None && atoms[first].Glued && first > 0 && GoesOnBefore(text, atoms, first, meaning))
        || ((atoms[end - 1].Traits & TimeAtomTraits.Digits) != TimeAtomTraits.None && end < atoms.Count && atoms[end].Glued && GoesOnBehind(text, atoms, end, meaning));

    private static bool GoesOnBefore(string text, TimeAtomList atoms, int first, TimeMeaning meaning)
    {
        char before = text[atoms[first].Start - 1];
        // "FY2019" is a year, "1e9" and "x-a2019" are not; "2019-03-01T10:15" holds a time of day.
        if (char.IsLetter(before))
            return atoms[first - 1].Glued && meaning is not ClockTime;
        return Joins.Contains(before) || (Separators.Contains(before) && IsDigits(atoms, first - 2) && atoms[first - 1].Glued);
    }

    private static bool GoesOnBehind(string text, TimeAtomList atoms, int end, TimeMeaning meaning)
    {
        char behind = text[atoms[end].Start];
        // "2019abc" is no year; "2019-03-01T" is a day, and "10:15" a time of day even where a space was lost.
        if (char.IsLetter(behind))
            return meaning is not (ClockTime or CalendarTime { Day: not null });
        bool more = end + 1 < atoms.Count && atoms[end + 1].Glued;
        return more && (Joins.Contains(behind) || ((behind is '.' or ',') && IsDigits(atoms, end + 1)));
    }

    private static bool IsDigits(TimeAtomList atoms, int atom) => atom >= 0 && atom < atoms.Count && (atoms[atom].Traits & TimeAtomTraits.Digits) != TimeAtomTraits.None;

    /// <summary>What joins the parts of paths, addresses and names in programs.</summary>
    private const string Joins = "/\\=_@#&?%+~";

    /// <summary>What joins the numbers of a version or a list.</summary>
    private const string Separators = ".,:";
}
