using System.Text;

namespace Stemma.Reading.Documents.Markup;

/// <summary>Writes what stands in an element as HTML.</summary>
internal static class MarkupWriter
{
    /// <summary>The HTML of all that is in the element, without the element itself.</summary>
    /// <param name="element">The element.</param>
    /// <param name="tagOf">The tag that an element becomes: null leaves it out with all that is in it, an empty one leaves the tag out.
    /// A null function keeps elements as they are.</param>
    public static string Inner(MarkupNode element, Func<MarkupNode, string?>? tagOf = null)
    {
        var html = new StringBuilder();
        MarkupNode? node = element.First;
        while (node is not null)
        {
            string? tag = node.IsElement ? tagOf is null ? node.Name : tagOf(node) : "";
            bool enters = tag is not null && node.First is not null;
            if (!node.IsElement)
                Append(html, node);
            else if (tag is { Length: > 0 })
                html.Append('<').Append(tag).Append(tagOf is null ? node.Raw : default).Append('>');
            if (enters)
            {
                node = node.First;
                continue;
            }
            if (node.IsElement)
                Close(html, tag);
            // Up until an element has a sibling.
            while (node is not null && node.Next is null)
            {
                node = ReferenceEquals(node.Parent, element) ? null : node.Parent;
                if (node is not null)
                    Close(html, tagOf is null ? node.Name : tagOf(node));
            }
            node = node?.Next;
        }
        return html.ToString();
    }

    private static void Append(StringBuilder html, MarkupNode text)
    {
        if (!text.IsVerbatim)
            html.Append(text.Raw);
        else
            html.Append(text.Decoded().Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal));
    }

    private static void Close(StringBuilder html, string? tag)
    {
        if (tag is { Length: > 0 } && tag is not ("br" or "hr" or "img" or "input" or "meta" or "link" or "wbr" or "source" or "embed"))
            html.Append("</").Append(tag).Append('>');
    }
}
