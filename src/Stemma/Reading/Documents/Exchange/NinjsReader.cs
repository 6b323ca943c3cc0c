using System.Globalization;
using System.Text;
using System.Text.Json;
using Stemma.Reading.Documents.Feeds;

namespace Stemma.Reading.Documents.Exchange;

/// <summary>Reads ninjs 1.x, 2.x and 3.x (iptc.org/std/ninjs): one object or a list of them, and the texts among their associations.</summary>
/// <remarks>3.x writes the names of 2.x with inner capitals, so names are compared without case.</remarks>
internal static class NinjsReader
{
    /// <summary>In associations within one another; packages hold items, rarely packages.</summary>
    private const int Deepest = 4;

    /// <summary>In items of one document.</summary>
    private const int MostItems = 100_000;

    /// <summary>The reports and the problems, in the document's order.</summary>
    public static IReadOnlyList<UnpackedReport> Read(ReportInput input, SniffedDocument document)
    {
        var items = new List<ExchangeItem>();
        bool isList = document.Text[document.Start] == '[', isWhole = true;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(document.Text, document.Start, document.Text.Length - document.Start), new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            if (isList)
                reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                using JsonDocument item = JsonDocument.ParseValue(ref reader);
                Add(item.RootElement, items, 0);
            }
        }
        catch (JsonException)
        {
            isWhole = false;
        }
        string? broken = isWhole ? null : $"the JSON breaks off or is broken after item {items.Count}, so only what stands before was read; ask its sender for it again";
        string? note = string.Join(". ", new[] { document.Note, broken }.OfType<string>()) is { Length: > 0 } said ? said : null;
        if (items.Count == 1)
            return [items[0].Unpacked(input, input.Name, note)];
        var reports = new List<UnpackedReport>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i].Id is not { } id || seen.Add(id))
                reports.Add(items[i].Unpacked(input with { Url = null, Title = null, Authors = [], Published = null, Credits = [] }, $"{input.Name}#{items[i].Id ?? (i + 1).ToString(CultureInfo.InvariantCulture)}", null));
        }
        if (note is not null || reports.Count == 0)
            reports.Add(new UnpackedReport(input.Name, null, note ?? "this ninjs document holds no items; ask its sender for it again"));
        return reports;
    }

    private static void Add(JsonElement item, List<ExchangeItem> items, int depth)
    {
        ExchangeItem read = Item(item);
        JsonElement? associations = JsonValues.Get(item, "associations");
        int before = items.Count;
        if (read.Content is not null || associations is null || depth > 0)
            items.Add(read);
        if (associations is not { } inner || depth >= Deepest)
            return;
        IEnumerable<JsonElement> parts = inner.ValueKind == JsonValueKind.Object ? inner.EnumerateObject().Select(p => p.Value) : JsonValues.Items(inner);
        foreach (JsonElement part in parts)
        {
            // Pictures and the like belong to the item; texts are reports of their own.
            if (part.ValueKind == JsonValueKind.Object && items.Count < MostItems && JsonValues.Text(part, "type") is "text" or "composite" or null && (Content(part) is not null || JsonValues.Get(part, "associations") is not null))
                Add(part, items, depth + 1);
        }
        if (items.Count == before)
            items.Add(read);
    }

    private static ExchangeItem Item(JsonElement item)
    {
        string? uri = JsonValues.Text(item, "uri"), status = JsonValues.Text(item, "pubstatus"), holder = JsonValues.Text(item, "copyrightholder");
        string? provider = JsonValues.Names(JsonValues.Get(item, "provider")) is [var first, ..] ? first : null;
        return new ExchangeItem
        {
            Id = uri,
            Url = FeedFields.Address(uri, null),
            Title = FeedFields.Title(Title(item)),
            Authors = [.. new[] { JsonValues.Text(item, "by"), JsonValues.Text(item, "byline") }.OfType<string>().Concat(JsonValues.Names(JsonValues.Get(item, "bylines")))],
            Published = DocumentDate.Read(JsonValues.Text(item, "firstcreated") ?? JsonValues.Text(item, "contentcreated") ?? JsonValues.Text(item, "versioncreated")),
            Language = JsonValues.Text(item, "language"),
            Provider = provider ?? holder,
            Credits =
            [
                .. new[] { provider, holder, JsonValues.Text(item, "creditline"), JsonValues.Text(item, "source") }.OfType<string>(),
                .. JsonValues.Names(JsonValues.Get(item, "infosources")),
                .. JsonValues.Names(JsonValues.Get(item, "infosource")),
            ],
            Content = Content(item),
            Refusal = status?.ToLowerInvariant() is "canceled" or "withheld" ? $"its provider has withdrawn this item (status {status}); leave it out, or give its last usable version" : null,
        };
    }

    // 2.x and 3.x: headlines with roles; 1.x: one headline, or several with the role behind an underscore.
    private static string? Title(JsonElement item)
    {
        JsonElement[] headlines = [.. JsonValues.Items(JsonValues.Get(item, "headlines"))];
        JsonElement? main = headlines.Cast<JsonElement?>().FirstOrDefault(h => JsonValues.Text(h!.Value, "role") == "main") ?? headlines.Cast<JsonElement?>().FirstOrDefault();
        return (main is { } value ? JsonValues.Text(value, "value") ?? JsonValues.Text(value) : null)
            ?? JsonValues.Text(item, "headline") ?? JsonValues.Text(item, "headline_main") ?? JsonValues.Text(item, "title");
    }

    // The same text may be given in several forms: with tags its paragraphs are known, so that form counts double.
    private static DocumentContent? Content(JsonElement item)
    {
        DocumentContent? best = null;
        int most = 0;
        foreach ((string? type, string text) in Bodies(item))
        {
            DocumentContent? content = type is not null && type.Contains("html", StringComparison.OrdinalIgnoreCase) || type is null
                ? DocumentContent.Html(text)
                : type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) ? DocumentContent.Plain(PlainParagraphs.Unwrapped(text, isFlowed: false)) : null;
            int weight = (content?.Bare().Length ?? 0) * (content is { IsHtml: true } ? 2 : 1);
            if (weight > most)
                (best, most) = (content, weight);
        }
        return best;
    }

    private static IEnumerable<(string? Type, string Text)> Bodies(JsonElement item)
    {
        foreach (JsonElement body in JsonValues.Items(JsonValues.Get(item, "bodies")))
        {
            if (JsonValues.Text(body, "value") is { } value)
                yield return (JsonValues.Text(body, "contenttype"), value);
        }
        if (item.ValueKind != JsonValueKind.Object)
            yield break;
        foreach (JsonProperty property in item.EnumerateObject())
        {
            string name = JsonValues.Name(property);
            if (name.StartsWith("body_", StringComparison.OrdinalIgnoreCase) && JsonValues.Text(property.Value) is { } value)
                yield return (name.EndsWith("html", StringComparison.OrdinalIgnoreCase) ? "text/html" : name.EndsWith("text", StringComparison.OrdinalIgnoreCase) ? "text/plain" : null, value);
        }
    }
}
