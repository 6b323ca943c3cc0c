using System.Text;

namespace Stemma.Library.Fetching;

/// <summary>Brings paths of addresses and of rules to one spelling, so that they can be compared octet by octet (RFC 9309 section 2.2.2).</summary>
internal static class RobotsPath
{
    private const string Hex = "0123456789ABCDEF";

    // RFC 3986 section 2.2, gen-delims: the reserved characters that a query may hold as they are or escaped.
    private const string Delimiters = ":/?#[]@";

    /// <summary>Characters outside ASCII are escaped as UTF-8, escaped letters, digits, "-", ".", "_" and "~" are written plainly, escapes are in capitals, and a "%" that escapes nothing is escaped itself.</summary>
    public static string Escaped(string path)
    {
        if (!path.AsSpan().ContainsAnyExceptInRange('!', '~') && !path.Contains('%', StringComparison.Ordinal))
            return path;
        var escaped = new StringBuilder(path.Length + 16);
        Span<byte> octets = stackalloc byte[4];
        for (int i = 0; i < path.Length; i++)
        {
            char c = path[i];
            if (c == '%' && i + 2 < path.Length && char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2]))
            {
                byte octet = (byte)((Convert.ToByte(path[i + 1].ToString(), 16) << 4) | Convert.ToByte(path[i + 2].ToString(), 16));
                Append(escaped, octet, IsUnreserved((char)octet));
                i += 2;
            }
            else if (c is >= '!' and <= '~' and not '%')
            {
                escaped.Append(c);
            }
            else
            {
                Rune.DecodeFromUtf16(path.AsSpan(i), out Rune rune, out int used);
                foreach (byte octet in octets[..rune.EncodeToUtf8(octets)])
                    Append(escaped, octet, isPlain: false);
                i += used - 1;
            }
        }
        return escaped.ToString();
    }

    /// <summary>
    /// The spellings of an address that a rule may mean: as it is, and with the reserved characters of its query escaped and not, as
    /// "?to=https://…" and "?to=https%3A%2F%2F…" are one address for the RFC's table of examples.
    /// </summary>
    public static IReadOnlyList<string> Spellings(string pathAndQuery)
    {
        string plain = Escaped(pathAndQuery);
        int query = plain.IndexOf('?', StringComparison.Ordinal) + 1;
        if (query == 0)
            return [plain];
        var closed = new StringBuilder(plain, 0, query, plain.Length + 32);
        var open = new StringBuilder(plain, 0, query, plain.Length);
        for (int i = query; i < plain.Length; i++)
        {
            char c = plain[i];
            bool isEscape = c == '%' && i + 2 < plain.Length && char.IsAsciiHexDigit(plain[i + 1]) && char.IsAsciiHexDigit(plain[i + 2]);
            char meant = isEscape ? (char)((Hex.IndexOf(plain[i + 1], StringComparison.Ordinal) << 4) | Hex.IndexOf(plain[i + 2], StringComparison.Ordinal)) : c;
            bool isDelimiter = Delimiters.Contains(meant, StringComparison.Ordinal);
            if (isDelimiter)
                Append(closed, (byte)meant, isPlain: false);
            else
                closed.Append(plain, i, isEscape ? 3 : 1);
            if (isDelimiter)
                open.Append(meant);
            else
                open.Append(plain, i, isEscape ? 3 : 1);
            i += isEscape ? 2 : 0;
        }
        return [.. new[] { plain, closed.ToString(), open.ToString() }.Distinct(StringComparer.Ordinal)];
    }

    private static void Append(StringBuilder text, byte octet, bool isPlain)
    {
        if (isPlain)
            text.Append((char)octet);
        else
            text.Append('%').Append(Hex[octet >> 4]).Append(Hex[octet & 15]);
    }

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';
}
