using Stemma.Reports;

namespace Stemma.Comparison.Collation;

/// <summary>Any number of texts set side by side, word by word: the base text, and at each place who reads otherwise.</summary>
/// <remarks>The same for any order in which the texts were given. Immutable, safe to share between threads.</remarks>
public sealed class Apparatus
{
    private readonly WitnessWords[] _words;
    private readonly int[][] _columnOf;

    internal Apparatus(WitnessWords[] words, int[][] columnOf, int columns, IReadOnlyList<ApparatusPlace> places, IReadOnlyList<MovedBlock> moves)
    {
        _words = words;
        _columnOf = columnOf;
        Columns = columns;
        Places = places;
        Moves = moves;
        Witnesses = [.. words.Select(w => w.Text.Id)];
    }

    /// <summary>The ids of the witnesses in ordinal order; everywhere else a witness is named by its index here.</summary>
    public IReadOnlyList<string> Witnesses { get; }

    /// <summary>The number of columns of the word-by-word table.</summary>
    public int Columns { get; }

    /// <summary>The places in text order; together they hold every column once.</summary>
    public IReadOnlyList<ApparatusPlace> Places { get; }

    /// <summary>The blocks that stand at one place in some witnesses and at another in others, in the order of their first place.</summary>
    public IReadOnlyList<MovedBlock> Moves { get; }

    /// <summary>The text of a witness.</summary>
    public string TextOf(int witness) => _words[witness].Text.Text;

    /// <summary>Where the witness's word in a column stands in its text; null where it has none.</summary>
    public TextSpan? WordAt(int column, int witness)
    {
        int found = Array.BinarySearch(_columnOf[witness], column);
        return found >= 0 ? _words[witness].Spans[found] : null;
    }

    /// <summary>Where the witness's words in columns [from, to) stand, from the first to the last; null where it has none.</summary>
    public TextSpan? WordsAt(int from, int to, int witness)
    {
        int first = Array.BinarySearch(_columnOf[witness], from), end = Array.BinarySearch(_columnOf[witness], to);
        first = first < 0 ? ~first : first;
        end = end < 0 ? ~end : end;
        return first < end ? _words[witness].Spans[first].Union(_words[witness].Spans[end - 1]) : null;
    }
}
