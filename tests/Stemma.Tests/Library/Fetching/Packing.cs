using System.IO.Compression;

namespace Stemma.Tests.Library.Fetching;

/// <summary>Packs bodies as servers do.</summary>
internal static class Packing
{
    /// <summary>The bytes packed by a content coding; "raw deflate" without the frame that the standard asks for.</summary>
    public static byte[] Pack(byte[] bytes, string coding)
    {
        using var packed = new MemoryStream();
        using (Stream stream = coding switch
        {
            "gzip" or "x-gzip" => new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true),
            "raw deflate" => new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true),
            _ => new BufferedStream(packed),
        })
        {
            stream.Write(bytes);
            stream.Flush();
            if (stream is BufferedStream)
                return packed.ToArray();
        }
        return packed.ToArray();
    }
}
