namespace Stemma.Reading.Archives;

/// <summary>What wraps reports.</summary>
internal enum ArchiveKind
{
    /// <summary>Nothing: these are the bytes of a report, or of nothing that is known.</summary>
    None,

    /// <summary>gzip, of one member or many.</summary>
    Gzip,

    /// <summary>A zip archive that is no office document.</summary>
    Zip,

    /// <summary>A tar archive.</summary>
    Tar,

    /// <summary>A web archive.</summary>
    Warc,

    /// <summary>A JSON object a line.</summary>
    JsonLines,

    /// <summary>A JSON array of objects.</summary>
    JsonArray,

    /// <summary>One JSON object over several lines.</summary>
    JsonObject,

    /// <summary>Mails one after the other.</summary>
    Mbox,
}

/// <summary>Tells archives by their content.</summary>
internal static class ArchiveKinds
{
    /// <summary>In bytes: the first line of JSON lines is looked for in so many; a longer one is a line.</summary>
    private const int LongestLook = 1 << 20;

    // In bytes: what a text begins with shows early.
    private const int FirstLook = 1 << 12;

    // What the first file of an office document, a book or a program is called, by which these are no archives of reports.
    private static readonly string[] s_documents = ["[Content_Types].xml", "_rels/", "mimetype", "META-INF/", "docProps/", "word/", "xl/", "ppt/"];

    /// <summary>The kind of what the source holds; nothing is passed.</summary>
    public static ArchiveKind Of(ByteSource source)
    {
        source.Need(FirstLook);
        ReadOnlySpan<byte> head = source.Ready[..Math.Min(source.Ready.Length, FirstLook)];
        if (GzipMembers.IsStart(head))
            return ArchiveKind.Gzip;
        if (head is [(byte)'P', (byte)'K', 3, 4, ..])
            return IsDocument(head) ? ArchiveKind.None : ArchiveKind.Zip;
        if (head is [(byte)'P', (byte)'K', 5, 6, ..])
            return ArchiveKind.Zip;
        if (head.Length > 6 && head.StartsWith("WARC/"u8) && char.IsAsciiDigit((char)head[5]))
            return ArchiveKind.Warc;
        if (head.Length >= TarHeader.Block && TarHeader.IsHeader(head))
            return ArchiveKind.Tar;
        ReadOnlySpan<byte> text = (head.StartsWith("\uFEFF"u8) ? head[3..] : head).TrimStart(" \t\r\n"u8);
        if (text.StartsWith("["u8) && text[1..].TrimStart(" \t\r\n"u8).StartsWith("{"u8))
            return ArchiveKind.JsonArray;
        if (text.StartsWith("{"u8) && text[1..].TrimStart(" \t\r\n"u8) is [(byte)'"' or (byte)'}', ..])
            return Json(source);
        return MboxReports.IsStart(text.IndexOf((byte)'\n') is var end and > 0 ? text[..end] : text) ? ArchiveKind.Mbox
            : HoldsRows(text) ? ArchiveKind.JsonLines : ArchiveKind.None;
    }

    // JSON lines whose first line is broken: most of the others begin an object.
    private static bool HoldsRows(ReadOnlySpan<byte> text)
    {
        int lines = 0, rows = 0;
        foreach (Range range in text.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = text[range].Trim(" \t\r"u8);
            lines += line.IsEmpty ? 0 : 1;
            rows += line.StartsWith("{\""u8) ? 1 : 0;
        }
        return rows * 2 >= lines && rows > 0 && lines > 1;
    }

    // Lines where the first line is an object, or the next begins another; else one object over several lines.
    private static ArchiveKind Json(ByteSource source)
    {
        for (int look = FirstLook; ; look *= 4)
        {
            bool isMore = source.Need(look);
            ReadOnlySpan<byte> text = source.Ready[..Math.Min(source.Ready.Length, look)].TrimStart("\uFEFF \t\r\n"u8);
            int end = text.IndexOf((byte)'\n');
            if (end < 0 && isMore && look < LongestLook)
                continue;
            if (end < 0)
                return ArchiveKind.JsonLines;
            ReadOnlySpan<byte> line = text[..end].TrimEnd(" \t\r,"u8), next = text[end..].TrimStart(" \t\r\n"u8);
            bool isClosed = line is [_, .., (byte)'}'], goesOn = line is [.., (byte)'{' or (byte)'[' or (byte)':'] || line.Length < 2;
            return next.IsEmpty || (isClosed && (next[0] == '{' || IsWhole(line))) || (!goesOn && next[0] == '{') ? ArchiveKind.JsonLines : ArchiveKind.JsonObject;
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> line)
    {
        try
        {
            var json = new System.Text.Json.Utf8JsonReader(line);
            while (json.Read())
            {
            }
            return true;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    private static bool IsDocument(ReadOnlySpan<byte> head)
    {
        if (head.Length < ZipLocalHeader.Length)
            return false;
        int length = head[26] | (head[27] << 8);
        string name = EntryNames.Of(head.Slice(ZipLocalHeader.Length, Math.Min(length, head.Length - ZipLocalHeader.Length)));
        return s_documents.Any(d => d[^1] == '/' ? name.StartsWith(d, StringComparison.Ordinal) : name == d);
    }
}
