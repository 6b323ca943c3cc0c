namespace Stemma.Reading.Html.Bodies;

/// <summary>Corrects the choice of the element that holds the article by what the page itself calls an article.</summary>
internal readonly struct OneArticle(PageTree tree)
{
    /// <summary>How many times the prose of the choice an element must hold that says that it is the article.</summary>
    private const double MuchMore = 1.5;

    /// <summary>How much more prose the article with the best paragraphs must hold than all other articles of the page together.</summary>
    private const double OwnToOthers = 0.3;

    /// <summary>In UTF-16 code units of prose in the element that holds the headline; with less it is only the head of the article.</summary>
    private const int LeastUnderTitle = 500;

    private readonly PageTree _tree = tree;

    /// <summary>The element that holds the article and no other.</summary>
    /// <param name="root">The element that was chosen by its text.</param>
    /// <param name="nucleus">The element whose own paragraphs hold most prose.</param>
    /// <param name="title">The headline, null where the page shows none.</param>
    public int Of(int root, int nucleus, PageBlock? title)
    {
        root = ClimbToArticle(root);
        if (title is null || !KeepOneArticle(ref root, title.Node, LeastUnderTitle))
            KeepOneArticle(ref root, nucleus, 0);
        return root;
    }

    // An article full of lists of links costs more than it gives; where the page itself says that it is the article, it is.
    private int ClimbToArticle(int root)
    {
        for (int n = root; n > 0; n = _tree.Parent(n))
        {
            if (_tree.Page.Nodes[n].IsArticle || _tree.Page.Nodes[n].Tag == "main")
                return _tree.ProseIn(n) > _tree.ProseIn(root) * MuchMore ? n : root;
        }
        return root;
    }

    // Endless pages append other articles, each in an element that says that it is one: the choice must not climb over them.
    private bool KeepOneArticle(ref int root, int inner, int least)
    {
        int own = -1;
        for (int n = inner; n > root; n = _tree.Parent(n))
        {
            if (_tree.Page.Nodes[n].IsArticle)
                own = n;
        }
        if (own < 0)
            return false;
        int inside = _tree.ProseIn(own), others = 0;
        for (int i = 0; i < _tree.Page.Blocks.Count; i++)
        {
            PageBlock block = _tree.Page.Blocks[i];
            if (_tree.Counts(i) && _tree.IsIn(block.Node, root) && !_tree.IsIn(block.Node, own) && IsInOtherArticle(block.Node, root))
                others += block.Span.Length;
        }
        if (inside < least || inside < others * OwnToOthers && least == 0 || others == 0)
            return false;
        root = own;
        return true;
    }

    private bool IsInOtherArticle(int node, int root)
    {
        for (int n = node; n > root; n = _tree.Parent(n))
        {
            if (_tree.Page.Nodes[n].IsArticle)
                return true;
        }
        return false;
    }
}
