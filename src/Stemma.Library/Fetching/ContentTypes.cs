namespace Stemma.Library.Fetching;

/// <summary>Reads the Content-Type header: whether a report can be in the answer, and its charset.</summary>
internal static class ContentTypes
{
    /// <summary>In characters; longer ones name no known type.</summary>
    private const int LongestName = 100;

    private static readonly string[] s_taken = ["application/xml", "application/json", "application/x-ndjson", "application/jsonl", "application/x-mbox", "message/rfc822"];

    private static readonly string[] s_refusedText = ["text/css", "text/javascript", "text/calendar", "text/vcard", "text/event-stream"];

    // What readers call the kinds that addresses of reports lead to; other kinds are told by their type alone.
    private static readonly (string Start, string Kind)[] s_kinds =
    [
        ("application/pdf", "a PDF"), ("image/", "a picture"), ("video/", "a film"), ("audio/", "a sound recording"),
        ("application/zip", "a packed file"), ("application/gzip", "a packed file"), ("application/x-gzip", "a packed file"),
        ("application/msword", "a word processor's file"), ("application/vnd.openxmlformats-officedocument", "an office file"),
        ("application/vnd.oasis.opendocument", "an office file"), ("application/epub+zip", "a book"), ("application/octet-stream", "a file of unknown kind"),
    ];

    /// <summary>What is wrong with the type, null where a report can be in it or where the site names none.</summary>
    /// <param name="header">The header's value, null where the answer has none.</param>
    public static string? Problem(string? header)
    {
        string name = Name(header);
        if (name.Length == 0 || s_taken.Contains(name, StringComparer.Ordinal) || name.EndsWith("+xml", StringComparison.Ordinal) || name.EndsWith("+json", StringComparison.Ordinal))
            return name == "image/svg+xml" ? Refused(name) : null;
        if (name.StartsWith("text/", StringComparison.Ordinal) && !s_refusedText.Contains(name, StringComparer.Ordinal))
            return null;
        return Refused(name);
    }

    /// <summary>The charset that the header names, null where it names none.</summary>
    public static string? Charset(string? header)
    {
        foreach (string part in (header ?? "").Split(';').Skip(1))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && part.AsSpan(0, equals).Trim().Equals("charset", StringComparison.OrdinalIgnoreCase)
                && part[(equals + 1)..].Trim().Trim('"', '\'').Trim() is { Length: > 0 and <= LongestName } charset
                && charset.All(IsTokenCharacter))
            {
                return charset;
            }
        }
        return null;
    }

    private static string Refused(string name)
    {
        string kind = s_kinds.FirstOrDefault(k => name.StartsWith(k.Start, StringComparison.Ordinal)).Kind is { } known ? $"{known} ({name})" : name;
        return $"this address gives {kind}, not a page; save the report's words as a text file and give that";
    }

    // Only characters of a type's name: it is shown on a terminal.
    private static string Name(string? header)
    {
        string name = (header ?? "").Split(';', ',')[0].Trim().ToLowerInvariant();
        if (name.Length > LongestName)
            name = name[..LongestName];
        return string.Concat(name.Where(c => c == '/' || IsTokenCharacter(c)));
    }

    // Of RFC 9110 section 5.6.2, those that names of types and charsets have.
    private static bool IsTokenCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '+' or '.' or '_';
}
