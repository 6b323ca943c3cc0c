namespace Stemma.Stories.Clustering;

/// <summary>Finds the reports a text is a copy of, by their sketches.</summary>
internal sealed class CopyIndex
{
    /// <summary>In reports under one hash, the newest: what stands in more is a notice that many reports carry.</summary>
    private const int MostUnderOne = 64;

    private readonly FeaturePostings _postings = new();
    private readonly Dictionary<int, uint[]> _sketches = [];
    private readonly List<int> _found = [];

    /// <summary>Enters the sketch of a report.</summary>
    public void Add(int report, uint[] sketch)
    {
        if (sketch.Length == 0)
            return;
        _sketches[report] = sketch;
        foreach (uint hash in sketch)
            _postings.Add(hash, report);
    }

    /// <summary>Takes a report out.</summary>
    public void Remove(int report) => _sketches.Remove(report);

    /// <summary>The reports whose text is a copy of this one's, the most like first, of equals the first entered.</summary>
    public List<int> CopiesOf(uint[] sketch)
    {
        _found.Clear();
        foreach (uint hash in sketch)
            _postings.CopyTo(hash, MostUnderOne, _found);
        return [.. _found.Distinct().Where(r => _sketches.TryGetValue(r, out uint[]? other) && CopySketch.AreCopies(sketch, other))
            .OrderByDescending(r => CopySketch.Resemblance(sketch, _sketches[r])).ThenBy(r => r)];
    }
}
