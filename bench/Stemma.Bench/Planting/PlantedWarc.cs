using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Stemma.Bench.Planting;

/// <summary>Plants a WARC file as a crawler leaves it: for each page a request, the answer and metadata, each packed by itself; some answers are errors, pictures or unchanged pages.</summary>
internal static class PlantedWarc
{
    // Of a hundred fetches.
    private const int Errors = 5, Pictures = 5, Unchanged = 3, Chunked = 20;

    // A page of the trade is some 60 KB, of which the article is a tenth: the rest is style, state and links.
    private const int StyleRules = 180, StateEntries = 220, Links = 90;

    /// <summary>Writes so many records; the same bytes for the same seed.</summary>
    public static void Write(string file, int records, ulong seed)
    {
        using FileStream stream = new(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        var chance = new Chance(seed);
        var grammar = new Grammar(chance);
        string style = Style(chance);
        Add(stream, "warcinfo", null, "application/warc-fields", "software: planted\r\nformat: WARC File Format 1.1\r\n"u8);
        for (int i = 1, page = 0; i < records; page++)
        {
            if (page % 200 == 199)
                grammar = new Grammar(chance);
            string url = string.Create(CultureInfo.InvariantCulture, $"https://outlet{chance.Below(400)}.example/news/{page}");
            byte[] request = Encoding.UTF8.GetBytes($"GET {url[url.IndexOf("/news", StringComparison.Ordinal)..]} HTTP/1.1\r\nHost: {url.Split('/')[2]}\r\nUser-Agent: planted\r\nAccept: text/html\r\n\r\n");
            if (i++ < records)
                Add(stream, "request", url, "application/http; msgtype=request", request);
            if (i++ < records)
                Answer(stream, chance, grammar, style, url, page);
            if (i++ < records)
                Add(stream, "metadata", url, "application/warc-fields", Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"fetchTimeMs: {chance.Below(900)}\r\ncharset-detected: UTF-8\r\n")));
        }
    }

    private static void Answer(Stream stream, Chance chance, Grammar grammar, string style, string url, int page)
    {
        int kind = chance.Below(100);
        if (kind < Unchanged)
        {
            Add(stream, "revisit", url, "application/http; msgtype=response", "HTTP/1.1 304 Not Modified\r\n\r\n"u8);
            return;
        }
        (string status, string type, byte[] body) = kind < Unchanged + Errors ? ("404 Not Found", "text/html", "<html><body>There is no such page.</body></html>"u8.ToArray())
            : kind < Unchanged + Errors + Pictures ? ("200 OK", "image/jpeg", Picture(chance))
            : ("200 OK", "text/html; charset=utf-8", Encoding.UTF8.GetBytes(Page(chance, grammar, style, page)));
        bool isChunked = chance.Below(100) < Chunked;
        string head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\nServer: planted\r\nContent-Type: {type}\r\n{(isChunked ? "Transfer-Encoding: chunked" : $"Content-Length: {body.Length}")}\r\n\r\n");
        using var answer = new MemoryStream();
        answer.Write(Encoding.UTF8.GetBytes(head));
        if (isChunked)
        {
            for (int at = 0; at < body.Length; at += 8192)
            {
                int length = Math.Min(8192, body.Length - at);
                answer.Write(Encoding.UTF8.GetBytes(length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"));
                answer.Write(body, at, length);
                answer.Write("\r\n"u8);
            }
            answer.Write("0\r\n\r\n"u8);
        }
        else
        {
            answer.Write(body);
        }
        Add(stream, "response", url, "application/http; msgtype=response", answer.GetBuffer().AsSpan(0, (int)answer.Length));
    }

    private static void Add(Stream stream, string type, string? url, string content, ReadOnlySpan<byte> block)
    {
        using var member = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
        string target = url is null ? "" : $"WARC-Target-URI: {url}\r\n";
        member.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"WARC/1.1\r\nWARC-Type: {type}\r\n{target}WARC-Date: 2024-03-12T10:15:30Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\nContent-Type: {content}\r\nContent-Length: {block.Length}\r\n\r\n")));
        member.Write(block);
        member.Write("\r\n\r\n"u8);
    }

    private static string Page(Chance chance, Grammar grammar, string style, int page)
    {
        string title = Capital(grammar.Expand("{sentence}").Split('|')[0]);
        var html = new StringBuilder(1 << 16);
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title><meta property=\"article:published_time\" content=\"2024-03-{1 + chance.Below(28):00}\"><style>{style}</style><script>window.state={{");
        for (int i = 0; i < StateEntries; i++)
            html.Append(CultureInfo.InvariantCulture, $"\"k{i}\":{{\"id\":\"{Letters(chance, 24)}\",\"seen\":{chance.Below(1000000)},\"kind\":\"module\"}},");
        html.Append("};</script></head><body><nav><ul>");
        for (int i = 0; i < Links; i++)
            html.Append(CultureInfo.InvariantCulture, $"<li class=\"item\"><a href=\"/section/{Letters(chance, 8)}/{chance.Below(90000)}\">{Capital(Letters(chance, 4 + chance.Below(6)))}</a></li>");
        html.Append(CultureInfo.InvariantCulture, $"</ul></nav><main><article><h1>{title}</h1><p class=\"byline\">By {chance.Of(grammar.Persons)}</p>");
        for (int paragraphs = chance.Between(6, 18); paragraphs > 0; paragraphs--)
        {
            html.Append("<p>");
            for (int sentences = chance.Between(1, 4); sentences > 0; sentences--)
                html.Append(Capital(grammar.Expand("{sentence}").Replace('|', ' ').Trim())).Append(". ");
            html.Append("</p>\n");
        }
        html.Append("</article></main><aside><ul>");
        for (int i = 0; i < 12; i++)
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"/news/{chance.Below(90000)}\">{Capital(grammar.Expand("{sentence}").Split('|')[0])}</a></li>");
        return html.Append(CultureInfo.InvariantCulture, $"</ul></aside><footer>Page {page}</footer></body></html>").ToString();
    }

    private static string Style(Chance chance)
    {
        var style = new StringBuilder();
        for (int i = 0; i < StyleRules; i++)
            style.Append(CultureInfo.InvariantCulture, $".{Letters(chance, 6)} .{Letters(chance, 9)}{{margin:{chance.Below(40)}px;padding:{chance.Below(40)}px;color:#{Letters(chance, 6)}}}");
        return style.ToString();
    }

    private static byte[] Picture(Chance chance)
    {
        byte[] bytes = new byte[chance.Between(4_000, 40_000)];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)chance.Below(256);
        (bytes[0], bytes[1], bytes[2]) = (0xFF, 0xD8, 0xFF);
        return bytes;
    }

    private static string Letters(Chance chance, int count) => string.Create(count, chance, static (span, chance) =>
    {
        foreach (ref char c in span)
            c = (char)('a' + chance.Below(26));
    });

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
