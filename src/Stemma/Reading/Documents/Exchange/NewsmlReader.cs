using Stemma.Reading.Documents.Feeds;
using Stemma.Reading.Documents.Markup;

namespace Stemma.Reading.Documents.Exchange;

/// <summary>Reads a newsItem of NewsML-G2 (iptc.org/std/NewsML-G2), its text in NITF, XHTML or plain.</summary>
internal static class NewsmlReader
{
    /// <summary>Reads the item; what it says of itself counts before what the document inside says.</summary>
    public static ExchangeItem Read(MarkupNode item)
    {
        MarkupNode? meta = item.Child("itemmeta"), content = item.Child("contentmeta"), rights = item.Child("rightsinfo"), set = item.Child("contentset");
        ExchangeItem inner = Inner(set);
        string? guid = item.Attribute("guid");
        string[] creators = [.. Named(content, "creator").Where(c => c.Name is not null).Select(c => c.Name!)];
        string[] byline = [.. Children(content, "by").Select(b => b.Text()).Where(b => b.Length > 0)];
        (string? Name, string? Code) provider = Named(meta, "provider").FirstOrDefault(), holder = Named(rights, "copyrightholder").FirstOrDefault();
        return inner with
        {
            Id = guid ?? inner.Id,
            Url = FeedFields.Address(guid, null) ?? inner.Url,
            Title = Title(content) ?? Title(meta) ?? inner.Title,
            Authors = inner.Authors.Count > 0 ? inner.Authors : creators.Length > 0 ? creators : byline,
            Published = DocumentDate.Read((meta?.Child("firstcreated") ?? content?.Child("contentcreated") ?? meta?.Child("versioncreated"))?.Text()) ?? inner.Published,
            Language = content?.Child("language")?.Attribute("tag") ?? item.Attribute("lang") ?? inner.Language,
            Provider = provider.Name ?? Known(provider.Code) ?? holder.Name ?? Known(holder.Code) ?? inner.Provider,
            Credits =
            [
                .. new[] { provider, holder }.Concat(Named(content, "infosource")).Concat(Named(content, "contributor")).Select(n => n.Name ?? n.Code).OfType<string>(),
                .. Children(content, "creditline").Select(c => c.Text()),
                .. creators.Where(c => Agencies.UsualName(c) is not null),
                .. inner.Credits,
            ],
            Refusal = Refusal(meta, set, inner),
        };
    }

    private static string? Refusal(MarkupNode? meta, MarkupNode? set, ExchangeItem inner)
    {
        string status = meta?.Child("pubstatus") is { } node ? node.Attribute("qcode") ?? node.Attribute("uri") ?? "" : "";
        if (status.EndsWith("canceled", StringComparison.OrdinalIgnoreCase) || status.EndsWith("withheld", StringComparison.OrdinalIgnoreCase))
            return $"its provider has withdrawn this item (status {status}); leave it out, or give its last usable version";
        if (inner.Content is not null)
            return null;
        string? place = Children(set, "remotecontent").Select(r => r.Attribute("href")).FirstOrDefault(h => h is not null);
        return place is null ? null : $"the item refers to its content and carries no text; fetch {place}";
    }

    // The same text may be given in several forms: the one that says most is taken, the first of equal ones.
    private static ExchangeItem Inner(MarkupNode? set)
    {
        var best = new ExchangeItem();
        int most = 0;
        foreach (MarkupNode part in set?.Elements ?? [])
        {
            ExchangeItem? found = part.Name switch
            {
                "inlinexml" => InlineXml(part),
                "inlinedata" => new ExchangeItem { Content = InlineData(part) },
                _ => null,
            };
            int length = found?.Content?.Bare().Length ?? 0;
            if (length > most)
                (best, most) = (found!, length);
        }
        return best;
    }

    private static ExchangeItem InlineXml(MarkupNode part)
    {
        if (part.All("nitf").FirstOrDefault() is { } nitf)
            return NitfReader.Read(nitf);
        MarkupNode body = part.All("body").FirstOrDefault() ?? part;
        return new ExchangeItem { Content = DocumentContent.Html(MarkupWriter.Inner(body)), Title = FeedFields.Title(part.All("title").FirstOrDefault()?.Text()) };
    }

    private static DocumentContent? InlineData(MarkupNode part)
    {
        string type = part.Attribute("contenttype") ?? "text/plain";
        if (!type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !type.Contains("html", StringComparison.OrdinalIgnoreCase))
            return null;
        string text = part.Text();
        if (part.Attribute("encoding") is { } encoding && encoding.Contains("base64", StringComparison.OrdinalIgnoreCase))
            text = Charsets.Decode(Mail.TransferEncodings.Base64(System.Text.Encoding.Latin1.GetBytes(text)), null).Text;
        return type.Contains("html", StringComparison.OrdinalIgnoreCase) ? DocumentContent.Html(text) : DocumentContent.Plain(PlainParagraphs.Unwrapped(text, isFlowed: false));
    }

    // The main headline is the one without a role, or the first.
    private static string? Title(MarkupNode? meta)
    {
        MarkupNode[] all = [.. Children(meta, "headline")];
        return FeedFields.Title((all.FirstOrDefault(h => h.Attribute("role") is null or "hld:main" or "hlrole:main") ?? all.FirstOrDefault())?.Text())
            ?? (meta?.Name == "itemmeta" ? FeedFields.Title(meta.Child("title")?.Text()) : null);
    }

    private static IEnumerable<MarkupNode> Children(MarkupNode? parent, string name) =>
        parent?.Elements.Where(e => string.Equals(e.Name, name, StringComparison.Ordinal)) ?? [];

    // A party has a name, a literal, or only a code or address that stands for it.
    private static IEnumerable<(string? Name, string? Code)> Named(MarkupNode? parent, string name) =>
        Children(parent, name).Select(e => (e.Child("name")?.Words() ?? e.Attribute("literal"), e.Attribute("qcode")));

    private static string? Known(string? code) => code is null ? null : CreditNames.Of(code).Select(Agencies.UsualName).FirstOrDefault(n => n is not null);
}
