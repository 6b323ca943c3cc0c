namespace Stemma.Comparison.Collation;

/// <summary>In which columns each run of words stands, over all texts that are in the alignment.</summary>
internal sealed class AnchorIndex
{
    /// <summary>Places of one run that are told apart; a run with more is no anchor.</summary>
    private const int MostPlaces = 8;

    private const int None = -1;

    private readonly record struct Place(int A, int B, int C)
    {
        public int Texts { get; init; }

        public int More { get; init; }
    }

    private readonly WordRuns _runs;
    private readonly int[] _first;
    private readonly List<Place> _places = [];

    public AnchorIndex(WordRuns runs)
    {
        _runs = runs;
        _first = new int[runs.Count];
        Array.Fill(_first, None);
    }

    /// <summary>Tells where the runs of a text stand.</summary>
    public void Add(int text, int[] columns) => Change(text, columns, 1);

    /// <summary>Takes back what <see cref="Add"/> told.</summary>
    public void Remove(int text, int[] columns) => Change(text, columns, -1);

    private void Change(int text, int[] columns, int by)
    {
        int[] runs = _runs.Runs[text];
        for (int i = 0; i < runs.Length; i++)
        {
            int places = 0, place = _first[runs[i]], free = None;
            while (place != None && !(_places[place].A == columns[i] && _places[place].B == columns[i + 1] && _places[place].C == columns[i + 2]))
            {
                if (_places[place].Texts == 0)
                    free = place;
                place = _places[place].More;
                places++;
            }
            if (place != None)
            {
                _places[place] = _places[place] with { Texts = _places[place].Texts + by };
            }
            else if (by > 0 && free != None)
            {
                _places[free] = new Place(columns[i], columns[i + 1], columns[i + 2]) { Texts = 1, More = _places[free].More };
            }
            else if (by > 0 && places < MostPlaces)
            {
                _places.Add(new Place(columns[i], columns[i + 1], columns[i + 2]) { Texts = 1, More = _first[runs[i]] });
                _first[runs[i]] = _places.Count - 1;
            }
        }
    }

    /// <summary>
    /// For each word of a text the one column in which runs with it stand, -1 where there is none or more than one: runs
    /// count that stand once in the text and in one place of the alignment.
    /// </summary>
    public int[] ColumnsOf(int text, int words)
    {
        var columns = new int[words];
        Array.Fill(columns, None);
        int[] runs = _runs.Runs[text];
        for (int i = 0; i < runs.Length; i++)
        {
            if (!_runs.Once[text][i] || OnePlace(runs[i]) is not { } place)
                continue;
            Vote(ref columns[i], place.A);
            Vote(ref columns[i + 1], place.B);
            Vote(ref columns[i + 2], place.C);
        }
        for (int i = 0; i < words; i++)
            columns[i] = Math.Max(columns[i], None);
        return columns;
    }

    private const int Disputed = -2;

    private static void Vote(ref int column, int forIt)
    {
        if (column != forIt)
            column = column == None ? forIt : Disputed;
    }

    private Place? OnePlace(int run)
    {
        Place? found = null;
        int places = 0;
        for (int place = _first[run]; place != None; place = _places[place].More, places++)
        {
            if (_places[place].Texts == 0)
                continue;
            if (found is not null)
                return null;
            found = _places[place];
        }
        return places < MostPlaces ? found : null;
    }
}
