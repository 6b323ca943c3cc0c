using System.Text;

namespace Stemma.Reading.Documents.Mail;

/// <summary>The header fields of a mail or of a part of one (RFC 5322, section 2.2).</summary>
internal sealed class MailHeaders
{
    /// <summary>In bytes: a header that is longer is none, or has its fields in here.</summary>
    private const int Longest = 256 * 1024;

    /// <summary>In lines: the header of any real mail shows what it is in fewer.</summary>
    private const int MostLooked = 40;

    private static readonly string[] s_sure = ["message-id", "mime-version", "received", "return-path", "delivered-to", "content-transfer-encoding", "dkim-signature", "x-mailer"];
    private static readonly string[] s_usual = ["from", "subject", "date", "to", "content-type", "sender", "reply-to", "list-id", "cc"];

    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    /// <summary>Reads the fields at the start of the bytes.</summary>
    /// <param name="bytes">A mail or a part.</param>
    /// <param name="length">The length of the header with the blank line behind it.</param>
    public static MailHeaders Read(ReadOnlySpan<byte> bytes, out int length)
    {
        var headers = new MailHeaders();
        length = 0;
        string? name = null;
        var value = new StringBuilder();
        ReadOnlySpan<byte> rest = bytes[..Math.Min(bytes.Length, Longest)];
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            length += line.Length + (end < 0 ? 0 : 1);
            line = line.TrimEnd("\r"u8);
            if (line.IsEmpty)
                break;
            // Fields may hold UTF-8 (RFC 6532).
            string text = Encoding.UTF8.GetString(line);
            if (line[0] is (byte)' ' or (byte)'\t')
            {
                value.Append(' ').Append(text.AsSpan().Trim());
                continue;
            }
            headers.Add(name, value);
            int colon = text.IndexOf(':', StringComparison.Ordinal);
            name = colon > 0 && !text.AsSpan(0, colon).Trim().Contains(' ') ? text[..colon].Trim().ToLowerInvariant() : null;
            value.Clear().Append(name is null ? "" : text.AsSpan(colon + 1).Trim());
        }
        headers.Add(name, value);
        return headers;
    }

    /// <summary>The field without its encoded words undone, null where there is none; the first counts.</summary>
    public string? Raw(string name) => _fields.TryGetValue(name, out string? value) && value.Length > 0 ? value : null;

    /// <summary>The field as it is to be read.</summary>
    public string? Text(string name) => Raw(name) is { } raw ? EncodedWords.Decode(raw).Trim() : null;

    /// <summary>A parameter of a field: "charset" of "text/plain; charset=utf-8".</summary>
    public string? Parameter(string field, string parameter)
    {
        if (Raw(field) is not { } raw)
            return null;
        int at = 0;
        while ((at = raw.IndexOf(parameter, at, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            int equals = at + parameter.Length;
            bool begins = at > 0 && raw[at - 1] is ';' or ' ' or '\t';
            at = equals;
            while (equals < raw.Length && raw[equals] == ' ')
                equals++;
            if (!begins || equals >= raw.Length || raw[equals] != '=')
                continue;
            ReadOnlySpan<char> value = raw.AsSpan(equals + 1).TrimStart();
            if (value is ['"', ..] && value[1..].IndexOf('"') is >= 0 and var close)
                return value.Slice(1, close).ToString();
            int stop = value.IndexOfAny("; \t");
            return (stop < 0 ? value : value[..stop]).ToString();
        }
        return null;
    }

    /// <summary>True where the text begins with the header of a mail: fields and nothing else up to a blank line, among them those that only mails have.</summary>
    public static bool IsMail(ReadOnlySpan<char> text)
    {
        int sure = 0, usual = 0, lines = 0;
        bool hasSender = false;
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            if (line.IsEmpty || lines++ > MostLooked)
                break;
            if (line[0] is ' ' or '\t' || lines == 1 && line.StartsWith("From ", StringComparison.Ordinal))
                continue;
            int colon = line.IndexOf(':');
            if (colon <= 0 || line[..colon].ContainsAnyExceptInRange('!', '~'))
                return false;
            string name = line[..colon].ToString().ToLowerInvariant();
            sure += s_sure.Contains(name, StringComparer.Ordinal) ? 1 : 0;
            usual += s_usual.Contains(name, StringComparer.Ordinal) ? 1 : 0;
            hasSender |= name == "from" && line.Contains('@');
        }
        // A news text may begin with "Date:" and "From:" too; no one writes the others by hand.
        return sure > 0 && usual > 0 || sure > 2 || hasSender && usual > 2;
    }

    private void Add(string? name, StringBuilder value)
    {
        if (name is not null)
            _fields.TryAdd(name, value.ToString());
    }
}
