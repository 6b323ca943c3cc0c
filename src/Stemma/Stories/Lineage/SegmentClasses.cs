using Stemma.Comparison.Passages;

namespace Stemma.Stories.Lineage;

/// <summary>Groups the segments of all reports that are one sentence in several wordings.</summary>
internal sealed class SegmentClasses
{
    /// <summary>The part of the shorter of two segments that must be linked for them to be one sentence.</summary>
    private const double LinkedShare = 0.4;

    private readonly int[] _parent;
    private readonly int[] _firstOf;

    public SegmentClasses(ComparedText[] texts, WordLinks links, CopyCost copying)
    {
        _firstOf = new int[texts.Length + 1];
        for (int i = 0; i < texts.Length; i++)
            _firstOf[i + 1] = _firstOf[i] + texts[i].Segments.Length;
        _parent = [.. Enumerable.Range(0, _firstOf[^1])];
        foreach ((int of, int other) in links.Pairs)
        {
            if (of > other)
                continue;
            int[] segmentOf = copying.SegmentOf(of), segmentOfOther = copying.SegmentOf(other);
            var linked = new Dictionary<(int, int), int>();
            for (int w = 0; w < segmentOf.Length; w++)
            {
                if (links.TryFind(of, w, other, out int found, out _))
                    linked[(segmentOf[w], segmentOfOther[found])] = linked.GetValueOrDefault((segmentOf[w], segmentOfOther[found])) + 1;
            }
            foreach (((int s, int t), int words) in linked)
            {
                if (words >= LinkedShare * Math.Min(texts[of].Segments[s].Count, texts[other].Segments[t].Count))
                    Union(_firstOf[of] + s, _firstOf[other] + t);
            }
        }
    }

    /// <summary>The class of a segment: a number that is the same for all its wordings.</summary>
    public int ClassOf(int report, int segment) => Find(_firstOf[report] + segment);

    private int Find(int x)
    {
        while (_parent[x] != x)
            x = _parent[x] = _parent[_parent[x]];
        return x;
    }

    // The smaller number stands for the class, so that the order of joining changes nothing.
    private void Union(int x, int y)
    {
        (x, y) = (Find(x), Find(y));
        _parent[Math.Max(x, y)] = Math.Min(x, y);
    }
}
