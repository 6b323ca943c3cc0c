namespace Stemma.Reading.Documents.Feeds;

/// <summary>A feed: what an outlet offers as its latest reports. Immutable.</summary>
public sealed record Feed
{
    /// <summary>What it is: "RSS feed", "Atom feed", "JSON feed".</summary>
    public required string Kind { get; init; }

    /// <summary>Its title: as a rule the name of the outlet or of a part of it.</summary>
    public string? Title { get; init; }

    /// <summary>The address of the site that it is about.</summary>
    public string? Url { get; init; }

    /// <summary>The BCP 47 tag of its language.</summary>
    public string? Language { get; init; }

    /// <summary>Its items in its own order, repeated ones included.</summary>
    public IReadOnlyList<FeedItem> Items { get; init; } = [];

    /// <summary>What is wrong with it as a whole, in words: that it breaks off, that its charset had to be guessed.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <summary>One item of a feed, as it is given there.</summary>
public sealed record FeedItem
{
    /// <summary>The id that the feed gives it, else its address; null where it has neither.</summary>
    public string? Id { get; init; }

    /// <summary>The address of the page it is about.</summary>
    public string? Url { get; init; }

    /// <summary>The headline, without markup.</summary>
    public string? Title { get; init; }

    /// <summary>The names in its author fields, as written.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>When it was published.</summary>
    public DocumentDate? Published { get; init; }

    /// <summary>When it was changed last.</summary>
    public DocumentDate? Updated { get; init; }

    /// <summary>The field that is meant for the whole text, null where the feed has none.</summary>
    public DocumentContent? Content { get; init; }

    /// <summary>The field that is meant for a summary; some feeds put the whole text there.</summary>
    public DocumentContent? Summary { get; init; }

    /// <summary>Its categories.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The outlet that the feed took it from, as its source or publisher field names it.</summary>
    public string? Source { get; init; }

    /// <summary>The address of that outlet or of its feed; another domain than the feed's own is a sign of syndication.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>The BCP 47 tag of its own language, null where only the feed has one.</summary>
    public string? Language { get; init; }
}
