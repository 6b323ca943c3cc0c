using System.Text;
using AngleSharp.Dom;
using Stemma.Reports;

namespace Stemma.Reading.Html;

/// <summary>The visible text of a page in document order, its blocks on lines, and the elements they stand in.</summary>
internal sealed class PageText
{
    private readonly StringBuilder _text = new();
    private readonly PageParts _parts = new();
    private readonly List<PageBlock> _blocks = [];
    private readonly List<PageNode> _nodes = [];
    private int _blockStart, _blockNode, _links, _linkDepth;
    private bool _pendingBlank;
    private BlockKind _kind = BlockKind.Loose;

    private PageText()
    {
    }

    /// <summary>The text; one block is one line.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The blocks in order.</summary>
    public IReadOnlyList<PageBlock> Blocks => _blocks;

    /// <summary>The elements; a parent stands before its children.</summary>
    public IReadOnlyList<PageNode> Nodes => _nodes;

    /// <summary>True where the element <paramref name="node"/> is <paramref name="ancestor"/> or stands in it.</summary>
    public bool IsIn(int node, int ancestor)
    {
        while (node > ancestor)
            node = _nodes[node].Parent;
        return node == ancestor;
    }

    /// <summary>Walks the page once, without recursion, so that no nesting is too deep.</summary>
    /// <param name="root">The element to start at.</param>
    /// <param name="withHidden">True to read elements too that the page hides at first.</param>
    public static PageText Read(IElement root, bool withHidden)
    {
        var page = new PageText();
        page.Walk(root, withHidden);
        page.Text = page._text.ToString();
        return page;
    }

    // A stack of places instead of recursion: sibling by sibling would search the parent's list at each step.
    private void Walk(IElement root, bool withHidden)
    {
        var open = new Stack<(IElement Element, int Next, int Node)>();
        open.Push((root, 0, Enter(root, -1)));
        while (open.Count > 0)
        {
            (IElement element, int next, int current) = open.Pop();
            INodeList children = element.ChildNodes;
            if (next >= children.Length)
            {
                Leave(element, current);
                continue;
            }
            open.Push((element, next + 1, current));
            if (children[next] is IElement child)
            {
                if (IsShown(child, withHidden))
                    open.Push((child, 0, Enter(child, current)));
            }
            else if (children[next] is IText text)
            {
                Append(text.Data, current);
            }
        }
        Flush();
    }

    private int Enter(IElement element, int parent)
    {
        string tag = element.LocalName;
        (string? part, string? word, bool isLead, bool isArticle) = _parts.Of(element);
        _nodes.Add(new PageNode(parent, tag, part, word, isLead, isArticle, element.GetAttribute("class")));
        if (tag == "a")
            _linkDepth++;
        if (tag is "br" or "hr" || !IsInline(tag))
        {
            Flush();
            _kind = KindOf(tag, _kind);
        }
        return _nodes.Count - 1;
    }

    private void Leave(IElement element, int node)
    {
        string tag = element.LocalName;
        if (tag == "a")
            _linkDepth--;
        if (!IsInline(tag))
        {
            Flush();
            _kind = KindAround(_nodes[node].Parent);
        }
    }

    // What follows an inner element is again the text of the outer one.
    private BlockKind KindAround(int node)
    {
        while (node >= 0 && IsInline(_nodes[node].Tag))
            node = _nodes[node].Parent;
        return node < 0 ? BlockKind.Loose : KindOf(_nodes[node].Tag, BlockKind.Loose);
    }

    private void Append(string text, int node)
    {
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                _pendingBlank = true;
                continue;
            }
            if (_text.Length == _blockStart)
                _blockNode = node;
            else if (_pendingBlank)
                Put(' ');
            _pendingBlank = false;
            Put(c);
        }
    }

    private void Put(char c)
    {
        _text.Append(c);
        if (_linkDepth > 0)
            _links++;
    }

    private void Flush()
    {
        if (_text.Length > _blockStart)
        {
            _blocks.Add(new PageBlock(new TextSpan(_blockStart, _text.Length), Holder(_blockNode), _kind, _links));
            _text.Append('\n');
            _blockStart = _text.Length;
        }
        _links = 0;
        _pendingBlank = false;
    }

    // The block's element is the nearest one that is no inline element.
    private int Holder(int node)
    {
        while (_nodes[node].Parent >= 0 && IsInline(_nodes[node].Tag))
            node = _nodes[node].Parent;
        return node;
    }

    private static BlockKind KindOf(string tag, BlockKind outer) => tag switch
    {
        "p" or "blockquote" or "pre" => BlockKind.Paragraph,
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockKind.Heading,
        "li" or "dd" or "dt" => BlockKind.Item,
        "td" or "th" => BlockKind.Cell,
        "br" => outer,
        _ => BlockKind.Loose,
    };

    private static bool IsShown(IElement element, bool withHidden)
    {
        if (element.LocalName is "script" or "style" or "noscript" or "template" or "head" or "iframe" or "object" or "svg" or "math" or "canvas"
            or "audio" or "video" or "textarea" or "option" or "datalist" or "map")
            return false;
        if (withHidden)
            return true;
        if (element.HasAttribute("hidden"))
            return false;
        string? style = element.GetAttribute("style");
        return style is null || !style.Contains("none", StringComparison.OrdinalIgnoreCase)
            || !style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsInline(string tag) => tag is "a" or "abbr" or "acronym" or "b" or "bdi" or "bdo" or "big" or "cite" or "code" or "data" or "del"
        or "dfn" or "em" or "font" or "i" or "img" or "ins" or "kbd" or "mark" or "nobr" or "q" or "rp" or "rt" or "ruby" or "s" or "samp" or "small"
        or "span" or "strike" or "strong" or "sub" or "sup" or "time" or "tt" or "u" or "var" or "wbr";
}
