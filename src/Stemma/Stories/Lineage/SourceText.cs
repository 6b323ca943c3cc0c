namespace Stemma.Stories.Lineage;

/// <summary>A text that others may have been taken from: a report, or a lost text that is put together from segments of reports.</summary>
/// <param name="Parts">For each report that gives segments, by its index: true for the segments it gives.</param>
internal sealed record SourceText(SortedDictionary<int, bool[]> Parts)
{
    /// <summary>The whole text of a report.</summary>
    public static SourceText Of(int report, int segments)
    {
        bool[] all = new bool[segments];
        Array.Fill(all, true);
        return new SourceText(new SortedDictionary<int, bool[]> { [report] = all });
    }
}
