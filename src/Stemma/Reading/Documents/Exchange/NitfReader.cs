using System.Text;
using Stemma.Reading.Documents.Feeds;
using Stemma.Reading.Documents.Markup;

namespace Stemma.Reading.Documents.Exchange;

/// <summary>Reads NITF 3.x (iptc.org/std/NITF), its head, the heads of its body, the text and what stands under it.</summary>
internal static class NitfReader
{
    /// <summary>Reads the document.</summary>
    public static ExchangeItem Read(MarkupNode nitf)
    {
        MarkupNode? head = nitf.Child("head"), data = head?.Child("docdata"), publication = head?.Child("pubdata"), body = nitf.Child("body"), top = body?.Child("body.head");
        MarkupNode? id = data?.Child("doc-id");
        MarkupNode[] bylines = top is null ? [] : [.. top.Elements.Where(e => e.Name == "byline")];
        return new ExchangeItem
        {
            Id = id?.Attribute("id-string"),
            Url = FeedFields.Address(publication?.Attribute("ex-ref"), null),
            Title = FeedFields.Title(top?.Child("hedline")?.Child("hl1")?.Text()) ?? FeedFields.Title(head?.Child("title")?.Text()),
            Authors = [.. bylines.SelectMany(Authors)],
            Published = DocumentDate.Read(data?.Child("date.issue")?.Attribute("norm") ?? data?.Child("date.release")?.Attribute("norm") ?? publication?.Attribute("date.publication") ?? top?.Child("dateline")?.Child("story.date")?.Attribute("norm")),
            Language = nitf.Attribute("lang") ?? body?.Attribute("lang"),
            Provider = publication?.Attribute("name") ?? top?.Child("distributor")?.Words() ?? data?.Child("doc.copyright")?.Attribute("holder"),
            Credits =
            [
                .. new[] { top?.Child("distributor")?.Words(), data?.Child("doc.copyright")?.Attribute("holder"), id?.Attribute("regsrc"), top?.Child("rights")?.Child("rights.owner")?.Words() }.OfType<string>(),
                .. bylines.SelectMany(b => b.All("byttl")).Select(t => t.Text()),
                .. (body?.Child("body.content") is { } text ? text.All("copyrite.holder") : []).Select(h => h.Text()),
            ],
            Content = Content(body),
        };
    }

    // "By <person>Jane Doe</person>, <byttl>Staff Reporter</byttl>": the title is none of the name.
    private static IEnumerable<string> Authors(MarkupNode byline)
    {
        string[] persons = [.. byline.All("person").Select(p => p.Text()).Where(p => p.Length > 0)];
        if (persons.Length > 0)
            return persons;
        var name = new StringBuilder();
        for (MarkupNode? node = byline; node is not null; node = node.After(byline))
        {
            if (!node.IsElement && !IsIn(node, "byttl", byline))
                name.Append(node.Decoded());
        }
        string text = name.ToString().Trim(' ', ',', '\n', '\r', '\t');
        return text.Length > 0 ? [text] : [];
    }

    private static bool IsIn(MarkupNode node, string name, MarkupNode root)
    {
        for (MarkupNode? around = node.Parent; around is not null && !ReferenceEquals(around, root); around = around.Parent)
        {
            if (string.Equals(around.Name, name, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    // The text with the line under it that says who wrote it and from what; the abstract only where there is no text.
    private static DocumentContent? Content(MarkupNode? body)
    {
        if (body is null)
            return null;
        var html = new StringBuilder();
        foreach (MarkupNode part in body.Elements.Where(e => e.Name == "body.content"))
            html.Append(MarkupWriter.Inner(part, Tag));
        if (html.Length == 0)
            html.Append(body.Child("body.head")?.Child("abstract") is { } summary ? MarkupWriter.Inner(summary, Tag) : "");
        if (html.Length > 0 && body.Child("body.end") is { } end)
            html.Append(MarkupWriter.Inner(end, Tag));
        return html.Length == 0 ? null : new DocumentContent(html.ToString(), true);
    }

    private static string? Tag(MarkupNode element) => element.Name switch
    {
        "p" or "tagline" => "p",
        "hl1" or "hl2" => "h2",
        "block" or "abstract" or "bibliography" => "div",
        "bq" => "blockquote",
        "media" => "figure",
        "media-caption" or "media-producer" => "figcaption",
        "media-metadata" or "media-object" or "media-reference" or "ed-msg" or "copyrite" or "datasource" or "note" or "nitf-table-metadata" or "nitf-table-summary" or "custom-table" or "table-reference" => null,
        "ol" or "ul" or "li" or "dl" or "dt" or "dd" or "pre" or "table" or "tr" or "td" or "th" or "tbody" or "thead" or "hr" or "br" or "q" or "em" or "sub" or "sup" => element.Name,
        "nitf-table" => "div",
        "byline" or "dateline" or "distributor" => "p",
        _ => "",
    };
}
