using System.Buffers;

namespace Stemma.Reading.Documents.Markup;

/// <summary>What the next piece of a document is.</summary>
internal enum MarkupKind
{
    /// <summary>A start tag.</summary>
    Start,

    /// <summary>An end tag.</summary>
    End,

    /// <summary>Text in which entities stand for characters.</summary>
    Text,

    /// <summary>A CDATA section: text as it is.</summary>
    Verbatim,
}

/// <summary>Splits XML, well formed or not, into tags and texts; one pass, nothing is copied.</summary>
/// <remarks>
/// Unlike <see cref="System.Xml.XmlReader"/> it never gives up on a document: bare ampersands and "&lt;", undeclared entities, control
/// characters, tags that are not closed. Document types are passed over unread, so that no entity of theirs is ever defined
/// or fetched (docs/decisions/documents.md).
/// </remarks>
internal sealed class MarkupReader(string text, int at)
{
    private static readonly SearchValues<char> s_tagMarks = SearchValues.Create("><\"'"), s_declarationMarks = SearchValues.Create("[]<>\"'");

    private bool _noCommentEnd, _noInstructionEnd, _noDeclarationEnd;

    /// <summary>Where the next piece begins.</summary>
    public int At { get; private set; } = at;

    /// <summary>Where the current piece begins.</summary>
    public int TokenStart { get; private set; }

    /// <summary>What the current piece is.</summary>
    public MarkupKind Kind { get; private set; }

    /// <summary>The text of the piece, or what stands in a start tag behind its name.</summary>
    public int Start { get; private set; }

    /// <summary>The end of it.</summary>
    public int End { get; private set; }

    /// <summary>The name in a tag, prefix included.</summary>
    public ReadOnlySpan<char> Name => text.AsSpan(_name, _nameEnd - _name);

    /// <summary>True for a start tag that is its own end tag.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>True where the document ends within a tag or a CDATA section.</summary>
    public bool IsClipped { get; private set; }

    private int _name, _nameEnd;

    /// <summary>Goes to the next piece; false at the end.</summary>
    public bool Read()
    {
        while (At < text.Length)
        {
            TokenStart = At;
            if (!OpensMarkup(At))
            {
                ReadText();
                return true;
            }
            if (At + 1 == text.Length)
            {
                Clip();
                return false;
            }
            switch (text[At + 1])
            {
                case '!':
                    if (text.AsSpan(At).StartsWith("<![CDATA[", StringComparison.Ordinal))
                        return ReadVerbatim();
                    SkipDeclaration();
                    break;
                case '?':
                    At = After("?>", At + 2, ref _noInstructionEnd);
                    break;
                default:
                    return ReadTag();
            }
        }
        return false;
    }

    private bool OpensMarkup(int i) =>
        text[i] == '<' && (i + 1 == text.Length || text[i + 1] is '!' or '?' || IsNameStart(text[i + 1]) || text[i + 1] == '/' && (i + 2 == text.Length || IsNameStart(text[i + 2])));

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or ':' || c > 127 && char.IsLetter(c);

    private void ReadText()
    {
        int next = At + 1;
        while (next < text.Length && (next = text.IndexOf('<', next)) >= 0 && !OpensMarkup(next))
            next++;
        (Kind, Start, End) = (MarkupKind.Text, At, next < 0 ? text.Length : next);
        At = End;
    }

    private bool ReadVerbatim()
    {
        Start = At + "<![CDATA[".Length;
        int end = text.IndexOf("]]>", Start, StringComparison.Ordinal);
        if (end < 0)
        {
            Clip();
            return false;
        }
        (Kind, End, At) = (MarkupKind.Verbatim, end, end + 3);
        return true;
    }

    private bool ReadTag()
    {
        bool closes = text[At + 1] == '/';
        _name = At + (closes ? 2 : 1);
        _nameEnd = _name;
        while (_nameEnd < text.Length && !char.IsWhiteSpace(text[_nameEnd]) && text[_nameEnd] is not ('/' or '>' or '<'))
            _nameEnd++;
        int end = TagEnd(_nameEnd, out bool isClosed);
        if (end < 0)
        {
            Clip();
            return false;
        }
        Kind = closes ? MarkupKind.End : MarkupKind.Start;
        IsEmpty = !closes && isClosed && text[end - 1] == '/';
        (Start, End, At) = (_nameEnd, IsEmpty ? end - 1 : end, isClosed ? end + 1 : end);
        return true;
    }

    // The place of ">", quoted values passed over. A "<" outside of quotes begins the next tag: this one was never closed.
    private int TagEnd(int i, out bool isClosed)
    {
        isClosed = true;
        while (i < text.Length)
        {
            int found = text.AsSpan(i).IndexOfAny(s_tagMarks);
            if (found < 0)
                return -1;
            i += found;
            if (text[i] is '>' or '<')
            {
                isClosed = text[i] == '>';
                return i;
            }
            int close = text[i - 1] is '=' or ' ' ? text.IndexOf(text[i], i + 1) : -1;
            i = close < 0 ? i + 1 : close + 1;
        }
        return -1;
    }

    // Comments, and document types with all that they declare.
    private void SkipDeclaration()
    {
        if (text.AsSpan(At).StartsWith("<!--", StringComparison.Ordinal))
        {
            At = After("-->", At + 4, ref _noCommentEnd);
            return;
        }
        int i = At + 2;
        bool inSubset = false;
        while (!_noDeclarationEnd && i < text.Length)
        {
            int found = text.AsSpan(i).IndexOfAny(s_declarationMarks);
            if (found < 0)
                break;
            i += found;
            char c = text[i];
            if (c == '>' && !inSubset)
            {
                At = i + 1;
                return;
            }
            inSubset = c == '[' || inSubset && c != ']';
            int close = c is '"' or '\'' ? text.IndexOf(c, i + 1)
                : c == '<' && text.AsSpan(i).StartsWith("<!--", StringComparison.Ordinal) ? text.IndexOf("-->", i, StringComparison.Ordinal) : i;
            if (close < 0)
                break;
            i = close + 1;
        }
        _noDeclarationEnd = true;
        int end = text.IndexOf('>', At);
        At = end < 0 ? text.Length : end + 1;
    }

    // What is never closed is passed over alone, so that the rest of the document is not lost with it, and is not searched again.
    private int After(string mark, int from, ref bool none)
    {
        int end = none ? -1 : text.IndexOf(mark, from, StringComparison.Ordinal);
        none |= end < 0;
        return end < 0 ? from : end + mark.Length;
    }

    private void Clip()
    {
        At = text.Length;
        IsClipped = true;
    }
}
