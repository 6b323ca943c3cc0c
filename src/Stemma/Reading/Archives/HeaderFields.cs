using System.Buffers.Text;
using System.Text;

namespace Stemma.Reading.Archives;

/// <summary>The fields "Name: value" of a header of WARC, HTTP or mail, looked up without a copy.</summary>
internal readonly ref struct HeaderFields(ReadOnlySpan<byte> header)
{
    private readonly ReadOnlySpan<byte> _header = header;

    /// <summary>The value of the first field of that name, whatever its case, without the white space around it; empty where there is none.</summary>
    public ReadOnlySpan<byte> this[ReadOnlySpan<byte> name]
    {
        get
        {
            ReadOnlySpan<byte> rest = _header;
            while (!rest.IsEmpty)
            {
                int end = rest.IndexOf((byte)'\n');
                ReadOnlySpan<byte> line = end < 0 ? rest : rest[..end];
                rest = end < 0 ? default : rest[(end + 1)..];
                if (line.Length > name.Length && line[name.Length] == ':' && Ascii.EqualsIgnoreCase(line[..name.Length], name))
                    return line[(name.Length + 1)..].Trim(" \t\r"u8);
            }
            return default;
        }
    }

    /// <summary>Where the header ends that begins here: behind its blank line; -1 where no blank line is found.</summary>
    public static int End(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        while (bytes[at..].IndexOf((byte)'\n') is var found and >= 0)
        {
            at += found + 1;
            if (at < bytes.Length && bytes[at] == '\n')
                return at + 1;
            if (at + 1 < bytes.Length && bytes[at] == '\r' && bytes[at + 1] == '\n')
                return at + 2;
        }
        return -1;
    }

    /// <summary>The number that a field states; null where it is none or negative.</summary>
    public static long? Number(ReadOnlySpan<byte> value) =>
        Utf8Parser.TryParse(value, out long number, out int used) && used == value.Length && number >= 0 && value[0] != '+' ? number : null;

    /// <summary>A media type without its parameters, in lower case: "text/html".</summary>
    public static ReadOnlySpan<byte> MediaType(ReadOnlySpan<byte> contentType) =>
        (contentType.IndexOfAny((byte)';', (byte)',') is var end and >= 0 ? contentType[..end] : contentType).TrimEnd((byte)' ');

    /// <summary>The charset that a media type names, null where it names none.</summary>
    public static string? Charset(ReadOnlySpan<byte> contentType)
    {
        while (contentType.IndexOf((byte)';') is var next and >= 0)
        {
            contentType = contentType[(next + 1)..].TrimStart((byte)' ');
            if (contentType.Length > 8 && Ascii.EqualsIgnoreCase(contentType[..8], "charset="u8))
            {
                ReadOnlySpan<byte> value = contentType[8..];
                value = (value.IndexOf((byte)';') is var end and >= 0 ? value[..end] : value).Trim(" \"'"u8);
                return value.IsEmpty || value.Length > 40 ? null : Encoding.Latin1.GetString(value);
            }
        }
        return null;
    }
}
