using System.Text.Json;

namespace Stemma.Reading.Html;

/// <summary>What the JSON-LD of a page (schema.org) says of its article.</summary>
internal sealed class LinkedData
{
    /// <summary>In UTF-16 code units; larger blocks are product catalogues.</summary>
    private const int LongestScript = 2_000_000;

    /// <summary>In objects; a page's graph is small.</summary>
    private const int MostObjects = 2000;

    private static readonly JsonDocumentOptions s_lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private int _objects;

    /// <summary>True where an article is described.</summary>
    public bool HasArticle { get; private set; }

    /// <summary>True where the article is one that goes on: many short posts under one headline.</summary>
    public bool IsLive { get; private set; }

    /// <summary>True where the article must be paid for.</summary>
    public bool IsPaid { get; private set; }

    /// <summary>The headline.</summary>
    public string? Headline { get; private set; }

    /// <summary>The text of the article, where the page gives it.</summary>
    public string? Body { get; private set; }

    /// <summary>The date of publication as it is written.</summary>
    public string? Published { get; private set; }

    /// <summary>The date of the last change as it is written.</summary>
    public string? Changed { get; private set; }

    /// <summary>The date of publication that the page's other objects give, where no article does.</summary>
    public string? PagePublished { get; private set; }

    /// <summary>The publisher's name.</summary>
    public string? Publisher { get; private set; }

    /// <summary>The section of the site.</summary>
    public string? Section { get; private set; }

    /// <summary>The summary.</summary>
    public string? Description { get; private set; }

    /// <summary>The authors as they are written.</summary>
    public List<string> Authors { get; } = [];

    /// <summary>Takes in one script; what is no JSON is passed over.</summary>
    public void Take(string script)
    {
        if (script.Length > LongestScript)
            return;
        JsonDocument? document = Parse(script) ?? Parse(Mended(script));
        if (document is null)
            return;
        using (document)
            Visit(document.RootElement);
    }

    private static JsonDocument? Parse(string script)
    {
        try
        {
            return JsonDocument.Parse(script, s_lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Pages write line ends into strings, close with a semicolon, or wrap the script in a comment.
    private static string Mended(string script)
    {
        int start = script.AsSpan().IndexOfAny('{', '['), end = script.AsSpan().LastIndexOfAny('}', ']');
        if (start < 0 || end <= start)
            return "";
        return string.Create(end + 1 - start, (script, start), static (span, source) =>
        {
            source.script.AsSpan(source.start, span.Length).CopyTo(span);
            for (int i = 0; i < span.Length; i++)
            {
                if (span[i] < ' ')
                    span[i] = ' ';
            }
        });
    }

    private void Visit(JsonElement element)
    {
        if (_objects++ > MostObjects)
            return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
                Visit(item);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (!HasArticle && IsArticle(element))
            {
                HasArticle = true;
                TakeArticle(element);
            }
            else if (PagePublished is null && IsOf(element, "WebPage"))
            {
                PagePublished = Value(element, "datePublished");
                Changed ??= Value(element, "dateModified");
            }
            // Lists of articles belong to pages that hold none themselves.
            foreach (string inner in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
            {
                if (element.TryGetProperty(inner, out JsonElement value))
                    Visit(value);
            }
        }
    }

    private static bool IsArticle(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out JsonElement type))
            return false;
        if (type.ValueKind == JsonValueKind.Array)
            return type.EnumerateArray().Any(t => IsArticleType(t.ValueKind == JsonValueKind.String ? t.GetString()! : ""));
        return type.ValueKind == JsonValueKind.String && IsArticleType(type.GetString()!);
    }

    private static bool IsOf(JsonElement element, string name) =>
        element.TryGetProperty("@type", out JsonElement type) && (type.ValueKind == JsonValueKind.String && type.ValueEquals(name)
            || type.ValueKind == JsonValueKind.Array && type.EnumerateArray().Any(t => t.ValueKind == JsonValueKind.String && t.ValueEquals(name)));

    private static bool IsArticleType(string type) => type.EndsWith("Article", StringComparison.OrdinalIgnoreCase) || type.EndsWith("Posting", StringComparison.OrdinalIgnoreCase) || type is "Report" or "Review";

    private void TakeArticle(JsonElement article)
    {
        Headline = Value(article, "headline") ?? Value(article, "name");
        IsLive = IsOf(article, "LiveBlogPosting");
        IsPaid = article.TryGetProperty("isAccessibleForFree", out JsonElement free)
            && (free.ValueKind == JsonValueKind.False || free.ValueKind == JsonValueKind.String && string.Equals(free.GetString(), "false", StringComparison.OrdinalIgnoreCase));
        Body = Value(article, "articleBody");
        Description = Value(article, "description");
        Section = Value(article, "articleSection");
        Published = Value(article, "datePublished") ?? Value(article, "dateCreated");
        Changed = Value(article, "dateModified");
        if (article.TryGetProperty("publisher", out JsonElement publisher))
            Publisher = Names(publisher).FirstOrDefault();
        if (article.TryGetProperty("author", out JsonElement author))
            Authors.AddRange(Names(author));
        else if (article.TryGetProperty("creator", out JsonElement creator))
            Authors.AddRange(Names(creator));
    }

    private static IEnumerable<string> Names(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String when element.GetString() is { Length: > 0 } name && !name.StartsWith("http", StringComparison.Ordinal):
                yield return name;
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray().Take(20))
                {
                    foreach (string name in Names(item).Take(20))
                        yield return name;
                }
                break;
            case JsonValueKind.Object when element.TryGetProperty("name", out JsonElement value):
                foreach (string name in Names(value).Take(20))
                    yield return name;
                break;
        }
    }

    private static string? Value(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()) ? value.GetString() : null;
}
