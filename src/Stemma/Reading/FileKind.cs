using System.Text;

namespace Stemma.Reading;

/// <summary>Tells by their content, not by their name, which files can be read as reports.</summary>
internal static class FileKind
{
    /// <summary>In bytes; what a file is shows early.</summary>
    private const int Looked = 4096;

    /// <summary>What the bytes are where they are no text, as a noun phrase; null for text.</summary>
    public static string? Binary(ReadOnlySpan<byte> bytes)
    {
        string? known = bytes switch
        {
            [0x25, 0x50, 0x44, 0x46, ..] => "a PDF file",
            [0x50, 0x4B, 0x03, 0x04, ..] => "a ZIP archive or an office document",
            [0x89, 0x50, 0x4E, 0x47, ..] or [0xFF, 0xD8, 0xFF, ..] or [0x47, 0x49, 0x46, 0x38, ..] => "a picture",
            [0x1F, 0x8B, ..] => "a gzip archive",
            [0x52, 0x61, 0x72, 0x21, ..] or [0x37, 0x7A, 0xBC, 0xAF, ..] => "an archive",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old office document",
            [0x7F, 0x45, 0x4C, 0x46, ..] => "a program",
            _ => null,
        };
        if (known is not null)
            return known;
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || Charsets.LooksLikeUtf16(bytes, out _))
            return null;
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, Looked)];
        int controls = 0;
        foreach (byte b in head)
            controls += b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B) ? 1 : 0;
        // Text has next to no control characters; a stray one is no reason to refuse a report.
        return controls * 50 > head.Length ? "a binary file" : null;
    }

    /// <summary>What a text file is.</summary>
    public static TextKind Of(string text)
    {
        string head = text[..Math.Min(text.Length, Looked)].TrimStart();
        if (head.Length == 0 || head[0] != '<')
            return LooksTagged(head) ? TextKind.Html : TextKind.Plain;
        string folded = head.ToLowerInvariant();
        bool html = folded.Contains("<!doctype html", StringComparison.Ordinal) || folded.Contains("<html", StringComparison.Ordinal)
            || folded.Contains("<head", StringComparison.Ordinal) || folded.Contains("<body", StringComparison.Ordinal);
        if (html)
            return TextKind.Html;
        return LooksTagged(head) ? TextKind.Html : TextKind.Plain;
    }

    // A fragment of a page without its frame: several tags that only pages have.
    private static bool LooksTagged(string head)
    {
        int tags = 0;
        foreach (string tag in (ReadOnlySpan<string>)["<p>", "<p ", "</p>", "<div", "</div>", "<a href", "<br", "<h1", "<h2", "<span", "<article"])
            tags += head.Contains(tag, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        return tags >= 2;
    }
}

/// <summary>The kinds of text that are told apart.</summary>
internal enum TextKind
{
    /// <summary>Plain text.</summary>
    Plain,

    /// <summary>A page or a fragment of one.</summary>
    Html,
}
