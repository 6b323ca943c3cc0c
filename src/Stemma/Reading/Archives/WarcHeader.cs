using System.Text;

namespace Stemma.Reading.Archives;

/// <summary>What the header of a WARC record says (WARC 1.1, ISO 28500:2017, sections 4 and 5), as far as it decides whether the record is a report.</summary>
internal readonly record struct WarcHeader(WarcType Type, long? Length, bool IsHttp, MediaKind Media, string? Charset, string? Target)
{
    /// <summary>Reads a header.</summary>
    /// <param name="header">From "WARC/" to its blank line.</param>
    public static WarcHeader Of(ReadOnlySpan<byte> header)
    {
        var fields = new HeaderFields(header);
        long? length = HeaderFields.Number(fields["Content-Length"u8]);
        WarcType type = TypeOf(fields["WARC-Type"u8]);
        if (type is WarcType.Other or WarcType.Revisit)
            return new WarcHeader(type, length, false, MediaKind.Other, null, null);
        ReadOnlySpan<byte> content = fields["Content-Type"u8];
        ReadOnlySpan<byte> media = HeaderFields.MediaType(content);
        bool isHttp = type == WarcType.Response && (media.IsEmpty || Ascii.EqualsIgnoreCase(media, "application/http"u8));
        ReadOnlySpan<byte> target = fields["WARC-Target-URI"u8].Trim("<> "u8);
        return new WarcHeader(type, length, isHttp, isHttp ? MediaOf(fields["WARC-Identified-Payload-Type"u8]) : MediaOf(content), HeaderFields.Charset(content),
            target.IsEmpty ? null : Encoding.UTF8.GetString(target));
    }

    /// <summary>What a media type can hold.</summary>
    public static MediaKind MediaOf(ReadOnlySpan<byte> contentType)
    {
        ReadOnlySpan<byte> media = HeaderFields.MediaType(contentType);
        if (media.IsEmpty)
            return MediaKind.Unknown;
        if (Ascii.EqualsIgnoreCase(media, "text/html"u8) || Ascii.EqualsIgnoreCase(media, "application/xhtml+xml"u8) || Ascii.EqualsIgnoreCase(media, "text/plain"u8))
            return MediaKind.Text;
        return EndsWith(media, "/xml"u8) || EndsWith(media, "+xml"u8) || EndsWith(media, "/json"u8) || EndsWith(media, "+json"u8) ? MediaKind.Document : MediaKind.Other;
    }

    private static WarcType TypeOf(ReadOnlySpan<byte> type) =>
        Ascii.EqualsIgnoreCase(type, "response"u8) ? WarcType.Response
        : Ascii.EqualsIgnoreCase(type, "resource"u8) || Ascii.EqualsIgnoreCase(type, "conversion"u8) ? WarcType.Resource
        : Ascii.EqualsIgnoreCase(type, "revisit"u8) ? WarcType.Revisit : WarcType.Other;

    private static bool EndsWith(ReadOnlySpan<byte> media, ReadOnlySpan<byte> end) => media.Length > end.Length && Ascii.EqualsIgnoreCase(media[^end.Length..], end);
}

/// <summary>The types of WARC records that are told apart.</summary>
internal enum WarcType
{
    /// <summary>A request, metadata, information on the crawl: holds no page.</summary>
    Other,

    /// <summary>An answer of a server, its HTTP header included.</summary>
    Response,

    /// <summary>A resource, or the text that was made of one: the content alone.</summary>
    Resource,

    /// <summary>A page that was unchanged since an earlier crawl.</summary>
    Revisit,
}

/// <summary>What a media type promises.</summary>
internal enum MediaKind
{
    /// <summary>Pictures, scripts and all else that is no report.</summary>
    Other,

    /// <summary>A page or text.</summary>
    Text,

    /// <summary>XML or JSON: a report only where it is a feed or an exchange document.</summary>
    Document,

    /// <summary>Nothing is said.</summary>
    Unknown,
}
