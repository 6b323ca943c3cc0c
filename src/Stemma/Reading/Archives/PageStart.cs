using System.Text;

namespace Stemma.Reading.Archives;

/// <summary>Tells pages by their first bytes.</summary>
internal static class PageStart
{
    // In bytes; a page shows early that it is one.
    private const int Looked = 4096;

    /// <summary>True where the bytes are a page, though their media type says XML or nothing.</summary>
    public static bool IsPage(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Looked)]);
        return head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase);
    }
}
