using System.IO.Compression;

namespace Stemma.Library.Store.Sqlite;

/// <summary>Packs what is large and only read whole: a dossier's JSON shrinks to a tenth.</summary>
internal static class SqlitePacking
{
    /// <summary>Packs (Brotli, RFC 7932).</summary>
    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            brotli.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>Unpacks what <see cref="Pack"/> packed.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static byte[] Unpack(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        try
        {
            brotli.CopyTo(bytes);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
        return bytes.ToArray();
    }
}
