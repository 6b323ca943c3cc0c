using Stemma.Reports;

namespace Stemma.Comparison.Passages;

/// <summary>Joins passages of two reports that lie near each other on both sides to blocks: the copied parts as a reader sees them.</summary>
public static class PassageBlocks
{
    /// <summary>The blocks of one pair of reports, by their place in the first report.</summary>
    /// <param name="passages">The passages of one pair.</param>
    /// <param name="gap">In UTF-16 code units: passages that are nearer than this on both sides are one block.</param>
    /// <param name="shortest">In UTF-16 code units on each side: shorter blocks are left out.</param>
    public static IReadOnlyList<(TextSpan A, TextSpan B)> Of(IEnumerable<Passage> passages, int gap, int shortest)
    {
        var blocks = new List<(TextSpan A, TextSpan B)>();
        foreach (Passage passage in passages.OrderBy(p => p.SpanA).ThenBy(p => p.SpanB))
        {
            (TextSpan A, TextSpan B) block = (passage.SpanA, passage.SpanB);
            // A block that is joined may reach another one in turn; those that end long before are out of reach for good.
            for (int i = blocks.Count - 1; i >= 0 && blocks.Count - i <= Reach; i--)
            {
                if (!Near(blocks[i].A, block.A, gap) || !Near(blocks[i].B, block.B, gap))
                    continue;
                block = (block.A.Union(blocks[i].A), block.B.Union(blocks[i].B));
                blocks.RemoveAt(i);
            }
            blocks.Add(block);
        }
        return [.. blocks.Where(b => b.A.Length >= shortest && b.B.Length >= shortest).OrderBy(b => b.A).ThenBy(b => b.B)];
    }

    /// <summary>In blocks: how many of the last ones a passage is tried with, so that the work stays linear.</summary>
    private const int Reach = 64;

    private static bool Near(TextSpan x, TextSpan y, int gap) => Math.Max(x.Start, y.Start) - Math.Min(x.End, y.End) <= gap;
}
