namespace Stemma.Annotation.Times;

/// <summary>Joins the words of a number into one atom: "twenty-five", "two hundred", "nineteen ninety-six".</summary>
internal sealed class SpelledNumbers(TimeVocabulary words, DigitClasses digits)
{
    private readonly int _ones = words.ClassOf("N1"), _teens = words.ClassOf("N2"), _tens = words.ClassOf("N10"), _hundred = words.ClassOf("N100"),
        _thousand = words.ClassOf("N1000"), _ord = words.ClassOf("ORD"), _hyphen = words.ClassOf("-"),
        _and = words.ClassOf("and"), _month = words.ClassOf("MONTH"), _of = words.ClassOf("of");

    /// <summary>True where a number can start with a word of the class.</summary>
    public bool CanStart(int type) => type == _ones || type == _teens || type == _tens;

    /// <summary>Makes every spelled number one atom.</summary>
    public void Join(TimeAtomList atoms)
    {
        int i = 0, joined = 0;
        while (i < atoms.Count)
        {
            (long value, int year) = (0, 0);
            int next = atoms[i].MayCount ? Read(atoms, i, out value, out year) : i;
            if (next > i)
            {
                bool ordinal = next < atoms.Count && !atoms[next].StartsParagraph && atoms.Is(next, _hyphen, out _) && value % 10 == 0
                    && next + 1 < atoms.Count && atoms.Is(next + 1, _ord, out decimal one) && one < 10 && (value += (long)one) > 0;
                if (ordinal)
                {
                    next += 2;
                }
                else if (IsOpenOrdinal(atoms, i, next, value, out long last))
                {
                    ordinal = true;
                    value += last;
                    next++;
                }
                atoms.Extend(i, atoms[next - 1].Span.End);
                if (next - i > 1)
                    atoms.Clear(i);
                if (ordinal)
                    atoms.AddClass(i, _ord, value);
                else
                    digits.AddNumber(atoms, i, value);
                if (year > 0)
                    digits.AddYear(atoms, i, year);
            }
            atoms.Move(i, joined++);
            i = Math.Max(next, i + 1);
        }
        atoms.Cut(joined);
    }

    // "twenty third" without a hyphen; "twenty second" only beside a month, for it may count seconds.
    private bool IsOpenOrdinal(TimeAtomList atoms, int start, int next, long value, out long last)
    {
        last = 0;
        if (value is not (20 or 30) || next >= atoms.Count || atoms[next].StartsParagraph || !atoms.Is(next, _ord, out decimal one) || one >= 10)
            return false;
        last = (long)one;
        bool isOf = next + 1 < atoms.Count && !atoms[next + 1].StartsParagraph && atoms.Is(next + 1, _of, out _);
        return last != 2 || isOf || (start > 0 && !atoms[start].StartsParagraph && atoms.Is(start - 1, _month, out _));
    }

    private int Read(TimeAtomList atoms, int start, out long value, out int year)
    {
        year = 0;
        int i = Small(atoms, start, out value);
        if (i == start)
            return i;
        if (i < atoms.Count && atoms[i].StartsParagraph)
            return i;
        int second = Small(atoms, i, out long rest);
        if (value is 19 or 20 && rest >= 10 && second > i)
        {
            year = (int)((value * 100) + rest);
            value = year;
            return second;
        }
        long total = 0;
        bool isYear = false;
        for (int round = 0; round < LongestNumber && i < atoms.Count && !atoms[i].StartsParagraph; round++)
        {
            if (atoms.Is(i, _hundred, out _) && value < 100)
                value *= 100;
            else if (atoms.Is(i, _thousand, out _) && value < 1000 && total == 0)
                (total, value) = (value * 1000, 0);
            else
                break;
            i++;
            int join = i + 1 < atoms.Count && !atoms[i].StartsParagraph && !atoms[i + 1].StartsParagraph && atoms.Is(i, _and, out _) ? i + 1 : i;
            int more = Small(atoms, join, out rest);
            if (more > join)
                (value, i, isYear) = (value + rest, more, true);
        }
        value += total;
        // "two thousand and five", "seventeen hundred thirty-three".
        if (isYear && value is >= 1100 and < 2100)
            year = (int)value;
        return i;
    }

    // One to ninety-nine.
    private int Small(TimeAtomList atoms, int i, out long value)
    {
        value = 0;
        if (i >= atoms.Count)
            return i;
        if (atoms.Is(i, _ones, out decimal v) || atoms.Is(i, _teens, out v))
        {
            value = (long)v;
            return i + 1;
        }
        if (!atoms.Is(i, _tens, out v))
            return i;
        value = (long)v;
        int next = i + 1;
        if (next < atoms.Count && !atoms[next].StartsParagraph && atoms.Is(next, _hyphen, out _))
            next++;
        if (next < atoms.Count && !atoms[next].StartsParagraph && atoms.Is(next, _ones, out v) && v > 0)
        {
            value += (long)v;
            return next + 1;
        }
        return i + 1;
    }

    /// <summary>In words of hundred and thousand; longer numbers count no time.</summary>
    private const int LongestNumber = 6;
}
