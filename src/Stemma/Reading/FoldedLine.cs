using System.Text;

namespace Stemma.Reading;

/// <summary>
/// A view of a line for comparing: lower case, one blank for each run of white space, straight quotation marks, no
/// invisible characters. Every character knows its place in the line.
/// </summary>
internal readonly struct FoldedLine
{
    private readonly int[] _places;

    private FoldedLine(string text, int[] places)
    {
        Text = text;
        _places = places;
    }

    /// <summary>The folded line.</summary>
    public string Text { get; }

    /// <summary>The place in the line of the folded character at <paramref name="index"/>.</summary>
    public int PlaceOf(int index) => _places[index];

    /// <summary>The place in the line after the folded character at <paramref name="index"/>.</summary>
    public int PlaceAfter(int index) => _places[index] + 1;

    /// <summary>The text without soft hyphens and characters of no width that only guide the breaking of lines; joiners stay, for scripts that are written with them.</summary>
    public static string WithoutBreakHints(string text) => text.Any(IsBreakHint) ? string.Concat(text.Where(c => !IsBreakHint(c))) : text;

    private static bool IsBreakHint(char c) => c is '\u200B' or '\u2060' or '\uFEFF' or '\u00AD';

    /// <summary>Folds the line; linear in its length.</summary>
    public static FoldedLine Of(ReadOnlySpan<char> line)
    {
        var text = new StringBuilder(line.Length);
        var places = new List<int>(line.Length);
        bool blank = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (char.IsWhiteSpace(c))
            {
                blank = true;
                continue;
            }
            if (IsBreakHint(c) || c is '\u200C' or '\u200D')
                continue;
            if (blank && text.Length > 0)
            {
                text.Append(' ');
                places.Add(i - 1);
            }
            blank = false;
            text.Append(c switch
            {
                '‘' or '’' or 'ʼ' or '`' or '´' => '\'',
                '“' or '”' or '„' or '«' or '»' => '"',
                _ => char.ToLowerInvariant(c),
            });
            places.Add(i);
        }
        return new FoldedLine(text.ToString(), [.. places]);
    }

    /// <summary>The folded text of a line.</summary>
    public static string Fold(ReadOnlySpan<char> line) => Of(line).Text;
}
