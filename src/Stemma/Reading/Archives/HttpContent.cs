using System.IO.Compression;

namespace Stemma.Reading.Archives;

/// <summary>Undoes what a server did to a page on the way: chunks and packing. Crawlers undo these too and leave the header as it was, so bytes that do not fit are taken as they are.</summary>
internal static class HttpContent
{
    /// <summary>In encodings one on the other; servers send one.</summary>
    private const int MostEncodings = 3;

    // In bytes: the length of a chunk is up to 16 hexadecimal digits.
    private const int MostDigits = 16;

    /// <summary>The page as it was before it was sent.</summary>
    /// <param name="body">What stands behind the HTTP header.</param>
    /// <param name="header">The header.</param>
    /// <param name="most">In bytes; a longer page is cut there.</param>
    /// <param name="budget">Is told what is unpacked.</param>
    /// <returns>The page, and what is wrong with it or null.</returns>
    public static (ReadOnlyMemory<byte> Page, string? Problem) Undo(ReadOnlyMemory<byte> body, HttpHeader header, int most, UnpackBudget budget)
    {
        string? problem = null;
        if (header.IsChunked)
            body = WithoutChunks(body, ref problem);
        if (header.Encodings.Length == 0)
            return (body, problem);
        string[] encodings = header.Encodings.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (int i = encodings.Length - 1, done = 0; i >= 0 && done < MostEncodings; i--, done++)
            body = Unpacked(body, encodings[i].ToLowerInvariant(), most, budget, ref problem);
        return (body, problem);
    }

    // RFC 9112, section 7.1: a length in hexadecimal digits, extensions, the bytes, and a line end; the last chunk is empty.
    private static ReadOnlyMemory<byte> WithoutChunks(ReadOnlyMemory<byte> body, ref string? problem)
    {
        ReadOnlySpan<byte> rest = body.Span;
        byte[] plain = new byte[body.Length];
        int written = 0;
        bool isFirst = true;
        while (ChunkLength(rest, out int start) is { } length)
        {
            isFirst = false;
            rest = rest[start..];
            if (length == 0)
                return plain.AsMemory(0, written);
            int here = (int)Math.Min(length, rest.Length);
            rest[..here].CopyTo(plain.AsSpan(written));
            written += here;
            rest = rest[here..];
            rest = rest.StartsWith("\r\n"u8) ? rest[2..] : rest.StartsWith("\n"u8) ? rest[1..] : rest;
            if (here < length)
                break;
        }
        if (isFirst)
            return body;
        problem ??= "its last chunks are missing, so the page may be cut short";
        return plain.AsMemory(0, written);
    }

    private static long? ChunkLength(ReadOnlySpan<byte> rest, out int start)
    {
        int end = rest[..Math.Min(rest.Length, 1024)].IndexOf((byte)'\n');
        start = end + 1;
        if (end < 0)
            return null;
        ReadOnlySpan<byte> digits = rest[..end];
        if (digits.IndexOf((byte)';') is var extension and >= 0)
            digits = digits[..extension];
        digits = digits.Trim(" \t\r"u8);
        if (digits.IsEmpty || digits.Length > MostDigits)
            return null;
        ulong length = 0;
        foreach (byte digit in digits)
        {
            if (!char.IsAsciiHexDigit((char)digit))
                return null;
            length = (length << 4) | (uint)(digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }
        return length > long.MaxValue ? long.MaxValue : (long)length;
    }

    private static ReadOnlyMemory<byte> Unpacked(ReadOnlyMemory<byte> body, string encoding, int most, UnpackBudget budget, ref string? problem)
    {
        using var packed = new ReadOnlyMemoryStream(body);
        Stream? stream = encoding switch
        {
            "gzip" or "x-gzip" => body.Span is [0x1F, 0x8B, ..] ? new GZipStream(packed, CompressionMode.Decompress) : null,
            "deflate" => body.Span is [var first, var second, ..] && ((first << 8) | second) % 31 == 0 && (first & 15) == 8
                ? new ZLibStream(packed, CompressionMode.Decompress) : new DeflateStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            _ => null,
        };
        if (stream is null)
        {
            if (encoding is "identity" or "gzip" or "x-gzip" || LooksPlain(body.Span))
                return body;
            problem ??= $"it is packed as “{encoding}”, which is not read";
            return default;
        }
        using (stream)
        {
            using var unpacked = new ByteSource(new Counted(stream, budget));
            ReadOnlyMemory<byte> page = WholeContent.Read(unpacked, most, out bool isLonger);
            if (isLonger)
                problem ??= WholeContent.TooLong(most);
            else if (unpacked.Fault is not null && !budget.IsSpent && (page.IsEmpty || LooksPlain(body.Span)))
                return body;
            else if (unpacked.Fault is { } fault)
                problem ??= budget.IsSpent ? fault : $"it is packed as “{encoding}” and damaged, so the page may be cut short";
            return page;
        }
    }

    private static bool LooksPlain(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> text = body.TrimStart(" \t\r\n"u8);
        return text is [(byte)'<', var next, ..] ? char.IsAsciiLetter((char)next) || next is (byte)'!' or (byte)'?' : text.StartsWith("{"u8) || text.StartsWith("\uFEFF"u8);
    }

    /// <summary>Tells a budget what is read, and gives every failure of the framework's decoders the one name.</summary>
    private sealed class Counted(Stream stream, UnpackBudget budget) : ReadOnlyStream
    {
        public override int Read(Span<byte> buffer)
        {
            int read;
            try
            {
                read = stream.Read(buffer);
            }
            catch (Exception e) when (e is InvalidOperationException or IOException)
            {
                throw new InvalidDataException(e.Message, e);
            }
            budget.AddUnpacked(read);
            return read;
        }
    }
}
