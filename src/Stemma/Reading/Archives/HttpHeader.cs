using System.Text;

namespace Stemma.Reading.Archives;

/// <summary>What the header of an HTTP answer says of its content (RFC 9112, sections 4 to 6; RFC 9110, section 8).</summary>
internal readonly record struct HttpHeader(int Status, MediaKind Media, string? Charset, bool IsChunked, string Encodings)
{
    /// <summary>Reads a header.</summary>
    /// <param name="header">From the status line to the blank line.</param>
    /// <returns>Null where it does not begin with a status line.</returns>
    public static HttpHeader? Of(ReadOnlySpan<byte> header)
    {
        if (!header.StartsWith("HTTP/"u8) || header.IndexOf((byte)' ') is not (var space and > 0) || header.Length < space + 4)
            return null;
        ReadOnlySpan<byte> code = header.Slice(space + 1, 3);
        int status = 0;
        foreach (byte digit in code)
            status = status * 10 + (char.IsAsciiDigit((char)digit) ? digit - '0' : 1000);
        if (status != Sent)
            return new HttpHeader(status, MediaKind.Other, null, false, "");
        var fields = new HeaderFields(header);
        ReadOnlySpan<byte> type = fields["Content-Type"u8], transfer = fields["Transfer-Encoding"u8], encoding = fields["Content-Encoding"u8];
        return new HttpHeader(status, WarcHeader.MediaOf(type), HeaderFields.Charset(type),
            transfer.Length >= 7 && Ascii.EqualsIgnoreCase(transfer[^7..], "chunked"u8), encoding.IsEmpty ? "" : Encoding.Latin1.GetString(encoding));
    }

    /// <summary>The status of an answer with the page that was asked for.</summary>
    public const int Sent = 200;
}
