namespace Stemma.Reading.Documents.Lists;

/// <summary>A feed that a list of subscriptions (OPML 2.0) names.</summary>
/// <param name="Address">The address of the feed.</param>
/// <param name="Title">Its title, null where the list gives none.</param>
/// <param name="Site">The address of the site that it is about, null where the list gives none.</param>
/// <param name="Folder">The titles of the outlines around it, the outermost first, parted by "/"; empty for none.</param>
public sealed record FeedOutline(string Address, string? Title, string? Site, string Folder);

/// <summary>A list of subscriptions. Immutable.</summary>
/// <param name="Title">Its title, null for none.</param>
/// <param name="Feeds">The feeds in order, each address once.</param>
/// <param name="Problems">What is wrong with it, in words.</param>
public sealed record FeedList(string? Title, IReadOnlyList<FeedOutline> Feeds, IReadOnlyList<string> Problems);
