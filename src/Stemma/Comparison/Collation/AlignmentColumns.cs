namespace Stemma.Comparison.Collation;

/// <summary>
/// The columns of an alignment in order: for each the forms that texts have there and how many have them. A list with
/// stable numbers: a column keeps its number when others come before it.
/// </summary>
internal sealed class AlignmentColumns
{
    /// <summary>The number of the column before the first; it holds nothing.</summary>
    public const int Start = 0;

    private const int None = -1;

    private int[] _next = new int[64];
    private int[] _previous = new int[64];
    private int[] _rank = new int[64];
    private int[] _occupied = new int[64];
    private int[] _first = new int[64];
    private int _columns = 1;
    private int[] _form = new int[64];
    private int[] _count = new int[64];
    private int[] _more = new int[64];
    private int _readings;
    private int[] _order = [];

    public AlignmentColumns()
    {
        _next[Start] = None;
        _previous[Start] = None;
        _rank[Start] = -1;
        _first[Start] = None;
    }

    /// <summary>The columns in order, as of the last <see cref="Renumber"/>.</summary>
    public ReadOnlySpan<int> Order => _order;

    /// <summary>The number of columns ever made; their numbers lie below it.</summary>
    public int Made => _columns;

    /// <summary>The place of a column in <see cref="Order"/>, as of the last <see cref="Renumber"/>.</summary>
    public int Rank(int column) => _rank[column];

    /// <summary>How many texts have a word in the column.</summary>
    public int Occupied(int column) => _occupied[column];

    /// <summary>True for a column that was left empty.</summary>
    public bool IsGone(int column) => _occupied[column] == 0;

    /// <summary>The first of the column's readings, -1 where it has none.</summary>
    public int FirstReading(int column) => _first[column];

    /// <summary>The reading after this one in its column, -1 after the last.</summary>
    public int NextReading(int reading) => _more[reading];

    /// <summary>The form of a reading.</summary>
    public int Form(int reading) => _form[reading];

    /// <summary>How many texts have a reading, 1 or more.</summary>
    public int Count(int reading) => _count[reading];

    /// <summary>Makes a column after another one.</summary>
    public int InsertAfter(int column)
    {
        if (_columns == _next.Length)
        {
            Array.Resize(ref _next, 2 * _columns);
            Array.Resize(ref _previous, 2 * _columns);
            Array.Resize(ref _rank, 2 * _columns);
            Array.Resize(ref _occupied, 2 * _columns);
            Array.Resize(ref _first, 2 * _columns);
        }
        int made = _columns++;
        _first[made] = None;
        _next[made] = _next[column];
        _previous[made] = column;
        if (_next[column] != None)
            _previous[_next[column]] = made;
        _next[column] = made;
        return made;
    }

    /// <summary>Sets a text's word into a column.</summary>
    public void Add(int column, int form)
    {
        _occupied[column]++;
        int reading = _first[column];
        while (reading != None && _form[reading] != form)
            reading = _more[reading];
        if (reading == None)
        {
            if (_readings == _form.Length)
            {
                Array.Resize(ref _form, 2 * _readings);
                Array.Resize(ref _count, 2 * _readings);
                Array.Resize(ref _more, 2 * _readings);
            }
            reading = _readings++;
            _form[reading] = form;
            _count[reading] = 0;
            _more[reading] = _first[column];
            _first[column] = reading;
        }
        _count[reading]++;
    }

    /// <summary>Takes a text's word out of a column; a column that is left empty is taken out too.</summary>
    public void Remove(int column, int form)
    {
        int reading = _first[column], last = None;
        while (_form[reading] != form)
            (last, reading) = (reading, _more[reading]);
        if (--_count[reading] == 0)
        {
            if (last == None)
                _first[column] = _more[reading];
            else
                _more[last] = _more[reading];
        }
        if (--_occupied[column] > 0)
            return;
        int before = _previous[column], after = _next[column];
        _next[before] = after;
        if (after != None)
            _previous[after] = before;
    }

    /// <summary>Numbers the columns in order.</summary>
    public void Renumber()
    {
        int n = 0;
        for (int column = _next[Start]; column != None; column = _next[column])
            _rank[column] = n++;
        if (_order.Length != n)
            _order = new int[n];
        for (int column = _next[Start], i = 0; column != None; column = _next[column])
            _order[i++] = column;
    }
}
