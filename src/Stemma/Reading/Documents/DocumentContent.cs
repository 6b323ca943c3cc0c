using System.Text;
using Stemma.Reading.Documents.Markup;

namespace Stemma.Reading.Documents;

/// <summary>A text that a document carries.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsHtml">True for a fragment of HTML, false for plain text.</param>
public sealed record DocumentContent(string Text, bool IsHtml)
{
    /// <summary>A field that the standard says is HTML, but that many feeds fill with plain text; null where it is empty.</summary>
    internal static DocumentContent? Html(string? field)
    {
        if (string.IsNullOrWhiteSpace(field))
            return null;
        if (HasTags(field))
            return new DocumentContent(field, true);
        // Without tags line ends are all that parts its paragraphs; escaped twice, the tags come to light now.
        string plain = MarkupText.Decode(field);
        return new DocumentContent(plain, HasTags(plain));
    }

    /// <summary>A field that the standard says is plain text; null where it is empty.</summary>
    internal static DocumentContent? Plain(string? field) => string.IsNullOrWhiteSpace(field) ? null : new DocumentContent(field, false);

    /// <summary>The bytes of a report with this text, which its reader knows for what it is.</summary>
    internal byte[] ToBytes()
    {
        ReadOnlySpan<byte> mark = IsHtml ? "<!DOCTYPE html>\n"u8 : default;
        byte[] bytes = new byte[mark.Length + Encoding.UTF8.GetByteCount(Text)];
        mark.CopyTo(bytes);
        Encoding.UTF8.GetBytes(Text, bytes.AsSpan(mark.Length));
        return bytes;
    }

    /// <summary>How long the text is without tags, counted to <paramref name="enough"/> and a little further; in UTF-16 code units, a run of white space as one.</summary>
    internal int BareLength(int enough)
    {
        int length = 0;
        bool inTag = false, afterBlank = true;
        foreach (char c in Text)
        {
            if (length > enough)
                break;
            if (IsHtml && c is '<' or '>' && inTag != (c == '<'))
            {
                inTag = c == '<';
                continue;
            }
            bool blank = char.IsWhiteSpace(c);
            length += inTag || blank && afterBlank ? 0 : 1;
            afterBlank = blank || inTag && afterBlank;
        }
        return length;
    }

    /// <summary>The text without tags, entities and doubled white space; line ends are blanks.</summary>
    /// <param name="most">In UTF-16 code units of the text with its tags: what is behind is not looked at.</param>
    /// <param name="tag">What stands in the place of a tag.</param>
    internal string Bare(int most = int.MaxValue, string tag = " ")
    {
        ReadOnlySpan<char> rest = Text.AsSpan(0, Math.Min(Text.Length, most));
        if (!IsHtml)
            return rest.Trim().ToString();
        var bare = new StringBuilder(rest.Length);
        while (rest.Length > 0)
        {
            int open = rest.IndexOf('<');
            AppendWords(bare, open < 0 ? rest : rest[..open]);
            if (open >= 0)
                AppendWords(bare, tag);
            int close = open < 0 ? -1 : rest[open..].IndexOf('>');
            rest = close < 0 ? default : rest[(open + close + 1)..];
        }
        return MarkupText.Decode(bare.ToString()).Trim();
    }

    // A run of white space is one blank.
    private static void AppendWords(StringBuilder text, ReadOnlySpan<char> words)
    {
        foreach (char c in words)
        {
            if (!char.IsWhiteSpace(c))
                text.Append(c);
            else if (text.Length > 0 && text[^1] != ' ')
                text.Append(' ');
        }
    }

    /// <summary>The head of a fragment of HTML in lines: what stands between its tags, each on a line of its own, inline tags passed over.</summary>
    internal string Lines()
    {
        var lines = new StringBuilder();
        ReadOnlySpan<char> rest = Text.AsSpan(0, Math.Min(Text.Length, HeadLength));
        while (rest.Length > 0)
        {
            int open = rest.IndexOf('<');
            lines.Append(MarkupText.Decode((open < 0 ? rest : rest[..open]).Trim("\r\n")));
            int close = open < 0 ? -1 : rest[open..].IndexOf('>');
            if (close < 0)
                break;
            ReadOnlySpan<char> tag = rest.Slice(open + 1, close - 1).TrimStart('/');
            int end = tag.IndexOfAny(" /\t\r\n");
            if ((end < 0 ? tag : tag[..end]) is not ("b" or "i" or "a" or "span" or "strong" or "em" or "font" or "u"))
                lines.Append('\n');
            rest = rest[(open + close + 1)..];
        }
        return lines.ToString();
    }

    /// <summary>In UTF-16 code units: what a mail says of the one it forwards stands at its head.</summary>
    private const int HeadLength = 100_000;

    // "<p", "</div", "<br/": a tag that a page may have; "<3" and "a < b" are none.
    private static bool HasTags(string text)
    {
        int last = text.LastIndexOf('>');
        for (int at = text.IndexOf('<', StringComparison.Ordinal); at >= 0 && at < last; at = text.IndexOf('<', at + 1))
        {
            if (char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '/')
                return true;
        }
        return false;
    }
}
