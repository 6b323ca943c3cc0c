namespace Stemma.Reading;

/// <summary>The bytes of one report as they were found, and what is known of them from outside.</summary>
/// <param name="Name">The file's name or address; it becomes the report's id.</param>
/// <param name="Bytes">The whole content.</param>
public sealed record ReportInput(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The charset that a transport header names, null where none does.</summary>
    public string? Charset { get; init; }

    /// <summary>The outlet that the side file, the feed or the exchange document names.</summary>
    public string? Outlet { get; init; }

    /// <summary>The address that the side file names, or that the report came from.</summary>
    public string? Url { get; init; }

    /// <summary>The date or moment that is named from outside, not yet parsed.</summary>
    public string? Published { get; init; }

    /// <summary>The headline that is named from outside, as in an item of a feed.</summary>
    public string? Title { get; init; }

    /// <summary>The authors' names that are named from outside, empty where none are.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The names of agencies and outlets that are named from outside as those whose text it is or uses, in any of their forms.</summary>
    public IReadOnlyList<string> Credits { get; init; } = [];

    /// <summary>The BCP 47 tag of the language that is named from outside.</summary>
    public string? Language { get; init; }

    /// <summary>True where the bytes are an article and nothing else (an item of a feed, an exchange document), so that no body need be sought in them.</summary>
    public bool IsArticle { get; init; }
}
