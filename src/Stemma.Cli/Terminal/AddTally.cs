using Stemma.Library.Store;

namespace Stemma.Cli.Terminal;

/// <summary>Counts what became of the reports that were added, and tells it.</summary>
internal sealed class AddTally
{
    private readonly Dictionary<string, int> _stories = new(StringComparer.Ordinal);
    private int _new, _same, _unread;

    /// <summary>The reports that are in the library now, whatever they were before.</summary>
    public int Reports => _new + _same + Versions;

    /// <summary>Those that are there in a new version.</summary>
    public int Versions { get; private set; }

    /// <summary>What could not be read or only in doubt.</summary>
    public int Problems { get; private set; }

    /// <summary>Counts one.</summary>
    public void Add(AddedReport added)
    {
        Problems += added.Problem is null ? 0 : 1;
        _unread += added.Problem is { IsUnread: true } ? 1 : 0;
        if (added.Put is not { } put)
            return;
        _new += put.Outcome == PutOutcome.New ? 1 : 0;
        _same += put.Outcome == PutOutcome.Same ? 1 : 0;
        Versions += put.Outcome == PutOutcome.NewVersion ? 1 : 0;
        if (put.Outcome != PutOutcome.Same && put.Story is { } story)
            _stories[story] = _stories.GetValueOrDefault(story) + 1;
    }

    /// <summary>Tells it, with the stories that got most.</summary>
    public void Write(TextWriter output, ILibraryStore store, int most)
    {
        var parts = new List<string>();
        Count(parts, _new, "new");
        Count(parts, Versions, Versions == 1 ? "new version" : "new versions");
        Count(parts, _same, "there already");
        Count(parts, _unread, "unread");
        output.WriteLine($"{LibraryValues.Count(Reports)} {(Reports == 1 ? "report" : "reports")}: {string.Join(", ", parts)}");
        foreach ((string id, int added) in _stories.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Take(most))
        {
            if (store.Story(id) is { } story)
                output.WriteLine($"  {LibraryValues.Shown(id)}  {LibraryValues.Count(added)} of {LibraryValues.Count(story.Reports)}  {story.Title?.ReplaceLineEndings(" ") ?? "without a headline"}");
        }
        if (_stories.Count > most)
            output.WriteLine($"  … and {LibraryValues.Count(_stories.Count - most)} more stories");
    }

    private static void Count(List<string> parts, int n, string what)
    {
        if (n > 0)
            parts.Add($"{LibraryValues.Count(n)} {what}");
    }
}
