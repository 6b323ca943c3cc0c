using System.Text;

namespace Stemma.Reading.Archives;

/// <summary>Undoes the escapes of a JSON string, as bytes; half of a surrogate pair becomes U+FFFD, where a decoder would stop.</summary>
public static class JsonText
{
    /// <summary>Writes the plain text.</summary>
    /// <param name="raw">What stands between the quotes, known to be valid JSON.</param>
    /// <param name="plain">At least as long as <paramref name="raw"/>.</param>
    /// <returns>The bytes written.</returns>
    public static int Unescape(ReadOnlySpan<byte> raw, Span<byte> plain)
    {
        int written = 0;
        while (!raw.IsEmpty)
        {
            int run = raw.IndexOf((byte)'\\');
            if (run < 0)
                run = raw.Length;
            raw[..run].CopyTo(plain[written..]);
            written += run;
            raw = raw[run..];
            if (raw.IsEmpty)
                break;
            if (raw[1] != 'u')
            {
                plain[written++] = raw[1] switch { (byte)'n' => (byte)'\n', (byte)'t' => (byte)'\t', (byte)'r' => (byte)'\r', (byte)'b' => (byte)'\b', (byte)'f' => (byte)'\f', var c => c };
                raw = raw[2..];
                continue;
            }
            char first = Hex(raw);
            raw = raw[6..];
            Rune rune = Rune.ReplacementChar;
            if (char.IsHighSurrogate(first) && raw.Length >= 6 && raw[0] == '\\' && raw[1] == 'u' && Rune.TryCreate(first, Hex(raw), out Rune pair))
            {
                rune = pair;
                raw = raw[6..];
            }
            else if (Rune.TryCreate(first, out Rune single))
            {
                rune = single;
            }
            written += rune.EncodeToUtf8(plain[written..]);
        }
        return written;
    }

    private static char Hex(ReadOnlySpan<byte> escape)
    {
        int value = 0;
        foreach (byte digit in escape.Slice(2, 4))
            value = (value << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        return (char)value;
    }
}
