using System.Buffers;
using System.Text;

namespace Stemma.Reading;

/// <summary>Undoes what comes of UTF-8 that was once read as windows-1252 and written as UTF-8 again: "donâ€™t" → "don’t".</summary>
internal static class DoubleEncoding
{
    /// <summary>In characters that came apart; fewer may be what somebody wrote about such text.</summary>
    private const int Fewest = 3;

    /// <summary>Times as many that came apart as other characters of the same kind that did not: a text in French or Turkish has those by itself.</summary>
    private const int TimesOthers = 3;

    // The characters that the bytes 0x80 to 0x9F become in windows-1252; the five that it leaves out become controls.
    private const string Windows1252 = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    // First bytes of UTF-8 sequences of two, three and four bytes, as characters of Latin-1.
    private static readonly SearchValues<char> s_leads = SearchValues.Create([.. Enumerable.Range(0xC2, 0xF4 - 0xC2 + 1).Select(c => (char)c)]);

    /// <summary>The text with the characters put together again; null where it was encoded once. Linear in its length.</summary>
    public static string? Undone(string text)
    {
        int first = text.AsSpan().IndexOfAny(s_leads);
        if (first < 0)
            return null;
        // Most texts with such letters were encoded once: nothing is copied before two characters belong together.
        StringBuilder? mended = null;
        int from = 0, apart = 0, others = 0;
        Span<byte> bytes = stackalloc byte[4];
        for (int at = first; at >= 0;)
        {
            int length = SequenceAt(text, at, bytes);
            if (length > 0 && Rune.DecodeFromUtf8(bytes[..length], out Rune rune, out int used) == OperationStatus.Done && used == length)
            {
                (mended ??= new StringBuilder(text.Length)).Append(text, from, at - from).Append(rune.ToString());
                from = at + length;
                apart++;
            }
            else
            {
                others++;
            }
            int start = Math.Max(from, at + 1);
            int next = text.AsSpan(start).IndexOfAny(s_leads);
            at = next < 0 ? -1 : start + next;
        }
        return apart >= Fewest && apart >= others * TimesOthers ? mended!.Append(text, from, text.Length - from).ToString() : null;
    }

    // The length of the run that its first character asks for, where bytes of UTF-8 follow; 0 for none.
    private static int SequenceAt(string text, int at, Span<byte> bytes)
    {
        int length = text[at] switch { < '\u00E0' => 2, < '\u00F0' => 3, _ => 4 };
        if (at + length > text.Length)
            return 0;
        bytes[0] = (byte)text[at];
        for (int i = 1; i < length; i++)
        {
            char c = text[at + i];
            int code = c is >= '\u0080' and <= '\u00BF' ? c : Windows1252.IndexOf(c, StringComparison.Ordinal) is >= 0 and var known ? 0x80 + known : -1;
            if (code < 0)
                return 0;
            bytes[i] = (byte)code;
        }
        return length;
    }
}
