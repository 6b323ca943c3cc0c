using Stemma.Reading.Documents.Markup;

namespace Stemma.Reading.Documents.Feeds;

/// <summary>Reads RSS 0.9x, 1.0 (RDF) and 2.0 with the content, Dublin Core, media and Atom modules that news feeds use.</summary>
internal static class RssReader
{
    /// <summary>Reads the feed.</summary>
    /// <param name="records">The document, to be read from its start.</param>
    /// <param name="address">The address that the feed came from, null where it is not known.</param>
    public static Feed Read(MarkupRecords records, string? address)
    {
        var items = new List<FeedItem>();
        string? title = null, link = null, language = null;
        while (records.Next() is { } record)
        {
            switch (record.Name)
            {
                case "item":
                    items.Add(Item(record, link ?? address));
                    break;
                case "title" when record.Vocabulary == Vocabularies.Own && title is null:
                    title = FeedFields.Title(record.Text());
                    break;
                case "link" when record.Vocabulary == Vocabularies.Own && link is null:
                    link = FeedFields.Address(record.Text(), address);
                    break;
                case "language" when language is null:
                    language = record.Words();
                    break;
            }
        }
        return new Feed { Kind = "RSS feed", Title = title, Url = link, Language = language, Items = items };
    }

    private static FeedItem Item(MarkupNode item, string? home)
    {
        string? link = Link(item, home), id = item.Child("guid")?.Words(), about = item.Attribute("about");
        MarkupNode? guid = item.Child("guid"), source = item.Child(Vocabularies.Own, "source");
        if (link is null && guid is not null && !string.Equals(guid.Attribute("isPermaLink"), "false", StringComparison.OrdinalIgnoreCase))
            link = FeedFields.Address(id, null);
        link ??= FeedFields.Address(about, null);
        return new FeedItem
        {
            Id = id ?? about ?? link,
            Url = link,
            Title = FeedFields.Title((item.Child(Vocabularies.Own, "title") ?? item.Child("dc", "title") ?? item.Child("media", "title"))?.Text()),
            Authors = FeedFields.All(item, Author),
            Published = DocumentDate.Read((item.Child("pubdate") ?? item.Child("dc", "date") ?? item.Child("published") ?? item.Child("dcterms", "issued") ?? item.Child("dcterms", "created") ?? item.Child(Vocabularies.Own, "date"))?.Text()),
            Updated = DocumentDate.Read((item.Child("atom", "updated") ?? item.Child("dcterms", "modified") ?? item.Child(Vocabularies.Own, "updated"))?.Text()),
            Content = DocumentContent.Html(FeedFields.Markup(item.Child("content", "encoded") ?? item.Child("xhtml", "body") ?? item.Child("full-text") ?? item.Child("fulltext") ?? item.Child("atom", "content"))),
            Summary = DocumentContent.Html(FeedFields.Markup(item.Child(Vocabularies.Own, "description") ?? item.Child("atom", "summary") ?? item.Child("itunes", "summary") ?? item.Child("dc", "description") ?? item.Child("media", "description"))),
            Categories = FeedFields.All(item, node => node.Name is "category" && node.Vocabulary is Vocabularies.Own or "dc" || node is { Name: "subject", Vocabulary: "dc" } ? FeedFields.Title(node.Text()) : null),
            Source = FeedFields.Title((source ?? item.Child("dc", "source") ?? item.Child("dc", "publisher"))?.Text()),
            SourceUrl = FeedFields.Address(source?.Attribute("url"), null),
            Language = item.Child("dc", "language")?.Words(),
        };
    }

    // The address before a counting service took its place, then the item's own.
    private static string? Link(MarkupNode item, string? home) =>
        FeedFields.Address(item.Child("feedburner", "origlink")?.Text(), null)
        ?? FeedFields.Address(item.Child(Vocabularies.Own, "link")?.Text(), home)
        ?? FeedFields.Address(item.Elements.FirstOrDefault(e => e is { Name: "link", Vocabulary: "atom" } && e.Attribute("rel") is null or "alternate")?.Attribute("href"), home)
        ?? FeedFields.Address(item.Child(Vocabularies.Own, "link")?.Attribute("href"), home);

    private static string? Author(MarkupNode node) => node.Name switch
    {
        "author" when node.Child("name") is { } name => name.Text(),
        "author" => FeedFields.Author(node.Text()),
        "creator" when node.Vocabulary == "dc" => FeedFields.Author(FeedFields.Title(node.Text())),
        _ => null,
    };
}
