using Stemma.Reading.Documents.Markup;

namespace Stemma.Reading.Documents.Feeds;

/// <summary>Reads Atom 1.0 (RFC 4287) and what is left of 0.3.</summary>
internal static class AtomReader
{
    /// <summary>Reads the feed.</summary>
    /// <param name="records">The document, to be read from its start.</param>
    /// <param name="address">The address that the feed came from, null where it is not known.</param>
    public static Feed Read(MarkupRecords records, string? address)
    {
        var items = new List<FeedItem>();
        var authors = new List<string>();
        string? title = null, link = null, home = null, language = null;
        while (records.Next() is { } record)
        {
            language ??= records.Root?.Attribute("lang");
            home ??= FeedFields.Address(records.Root?.Attribute("base"), address) ?? address;
            switch (record.Name)
            {
                case "entry":
                    items.Add(Entry(record, home ?? link));
                    break;
                case "title":
                    title ??= FeedFields.Title(FeedFields.Markup(record));
                    break;
                case "link" when link is null && record.Attribute("rel") is null or "alternate":
                    link = FeedFields.Address(record.Attribute("href"), home);
                    break;
                case "author" when record.Child("name")?.Words() is { } name:
                    authors.Add(name);
                    break;
            }
        }
        // Section 4.2.1: the authors of the feed are those of entries that name none.
        if (authors.Count > 0)
            items = [.. items.Select(item => item.Authors.Count > 0 ? item : item with { Authors = authors })];
        return new Feed { Kind = "Atom feed", Title = title, Url = link, Language = language, Items = items };
    }

    private static FeedItem Entry(MarkupNode entry, string? home)
    {
        home = FeedFields.Address(entry.Attribute("base"), home) ?? home;
        MarkupNode? source = Field(entry, "source");
        string? link = Link(entry, home), id = Field(entry, "id")?.Words();
        return new FeedItem
        {
            Id = id ?? link,
            Url = link,
            Title = FeedFields.Title(FeedFields.Markup(Field(entry, "title"))),
            Authors = FeedFields.All(entry, node => node.Name == "author" ? node.Child("name")?.Text() ?? FeedFields.Author(node.Text()) : node is { Name: "creator", Vocabulary: "dc" } ? node.Text() : null),
            Published = DocumentDate.Read((Field(entry, "published") ?? Field(entry, "issued") ?? Field(entry, "created") ?? entry.Child("dc", "date"))?.Text()),
            Updated = DocumentDate.Read((Field(entry, "updated") ?? Field(entry, "modified"))?.Text()),
            Content = Content(Field(entry, "content")),
            Summary = Content(Field(entry, "summary")),
            Categories = FeedFields.All(entry, node => node.Name == "category" ? node.Attribute("label") ?? node.Attribute("term") : null),
            Source = FeedFields.Title((source is null ? null : Field(source, "title"))?.Text()),
            SourceUrl = source is null ? null : Link(source, null) ?? FeedFields.Address(Field(source, "id")?.Text(), null),
            Language = entry.Attribute("lang") ?? Field(entry, "content")?.Attribute("lang"),
        };
    }

    // Of Atom's own vocabulary, with a prefix or without: modules have a "title" too.
    private static MarkupNode? Field(MarkupNode entry, string name) => entry.Child(Vocabularies.Own, name) ?? entry.Child("atom", name);

    private static string? Link(MarkupNode entry, string? home)
    {
        MarkupNode? best = null;
        foreach (MarkupNode link in entry.Elements)
        {
            if (link.Name != "link" || link.Attribute("rel") is not (null or "alternate"))
                continue;
            if (best is null || link.Attribute("type") is "text/html" or "application/xhtml+xml" && best.Attribute("type") is not ("text/html" or null))
                best = link;
        }
        return FeedFields.Address(entry.Child("feedburner", "origlink")?.Text(), null) ?? FeedFields.Address(best?.Attribute("href"), home) ?? FeedFields.Address(best?.Text(), home);
    }

    // Section 4.1.3: text, escaped HTML, XHTML in a division of its own, or a media type.
    private static DocumentContent? Content(MarkupNode? node)
    {
        if (node is null)
            return null;
        string type = node.Attribute("type")?.ToLowerInvariant() ?? "text";
        return type switch
        {
            "text" or "text/plain" when node.Attribute("mode") is not "escaped" => Tagged(node),
            "xhtml" or "application/xhtml+xml" or "html" or "text/html" or "text" or "text/plain" => DocumentContent.Html(FeedFields.Markup(node)),
            _ when type.StartsWith("text/", StringComparison.Ordinal) => DocumentContent.Plain(node.Text()),
            _ => null,
        };
    }

    // Declared as text, but with paragraphs in tags: many feeds do so.
    private static DocumentContent? Tagged(MarkupNode node)
    {
        string text = FeedFields.Markup(node) ?? "";
        bool isHtml = text.Contains("</p>", StringComparison.OrdinalIgnoreCase) || text.Contains("<br", StringComparison.OrdinalIgnoreCase) || text.Contains("</div>", StringComparison.OrdinalIgnoreCase);
        return isHtml ? DocumentContent.Html(text) : DocumentContent.Plain(text);
    }
}
