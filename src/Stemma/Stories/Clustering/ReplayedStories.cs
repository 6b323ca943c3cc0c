namespace Stemma.Stories.Clustering;

/// <summary>The stories after a replay.</summary>
/// <param name="Stories">The id of the story of each report, in the order of the reports that were given.</param>
/// <param name="Changes">What became of the stories that stood before, by their ids in ordinal order.</param>
/// <param name="Unmet">Rules that contradict stronger ones and were dropped, one sentence each.</param>
public sealed record ReplayedStories(IReadOnlyList<string> Stories, IReadOnlyList<StoryChange> Changes, IReadOnlyList<string> Unmet);

/// <summary>Reports that went from a story to another.</summary>
/// <param name="Kind">What became of the story.</param>
/// <param name="From">The id of the story they stood in.</param>
/// <param name="Into">The id of the story they stand in.</param>
/// <param name="Reports">The ids of the reports, in ordinal order.</param>
public sealed record StoryChange(StoryChangeKind Kind, string From, string Into, IReadOnlyList<string> Reports);

/// <summary>What became of a story.</summary>
public enum StoryChangeKind
{
    /// <summary>It is gone: its reports, or most of them, are in the other, which keeps its id.</summary>
    Merged,

    /// <summary>It stays, and some of its reports are a story of their own now.</summary>
    Split,

    /// <summary>Some of its reports went to a story that stood before.</summary>
    Moved,
}
