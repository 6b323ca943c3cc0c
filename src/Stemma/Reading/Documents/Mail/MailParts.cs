using System.Text;

namespace Stemma.Reading.Documents.Mail;

/// <summary>Gathers the texts of a mail out of its parts (MIME, RFC 2046).</summary>
internal sealed class MailParts
{
    /// <summary>In parts within one another: a newsletter forwarded several times has eight.</summary>
    private const int Deepest = 20;

    /// <summary>In parts of one mail.</summary>
    private const int MostParts = 1000;

    private readonly StringBuilder _html = new();
    private readonly StringBuilder _plain = new();
    private int _count;

    /// <summary>The texts in HTML, in order, as one; empty for none.</summary>
    public string Html => _html.ToString();

    /// <summary>The plain texts, in order, as one; empty for none.</summary>
    public string Plain => _plain.ToString();

    /// <summary>The mails that are attached.</summary>
    public List<ReadOnlyMemory<byte>> Attached { get; } = [];

    /// <summary>What was doubtful, in words, null for nothing.</summary>
    public string? Note { get; private set; }

    /// <summary>Takes in the part with its parts.</summary>
    /// <param name="headers">Its header.</param>
    /// <param name="body">What stands behind the header.</param>
    /// <param name="depth">In how many parts it stands.</param>
    public void Take(MailHeaders headers, ReadOnlyMemory<byte> body, int depth)
    {
        if (++_count > MostParts || depth > Deepest)
        {
            Note ??= "the mail has more parts, or parts nested deeper, than are read; what lies deeper was left out";
            return;
        }
        string type = headers.Raw("content-type")?.ToLowerInvariant() ?? "text/plain";
        bool isAttached = headers.Raw("content-disposition")?.StartsWith("attachment", StringComparison.OrdinalIgnoreCase) ?? false;
        if (type.StartsWith("multipart/", StringComparison.Ordinal) && headers.Parameter("content-type", "boundary") is { Length: > 0 } boundary)
        {
            TakeParts(body, Encoding.UTF8.GetBytes("--" + boundary), depth);
        }
        else if (type.StartsWith("message/rfc822", StringComparison.Ordinal) || type.StartsWith("message/global", StringComparison.Ordinal))
        {
            Attached.Add(TransferEncodings.Undo(body.Span, headers.Raw("content-transfer-encoding")));
        }
        else if (!isAttached && (type.StartsWith("text/html", StringComparison.Ordinal) || type.StartsWith("application/xhtml", StringComparison.Ordinal)))
        {
            _html.Append(Decode(headers, body.Span)).Append('\n');
        }
        else if (!isAttached && (type.StartsWith("text/plain", StringComparison.Ordinal) || type.StartsWith("multipart/", StringComparison.Ordinal) || !type.Contains('/', StringComparison.Ordinal)))
        {
            bool isFlowed = string.Equals(headers.Parameter("content-type", "format"), "flowed", StringComparison.OrdinalIgnoreCase);
            _plain.Append(PlainParagraphs.Unwrapped(Decode(headers, body.Span), isFlowed)).Append('\n');
        }
    }

    private string Decode(MailHeaders headers, ReadOnlySpan<byte> body)
    {
        byte[] bytes = TransferEncodings.Undo(body, headers.Raw("content-transfer-encoding"));
        (string text, string? note) = Charsets.Decode(bytes, headers.Parameter("content-type", "charset"));
        Note ??= note;
        return text;
    }

    // Parts stand between lines of two hyphens and the boundary; two more hyphens end the last one, which a clipped mail lacks.
    private void TakeParts(ReadOnlyMemory<byte> body, ReadOnlySpan<byte> mark, int depth)
    {
        int start = -1, at = 0;
        while (_count <= MostParts)
        {
            int found = body.Span[at..].IndexOf(mark);
            int place = found < 0 ? body.Length : at + found;
            if (found >= 0 && place > 0 && body.Span[place - 1] != (byte)'\n')
            {
                at = place + mark.Length;
                continue;
            }
            if (start >= 0 && place > start)
            {
                ReadOnlyMemory<byte> part = body[start..place];
                MailHeaders headers = MailHeaders.Read(part.Span, out int length);
                Take(headers, part[length..], depth + 1);
            }
            ReadOnlySpan<byte> behind = body.Span[Math.Min(body.Length, place + mark.Length)..];
            if (found < 0 || behind.StartsWith("--"u8))
                return;
            int line = behind.IndexOf((byte)'\n');
            if (line < 0)
                return;
            start = at = place + mark.Length + line + 1;
        }
    }
}
