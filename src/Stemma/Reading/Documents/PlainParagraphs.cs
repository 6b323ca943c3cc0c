using System.Text;

namespace Stemma.Reading.Documents;

/// <summary>Joins the lines of paragraphs that were wrapped for a screen or a wire, so that one line is one paragraph.</summary>
internal static class PlainParagraphs
{
    /// <summary>In UTF-16 code units: mails are wrapped at 72 to 80, wires at 64 to 69; a text with longer lines was not wrapped.</summary>
    private const int LongestLine = 100;

    /// <summary>In UTF-16 code units: a text whose longest line is shorter is a list or a poem.</summary>
    private const int ShortestWidth = 40;

    /// <summary>Part of the width, 0 to 1: a line shorter than this that ends a sentence ends its paragraph.</summary>
    private const double ShortLine = 0.7;

    /// <summary>Part of the lines, 0 to 1, that may be longer than wrapped lines are: addresses are not wrapped.</summary>
    private const double MostLonger = 0.05;

    /// <summary>The text with one line a paragraph where it was wrapped; else as it is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isFlowed">True for format=flowed (RFC 3676), in which a blank at the end of a line says that it goes on.</param>
    public static string Unwrapped(string text, bool isFlowed)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        int longer = lines.Count(l => l.Length > LongestLine), width = lines.Where(l => l.Length <= LongestLine).Select(l => l.TrimEnd().Length).DefaultIfEmpty().Max();
        if (!isFlowed && (longer > lines.Length * MostLonger || width < ShortestWidth))
            return text;
        var paragraphs = new StringBuilder(text.Length);
        string before = "";
        foreach (string line in lines)
        {
            bool goesOn = isFlowed ? before.EndsWith(' ') && before is not "-- " : GoesOn(before, line, width);
            if (paragraphs.Length > 0)
                paragraphs.Append(!goesOn ? "\n" : paragraphs[^1] == ' ' ? "" : " ");
            paragraphs.Append(goesOn ? line.AsSpan().TrimStart() : line);
            before = line;
        }
        return paragraphs.ToString();
    }

    // A wrapped line is about as wide as the rest, and its next word would not have fitted.
    private static bool GoesOn(string before, string line, int width)
    {
        string ended = before.TrimEnd(), next = line.TrimStart();
        if (ended.Length == 0 || next.Length == 0 || line.Length - next.Length >= 2 && before.Length - before.TrimStart().Length < 2)
            return false;
        if (next[0] is '>' or '*' or '•' or '|' or '#' || next.StartsWith("- ", StringComparison.Ordinal) || next.StartsWith("--", StringComparison.Ordinal))
            return false;
        int word = next.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? end : next.Length;
        bool fitted = ended.Length + 1 + word < width * ShortLine;
        return !fitted && (ended.Length + 1 + word > width - 4 || !JunkLines.EndsLikeASentence(ended));
    }
}
