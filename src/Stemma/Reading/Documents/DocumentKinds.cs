using System.Buffers;
using System.Text;
using Stemma.Reading.Documents.Markup;

namespace Stemma.Reading.Documents;

/// <summary>The kinds of documents that carry reports or name them.</summary>
internal enum DocumentKind
{
    /// <summary>None of them: a page, a plain text, something else.</summary>
    None,

    /// <summary>RSS 0.9x, 1.0 or 2.0.</summary>
    Rss,

    /// <summary>Atom.</summary>
    Atom,

    /// <summary>JSON Feed.</summary>
    JsonFeed,

    /// <summary>A sitemap or an index of them.</summary>
    Sitemap,

    /// <summary>A list of feeds.</summary>
    Opml,

    /// <summary>NewsML-G2.</summary>
    Newsml,

    /// <summary>NITF.</summary>
    Nitf,

    /// <summary>ninjs.</summary>
    Ninjs,

    /// <summary>A mail.</summary>
    Mail,
}

/// <summary>A document that was told from a page: its text and where in it the document begins.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The decoded text; empty for a mail, whose parts have charsets of their own.</param>
/// <param name="Start">Where the document begins in the text.</param>
/// <param name="Note">What was doubtful about the charset, null for nothing.</param>
internal readonly record struct SniffedDocument(DocumentKind Kind, string Text, int Start, string? Note);

/// <summary>Tells by their content which inputs are documents of several reports or of another standard than HTML.</summary>
internal static class DocumentKinds
{
    /// <summary>In bytes; what a document is shows early, and every page of a corpus is looked at.</summary>
    private const int Looked = 16 * 1024;

    /// <summary>In UTF-16 code units before the document that another program may have put there, such as a warning.</summary>
    private const int MostBefore = 4096;

    private static readonly string[] s_roots = ["<?xml", "<rss", "<rdf:rdf", "<feed", "<urlset", "<sitemapindex", "<opml", "<newsmessage", "<newsitem", "<packageitem", "<nitf"];

    private static readonly SearchValues<byte> s_before = SearchValues.Create([(byte)' ', (byte)'\t', (byte)'\r', (byte)'\n', 0xEF, 0xBB, 0xBF]);

    private static readonly SearchValues<char> s_blanks = SearchValues.Create(" \t\r\n\uFEFF\u200B\0");

    private static readonly string[] s_ninjs =
        ["\"bodies\"", "\"body_text\"", "\"body_html\"", "\"body_xhtml\"", "\"body_main\"", "\"headlines\"", "\"versioncreated\"", "\"representationtype\"", "\"pubstatus\"", "\"firstcreated\"", "\"infosources\"", "\"copyrightholder\"", "\"bylines\"", "\"copyrightnotice\"", "\"byline\"", "\"headline\""];

    /// <summary>The document, or one of no kind.</summary>
    public static SniffedDocument Of(ReportInput input)
    {
        ReadOnlySpan<byte> bytes = input.Bytes.Span;
        if (!CanBe(bytes))
            return default;
        ReadOnlySpan<byte> looked = bytes[..Math.Min(bytes.Length, Looked)];
        if (Kind(Charsets.Decode(looked, input.Charset).Text, out _) is var kind && kind is DocumentKind.None or DocumentKind.Mail)
            return new SniffedDocument(kind, "", 0, null);
        // What is declared stands before everything else, blanks and line ends too.
        int blank = bytes.Contains((byte)0) ? 0 : bytes.IndexOfAnyExcept(" \t\r\n"u8);
        (string text, string? note) = Charsets.Decode(bytes[blank..], input.Charset);
        Kind(text[..Math.Min(text.Length, Looked)], out int start);
        return new SniffedDocument(kind, text, start, note);
    }

