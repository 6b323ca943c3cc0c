namespace Stemma.Reports;

/// <summary>
/// A half-open run of text, [<see cref="Start"/>, <see cref="End"/>), in UTF-16 code units of <see cref="Report.Text"/>.
/// </summary>
/// <remarks>A span is no substring: it names a place, and the words are read from the text when they are needed.</remarks>
public readonly record struct TextSpan : IComparable<TextSpan>
{
    /// <summary>Makes the span [start, end).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> is negative or after <paramref name="end"/>.</exception>
    public TextSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>The first code unit of the run.</summary>
    public int Start { get; }

    /// <summary>The code unit after the last one of the run.</summary>
    public int End { get; }

    /// <summary>The number of UTF-16 code units, 0 or more.</summary>
    public int Length => End - Start;

    /// <summary>True where the run holds no text.</summary>
    public bool IsEmpty => Start == End;

    /// <summary>True where <paramref name="other"/> lies wholly inside this span.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>True where the code unit at <paramref name="position"/> is inside this span.</summary>
    public bool Contains(int position) => Start <= position && position < End;

    /// <summary>True where the two spans share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The number of code units that both spans hold.</summary>
    public int OverlapLength(TextSpan other) => Math.Max(0, Math.Min(End, other.End) - Math.Max(Start, other.Start));

    /// <summary>The smallest span that holds both.</summary>
    public TextSpan Union(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>The words of this span in <paramref name="text"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span ends after the text.</exception>
    public string In(string text) => text[Start..End];

    /// <summary>The words of this span in <paramref name="text"/>, without a copy.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span ends after the text.</exception>
    public ReadOnlySpan<char> Over(string text) => text.AsSpan(Start, Length);

    /// <summary>The span without the white space at its ends; empty, at its end, where it holds nothing else.</summary>
    /// <exception cref="IndexOutOfRangeException">The span ends after the text.</exception>
    public TextSpan Trimmed(string text)
    {
        int start = Start, end = End;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new TextSpan(start, end);
    }

    /// <summary>Orders by start, then by end.</summary>
    public int CompareTo(TextSpan other) =>
        Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"[{Start}, {End})");

    /// <summary>Orders by start, then by end.</summary>
    public static bool operator <(TextSpan left, TextSpan right) => left.CompareTo(right) < 0;

    /// <summary>Orders by start, then by end.</summary>
    public static bool operator >(TextSpan left, TextSpan right) => left.CompareTo(right) > 0;

    /// <summary>Orders by start, then by end.</summary>
    public static bool operator <=(TextSpan left, TextSpan right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by start, then by end.</summary>
    public static bool operator >=(TextSpan left, TextSpan right) => left.CompareTo(right) >= 0;
}
