namespace Stemma.Reading.Archives;

/// <summary>Moves through the records of a WARC file; knows that a record that is packed by itself ends with its gzip member, whatever it says of its length.</summary>
internal sealed class WarcSource(ByteSource source)
{
    /// <summary>In bytes; a header is some hundred.</summary>
    private const int LongestHeader = 1 << 16;

    // In bytes: "\n\r\n".
    private const int EndLength = 3;

    // In bytes: two blank lines, and the start of a record.
    private const int BlankLines = 32;

    private long _noEndBefore;

    // "WARC/1." at the start of a line.
    private static ReadOnlySpan<byte> NextRecord => "\nWARC/1."u8;

    /// <summary>True where a record begins here.</summary>
    public bool IsAtRecord => source.Need(6) && source.Ready.StartsWith("WARC/"u8) && char.IsAsciiDigit((char)source.Ready[5]);

    /// <summary>Passes over blank lines.</summary>
    public void PassBlankLines()
    {
        while (source.Need(1) && source.Ready[0] is (byte)'\r' or (byte)'\n')
            source.Pass(1);
    }

    /// <summary>True where the next record or the end follows, behind blank lines or at once; nothing is passed.</summary>
    public bool IsBeforeRecord(out bool hasBlankLine)
    {
        source.Need(BlankLines);
        ReadOnlySpan<byte> rest = source.Ready.TrimStart("\r\n"u8);
        hasBlankLine = rest.Length < source.Ready.Length || rest.IsEmpty;
        return rest.IsEmpty || (rest.Length > 5 && rest.StartsWith("WARC/"u8) && char.IsAsciiDigit((char)rest[5]));
    }

    /// <summary>The header that begins here, its blank line included; it stays in the source.</summary>
    /// <param name="most">In bytes; it ends before.</param>
    /// <returns>Empty where none ends within 64 KB.</returns>
    public ReadOnlySpan<byte> Header(long most)
    {
        most = Math.Min(most, LongestHeader);
        for (int wanted = 1 << 10; ; wanted = (int)Math.Min(most, wanted * 4L))
        {
            bool isThere = source.Need((int)Math.Min(wanted, most));
            ReadOnlySpan<byte> ready = source.Ready;
            ready = ready[..(int)Math.Min(ready.Length, most)];
            // Many headers without an end must not each be looked through to the last byte: what was looked through holds no end.
            int start = (int)Math.Clamp(_noEndBefore - source.Position - EndLength, 0, ready.Length);
            int end = HeaderFields.End(ready[start..]);
            if (end > 0)
                return ready[..(start + end)];
            _noEndBefore = Math.Max(_noEndBefore, source.Position + ready.Length);
            if (!isThere || wanted >= most)
                return default;
        }
    }

    /// <summary>Passes over so many bytes of a record.</summary>
    /// <param name="length">What the header states, in bytes.</param>
    /// <returns>How many there were before the stream or the record's gzip member ended.</returns>
    public long Pass(long length)
    {
        byte[]? none = null;
        return Take(length, ref none);
    }

    /// <summary>Reads so many bytes of a record.</summary>
    /// <param name="length">What the header states, in bytes; not more than an array holds.</param>
    /// <param name="bytes">As many as there were.</param>
    /// <returns>How many there were before the stream or the record's gzip member ended.</returns>
    public long Read(long length, out byte[] bytes)
    {
        byte[]? into = WholeContent.For(length);
        long read = Take(length, ref into);
        if (read < into!.Length)
            Array.Resize(ref into, (int)read);
        bytes = into;
        return read;
    }

    /// <summary>Goes on with the next line that begins a record.</summary>
    /// <returns>False where there is none before the end or a fault.</returns>
    public bool PassToRecord()
    {
        while (source.Need(1))
        {
            if (source.IsAtMember && IsAtRecord)
                return true;
            ReadOnlySpan<byte> ready = source.Ready;
            long room = source.NextMember - source.Position;
            if (room < ready.Length)
                ready = ready[..(int)room];
            int found = ready.IndexOf(NextRecord);
            if (found >= 0)
            {
                source.Pass(found + 1);
                return true;
            }
            if (ready.Length == room)
            {
                source.Pass(ready.Length);
                continue;
            }
            source.Pass(Math.Max(0, ready.Length - NextRecord.Length));
            int left = source.Ready.Length;
            if (!source.Need(left + 1))
                source.Pass(left);
        }
        return false;
    }

    private long Take(long length, ref byte[]? into)
    {
        long done = 0;
        while (done < length && source.Need(1))
        {
            if (done > 0 && source.IsAtMember && IsAtRecord)
                break;
            long room = Math.Min(length - done, source.NextMember - source.Position);
            int count = (int)Math.Min(room, source.Ready.Length);
            if (into is not null)
            {
                while (into.Length < done + count)
                    WholeContent.Grow(ref into, length);
                source.Ready[..count].CopyTo(into.AsSpan((int)done));
            }
            source.Pass(count);
            done += count;
        }
        return done;
    }
}
