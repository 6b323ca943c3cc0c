using Stemma.Reports;

namespace Stemma.Reading.Text;

/// <summary>
/// A paragraph, list item, headline or link of a dumped page: one line, a piece of a glued line, or several lines of one
/// hard-wrapped paragraph.
/// </summary>
internal sealed class PageSegment(int first)
{
    /// <summary>The first of its lines.</summary>
    public int First { get; } = first;

    /// <summary>The line after its last one.</summary>
    public int End { get; set; } = first + 1;

    /// <summary>In words; two characters of a script without blanks count as one.</summary>
    public int Words { get; set; }

    /// <summary>True where it ends with a full stop, question or exclamation mark.</summary>
    public bool Ends { get; set; }

    /// <summary>True where it ends with a colon, semicolon or comma.</summary>
    public bool EndsSoftly { get; set; }

    /// <summary>The share of its words that are common words of the text's language, 0 to 1; negative where that cannot be told.</summary>
    public double CommonShare { get; set; }

    /// <summary>The share of its words that begin with a capital, 0 to 1.</summary>
    public double CapitalShare { get; set; }

    /// <summary>The numbers of its content words, each once.</summary>
    public int[] Keys { get; set; } = [];

    /// <summary>Why a line that says this is no part of an article, null where it may be.</summary>
    public string? Junk { get; set; }

    /// <summary>What begins with it where it is the heading of a part of the page, null else.</summary>
    public string? Heading { get; set; }

    /// <summary>How often the page has it.</summary>
    public int Count { get; set; } = 1;

    /// <summary>True for what only running text is: long and ended.</summary>
    public bool IsProse => Ends && Words >= LeastProseWords;

    /// <summary>True for a short segment that ends as links and labels do.</summary>
    public bool IsLoose => !Ends && !EndsSoftly && Words <= MostLooseWords;

    /// <summary>The words of all its lines.</summary>
    public TextSpan Span(IReadOnlyList<TextLine> lines) => new(lines[First].Span.Start, lines[End - 1].Span.End);

    /// <summary>In words; sentences of teasers are shorter.</summary>
    private const int LeastProseWords = 15;

    /// <summary>In words; the longest links are headlines.</summary>
    private const int MostLooseWords = 12;
}
