namespace Stemma.Reading.Html.Bodies;

/// <summary>The body by what the page itself calls its article: the marked element with most prose, the surest mark first.</summary>
internal static class SemanticBody
{
    /// <summary>Part of the page's prose, 0 to 1, that a marked element must hold; with less it is a teaser or a stub.</summary>
    private const double LeastShare = 0.3;

    /// <summary>For each block whether it stands in the marked element; null where none holds enough.</summary>
    public static bool[]? Of(PageTree tree)
    {
        int article = -1, main = -1;
        for (int n = 0; n < tree.Page.Nodes.Count; n++)
        {
            if (tree.Page.Nodes[n].IsArticle && (article < 0 || tree.ProseIn(n) >= tree.ProseIn(article)))
                article = n;
            if (tree.Page.Nodes[n].Tag == "main" && (main < 0 || tree.ProseIn(n) > tree.ProseIn(main)))
                main = n;
        }
        foreach (int node in (ReadOnlySpan<int>)[article, main])
        {
            if (node >= 0 && tree.ProseIn(node) > 0 && tree.ProseIn(node) >= tree.ProseLength * LeastShare)
                return tree.BlocksIn(node);
        }
        return null;
    }
}
