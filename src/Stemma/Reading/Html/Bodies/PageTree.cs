namespace Stemma.Reading.Html.Bodies;

/// <summary>What every scorer of bodies reads: the blocks and elements of one page with their sums, taken once from the leaves up.</summary>
/// <remarks>Immutable after its making; all lengths in UTF-16 code units.</remarks>
internal sealed class PageTree
{
    private readonly int[] _ends;
    private readonly int[] _prose;
    private readonly int[] _text;
    private readonly int[] _links;
    private readonly int[] _first;
    private readonly int[] _last;
    private readonly bool[] _pictures;

    /// <summary>Sums up the page; linear in its blocks and elements.</summary>
    public PageTree(PageText page)
    {
        Page = page;
        IsProse = ProseBlocks.Of(page);
        Parts = SideParts.Of(page, IsProse);
        int count = page.Nodes.Count;
        (_ends, _prose, _text, _links) = (new int[count], new int[count], new int[count], new int[count]);
        (_first, _last, _pictures) = (new int[count], new int[count], new bool[count]);
        Array.Fill(_first, int.MaxValue);
        Array.Fill(_last, -1);
        for (int i = 0; i < page.Blocks.Count; i++)
        {
            PageBlock block = page.Blocks[i];
            _text[block.Node] += block.Span.Length;
            _first[block.Node] = Math.Min(_first[block.Node], i);
            _last[block.Node] = i;
            _links[block.Node] += block.LinkLength;
            if (!Counts(i))
                continue;
            _prose[block.Node] += block.Span.Length - block.LinkLength;
            ProseLength += block.Span.Length;
        }
        for (int n = count - 1; n >= 0; n--)
        {
            _ends[n] = Math.Max(_ends[n], n + 1);
            _pictures[n] |= page.Nodes[n].Tag is "img" or "picture";
            int parent = page.Nodes[n].Parent;
            if (parent < 0)
                continue;
            _first[parent] = Math.Min(_first[parent], _first[n]);
            _last[parent] = Math.Max(_last[parent], _last[n]);
            _pictures[parent] |= _pictures[n];
            _ends[parent] = Math.Max(_ends[parent], _ends[n]);
            _prose[parent] += _prose[n];
            _text[parent] += _text[n];
            _links[parent] += _links[n];
        }
    }

    /// <summary>The page.</summary>
    public PageText Page { get; }

    /// <summary>For each block whether it reads like an article's paragraph.</summary>
    public bool[] IsProse { get; }

    /// <summary>For each element what side part it belongs to, null for none.</summary>
    public string?[] Parts { get; }

    /// <summary>The prose of the page that is in no side part.</summary>
    public int ProseLength { get; }

    /// <summary>The first and the last block in an element; the first is greater where it holds none.</summary>
    public (int First, int Last) Range(int node) => (_first[node], _last[node]);

    /// <summary>True where an element holds a picture.</summary>
    public bool HasPicture(int node) => _pictures[node];

    /// <summary>The prose without links in an element.</summary>
    public int ProseIn(int node) => _prose[node];

    /// <summary>All text in an element.</summary>
    public int TextIn(int node) => _text[node];

    /// <summary>Part of an element's text that is link text, 0 to 1.</summary>
    public double LinkShare(int node) => _text[node] == 0 ? 0 : (double)_links[node] / _text[node];

    /// <summary>True where the element <paramref name="node"/> is <paramref name="ancestor"/> or stands in it.</summary>
    public bool IsIn(int node, int ancestor) => node >= ancestor && node < _ends[ancestor];

    /// <summary>The parent of an element, -1 for the root.</summary>
    public int Parent(int node) => Page.Nodes[node].Parent;

    /// <summary>True for a block of prose in no side part.</summary>
    public bool Counts(int block) => IsProse[block] && Parts[Page.Blocks[block].Node] is null;

    /// <summary>The blocks that stand in an element.</summary>
    public bool[] BlocksIn(int node)
    {
        bool[] inside = new bool[Page.Blocks.Count];
        for (int i = 0; i < inside.Length; i++)
            inside[i] = IsIn(Page.Blocks[i].Node, node);
        return inside;
    }
}
