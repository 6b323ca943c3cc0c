using System.Text;
using Stemma.Reports;

namespace Stemma.Comparison.Collation;

/// <summary>Reads the places off an alignment: columns through which the same texts go together are one place.</summary>
internal sealed class ApparatusBuilder
{
    /// <summary>In words that most texts have. Who lacks more at a stretch does not testify; who lacks less has left words out.</summary>
    /// <remarks>Set by hand at about a sentence: a clause is left out by an editor's choice, a paragraph by a cut for length.</remarks>
    private const int LongestOmission = 20;

    private const int Omitted = -1, Absent = -2;

    private readonly WitnessWords[] _witnesses;
    private readonly WordForms _forms;
    private readonly DistinctTexts _texts;
    private readonly MultipleAlignment _alignment;
    private readonly int[][] _witnessesOf;
    private readonly int[] _next;
    private readonly int[] _absentUntil;
    private readonly int[] _majorityBefore;

    public ApparatusBuilder(WitnessWords[] witnesses, WordForms forms, DistinctTexts texts, MultipleAlignment alignment)
    {
        (_witnesses, _forms, _texts, _alignment) = (witnesses, forms, texts, alignment);
        _witnessesOf = [.. Enumerable.Range(0, texts.Forms.Length).Select(t => Enumerable.Range(0, witnesses.Length).Where(w => texts.TextOf[w] == t).ToArray())];
        _next = new int[texts.Forms.Length];
        _absentUntil = new int[texts.Forms.Length];
        _majorityBefore = MajorityBefore();
    }

    /// <summary>The places in order.</summary>
    public IReadOnlyList<ApparatusPlace> Places(CancellationToken cancellation)
    {
        int texts = _texts.Forms.Length;
        var places = new List<ApparatusPlace>();
        int[] labels = new int[texts], before = new int[texts], groups = new int[texts];
        var from = new int[texts];
        int first = 0;
        for (int t = 0; t < texts; t++)
            _absentUntil[t] = GapEnd(t, 0);
        for (int column = 0; column < _alignment.Columns; column++)
        {
            if ((column & 0xFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            Label(column, labels, groups);
            if (column > 0 && !labels.AsSpan().SequenceEqual(before))
            {
                places.Add(PlaceOf(first, column, before, from));
                first = column;
                for (int t = 0; t < texts; t++)
                    from[t] = _next[t];
            }
            (labels, before) = (before, labels);
            for (int t = 0; t < texts; t++)
            {
                if (_next[t] < ColumnsOf(t).Length && ColumnsOf(t)[_next[t]] == column)
                {
                    _next[t]++;
                    _absentUntil[t] = GapEnd(t, column + 1);
                }
            }
        }
        if (_alignment.Columns > 0)
            places.Add(PlaceOf(first, _alignment.Columns, before, from));
        return places;
    }

    private int[] ColumnsOf(int text) => _alignment.ColumnOf[text];

    // For each column the number of columns before it that more than half of the texts have.
    private int[] MajorityBefore()
    {
        var held = new int[_alignment.Columns + 1];
        foreach (int[] columns in _alignment.ColumnOf)
        {
            foreach (int column in columns)
                held[column]++;
        }
        int before = 0;
        for (int column = 0; column <= _alignment.Columns; column++)
        {
            int now = before;
            before += 2 * held[column] > _texts.Forms.Length ? 1 : 0;
            held[column] = now;
        }
        return held;
    }

    // Where a gap of the text from this column on ends, if it is so long that the text is absent; else the column itself.
    private int GapEnd(int text, int column)
    {
        int end = _next[text] < ColumnsOf(text).Length ? ColumnsOf(text)[_next[text]] : _alignment.Columns;
        return _majorityBefore[end] - _majorityBefore[column] > LongestOmission ? end : column;
    }

    // Gives texts with one form one label: the number of the first text that has it.
    private void Label(int column, int[] labels, int[] groups)
    {
        int known = 0;
        for (int t = 0; t < labels.Length; t++)
        {
            bool has = _next[t] < ColumnsOf(t).Length && ColumnsOf(t)[_next[t]] == column;
            if (!has && column < _absentUntil[t])
            {
                labels[t] = Absent;
                continue;
            }
            int form = has ? _texts.Forms[t][_next[t]] : Omitted;
            int g = 0;
            while (g < known && FormAt(groups[g], column) != form)
                g++;
            if (g == known)
                groups[known++] = t;
            labels[t] = groups[g];
        }
    }

    private int FormAt(int text, int column) =>
        _next[text] < ColumnsOf(text).Length && ColumnsOf(text)[_next[text]] == column ? _texts.Forms[text][_next[text]] : Omitted;

    private ApparatusPlace PlaceOf(int first, int end, int[] labels, int[] from)
    {
        var readings = new List<ApparatusReading>();
        var absent = new List<int>();
        for (int t = 0; t < labels.Length; t++)
        {
            if (labels[t] == Absent)
            {
                absent.AddRange(_witnessesOf[t]);
                continue;
            }
            if (labels[t] != t)
                continue;
            var witnesses = new List<ReadingWitness>();
            for (int u = t; u < labels.Length; u++)
            {
                if (labels[u] == t)
                    witnesses.AddRange(_witnessesOf[u].Select(w => new ReadingWitness(w, SpanOf(w, from[u], _next[u]))));
            }
            witnesses.Sort((a, b) => a.Witness.CompareTo(b.Witness));
            readings.Add(new ApparatusReading(FormOf(t, from[t], _next[t]), witnesses));
        }
        readings.Sort((a, b) => a.Witnesses.Count != b.Witnesses.Count ? b.Witnesses.Count.CompareTo(a.Witnesses.Count) : a.Witnesses[0].Witness.CompareTo(b.Witnesses[0].Witness));
        absent.Sort();
        return new ApparatusPlace(first, end, readings, absent);
    }

    private TextSpan SpanOf(int witness, int from, int to)
    {
        TextSpan[] spans = _witnesses[witness].Spans;
        if (from < to)
            return spans[from].Union(spans[to - 1]);
        int position = from > 0 ? spans[from - 1].End : spans.Length > 0 ? spans[0].Start : _witnesses[witness].Text.Part?.Start ?? 0;
        return new TextSpan(position, position);
    }

    private string FormOf(int text, int from, int to)
    {
        var form = new StringBuilder();
        for (int i = from; i < to; i++)
            form.Append(i > from ? " " : "").Append(_forms[_texts.Forms[text][i]]);
        return form.ToString();
    }
}
