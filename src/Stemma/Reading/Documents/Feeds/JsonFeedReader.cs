using System.Text.Json;

namespace Stemma.Reading.Documents.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1), item by item.</summary>
internal static class JsonFeedReader
{
    /// <summary>In bytes of a property's name.</summary>
    private const int LongestName = 40;

    /// <summary>Reads the feed.</summary>
    /// <param name="json">The document in UTF-8.</param>
    /// <param name="address">The address that it came from, null where it is not known.</param>
    /// <param name="isWhole">False where the document breaks off; what stands before the break is read.</param>
    public static Feed Read(ReadOnlySpan<byte> json, string? address, out bool isWhole)
    {
        var items = new List<FeedItem>();
        IReadOnlyList<string> authors = [];
        string? title = null, home = null, language = null;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                // Escapes in a name may be halves of surrogate pairs; the standard's own names have none.
                string name = reader.ValueSpan.Length > LongestName || reader.ValueIsEscaped ? "" : reader.GetString()!;
                if (name == "items")
                {
                    reader.Read();
                    if (reader.TokenType != JsonTokenType.StartArray)
                    {
                        reader.Skip();
                        continue;
                    }
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    {
                        using JsonDocument item = JsonDocument.ParseValue(ref reader);
                        items.Add(Item(item.RootElement, home ?? address));
                    }
                    continue;
                }
                reader.Read();
                using JsonDocument value = JsonDocument.ParseValue(ref reader);
                switch (name)
                {
                    case "title":
                        title = FeedFields.Title(JsonValues.Text(value.RootElement));
                        break;
                    case "home_page_url":
                        home = FeedFields.Address(JsonValues.Text(value.RootElement), address);
                        break;
                    case "language":
                        language = JsonValues.Text(value.RootElement);
                        break;
                    case "author" when authors.Count == 0:
                    case "authors":
                        authors = JsonValues.Names(value.RootElement.Clone());
                        break;
                }
            }
            isWhole = true;
        }
        catch (JsonException)
        {
            isWhole = false;
        }
        if (authors.Count > 0)
            items = [.. items.Select(item => item.Authors.Count > 0 ? item : item with { Authors = authors })];
        return new Feed { Kind = "JSON feed", Title = title, Url = home, Language = language, Items = items };
    }

    private static FeedItem Item(JsonElement item, string? home)
    {
        string? url = FeedFields.Address(JsonValues.Text(item, "url"), home), id = JsonValues.Text(item, "id");
        IReadOnlyList<string> authors = JsonValues.Names(JsonValues.Get(item, "authors"));
        return new FeedItem
        {
            Id = id ?? url,
            Url = url ?? FeedFields.Address(id, null),
            Title = FeedFields.Title(JsonValues.Text(item, "title")),
            Authors = authors.Count > 0 ? authors : JsonValues.Names(JsonValues.Get(item, "author")),
            Published = DocumentDate.Read(JsonValues.Text(item, "date_published")),
            Updated = DocumentDate.Read(JsonValues.Text(item, "date_modified")),
            Content = DocumentContent.Html(JsonValues.Text(item, "content_html")) ?? DocumentContent.Plain(JsonValues.Text(item, "content_text")),
            Summary = DocumentContent.Plain(JsonValues.Text(item, "summary")),
            Categories = JsonValues.Names(JsonValues.Get(item, "tags")),
            SourceUrl = FeedFields.Address(JsonValues.Text(item, "external_url"), null),
            Language = JsonValues.Text(item, "language"),
        };
    }
}
