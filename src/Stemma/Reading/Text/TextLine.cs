using Stemma.Reports;

namespace Stemma.Reading.Text;

/// <summary>A line of a plain text that holds words.</summary>
internal sealed class TextLine(TextSpan span, bool afterBlank)
{
    /// <summary>The line without the white space around it.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>True where a blank line stands before it.</summary>
    public bool AfterBlank { get; } = afterBlank;

    /// <summary>Why it is no part of the article, null while it is.</summary>
    public string? Why { get; set; }

    /// <summary>True for a line that only an article has: long and ending like a sentence, or one of several short sentences.</summary>
    public bool IsProse { get; set; }

    /// <summary>True for the headline.</summary>
    public bool IsTitle { get; set; }

    /// <summary>True for a line that may be part of the article.</summary>
    public bool IsOpen => Why is null && !IsTitle;

    /// <summary>True for a line that shows that a page was copied with the article: a known label, no date, name or credit of the article's own.</summary>
    public bool IsOfPage => Why is not (null or "date line" or "byline" or "credit line" or "author note" or "repeated title");

    /// <summary>In UTF-16 code units; a line as long as this that ends like a sentence is prose.</summary>
    public const int LeastProse = 80;

    /// <summary>In UTF-16 code units; a line as long as this is prose however it ends.</summary>
    public const int SurelyProse = 200;

    /// <summary>A line of the text, or a piece of one.</summary>
    public static TextLine Of(string text, TextSpan span, bool afterBlank) => new(span, afterBlank) { IsProse = Prose(span.Over(text)) };

    /// <summary>The lines of the text that hold words, in order.</summary>
    public static List<TextLine> Split(string text)
    {
        var lines = new List<TextLine>();
        int start = 0;
        bool blank = false;
        while (start < text.Length)
        {
            int newLine = text.IndexOf('\n', start);
            int end = newLine < 0 ? text.Length : newLine;
            TextSpan span = new TextSpan(start, end).Trimmed(text);
            if (!span.IsEmpty)
            {
                lines.Add(Of(text, span, blank));
                blank = false;
            }
            else
            {
                blank = true;
            }
            start = end + 1;
        }
        return lines;
    }

    private static bool Prose(ReadOnlySpan<char> line) =>
        line.Length >= SurelyProse || line.Length >= LeastProse && JunkLines.EndsLikeASentence(line);
}
