using Stemma.Comparison;
using Stemma.Comparison.Passages;

namespace Stemma.Stories.Lineage;

/// <summary>Groups the segments of all reports that are one sentence in several wordings.</summary>
internal sealed class SegmentClasses
{
    /// <summary>The part of the lighter of two segments, by the weight of its words, that must be linked for them to be one sentence.</summary>
    private const double LinkedShare = 0.5;

    private readonly int[] _firstOf;
    private readonly int[] _numbers;

    public SegmentClasses(ComparedText[] texts, Segment[][] segments, WordLinks links, StoryVocabulary vocabulary)
    {
        _firstOf = new int[texts.Length + 1];
        for (int i = 0; i < texts.Length; i++)
            _firstOf[i + 1] = _firstOf[i] + segments[i].Length;
        var classes = new DisjointGroups(_firstOf[^1]);
        int[][] segmentOf = [.. texts.Select((t, r) => SegmentOfWords(t, segments[r]))];
        double[][] weights = [.. texts.Select((t, r) => segments[r].Select(s => Weight(t, s)).ToArray())];
        var linked = new Dictionary<(int, int), double>();
        foreach ((int of, int other) in links.Pairs)
        {
            if (of > other)
                continue;
            linked.Clear();
            for (int w = 0; w < segmentOf[of].Length; w++)
            {
                if (!links.TryFind(of, w, other, out int found))
                    continue;
                (int, int) pair = (segmentOf[of][w], segmentOf[other][found]);
                linked[pair] = linked.GetValueOrDefault(pair) + vocabulary.Weight(texts[of].Stems[w]);
            }
            foreach (((int s, int t), double weight) in linked)
            {
                if (weight >= LinkedShare * Math.Min(weights[of][s], weights[other][t]))
                    classes.Join(_firstOf[of] + s, _firstOf[other] + t);
            }
        }

        double Weight(ComparedText text, Segment segment)
        {
            double weight = 0;
            for (int w = segment.First; w < segment.End; w++)
                weight += vocabulary.Weight(text.Stems[w]);
            return weight;
        }

        // Numbered in the order of the segments.
        _numbers = new int[_firstOf[^1]];
        for (int i = 0; i < _numbers.Length; i++)
            _numbers[i] = classes.Find(i) == i ? Count++ : _numbers[classes.Find(i)];
    }

    /// <summary>How many sentences there are.</summary>
    public int Count { get; }

    /// <summary>The number of the sentence that a segment words.</summary>
    public int ClassOf(int report, int segment) => _numbers[_firstOf[report] + segment];

    private static int[] SegmentOfWords(ComparedText text, Segment[] segments)
    {
        int[] segment = new int[text.Words.Length];
        for (int s = 0; s < segments.Length; s++)
            segment.AsSpan(segments[s].First, segments[s].Count).Fill(s);
        return segment;
    }
}
