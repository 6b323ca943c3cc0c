using Stemma.Reports;

namespace Stemma.Reading.Html;

/// <summary>A run of text of a page that is shown as one paragraph, heading, list item or cell.</summary>
internal sealed class PageBlock(TextSpan span, int node, BlockKind kind, int linkLength)
{
    /// <summary>Where it stands in the page's text.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>The element that holds it: an index into <see cref="PageText.Nodes"/>.</summary>
    public int Node { get; } = node;

    /// <summary>What its element is.</summary>
    public BlockKind Kind { get; } = kind;

    /// <summary>How much of it is link text, in UTF-16 code units.</summary>
    public int LinkLength { get; } = linkLength;

    /// <summary>Why it is no part of the article, null while it is.</summary>
    public string? Why { get; set; }

    /// <summary>True for the headline.</summary>
    public bool IsTitle { get; set; }

    /// <summary>Part of it that is link text, 0 to 1.</summary>
    public double LinkShare => (double)LinkLength / Span.Length;
}

/// <summary>The kinds of blocks.</summary>
internal enum BlockKind
{
    /// <summary>A paragraph element.</summary>
    Paragraph,

    /// <summary>Text in an element that is no paragraph, such as a division.</summary>
    Loose,

    /// <summary>A heading of any level.</summary>
    Heading,

    /// <summary>A list item.</summary>
    Item,

    /// <summary>A cell of a table.</summary>
    Cell,
}

/// <summary>An element of a page, as far as the choice of the article needs it.</summary>
/// <param name="Parent">The index of its parent, -1 for the root.</param>
/// <param name="Tag">Its name in lower case.</param>
/// <param name="Part">What part of a page its name, class, id or role says it is, null where they say nothing.</param>
/// <param name="PartWord">The word of its class or id that says so, null where its name or role does.</param>
/// <param name="IsLead">True where its class says that it is the lead under the headline.</param>
/// <param name="IsArticle">True where its name or markup says that it is an article or its body.</param>
/// <param name="Class">Its class attribute, null for none.</param>
internal readonly record struct PageNode(int Parent, string Tag, string? Part, string? PartWord, bool IsLead, bool IsArticle, string? Class);
