using System.Globalization;

namespace Stemma.Reading;

/// <summary>A number, a word or a mark of a text that may hold a date.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Folded">In lower case.</param>
/// <param name="Start">Its place in the text.</param>
/// <param name="Number">Its value, -1 for words and marks.</param>
internal readonly record struct DatePiece(string Text, string Folded, int Start, int Number)
{
    public int Length => Text.Length;

    public int End => Start + Text.Length;

    public bool IsNumber => Number >= 0;

    public bool IsDateMark => Text is "-" or "/" or "." or "年" or "月";

    /// <summary>The pieces of the text without its white space.</summary>
    public static List<DatePiece> Split(string text)
    {
        var pieces = new List<DatePiece>();
        int i = 0;
        while (i < text.Length)
        {
            int start = i;
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            if (char.IsAsciiDigit(text[i]))
            {
                while (i < text.Length && char.IsAsciiDigit(text[i]))
                    i++;
            }
            else if (IsWord(text[i]))
            {
                // Words of one script run on; "年" between digits is a mark of its own.
                while (i < text.Length && IsWord(text[i]) && (i == start || !IsDayMark(text[i])))
                    i++;
            }
            else
            {
                i++;
            }
            string piece = text[start..i];
            bool isNumber = char.IsAsciiDigit(piece[0]);
            int number = isNumber && piece.Length <= 8 ? int.Parse(piece, CultureInfo.InvariantCulture) : isNumber ? int.MaxValue : -1;
            // "T" between day and time of ISO 8601, "a.m." without its dots: letters one by one are words too.
            pieces.Add(new DatePiece(piece, piece.ToLowerInvariant(), start, number));
        }
        return JoinHalfDays(pieces);
    }

    // "a.m." and "p.m." are split at their dots; one piece is easier to read.
    private static List<DatePiece> JoinHalfDays(List<DatePiece> pieces)
    {
        for (int i = 0; i + 2 < pieces.Count; i++)
        {
            if (pieces[i].Folded is "a" or "p" && pieces[i + 1].Text == "." && pieces[i + 2].Folded == "m")
            {
                pieces[i] = pieces[i] with { Text = pieces[i].Text + "." + pieces[i + 2].Text, Folded = pieces[i].Folded + "m" };
                pieces.RemoveRange(i + 1, 2);
            }
        }
        return pieces;
    }

    private static bool IsWord(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c == 'º';

    private static bool IsDayMark(char c) => c is '年' or '月' or '日';
}
