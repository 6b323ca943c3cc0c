using System.Net;
using AngleSharp.Dom;

namespace Stemma.Reading.Html;

/// <summary>Finds the article of a page that shows none until its scripts have run: in linked data, or as markup inside the scripts' data.</summary>
internal static class HiddenArticle
{
    /// <summary>In UTF-16 code units of markup or text; shorter ones are summaries.</summary>
    private const int Least = 500;

    /// <summary>In UTF-16 code units of one script; larger ones hold more than an article.</summary>
    private const int LongestScript = 4_000_000;

    /// <summary>In UTF-16 code units between the starts of two paragraphs of one article.</summary>
    private const int Apart = 5000;

    /// <summary>In times that markup is escaped: JSON within a string within a script.</summary>
    private const int MostEscapes = 3;

    private static readonly string[] s_paragraphs = ["<p", "\\u003cp", "\\u003Cp", "&lt;p"];

    /// <summary>The article as markup; null where the page holds none.</summary>
    /// <param name="document">The page.</param>
    /// <param name="linked">The article's text by linked data, null where they give none.</param>
    public static string? Find(IDocument document, string? linked)
    {
        if (linked is { Length: >= Least })
            return linked.Contains("<p", StringComparison.OrdinalIgnoreCase) ? linked : Paragraphs(WebUtility.HtmlDecode(linked));
        string? best = null;
        foreach (IElement script in document.QuerySelectorAll("script"))
        {
            if (script.TextContent is { Length: >= Least and <= LongestScript } data && LongestRun(data) is { } run && run.Length > (best?.Length ?? Least - 1))
                best = run;
        }
        return best is null ? null : Unescaped(best);
    }

    private static string Paragraphs(string text) =>
        string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>"));

    // The longest stretch from the start of one paragraph to the end of another with no long gap between.
    private static string? LongestRun(string data)
    {
        (int Start, int End) best = (0, 0);
        foreach (string paragraph in s_paragraphs)
        {
            int start = -1, last = -1;
            for (int at = data.IndexOf(paragraph, StringComparison.Ordinal); at >= 0; at = data.IndexOf(paragraph, at + paragraph.Length, StringComparison.Ordinal))
            {
                if (start < 0 || at - last > Apart)
                    start = at;
                last = at;
                int close = data.IndexOf("/p", at, Math.Min(Apart, data.Length - at), StringComparison.Ordinal);
                if (close > 0 && close + 2 - start > best.End - best.Start)
                    best = (start, close + 2);
            }
        }
        return best.End > best.Start ? data[best.Start..best.End] : null;
    }

    private static string Unescaped(string markup)
    {
        for (int i = 0; i < MostEscapes && markup.Contains('\\', StringComparison.Ordinal); i++)
        {
            markup = markup.Replace("\\\\", "\u0001", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\r", " ", StringComparison.Ordinal).Replace("\\t", " ", StringComparison.Ordinal)
                .Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\/", "/", StringComparison.Ordinal).Replace("\u0001", "\\", StringComparison.Ordinal);
            markup = WithCodes(markup);
        }
        return markup.Contains("&lt;p", StringComparison.Ordinal) ? WebUtility.HtmlDecode(markup) : markup;
    }

    // "\u003c" → "<"
    private static string WithCodes(string markup)
    {
        int at = markup.IndexOf("\\u", StringComparison.Ordinal);
        if (at < 0)
            return markup;
        var text = new System.Text.StringBuilder(markup.Length);
        int from = 0;
        for (; at >= 0; at = markup.IndexOf("\\u", Math.Min(at + 2, markup.Length), StringComparison.Ordinal))
        {
            if (at + 6 > markup.Length || at < from || !int.TryParse(markup.AsSpan(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out int code))
                continue;
            text.Append(markup, from, at - from).Append((char)code);
            from = at + 6;
        }
        return text.Append(markup, from, markup.Length - from).ToString();
    }
}
