using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Stemma.Reading.Html;

/// <summary>Keeps pages that are nested beyond all sense from costing more time than their length.</summary>
internal static class PageGuard
{
    /// <summary>In open elements; browsers cut at 512, and real pages stay below 100.</summary>
    private const int DeepestNesting = 1500;

    /// <summary>In tags; long real pages have 20,000.</summary>
    private const int MostTags = 120_000;

    private static readonly HtmlParserOptions s_options = new() { IsScripting = false, IsKeepingSourceReferences = false };

    /// <summary>The page as a tree, its tags replaced by line ends where it has more of them or is nested deeper than any real page.</summary>
    public static IDocument Parse(string html) => new HtmlParser(s_options).ParseDocument(IsTooMuch(html) ? WithoutTags(html) : html);

    // Elements that need no end tag are counted as closed, so that a long list without </li> is not deep.
    private static bool IsTooMuch(string html)
    {
        int depth = 0, deepest = 0, tags = 0, at = 0;
        while ((at = html.IndexOf('<', at)) >= 0 && at + 1 < html.Length)
        {
            at++;
            bool closing = html[at] == '/';
            int start = closing ? at + 1 : at, end = start;
            while (end < html.Length && end - start < 12 && char.IsAsciiLetterOrDigit(html[end]))
                end++;
            ReadOnlySpan<char> tag = html.AsSpan(start, end - start);
            if (!closing && html.AsSpan(at).StartsWith("!--"))
            {
                at = html.IndexOf("-->", at, StringComparison.Ordinal);
                if (at < 0)
                    break;
                continue;
            }
            // Scripts hold "<" that opens nothing.
            if (!closing && (tag.Equals("script", StringComparison.OrdinalIgnoreCase) || tag.Equals("style", StringComparison.OrdinalIgnoreCase)))
            {
                int close = html.IndexOf(tag.Length == 6 ? "</script" : "</style", at, StringComparison.OrdinalIgnoreCase);
                if (close < 0)
                    break;
                at = close + 1;
                continue;
            }
            tags += end > start ? 1 : 0;
            if (end == start || IsVoid(tag))
                continue;
            depth = closing ? Math.Max(0, depth - 1) : depth + 1;
            deepest = Math.Max(deepest, depth);
        }
        return deepest > DeepestNesting || tags > MostTags;
    }

    private static bool IsVoid(ReadOnlySpan<char> tag)
    {
        foreach (string name in s_void)
        {
            if (tag.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private static readonly string[] s_void = ["p", "li", "br", "img", "meta", "link", "input", "hr", "source", "td", "tr", "th", "dt", "dd", "option", "path", "wbr", "col", "area", "embed", "param", "track", "use", "circle", "rect", "polygon", "g", "stop"];

    private static string WithoutTags(string html)
    {
        var text = new StringBuilder(html.Length);
        bool inTag = false;
        foreach (char c in html)
        {
            if (c is '<' or '>')
            {
                inTag = c == '<';
                text.Append('\n');
            }
            else if (!inTag)
            {
                text.Append(c);
            }
        }
        return text.ToString();
    }
}
