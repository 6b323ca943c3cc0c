using System.Text;
using Stemma.Comparison.Collation;
using Stemma.Reports;

namespace Stemma.Stories.Lineage.Traditions;

/// <summary>
/// The places at which copies of one text differ, with the reading of each copy: the table from which stemmatology reads
/// kinship. A word in another spelling is another reading; a run of words that changed together is one place.
/// </summary>
internal sealed class WitnessTable
{
    /// <summary>The reading of a witness that lacks a long stretch here: it does not testify.</summary>
    public const int Absent = -1;

    /// <summary>The reading of a witness that has no word here.</summary>
    public const int Omission = 0;

    /// <summary>
    /// What a reading that one witness has alone counts, of one that several share: it groups nobody, and a slip that all can see is
    /// mended by the next copyist. Set on invented traditions, where .5 to 1 are nearly the same.
    /// </summary>
    private const double SingularCounts = 0.7;

    private readonly List<int[]> _readings = [];
    private readonly List<bool[]> _singular = [];
    private readonly List<int> _columns = [];
    private readonly Apparatus _apparatus;

    private WitnessTable(Apparatus apparatus) => _apparatus = apparatus;

    /// <summary>The number of places.</summary>
    public int Places => _readings.Count;

    /// <summary>The number of witnesses.</summary>
    public int Witnesses => _apparatus.Witnesses.Count;

    /// <summary>For each witness its reading at a place: equal numbers for equal readings, or <see cref="Absent"/>.</summary>
    public int[] this[int place] => _readings[place];

    /// <summary>Sets the witnesses side by side. They are numbered in the ordinal order of their ids.</summary>
    public static WitnessTable Of(IReadOnlyList<Report> reports)
    {
        Apparatus apparatus = Collator.Collate([.. reports.Select(r => CollationText.Of(r))]);
        var table = new WitnessTable(apparatus);
        int n = reports.Count;
        int[] row = new int[n], last = new int[n];
        bool follows = false;
        var forms = new List<string>();
        foreach (ApparatusPlace place in apparatus.Places)
        {
            for (int column = place.Column; column < place.ColumnEnd; column++)
            {
                table.Read(column, place.Absent, row, forms);
                bool varies = IsVariant(row);
                if (varies && !(follows && SameGroups(row, last)))
                {
                    table._readings.Add([.. row]);
                    table._singular.Add([.. row.Select(r => row.Count(o => o == r) == 1)]);
                    table._columns.Add(column);
                }
                follows = varies;
                row.CopyTo(last, 0);
            }
        }
        return table;
    }

    /// <summary>How much two witnesses differ at a place: 0 for one reading or where one does not testify, 1 for two that others have too.</summary>
    public double Difference(int place, int a, int b)
    {
        int x = _readings[place][a], y = _readings[place][b];
        if (x == y || x == Absent || y == Absent)
            return 0;
        return _singular[place][a] || _singular[place][b] ? SingularCounts : 1;
    }

    /// <summary>What it counts that a witness has another reading than the one given: less where it has its own alone, or nobody else has that one.</summary>
    public double Weight(int place, int witness, int reading)
    {
        if (_singular[place][witness])
            return SingularCounts;
        int[] row = _readings[place];
        return row.Count(r => r == reading) <= 1 ? SingularCounts : 1;
    }

    /// <summary>Where the words of a witness from a place on begin in its text; the end of its last word where it has none there or after.</summary>
    public int PositionOf(int witness, int place)
    {
        if (place < Places && _apparatus.WordsAt(_columns[place], _apparatus.Columns, witness) is { } after)
            return after.Start;
        return _apparatus.WordsAt(0, _apparatus.Columns, witness)?.End ?? 0;
    }

    /// <summary>The words of a witness that are collated, from the first to the last; null where it has none.</summary>
    public TextSpan? WordsOf(int witness) => _apparatus.WordsAt(0, _apparatus.Columns, witness);

    // The forms are numbered anew in each column.
    private void Read(int column, IReadOnlyList<int> absent, int[] row, List<string> forms)
    {
        forms.Clear();
        for (int w = 0; w < row.Length; w++)
        {
            if (_apparatus.WordAt(column, w) is not { } word)
            {
                row[w] = absent.Contains(w) ? Absent : Omission;
                continue;
            }
            string form = Plain(word.Over(_apparatus.TextOf(w)));
            int known = forms.IndexOf(form);
            if (known < 0)
            {
                known = forms.Count;
                forms.Add(form);
            }
            row[w] = known + 1;
        }
    }

    private static bool IsVariant(int[] row)
    {
        int first = Absent;
        bool varies = false;
        foreach (int reading in row)
        {
            if (reading == Absent)
                continue;
            varies |= first != Absent && reading != first;
            first = reading;
        }
        return varies;
    }

    private static bool SameGroups(int[] row, int[] last)
    {
        for (int w = 0; w < row.Length; w++)
        {
            if ((row[w] == Absent) != (last[w] == Absent))
                return false;
            for (int v = 0; v < w; v++)
            {
                if ((row[w] == row[v]) != (last[w] == last[v]))
                    return false;
            }
        }
        return true;
    }

    // As it is written, but for how apostrophes and hyphens are typed.
    private static string Plain(ReadOnlySpan<char> word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (char c in word)
        {
            if (c != '\u00AD')
                plain.Append(c is '’' or '‘' or 'ʼ' ? '\'' : c == '‑' ? '-' : c);
        }
        return plain.ToString();
    }
}
