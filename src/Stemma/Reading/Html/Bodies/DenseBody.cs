namespace Stemma.Reading.Html.Bodies;

/// <summary>
/// The body by density: each block is prose, neutral or clutter; from the element whose own paragraphs hold most prose the
/// choice climbs to the ancestor with the best sum of prose less clutter, and is then held against what the page calls an article.
/// </summary>
internal static class DenseBody
{
    /// <summary>What a clutter block costs beside its link text, in UTF-16 code units of prose.</summary>
    private const int ClutterCost = 12;

    /// <summary>The most that the link text of one block costs, in the same unit.</summary>
    private const int DearestLink = 25;

    /// <summary>What a short block without links costs, in the same unit.</summary>
    private const int LooseCost = 5;

    /// <summary>The element that holds the body; linear in the number of blocks and elements, for any page with an element.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="title">The headline, null where the page shows none.</param>
    /// <param name="isLive">True for a page of many posts, each of which may say that it is an article.</param>
    public static int Of(PageTree tree, PageBlock? title, bool isLive)
    {
        PageText page = tree.Page;
        int count = page.Nodes.Count;
        double[] own = new double[count], sum = new double[count];
        for (int i = 0; i < page.Blocks.Count; i++)
        {
            PageBlock block = page.Blocks[i];
            bool counts = tree.Counts(i);
            sum[block.Node] += counts ? block.Span.Length - block.LinkLength : -Clutter(block);
            if (!counts)
                continue;
            // A paragraph speaks for the element around it.
            int holder = block.Node;
            if (block.Kind != BlockKind.Loose && tree.Parent(holder) >= 0)
                holder = tree.Parent(holder);
            own[holder] += block.Span.Length - block.LinkLength;
            if (tree.Parent(holder) is >= 0 and int above)
                own[above] += (block.Span.Length - block.LinkLength) / 2.0;
        }
        int nucleus = 0;
        for (int n = 0; n < count; n++)
        {
            if (own[n] > own[nucleus])
                nucleus = n;
        }
        for (int n = count - 1; n > 0; n--)
            sum[tree.Parent(n)] += sum[n];
        int root = nucleus;
        for (int n = nucleus; n >= 0; n = tree.Parent(n))
        {
            if (sum[n] > sum[root])
                root = n;
        }
        return isLive ? root : new OneArticle(tree).Of(root, nucleus, title);
    }

    // Menus are many short links; a long link or a line without one may stand in an article's list.
    private static int Clutter(PageBlock block) => block.Kind == BlockKind.Heading ? 0
        : block.LinkShare > ProseBlocks.MostLinks ? Math.Min(block.LinkLength, DearestLink) + ClutterCost : LooseCost;
}
