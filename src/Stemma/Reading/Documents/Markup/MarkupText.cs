using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace Stemma.Reading.Documents.Markup;

/// <summary>Replaces entities by their characters and drops control characters.</summary>
internal static class MarkupText
{
    /// <summary>In UTF-16 code units, the marks around it included: the longest name of an entity of HTML 4 has eight letters.</summary>
    private const int LongestEntity = 12;

    private const string Controls = "\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\v\f\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F\uFEFF";

    private static readonly SearchValues<char> s_controls = SearchValues.Create(Controls), s_special = SearchValues.Create("&" + Controls);

    /// <summary>The text with its entities, those of HTML included, replaced; what is no entity stays.</summary>
    public static string Decode(ReadOnlySpan<char> text)
    {
        int at = text.IndexOfAny(s_special);
        if (at < 0)
            return text.ToString();
        var decoded = new StringBuilder(text.Length);
        while (at >= 0)
        {
            decoded.Append(text[..at]);
            text = text[at..];
            int length = text[0] == '&' ? Entity(text, decoded) : 1;
            if (length == 0)
            {
                decoded.Append('&');
                length = 1;
            }
            text = text[length..];
            at = text.IndexOfAny(s_special);
        }
        return decoded.Append(text).ToString();
    }

    /// <summary>The text without control characters; entities stay.</summary>
    public static string Clean(ReadOnlySpan<char> text)
    {
        int at = text.IndexOfAny(s_controls);
        if (at < 0)
            return text.ToString();
        var clean = new StringBuilder(text.Length);
        for (; at >= 0; at = text.IndexOfAny(s_controls))
        {
            clean.Append(text[..at]);
            text = text[(at + 1)..];
        }
        return clean.Append(text).ToString();
    }

    // Its length, 0 where the text begins with no entity that is known.
    private static int Entity(ReadOnlySpan<char> text, StringBuilder decoded)
    {
        int end = text[..Math.Min(text.Length, LongestEntity)].IndexOf(';');
        if (end < 2)
            return 0;
        ReadOnlySpan<char> name = text[1..end];
        if (name[0] == '#')
            return Number(name[1..], decoded) ? end + 1 : 0;
        if (name.SequenceEqual("amp"))
        {
            decoded.Append('&');
            return end + 1;
        }
        string written = text[..(end + 1)].ToString(), meant = WebUtility.HtmlDecode(written);
        if (string.Equals(written, meant, StringComparison.Ordinal))
            return 0;
        decoded.Append(meant);
        return end + 1;
    }

    private static bool Number(ReadOnlySpan<char> digits, StringBuilder decoded)
    {
        bool isHex = digits is ['x' or 'X', ..];
        if (!int.TryParse(isHex ? digits[1..] : digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out int code))
            return false;
        // Control characters and halves of pairs are no characters of any text; 128 to 159 were meant for windows-1252.
        if (code is >= 0x80 and < 0xA0)
            decoded.Append(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString([(byte)code]));
        else if (code is '\t' or '\n' or '\r' or >= 0x20 && code != 0x7F && Rune.IsValid(code))
            decoded.Append(new Rune(code).ToString());
        return true;
    }
}
