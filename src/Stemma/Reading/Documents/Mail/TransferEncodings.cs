using System.Buffers.Text;

namespace Stemma.Reading.Documents.Mail;

/// <summary>Undoes the transfer encodings of MIME (RFC 2045, section 6); what is broken is passed over.</summary>
internal static class TransferEncodings
{
    /// <summary>The bytes of a part.</summary>
    /// <param name="bytes">As they were sent.</param>
    /// <param name="encoding">The Content-Transfer-Encoding; an unknown one leaves the bytes as they are.</param>
    public static byte[] Undo(ReadOnlySpan<byte> bytes, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(bytes),
        "quoted-printable" => QuotedPrintable(bytes, isHeader: false),
        _ => bytes.ToArray(),
    };

    /// <summary>Undoes base64; bytes that are none of its letters are passed over, and what is over at the end is dropped.</summary>
    public static byte[] Base64(ReadOnlySpan<byte> bytes)
    {
        byte[] letters = new byte[bytes.Length];
        int count = 0;
        foreach (byte b in bytes)
        {
            if (b == (byte)'=')
                break;
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'+' or (byte)'/')
                letters[count++] = b;
        }
        // Three in four letters carry a whole byte; one letter alone carries none.
        count -= count % 4 == 1 ? 1 : 0;
        int padding = (4 - count % 4) % 4;
        byte[] padded = new byte[count + padding];
        letters.AsSpan(0, count).CopyTo(padded);
        padded.AsSpan(count).Fill((byte)'=');
        byte[] plain = new byte[System.Buffers.Text.Base64.GetMaxDecodedFromUtf8Length(padded.Length)];
        System.Buffers.Text.Base64.DecodeFromUtf8(padded, plain, out _, out int written);
        return plain[..written];
    }

    /// <summary>Undoes quoted-printable, or its form in headers (RFC 2047, section 4.2), where "_" is a blank.</summary>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> bytes, bool isHeader)
    {
        byte[] plain = new byte[bytes.Length];
        int count = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            byte b = bytes[i];
            if (isHeader && b == (byte)'_')
            {
                plain[count++] = (byte)' ';
            }
            else if (b != (byte)'=')
            {
                plain[count++] = b;
            }
            else if (i + 2 < bytes.Length && Hex(bytes[i + 1]) is >= 0 and var high && Hex(bytes[i + 2]) is >= 0 and var low)
            {
                plain[count++] = (byte)(high << 4 | low);
                i += 2;
            }
            else if (SoftBreak(bytes[i..]) is > 0 and var length)
            {
                i += length - 1;
            }
            else
            {
                plain[count++] = b;
            }
        }
        return plain[..count];
    }

    // "=" at the end of a line, blanks behind it included; its length, 0 for none.
    private static int SoftBreak(ReadOnlySpan<byte> bytes)
    {
        int i = 1;
        while (i < bytes.Length && bytes[i] is (byte)' ' or (byte)'\t' && i < LongestBlank)
            i++;
        if (i == bytes.Length)
            return i;
        if (bytes[i] == (byte)'\n')
            return i + 1;
        return bytes[i] != (byte)'\r' ? 0 : i + 1 < bytes.Length && bytes[i + 1] == (byte)'\n' ? i + 2 : i + 1;
    }

    private static int Hex(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        _ => -1,
    };

    /// <summary>In bytes: blanks that a gateway may have put at the end of a line.</summary>
    private const int LongestBlank = 80;
}
