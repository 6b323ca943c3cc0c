using System.Collections.Frozen;

namespace Stemma.Web.Shelf;

/// <summary>The stories that the app shows. Immutable, safe to share between threads.</summary>
public sealed class StoryShelf
{
    private readonly FrozenDictionary<string, ShelvedStory> _byId;

    /// <summary>A shelf of the stories.</summary>
    /// <param name="stories">Their ids differ.</param>
    public StoryShelf(IEnumerable<ShelvedStory> stories)
    {
        // By the day of the latest report, the newest first; undated stories last.
        Stories = [.. stories.OrderByDescending(s => s.Published?.To ?? "", StringComparer.Ordinal).ThenBy(s => s.Id, StringComparer.Ordinal)];
        _byId = Stories.ToFrozenDictionary(s => s.Id, StringComparer.Ordinal);
    }

    /// <summary>All of them, the newest first.</summary>
    public IReadOnlyList<ShelvedStory> Stories { get; }

    /// <summary>The story of the id, null where there is none.</summary>
    public ShelvedStory? Find(string id) => _byId.GetValueOrDefault(id);
}
