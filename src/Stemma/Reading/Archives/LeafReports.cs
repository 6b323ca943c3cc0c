using System.Text;

namespace Stemma.Reading.Archives;

/// <summary>Turns the bytes that no further archive wraps into reports.</summary>
internal static class LeafReports
{
    // In bytes; a page shows early that it is one.
    private const int Looked = 4096;

    /// <summary>The reports of a feed, an exchange document or a mail; null where the bytes are none that is known here, so that they are one report.</summary>
    public static IReadOnlyList<UnpackedReport>? OfDocument(ReportInput input) => null;

    /// <summary>True where the bytes are a page, though their media type says XML or nothing.</summary>
    public static bool LooksLikePage(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Looked)]);
        return head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase);
    }
}
