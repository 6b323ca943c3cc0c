using System.Buffers;
using Stemma.Reading.Documents.Markup;

namespace Stemma.Reading.Documents.Feeds;

/// <summary>Reads the fields that the XML feeds share.</summary>
internal static class FeedFields
{
    /// <summary>In authors and categories of one item.</summary>
    private const int Most = 50;

    private static readonly SearchValues<char> s_noAddress = SearchValues.Create(" \t\r\n<>\"");

    /// <summary>A title without markup: feeds escape it once too often as a matter of course.</summary>
    public static string? Title(string? field)
    {
        if (string.IsNullOrWhiteSpace(field))
            return null;
        string title = DocumentContent.Html(field)!.Bare(tag: "");
        title = string.Join(' ', MarkupText.Decode(title).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return title.Length == 0 ? null : title;
    }

    /// <summary>The absolute address, null where it is none that pages have.</summary>
    /// <param name="field">An address, absolute or relative.</param>
    /// <param name="base">The address it is relative to.</param>
    public static string? Address(string? field, string? @base)
    {
        string? trimmed = field?.Trim();
        if (string.IsNullOrEmpty(trimmed) || trimmed.Length > LongestAddress || trimmed.AsSpan().ContainsAny(s_noAddress))
            return null;
        if (IsPage(trimmed))
            return trimmed;
        return Uri.TryCreate(@base, UriKind.Absolute, out Uri? root) && Uri.TryCreate(root, trimmed, out Uri? whole) && IsPage(whole.AbsoluteUri) ? whole.AbsoluteUri : null;
    }

    /// <summary>The address without what is the same for one page: scheme, "www.", a last slash.</summary>
    public static string Host(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri))
            return "";
        string host = uri.Host.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    /// <summary>The texts of the children with one of the names, in order, each once.</summary>
    public static IReadOnlyList<string> All(MarkupNode item, Func<MarkupNode, string?> textOf)
    {
        List<string>? all = null;
        for (MarkupNode? child = item.First; child is not null; child = child.Next)
        {
            if (child.IsElement && textOf(child) is { Length: > 0 } text && (all is null || all.Count < Most && !all.Contains(text, StringComparer.Ordinal)))
                (all ??= []).Add(text);
        }
        return all ?? [];
    }

    /// <summary>What stands in the field as HTML: escaped, in CDATA, or as elements that were never escaped.</summary>
    public static string? Markup(MarkupNode? field)
    {
        if (field is null)
            return null;
        for (MarkupNode? child = field.First; child is not null; child = child.Next)
        {
            if (child.IsElement)
                return MarkupWriter.Inner(field);
        }
        return field.Words();
    }

    /// <summary>The name in an author field of RSS: "jane@gazette.example (Jane Doe)", "Jane Doe &lt;jane@gazette.example&gt;".</summary>
    public static string? Author(string? field)
    {
        if (string.IsNullOrWhiteSpace(field) || !field.Contains('@', StringComparison.Ordinal))
            return field?.Trim();
        int open = field.IndexOf('(', StringComparison.Ordinal), close = field.LastIndexOf(')');
        if (open >= 0 && close > open)
            return field[(open + 1)..close].Trim();
        int mail = field.IndexOf('<', StringComparison.Ordinal);
        return mail > 0 ? field[..mail].Trim(' ', '"') : null;
    }

    private static bool IsPage(string address) => address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    /// <summary>In UTF-16 code units.</summary>
    private const int LongestAddress = 4000;
}
