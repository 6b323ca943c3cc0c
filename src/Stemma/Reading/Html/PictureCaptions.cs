using Stemma.Reading.Html.Bodies;

namespace Stemma.Reading.Html;

/// <summary>Finds captions that no element names: the only words beside a picture.</summary>
internal static class PictureCaptions
{
    /// <summary>In UTF-16 code units.</summary>
    private const int Longest = 400;

    /// <summary>In blocks: the caption and its credit.</summary>
    private const int MostBlocks = 2;

    /// <summary>In elements: how far up the picture is looked for.</summary>
    private const int Levels = 3;

    /// <summary>True where the block stands alone, or with one other, in an element that holds a picture.</summary>
    public static bool Is(PageTree tree, int block)
    {
        PageBlock text = tree.Page.Blocks[block];
        if (text.Kind != BlockKind.Loose || text.Span.Length > Longest)
            return false;
        for (int n = text.Node, up = 0; n > 0 && up < Levels; n = tree.Parent(n), up++)
        {
            (int first, int last) = tree.Range(n);
            if (last - first >= MostBlocks || tree.TextIn(n) > Longest || tree.Page.Nodes[n].Tag is "p" or "li" or "td" or "article" or "main" or "body" or "section")
                return false;
            if (tree.HasPicture(n))
                return tree.LinkShare(n) < ProseBlocks.MostLinks;
        }
        return false;
    }
}
