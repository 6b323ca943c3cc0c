using Stemma.Comparison.Passages;

namespace Stemma.Stories.Lineage;

/// <summary>
/// What it takes to write one report from another text, in words: a new word costs 1, everything else that an editor does less.
/// The lineage of a story is the one in which all reports together cost least (minimum description length; the costs are
/// asymmetric, so that leaving out is cheap and making up is dear: a copy points to its source).
/// </summary>
internal sealed class CopyCost
{
    // All in words. Set by hand and tried on newstree seeds 11-13; re-run "stemma eval lineage" when one changes.

    /// <summary>A word that stands in another place or another form.</summary>
    private const double Moved = 0.35;

    /// <summary>A word left out inside a sentence that was taken.</summary>
    private const double LeftOut = 0.3;

    /// <summary>A sentence left out.</summary>
    private const double SentenceLeftOut = 0.25;

    private readonly ComparedText[] _texts;
    private readonly WordLinks _links;
    private readonly int[][] _segmentOf;

    public CopyCost(ComparedText[] texts, WordLinks links)
    {
        _texts = texts;
        _links = links;
        _segmentOf = [.. texts.Select(SegmentOfWords)];
    }

    /// <summary>The index of the segment of each word of a report.</summary>
    public int[] SegmentOf(int report) => _segmentOf[report];

    /// <summary>What it takes to write the report without any source.</summary>
    public double Alone(int report) => _texts[report].Words.Length;

    /// <summary>What it takes to write the report from the source.</summary>
    public double From(SourceText source, int report)
    {
        double cost = 0;
        var used = new Dictionary<(int, int), int>();
        for (int w = 0; w < _texts[report].Words.Length; w++)
        {
            double best = 1;
            foreach ((int other, bool[] has) in source.Parts)
            {
                if (!TryFind(report, w, other, has, out int found, out bool moved))
                    continue;
                best = Math.Min(best, moved ? Moved : 0);
                (int, int) key = (other, _segmentOf[other][found]);
                used[key] = used.GetValueOrDefault(key) + 1;
            }
            cost += best;
        }
        foreach ((int other, bool[] has) in source.Parts)
        {
            for (int s = 0; s < has.Length; s++)
            {
                if (has[s])
                    cost += used.TryGetValue((other, s), out int words) ? LeftOut * Math.Max(0, _texts[other].Segments[s].Count - words) : SentenceLeftOut;
            }
        }
        return cost;
    }

    /// <summary>Marks the words of the report that the source has; returns how many it marked that were not marked before.</summary>
    public int Cover(SourceText source, int report, bool[] covered)
    {
        int fresh = 0;
        for (int w = 0; w < covered.Length; w++)
        {
            if (covered[w])
                continue;
            foreach ((int other, bool[] has) in source.Parts)
            {
                if (!TryFind(report, w, other, has, out _, out _))
                    continue;
                covered[w] = true;
                fresh++;
                break;
            }
        }
        return fresh;
    }

    private bool TryFind(int report, int word, int other, bool[] has, out int found, out bool moved)
    {
        if (other == report)
        {
            (found, moved) = (word, false);
            return has[_segmentOf[report][word]];
        }
        return _links.TryFind(report, word, other, out found, out moved) && has[_segmentOf[other][found]];
    }

    private static int[] SegmentOfWords(ComparedText text)
    {
        int[] segment = new int[text.Words.Length];
        for (int s = 0; s < text.Segments.Length; s++)
            segment.AsSpan(text.Segments[s].First, text.Segments[s].Count).Fill(s);
        return segment;
    }
}
