using System.Runtime.InteropServices;
using Stemma.Reading.Html.Bodies;

namespace Stemma.Reading.Html;

/// <summary>Finds teasers of other articles by their shape: siblings of one kind, each a linked headline with a few words.</summary>
internal static class Teasers
{
    /// <summary>In UTF-16 code units: the text of a whole teaser, its longest block, and its linked headline.</summary>
    private const int LongestTeaser = 600, LongestBlock = 320, ShortestHeadline = 15;

    /// <summary>In blocks at the head of a teaser among which its headline is.</summary>
    private const int HeadBlocks = 4;

    /// <summary>Part of a headline, 0 to 1, that is link.</summary>
    private const double Linked = 0.9;

    /// <summary>Siblings of one kind, and the part of them, 0 to 1, that must look like teasers.</summary>
    private const int Fewest = 2;
    private const double MostOfThem = 0.7;

    /// <summary>Part of the page's prose, 0 to 1, that teasers may hold; with more, they are what the page is about.</summary>
    private const double MostOfPage = 0.4;

    /// <summary>Marks the blocks of teasers; linear in the number of elements.</summary>
    public static bool[] Of(PageTree tree)
    {
        bool[] teasers = new bool[tree.Page.Blocks.Count];
        var kinds = new Dictionary<(int Parent, string Tag, string Name), (int All, List<int> Cards)>();
        for (int n = 1; n < tree.Page.Nodes.Count; n++)
        {
            PageNode node = tree.Page.Nodes[n];
            if (node.Parent < 0 || tree.TextIn(n) == 0)
                continue;
            ref (int All, List<int> Cards) kind = ref CollectionsMarshal.GetValueRefOrAddDefault(kinds, (node.Parent, node.Tag, FirstName(node.Class)), out _);
            kind.Cards ??= [];
            kind.All++;
            if (IsTeaser(tree, n))
                kind.Cards.Add(n);
        }
        foreach ((int all, List<int> cards) in kinds.Values)
        {
            if (cards.Count < Fewest || cards.Count < all * MostOfThem || cards.Sum(tree.ProseIn) > tree.ProseLength * MostOfPage)
                continue;
            foreach (int card in cards)
            {
                (int first, int last) = tree.Range(card);
                Array.Fill(teasers, true, first, last - first + 1);
            }
        }
        return teasers;
    }

    private static bool IsTeaser(PageTree tree, int node)
    {
        (int first, int last) = tree.Range(node);
        if (tree.TextIn(node) > LongestTeaser || last <= first)
            return false;
        bool headline = false;
        for (int i = first; i <= last; i++)
        {
            PageBlock block = tree.Page.Blocks[i];
            if (block.Span.Length > LongestBlock)
                return false;
            headline |= i - first < HeadBlocks && block.Span.Length >= ShortestHeadline && block.LinkShare >= Linked;
        }
        return headline && (tree.HasPicture(node) || tree.Page.Blocks[first].Kind == BlockKind.Heading || tree.Page.Nodes[node].IsArticle);
    }

    private static string FirstName(string? names)
    {
        if (names is null)
            return "";
        int end = names.IndexOf(' ', StringComparison.Ordinal);
        return end < 0 ? names : names[..end];
    }
}
