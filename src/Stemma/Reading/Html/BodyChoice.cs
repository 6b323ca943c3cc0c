using Stemma.Reports;

namespace Stemma.Reading.Html;

/// <summary>
/// Chooses the element of a page that holds its article. Each block is prose, neutral or clutter; starting at the element
/// whose own paragraphs hold most prose, the choice climbs to the ancestor with the best sum of prose minus clutter.
/// </summary>
internal sealed class BodyChoice
{
    /// <summary>What a clutter block costs beside its link text, in UTF-16 code units of prose.</summary>
    private const int ClutterCost = 12;

    /// <summary>The most that the link text of one block costs, in the same unit.</summary>
    private const int DearestLink = 25;

    /// <summary>What a short block without links costs, in the same unit.</summary>
    private const int LooseCost = 5;

    private readonly PageText _page;
    private readonly bool[] _prose;
    private readonly string?[] _parts;

    private BodyChoice(PageText page)
    {
        _page = page;
        _prose = ProseBlocks.Of(page);
        _parts = SideParts.Of(page, _prose);
    }

    /// <summary>The index of the element that holds the article, -1 for a page without text.</summary>
    public int Root { get; private set; } = -1;

    /// <summary>The prose of the page that is in no side part, in UTF-16 code units.</summary>
    public int ProseLength
    {
        get
        {
            int length = 0;
            for (int i = 0; i < _prose.Length; i++)
                length += _prose[i] && _parts[_page.Blocks[i].Node] is null ? _page.Blocks[i].Span.Length : 0;
            return length;
        }
    }

    /// <summary>The index of the element whose own paragraphs hold most prose.</summary>
    public int Nucleus { get; private set; } = -1;

    /// <summary>What part of the page an element belongs to by its own or an ancestor's name, null for none.</summary>
    public string? PartOf(int node) => _parts[node];

    /// <summary>True where the block reads like an article's paragraph.</summary>
    public bool IsProse(int block) => _prose[block];

    /// <summary>Chooses; linear in the number of blocks and elements.</summary>
    /// <param name="page">The page.</param>
    /// <param name="title">The headline, null where the page shows none.</param>
    public static BodyChoice Of(PageText page, PageBlock? title)
    {
        var choice = new BodyChoice(page);
        choice.Choose(title);
        return choice;
    }

    /// <summary>True where <paramref name="node"/> is <paramref name="ancestor"/> or stands in it.</summary>
    public bool IsIn(int node, int ancestor) => _page.IsIn(node, ancestor);

    // Menus are many short links; a long link or a line without one may stand in an article's list.
    private static int Clutter(PageBlock block) => block.Kind == BlockKind.Heading ? 0
        : block.LinkShare > ProseBlocks.MostLinks ? Math.Min(block.LinkLength, DearestLink) + ClutterCost : LooseCost;

    private void Choose(PageBlock? title)
    {
        int count = _page.Nodes.Count;
        double[] own = new double[count], sum = new double[count];
        for (int i = 0; i < _prose.Length; i++)
        {
            PageBlock block = _page.Blocks[i];
            bool counts = _prose[i] && _parts[block.Node] is null;
            sum[block.Node] += counts ? block.Span.Length - block.LinkLength : -Clutter(block);
            if (!counts)
                continue;
            // A paragraph speaks for the element around it.
            int holder = block.Node;
            if (block.Kind != BlockKind.Loose && _page.Nodes[holder].Parent >= 0)
                holder = _page.Nodes[holder].Parent;
            own[holder] += block.Span.Length - block.LinkLength;
            if (_page.Nodes[holder].Parent is >= 0 and int above)
                own[above] += (block.Span.Length - block.LinkLength) / 2.0;
        }
        int best = 0;
        for (int n = 0; n < count; n++)
        {
            if (own[n] > own[best])
                best = n;
        }
        for (int n = count - 1; n > 0; n--)
            sum[_page.Nodes[n].Parent] += sum[n];
        Root = best;
        for (int n = best; n >= 0; n = _page.Nodes[n].Parent)
        {
            if (sum[n] > sum[Root])
                Root = n;
        }
        Nucleus = best;
        Root = new OneArticle(_page, _prose, _parts).Of(Root, best, title);
    }
}