    // Pages and plain texts are told at their first character as a rule.
    private static bool CanBe(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, _, ..] or [_, 0, ..])
            return true;
        // Blanks and byte order marks, of which some programs write several.
        int at = bytes.IndexOfAnyExcept(s_before);
        if (at >= 0 && (IsAt(bytes[at..], "<!doctype html"u8) || IsAt(bytes[at..], "<html"u8)))
            return false;
        return at >= 0 && (bytes[at] is (byte)'<' or (byte)'{' or (byte)'[' || IsHeaderByte(bytes[at]));
    }

    private static bool IsAt(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> mark) => bytes.Length >= mark.Length && Ascii.EqualsIgnoreCase(bytes[..mark.Length], mark);

    private static DocumentKind Kind(string text, out int start)
    {
        start = text.AsSpan().IndexOfAnyExcept(s_blanks);
        if (start < 0)
        {
            start = 0;
            return DocumentKind.None;
        }
        if (text[start] is '{' or '[')
            return Json(text);
        if (text[start] != '<')
            return Mail.MailHeaders.IsMail(text.AsSpan(start)) ? DocumentKind.Mail : Hidden(text, ref start);
        DocumentKind kind = Xml(text, start);
        return kind == DocumentKind.None ? Hidden(text, ref start) : kind;
    }

    private static DocumentKind Xml(string text, int start)
    {
        var records = new MarkupReader(text, start);
        while (records.Read())
        {
            if (records.Kind == MarkupKind.Start)
                return OfRoot(records.Name[(records.Name.IndexOf(':') + 1)..], text);
            if (records.Kind == MarkupKind.Text && text.AsSpan(records.Start, records.End - records.Start).Trim().Length > 0)
                return DocumentKind.None;
        }
        return DocumentKind.None;
    }

    private static DocumentKind OfRoot(ReadOnlySpan<char> name, string text)
    {
        Span<char> folded = stackalloc char[16];
        if (name.Length > folded.Length)
            return DocumentKind.None;
        return folded[..name.ToLowerInvariant(folded)] switch
        {
            "rss" => DocumentKind.Rss,
            "rdf" => text.Contains("rss", StringComparison.OrdinalIgnoreCase) || text.Contains("<channel", StringComparison.OrdinalIgnoreCase) || text.Contains("<item", StringComparison.OrdinalIgnoreCase) ? DocumentKind.Rss : DocumentKind.None,
            "feed" => DocumentKind.Atom,
            "urlset" or "sitemapindex" => DocumentKind.Sitemap,
            "opml" => DocumentKind.Opml,
            "newsmessage" or "newsitem" or "packageitem" => DocumentKind.Newsml,
            "nitf" => DocumentKind.Nitf,
            _ => DocumentKind.None,
        };
    }

    // A document behind what a program said before it: "<br /><b>Warning</b>: …<?xml …".
    private static DocumentKind Hidden(string text, ref int start)
    {
        ReadOnlySpan<char> head = text.AsSpan(0, Math.Min(text.Length, MostBefore));
        if (head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.Contains("<body", StringComparison.OrdinalIgnoreCase))
            return DocumentKind.None;
        int first = -1;
        foreach (string root in s_roots)
        {
            // Within a line it is a text about documents.
            int at = head.IndexOf(root, StringComparison.OrdinalIgnoreCase);
            if (at > start && text[at - 1] is '\n' or '>' && (first < 0 || at < first))
                first = at;
        }
        DocumentKind kind = first < 0 ? DocumentKind.None : Xml(text, first);
        start = kind == DocumentKind.None ? start : first;
        return kind;
    }

    private static DocumentKind Json(string text)
    {
        if (text.Contains("jsonfeed.org/version", StringComparison.OrdinalIgnoreCase) || text.Contains("jsonfeed.org\\/version", StringComparison.OrdinalIgnoreCase))
            return DocumentKind.JsonFeed;
        int found = 0;
        foreach (string property in s_ninjs)
            found += text.Contains(property, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        return found >= 2 && text.Contains("\"uri\"", StringComparison.OrdinalIgnoreCase) ? DocumentKind.Ninjs : DocumentKind.None;
    }

    // RFC 5322, section 2.2: printable ASCII but the colon; names of fields begin with letters.
    private static bool IsHeaderByte(byte b) => char.IsAsciiLetter((char)b);
}
