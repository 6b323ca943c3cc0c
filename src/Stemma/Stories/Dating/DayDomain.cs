using System.Globalization;

namespace Stemma.Stories.Dating;

/// <summary>The days on which a report can have been published; changes while the constraints work on it.</summary>
/// <remarks>Two bounds while it is wide; every single day once it is narrower than <see cref="ExactDays"/>.</remarks>
internal sealed class DayDomain
{
    private bool[]? _days;

    public DayDomain(DateOnly from, DateOnly to) => (From, To) = (from, to);

    /// <summary>The first possible day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last possible day.</summary>
    public DateOnly To { get; private set; }

    /// <summary>True where no day is left.</summary>
    public bool IsEmpty => From > To;

    /// <summary>True where single days can be asked.</summary>
    public bool IsExact => To.DayNumber - From.DayNumber < ExactDays;

    /// <summary>True where a bound on each side has been found.</summary>
    public bool IsBounded => From > Earliest && To < Latest;

    /// <summary>How many days are left; of a wide domain those from end to end.</summary>
    public int Count => IsEmpty ? 0 : _days is null ? To.DayNumber - From.DayNumber + 1 : _days.AsSpan(From.DayNumber - _first, To.DayNumber - From.DayNumber + 1).Count(true);

    public DayDomain Copy() => new(From, To) { _days = (bool[]?)_days?.Clone(), _first = _first };

    private int _first;

    /// <summary>The possible days, in order; only for an exact domain.</summary>
    public IEnumerable<DateOnly> Days()
    {
        for (int day = From.DayNumber; day <= To.DayNumber; day++)
        {
            if (_days is null || _days[day - _first])
                yield return DateOnly.FromDayNumber(day);
        }
    }

    /// <summary>Keeps the days in the interval; an empty domain is left where there is none.</summary>
    public void Keep(DateOnly from, DateOnly to)
    {
        From = from > From ? from : From;
        To = to < To ? to : To;
        Shrink();
    }

    /// <summary>Keeps the days that pass; only for an exact domain. True where a day was taken away.</summary>
    public bool Keep(Func<DateOnly, bool> passes)
    {
        if (IsEmpty)
            return false;
        if (_days is null)
        {
            _first = From.DayNumber;
            _days = new bool[To.DayNumber - _first + 1];
            Array.Fill(_days, true);
        }
        bool changed = false;
        for (int day = From.DayNumber; day <= To.DayNumber; day++)
        {
            if (_days[day - _first] && !passes(DateOnly.FromDayNumber(day)))
                (_days[day - _first], changed) = (false, true);
        }
        Shrink();
        return changed;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}");

    private void Shrink()
    {
        if (_days is null)
            return;
        int from = From.DayNumber, to = To.DayNumber;
        while (from <= to && !_days[from - _first])
            from++;
        while (to >= from && !_days[to - _first])
            to--;
        (From, To) = (DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(to));
    }

    /// <summary>The first day that is thought of; news older than this is out of reach.</summary>
    public static readonly DateOnly Earliest = new(1800, 1, 1);

    /// <summary>The last day that is thought of.</summary>
    public static readonly DateOnly Latest = new(2199, 12, 31);

    /// <summary>In days: about two years; domains so narrow are held day by day.</summary>
    public const int ExactDays = 800;
}
