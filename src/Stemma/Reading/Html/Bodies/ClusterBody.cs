using Stemma.Reports;

namespace Stemma.Reading.Html.Bodies;

/// <summary>
/// The body by clusters of paragraphs, after Readability (arc90): every paragraph speaks for its element, half as loud for
/// the one around it, a third as loud for the next; the loudest element and its like siblings are the body.
/// </summary>
internal static class ClusterBody
{
    /// <summary>In UTF-16 code units; shorter blocks say nothing.</summary>
    private const int LeastParagraph = 25;

    /// <summary>In UTF-16 code units for one point; the most points that length gives.</summary>
    private const double LengthOfPoint = 100, MostForLength = 3;

    /// <summary>Part of the loudest element's score, 0 to 1, from which a sibling belongs to it, and the least score for that.</summary>
    private const double LikeSibling = 0.2, LeastSibling = 10;

    /// <summary>In UTF-16 code units, and part of links, 0 to 1, of a paragraph beside the loudest element that belongs to it.</summary>
    private const double LoneParagraph = 80, LoneLinks = 0.25;

    /// <summary>In elements: how far up a paragraph is heard.</summary>
    private const int Levels = 3;

    /// <summary>For each block whether it is in the body; null where the page has no paragraphs.</summary>
    public static bool[]? Of(PageTree tree)
    {
        double[] score = Scores(tree);
        int best = -1;
        for (int n = 0; n < score.Length; n++)
        {
            score[n] *= 1 - tree.LinkShare(n);
            if (score[n] > 0 && (best < 0 || score[n] > score[best]))
                best = n;
        }
        if (best < 0)
            return null;
        bool[] body = tree.BlocksIn(best);
        int above = tree.Parent(best);
        if (above >= 0)
            AddSiblings(tree, score, best, above, body);
        return body;
    }

    private static double[] Scores(PageTree tree)
    {
        double[] score = new double[tree.Page.Nodes.Count];
        for (int i = 0; i < tree.Page.Blocks.Count; i++)
        {
            PageBlock block = tree.Page.Blocks[i];
            if (block.Span.Length < LeastParagraph || block.Kind == BlockKind.Heading || tree.Parts[block.Node] is not null || block.LinkShare > ProseBlocks.MostLinks)
                continue;
            double points = 1 + block.Span.Over(tree.Page.Text).CountAny(",،、，") + Math.Min(block.Span.Length / LengthOfPoint, MostForLength);
            int node = block.Kind == BlockKind.Loose ? block.Node : tree.Parent(block.Node);
            for (int up = 1; node >= 0 && up <= Levels; node = tree.Parent(node), up++)
                score[node] += points / up;
        }
        return score;
    }

    private static void AddSiblings(PageTree tree, double[] score, int best, int above, bool[] body)
    {
        double least = Math.Max(LeastSibling, score[best] * LikeSibling);
        for (int i = 0; i < body.Length; i++)
        {
            PageBlock block = tree.Page.Blocks[i];
            if (body[i] || !tree.IsIn(block.Node, above) || block.Node == above)
                continue;
            int sibling = block.Node;
            while (tree.Parent(sibling) != above)
                sibling = tree.Parent(sibling);
            body[i] = score[sibling] >= least || sibling == block.Node && IsLoneParagraph(tree, block);
        }
    }

    private static bool IsLoneParagraph(PageTree tree, PageBlock block) => block.Kind == BlockKind.Paragraph
        && (block.Span.Length > LoneParagraph ? block.LinkShare < LoneLinks : block.LinkLength == 0 && JunkLines.EndsLikeASentence(block.Span.Over(tree.Page.Text)));
}
