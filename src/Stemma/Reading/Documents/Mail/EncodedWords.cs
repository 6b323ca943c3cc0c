using System.Text;

namespace Stemma.Reading.Documents.Mail;

/// <summary>Decodes header fields with encoded words (RFC 2047): "=?utf-8?Q?Br=C3=BCcke?=".</summary>
internal static class EncodedWords
{
    /// <summary>The field with its encoded words replaced; blanks between two of them are none of the text (section 6.2).</summary>
    public static string Decode(string field)
    {
        int at = field.IndexOf("=?", StringComparison.Ordinal);
        if (at < 0)
            return field;
        var text = new StringBuilder(field.Length);
        var pending = new List<byte>();
        string? charset = null;
        int done = 0;
        while (at >= 0)
        {
            if (Word(field, at, out int end, out string name, out byte[] bytes))
            {
                bool adjoins = charset is not null && field.AsSpan(done, at - done).IsWhiteSpace();
                if (!adjoins || !string.Equals(charset, name, StringComparison.OrdinalIgnoreCase))
                    Flush(text, pending, charset);
                if (!adjoins)
                    text.Append(field, done, at - done);
                // A character may be parted between two words of one charset.
                pending.AddRange(bytes);
                charset = name;
                done = end;
            }
            else
            {
                Flush(text, pending, charset);
                charset = null;
                text.Append(field, done, at + 2 - done);
                done = end = at + 2;
            }
            at = field.IndexOf("=?", end, StringComparison.Ordinal);
        }
        Flush(text, pending, charset);
        return text.Append(field, done, field.Length - done).ToString();
    }

    private static void Flush(StringBuilder text, List<byte> bytes, string? charset)
    {
        if (bytes.Count > 0)
            text.Append(Charsets.Decode(bytes.ToArray(), charset).Text);
        bytes.Clear();
    }

    // =?charset*language?encoding?text?=
    private static bool Word(string field, int at, out int end, out string charset, out byte[] bytes)
    {
        (end, charset, bytes) = (at, "", []);
        int first = field.AsSpan(at + 2, Math.Min(LongestCharset, field.Length - at - 2)).IndexOf('?');
        if (first <= 0 || at + first + 4 >= field.Length || field[at + 2 + first + 2] != '?')
            return false;
        int start = at + 2 + first + 3, close = field.AsSpan(start, Math.Min(LongestWord, field.Length - start)).IndexOf("?=", StringComparison.Ordinal);
        if (close < 0)
            return false;
        charset = field.Substring(at + 2, first).Split('*')[0];
        ReadOnlySpan<byte> raw = Encoding.Latin1.GetBytes(field, start, close);
        char encoding = char.ToUpperInvariant(field[at + 2 + first + 1]);
        if (encoding is not ('B' or 'Q'))
            return false;
        bytes = encoding == 'B' ? TransferEncodings.Base64(raw) : TransferEncodings.QuotedPrintable(raw, isHeader: true);
        end = start + close + 2;
        return true;
    }

    /// <summary>In UTF-16 code units; the standard allows 75 for the whole word, programs exceed it.</summary>
    private const int LongestCharset = 60, LongestWord = 2000;
}
