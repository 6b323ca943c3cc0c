using System.Text;

namespace Stemma.Reading;

/// <summary>Finds the charset of a file and decodes it; never throws on what the bytes hold.</summary>
/// <remarks>
/// Order: byte order mark; then bytes that are valid UTF-8 with characters outside ASCII are UTF-8 whatever is declared
/// (other charsets make such bytes by accident next to never); then the transport header, the page's own declaration,
/// and last a guess.
/// </remarks>
internal static class Charsets
{
    /// <summary>The number of bytes at the start of a page in which it may declare its charset (the HTML standard asks for 1,024; pages exceed it).</summary>
    private const int DeclarationBytes = 4096;

    /// <summary>Decodes the bytes.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="header">The charset that a transport header names, or null.</param>
    /// <returns>The text without its byte order mark, and a note where something was doubtful.</returns>
    public static (string Text, string? Note) Decode(ReadOnlySpan<byte> bytes, string? header)
    {
        (string text, string? note) = DecodeOnce(bytes, header);
        return DoubleEncoding.Undone(text) is { } undone ? (undone, note) : (text, note);
    }

    private static (string Text, string? Note) DecodeOnce(ReadOnlySpan<byte> bytes, string? header)
    {
        if (ByMark(bytes) is { } marked)
            return (marked.Encoding.GetString(bytes[marked.Length..]), null);
        bool isUtf8 = System.Text.Unicode.Utf8.IsValid(bytes);
        if (isUtf8 && bytes.ContainsAnyExceptInRange((byte)0, (byte)127))
            return (Encoding.UTF8.GetString(bytes), null);
        string? declared = header ?? Declared(bytes[..Math.Min(bytes.Length, DeclarationBytes)]);
        string? note = null;
        if (declared is not null)
        {
            Encoding? encoding = ByName(declared);
            if (encoding is null)
                note = $"the charset “{Shown(declared)}” is not known, so the text was read by a guess; check its special characters";
            else if (encoding is not UTF8Encoding && !(encoding is UnicodeEncoding && !LooksLikeUtf16(bytes, out _)))
                return (encoding.GetString(bytes), null);
        }
        // Latin text in UTF-16 is valid UTF-8 too, with a NUL for every other character.
        if (isUtf8 && !(bytes.Contains((byte)0) && LooksLikeUtf16(bytes, out _)))
            return (Encoding.UTF8.GetString(bytes), note);
        (Encoding guess, string name) = Guess(bytes);
        return (guess.GetString(bytes), note ?? $"no charset is declared that fits the bytes, so the text was read as {name}; check its special characters");
    }

    /// <summary>True where the bytes can be UTF-16 without a byte order mark: in Latin text every other byte is zero.</summary>
    public static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes, out bool bigEndian)
    {
        int even = 0, odd = 0, length = Math.Min(bytes.Length, DeclarationBytes) & ~1;
        for (int i = 0; i < length; i++)
        {
            if (bytes[i] == 0)
                _ = (i & 1) == 0 ? even++ : odd++;
        }
        bigEndian = even > odd;
        int half = length / 2;
        // Three in four characters Latin, and hardly a zero in the other half.
        return half >= 4 && Math.Max(even, odd) * 4 >= half * 3 && Math.Min(even, odd) * 20 <= half;
    }

    private static (Encoding Encoding, int Length)? ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    // The names that pages use where .NET knows another one, or where the web reads another charset than the name says.
    private static Encoding? ByName(string name)
    {
        string folded = name.Trim().Trim('"', '\'').ToLowerInvariant() switch
        {
            "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "cp1252" => "windows-1252",
            "iso-8859-9" => "windows-1254",
            "utf8" or "unicode-1-1-utf-8" => "utf-8",
            "gb2312" or "gbk" or "gb_2312-80" => "gb18030",
            "sjis" or "shift-jis" or "x-sjis" => "shift_jis",
            "cp1251" or "win-1251" => "windows-1251",
            "cp1250" => "windows-1250",
            "utf-7" => "",
            string other => other,
        };
        if (folded.Length is 0 or > 40)
            return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(folded) ?? Encoding.GetEncoding(folded);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    // <meta charset=…>, <meta http-equiv content="…charset=…">, <?xml encoding="…"?>
    private static string? Declared(ReadOnlySpan<byte> head)
    {
        string ascii = Encoding.Latin1.GetString(head);
        int meta = ascii.IndexOf("<meta", StringComparison.OrdinalIgnoreCase);
        if (ascii.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && After(ascii, "encoding", 0, ascii.IndexOf("?>", StringComparison.Ordinal)) is { } xml)
            return xml;
        return meta < 0 ? null : After(ascii, "charset", meta, ascii.Length);
    }

    private static string? After(string text, string word, int from, int to)
    {
        int at = to <= from ? -1 : text.IndexOf(word, from, to - from, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        int start = at + word.Length;
        while (start < to && text[start] is ' ' or '=' or '"' or '\'' or '\t')
            start++;
        int end = start;
        while (end < to && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_' or ':' or '.'))
            end++;
        return end > start ? text[start..end] : null;
    }

    private static (Encoding Encoding, string Name) Guess(ReadOnlySpan<byte> bytes)
    {
        if (LooksLikeUtf16(bytes, out bool bigEndian))
            return bigEndian ? (Encoding.BigEndianUnicode, "UTF-16 (big endian)") : (Encoding.Unicode, "UTF-16");
        int high = 0, letters = 0, sequences = 0, broken = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            byte b = bytes[i];
            if (b < 0x80)
            {
                letters += char.IsAsciiLetter((char)b) ? 1 : 0;
                continue;
            }
            high += b >= 0xC0 ? 1 : 0;
            int follow = b switch { >= 0xC2 and <= 0xDF => 1, >= 0xE0 and <= 0xEF => 2, >= 0xF0 and <= 0xF4 => 3, _ => 0 };
            int seen = 0;
            while (seen < follow && i + seen + 1 < bytes.Length && bytes[i + seen + 1] is >= 0x80 and <= 0xBF)
                seen++;
            if (follow > 0 && seen == follow)
            {
                sequences++;
                i += seen;
            }
            else
            {
                broken++;
            }
        }
        // A few broken characters in what is else UTF-8: a cut file, or two charsets glued into one page.
        if (sequences > broken * 4)
            return (Encoding.UTF8, "UTF-8 with broken characters");
        // In Cyrillic text most letters are above 0xC0; in Western text few are.
        return high > letters
            ? (CodePagesEncodingProvider.Instance.GetEncoding(1251)!, "windows-1251")
            : (CodePagesEncodingProvider.Instance.GetEncoding(1252)!, "windows-1252");
    }

    private static string Shown(string name) => name.Length > 40 ? name[..40] + "…" : name;
}
