using System.Globalization;

namespace Stemma.Reading.Archives;

/// <summary>Reads a source into memory, up to a cap.</summary>
internal static class WholeContent
{
    // In bytes: as much is set aside at once on the word of a header; a lie costs no more.
    private const int Trusted = 1 << 20;

    // In bytes: what is set aside where nothing is stated.
    private const int Least = 256;

    /// <summary>What a report that is too long is told.</summary>
    public static string TooLong(int most) => string.Create(CultureInfo.InvariantCulture, $"it is too long for a report (more than {most / (1024 * 1024)} MB); give one report a file");

    /// <summary>All that the source holds.</summary>
    /// <param name="source">Read to its end, its fault, or the cap.</param>
    /// <param name="most">In bytes.</param>
    /// <param name="isLonger">True where there is more than that; the first bytes are given.</param>
    public static byte[] Read(ByteSource source, int most, out bool isLonger)
    {
        source.Need(1);
        byte[] bytes = Read(source, most, new byte[Math.Min(most, Math.Max(source.Ready.Length, Least))]);
        isLonger = bytes.Length == most && !source.IsAtEnd;
        return bytes;
    }

    /// <summary>Where to put a content that states its length.</summary>
    public static byte[] For(long length) => new byte[(int)Math.Min(length, Trusted)];

    /// <summary>Makes room for more.</summary>
    /// <param name="bytes">Full.</param>
    /// <param name="most">In bytes; not less than they are.</param>
    public static void Grow(ref byte[] bytes, long most) => Array.Resize(ref bytes, (int)Math.Min(most, Math.Max(bytes.Length * 2L, Least)));

    private static byte[] Read(ByteSource source, int most, byte[] bytes)
    {
        int read = 0;
        while (read < most)
        {
            if (read == bytes.Length)
            {
                if (source.IsAtEnd)
                    break;
                Grow(ref bytes, most);
            }
            int more = source.Read(bytes.AsSpan(read));
            if (more == 0)
                break;
            read += more;
        }
        if (read < bytes.Length)
            Array.Resize(ref bytes, read);
        return bytes;
    }
}
