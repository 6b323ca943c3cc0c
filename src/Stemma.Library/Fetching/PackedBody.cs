using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Stemma.Library.Fetching;

/// <summary>Undoes one layer of packing (RFC 9110 section 8.4.1), and sees where a packed body was cut off.</summary>
internal static class PackedBody
{
    /// <summary>In bytes; some servers send a line end or zeros behind what they packed.</summary>
    private const int LongestTail = 64;

    /// <summary>In bytes, of one step.</summary>
    private const int Step = 81920;

    /// <summary>Unpacks.</summary>
    /// <param name="packed">The whole packed body.</param>
    /// <param name="coding">"gzip", "x-gzip", "deflate" or "br".</param>
    /// <param name="most">In bytes; the unpacking ends there.</param>
    /// <param name="cancellation">Ends the unpacking.</param>
    /// <returns>The bytes and whether they are all, null where the body is broken or was cut off.</returns>
    public static (ReadOnlyMemory<byte> Bytes, bool IsWhole)? Unpack(ReadOnlyMemory<byte> packed, string coding, long most, CancellationToken cancellation)
    {
        if (packed.IsEmpty)
            return (packed, true);
        try
        {
            if (coding == "br")
                return Brotli(packed.Span, most, cancellation);
            bool isGzip = coding != "deflate";
            // Some servers send what the name "deflate" says, not what the standard means by it.
            bool isZlib = !isGzip && IsZlib(packed.Span);
            using MemoryStream source = Source(packed);
            using Stream stream = isGzip ? new GZipStream(source, CompressionMode.Decompress)
                : isZlib ? new ZLibStream(source, CompressionMode.Decompress)
                : new DeflateStream(source, CompressionMode.Decompress);
            (ReadOnlyMemory<byte> bytes, bool isWhole) = Copy(stream, most, cancellation);
            bool isCut = isWhole && ((isGzip && !EndsWithLength(packed.Span, bytes.Length)) || (isZlib && !EndsWithChecksum(packed.Span, bytes.Span)));
            return isCut ? null : (bytes, isWhole);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return null;
        }
    }

    // .NET's stream takes a body that was cut off for one that has ended; the decoder tells.
    private static (ReadOnlyMemory<byte> Bytes, bool IsWhole)? Brotli(ReadOnlySpan<byte> packed, long most, CancellationToken cancellation)
    {
        using var decoder = new BrotliDecoder();
        using var bytes = new MemoryStream();
        byte[] step = new byte[Step];
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            OperationStatus status = decoder.Decompress(packed, step, out int consumed, out int written);
            packed = packed[consumed..];
            int taken = (int)Math.Min(written, most - bytes.Length);
            bytes.Write(step, 0, taken);
            if (taken < written)
                return (Bytes(bytes), false);
            if (status == OperationStatus.Done)
                return (Bytes(bytes), true);
            if (status != OperationStatus.DestinationTooSmall)
                return null;
        }
    }

    private static (ReadOnlyMemory<byte> Bytes, bool IsWhole) Copy(Stream from, long most, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        byte[] step = new byte[Step];
        for (int read; (read = from.Read(step)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            int taken = (int)Math.Min(read, most - bytes.Length);
            bytes.Write(step, 0, taken);
            if (taken < read)
                return (Bytes(bytes), false);
        }
        return (Bytes(bytes), true);
    }

    // Without a copy where the bytes lie in an array, as they do.
    private static MemoryStream Source(ReadOnlyMemory<byte> packed) =>
        MemoryMarshal.TryGetArray(packed, out ArraySegment<byte> array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(packed.ToArray(), writable: false);

    private static ReadOnlyMemory<byte> Bytes(MemoryStream stream) => stream.GetBuffer().AsMemory(0, (int)stream.Length);

    // RFC 1950 section 2.2: method 8, and the first two bytes are a multiple of 31.
    private static bool IsZlib(ReadOnlySpan<byte> packed) => packed is [var method, var flags, ..] && (method & 15) == 8 && ((method << 8) | flags) % 31 == 0;

    // RFC 1952 section 2.3.1: the last four bytes are the length.
    private static bool EndsWithLength(ReadOnlySpan<byte> packed, int length)
    {
        Span<byte> end = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(end, length);
        return Tail(packed).IndexOf(end) >= 0;
    }

    // RFC 1950 section 9: the last four bytes are the Adler-32 checksum.
    private static bool EndsWithChecksum(ReadOnlySpan<byte> packed, ReadOnlySpan<byte> bytes)
    {
        const uint modulus = 65521;
        uint a = 1, b = 0;
        foreach (byte value in bytes)
        {
            a = (a + value) % modulus;
            b = (b + a) % modulus;
        }
        Span<byte> end = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(end, (b << 16) | a);
        return Tail(packed).IndexOf(end) >= 0;
    }

    private static ReadOnlySpan<byte> Tail(ReadOnlySpan<byte> packed) => packed[^Math.Min(packed.Length, LongestTail)..];
}
