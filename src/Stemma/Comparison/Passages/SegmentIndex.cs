namespace Stemma.Comparison.Passages;

/// <summary>In which segments of one text each stem stands; stems that stand in many segments are left out.</summary>
internal sealed class SegmentIndex
{
    /// <summary>In segments of one text. A stem in more of them finds too much to be worth looking up.</summary>
    private const int MostSegmentsOfAStem = 12;

    private readonly Dictionary<int, int[]> _segments = [];

    /// <summary>The weight of each segment: the sum over its distinct stems.</summary>
    public double[] Weights { get; }

    /// <summary>The distinct stems of each segment.</summary>
    public int[][] Stems { get; }

    public SegmentIndex(ComparedText text, StoryVocabulary vocabulary)
    {
        Weights = new double[text.Segments.Length];
        Stems = new int[text.Segments.Length][];
        var building = new Dictionary<int, List<int>>();
        for (int s = 0; s < text.Segments.Length; s++)
        {
            Segment segment = text.Segments[s];
            int[] stems = text.Stems.AsSpan(segment.First, segment.Count).ToArray();
            Array.Sort(stems);
            Stems[s] = [.. stems.Distinct()];
            foreach (int stem in Stems[s])
            {
                Weights[s] += vocabulary.Weight(stem);
                if (!building.TryGetValue(stem, out List<int>? list))
                    building.Add(stem, list = []);
                if (list.Count <= MostSegmentsOfAStem)
                    list.Add(s);
            }
        }
        foreach ((int stem, List<int> list) in building)
        {
            if (list.Count <= MostSegmentsOfAStem)
                _segments.Add(stem, [.. list]);
        }
    }

    /// <summary>The segments that hold the stem, in order; none for a stem that is in many.</summary>
    public ReadOnlySpan<int> With(int stem) => _segments.TryGetValue(stem, out int[]? list) ? list : [];
}
