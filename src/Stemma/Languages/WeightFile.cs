using System.Buffers.Binary;
using System.Reflection;

namespace Stemma.Languages;

/// <summary>
/// Reads files of weights where they lie: a head of text lines that names source, licence and command, a blank line, four bytes that tell what
/// they are weights of, then sections, each preceded by its length in bytes. tools/Stemma.Training writes them.
/// </summary>
internal static class WeightFile
{
    /// <summary>The bytes of a file that ships with the engine.</summary>
    /// <param name="path">Below Languages.</param>
    /// <exception cref="InvalidOperationException">No such weights ship.</exception>
    public static byte[] Load(string path)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Languages/" + path)
            ?? throw new InvalidOperationException($"The weights Languages/{path} do not ship with this assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The place behind the four bytes.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="magic">The four bytes, the first lowest.</param>
    /// <param name="what">What the weights should be of, for the error.</param>
    /// <exception cref="InvalidOperationException">The bytes are no such weights.</exception>
    public static int Start(byte[] bytes, uint magic, string what)
    {
        int at = bytes.AsSpan().IndexOf("\n\n"u8) + 2;
        return at >= 2 && bytes.Length >= at + sizeof(uint) && BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)) == magic
            ? at + sizeof(uint)
            : throw new InvalidOperationException($"The bytes are no weights of {what}.");
    }

    /// <summary>Where each section lies.</summary>
    /// <exception cref="InvalidOperationException">The bytes are no such weights.</exception>
    public static Range[] Sections(byte[] bytes, uint magic, string what, int count)
    {
        int at = Start(bytes, magic, what);
        var sections = new Range[count];
        for (int s = 0; s < count; s++)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
            sections[s] = (at + sizeof(int))..(at + sizeof(int) + length);
            at += sizeof(int) + length;
        }
        return sections;
    }
}
