namespace Stemma.Annotation.Times;

/// <summary>The classes that digits have by their form: "2022" can be a year, "08" a month or an hour.</summary>
internal sealed class DigitClasses(TimeVocabulary words)
{
    private readonly int _num = words.ClassOf("NUM"), _small = words.ClassOf("SMALLNUM"), _year = words.ClassOf("YEAR"), _modern = words.ClassOf("MODERN"), _yy = words.ClassOf("YY"),
        _day = words.ClassOf("DAY"), _mm = words.ClassOf("MM"), _dd = words.ClassOf("DD"), _hour = words.ClassOf("HOUR"),
        _min = words.ClassOf("MIN"), _hhmm = words.ClassOf("HHMM"), _far = words.ClassOf("FARYEAR");

    /// <summary>Gives the atom its classes.</summary>
    public void AddTo(TimeAtomList atoms, int atom, ReadOnlySpan<char> digits)
    {
        if (digits.Length > LongestNumber || !long.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long value))
            return;
        AddNumber(atoms, atom, value);
        if (digits.Length == 4)
            AddYear(atoms, atom, (int)value);
        if (digits.Length >= 4 && (digits.Length > 4 || value is < FirstYear or > LastYear))
            atoms.AddClass(atom, _far, value);
        if (digits.Length == 4 && value / 100 < 24 && value % 100 < 60)
            atoms.AddClass(atom, _hhmm, value);
        if (digits.Length > 2)
            return;
        if (digits.Length == 2)
            atoms.AddClass(atom, _yy, value);
        if (digits.Length == 2 && value < 60)
            atoms.AddClass(atom, _min, value);
        if (value is >= 1 and <= 31)
        {
            atoms.AddClass(atom, _day, value);
            atoms.AddClass(atom, _dd, value);
        }
        if (value is >= 1 and <= 12)
            atoms.AddClass(atom, _mm, value);
        if (value <= 24)
            atoms.AddClass(atom, _hour, value);
    }

    /// <summary>The classes of any number.</summary>
    public void AddNumber(TimeAtomList atoms, int atom, decimal value)
    {
        atoms.AddClass(atom, _num, value);
        if (value < LargeNumber)
            atoms.AddClass(atom, _small, value);
    }

    /// <summary>The classes of a number that can be a year.</summary>
    public void AddYear(TimeAtomList atoms, int atom, int value)
    {
        if (value is >= FirstYear and <= LastYear)
            atoms.AddClass(atom, _year, value);
        if (value is >= FirstModernYear and < LastModernYear)
            atoms.AddClass(atom, _modern, value);
    }

    // Four digits outside these are amounts in nearly all news; set by hand, re-run "stemma eval time" when changed.
    private const int FirstYear = 1000, LastYear = 2199;

    // A year that needs no preposition before it to be taken for one; set by hand, re-run "stemma eval time" when changed.
    private const int FirstModernYear = 1900, LastModernYear = 2060;

    /// <summary>Numbers from here on take no unit in the singular ("the 1988 quarter").</summary>
    private const int LargeNumber = 1000;

    /// <summary>In digits; longer numbers count no time.</summary>
    private const int LongestNumber = 9;
}
