using System.Buffers;

namespace Stemma.Reading.Archives;

/// <summary>
/// Reads a stream through one buffer: by lines, by runs of bytes, with a look ahead and without a copy. Where the stream turns out broken
/// the source ends with a <see cref="Fault"/>; only errors of the disk or the network below are thrown.
/// </summary>
public sealed class ByteSource : IDisposable
{
    // In bytes; nested archives have a buffer each. Longer lines get a longer one.
    private const int FirstBuffer = 1 << 17;

    private readonly Stream _stream;
    private readonly GzipMembers? _members;
    private readonly UnpackBudget? _outermost;
    private readonly Queue<(long At, long Packed)> _marks = new();
    private (long At, long Packed) _here;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private int _start;
    private int _end;
    private long _before;
    private long _member;
    private bool _atEnd;

    /// <summary>Makes a source.</summary>
    /// <param name="stream">Read to its end; not closed.</param>
    public ByteSource(Stream stream)
        : this(stream, null)
    {
    }

    /// <summary>Makes a source that tells what it reads to a budget.</summary>
    internal ByteSource(Stream stream, UnpackBudget? outermost) =>
        (_stream, _outermost, _members) = (stream, outermost, stream as GzipMembers);

    /// <summary>The number of the line read last, from 1.</summary>
    public int LineNumber { get; private set; }

    /// <summary>True where the line read last was too long and is empty for that.</summary>
    public bool LineWasTooLong { get; private set; }

    /// <summary>What is wrong where the bytes that can be read end, null where the stream ends there or goes on.</summary>
    public string? Fault { get; private set; }

    /// <summary>In bytes from the start of the stream, unpacked.</summary>
    internal long Position => _before + _start;

    /// <summary>The bytes that lie ready; valid until the next call.</summary>
    internal ReadOnlySpan<byte> Ready => _buffer.AsSpan(_start, _end - _start);

    /// <summary>True where the stream has no more bytes.</summary>
    internal bool IsAtEnd => !Need(1);

    /// <summary>In bytes of the file as it is packed: where the gzip member begins that holds the position; the position itself in a plain stream.</summary>
    internal long PackedPosition
    {
        get
        {
            DropMarks();
            return _members is null ? Position : _here.Packed;
        }
    }

    /// <summary>The position where the next gzip member begins, as far as it lies ready; else the greatest number.</summary>
    internal long NextMember
    {
        get
        {
            DropMarks();
            return _marks.TryPeek(out (long At, long Packed) next) ? next.At : long.MaxValue;
        }
    }

    /// <summary>True where a gzip member begins at the position.</summary>
    internal bool IsAtMember
    {
        get
        {
            DropMarks();
            return _members is not null && _here.At == Position;
        }
    }

    /// <summary>Reads a line without its LF; valid until the next call.</summary>
    /// <param name="longest">In bytes; a longer line is told as such and passed over.</param>
    /// <param name="line">The line.</param>
    /// <returns>False at the end of the stream.</returns>
    public bool ReadLine(int longest, out ReadOnlySpan<byte> line)
    {
        LineWasTooLong = false;
        int searched = 0;
        while (true)
        {
            int found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (found >= 0 || (_atEnd && _end > _start))
            {
                int length = found >= 0 ? searched + found : _end - _start;
                LineWasTooLong |= length > longest;
                line = LineWasTooLong ? default : _buffer.AsSpan(_start, length);
                _start += Math.Min(length + 1, _end - _start);
                LineNumber++;
                return true;
            }
            if (_atEnd)
            {
                line = default;
                if (!LineWasTooLong)
                    return false;
                LineNumber++;
                return true;
            }
            if (_end - _start > longest)
            {
                LineWasTooLong = true;
                _start = _end;
            }
            searched = _end - _start;
            Fill();
        }
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        if (_buffer.Length == FirstBuffer)
            ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _start, _end, _atEnd) = ([], 0, 0, true);
    }

    /// <summary>Makes so many bytes lie ready.</summary>
    /// <returns>False where the stream has fewer; those lie ready then.</returns>
    internal bool Need(int count)
    {
        while (_end - _start < count)
        {
            if (!Fill())
                return false;
        }
        return true;
    }

    /// <summary>Goes on behind so many of the ready bytes.</summary>
    internal void Pass(int count) => _start += count;

    /// <summary>Goes on behind so many bytes; gives how many there were.</summary>
    internal long Skip(long count)
    {
        long left = count;
        while (true)
        {
            int now = (int)Math.Min(left, _end - _start);
            _start += now;
            left -= now;
            if (left == 0 || !Fill())
                return count - left;
        }
    }

    /// <summary>Reads up to as many bytes; 0 at the end alone.</summary>
    internal int Read(Span<byte> into)
    {
        if (!Need(1))
            return 0;
        int count = Math.Min(into.Length, _end - _start);
        _buffer.AsSpan(_start, count).CopyTo(into);
        _start += count;
        return count;
    }

    /// <summary>Goes back: the bytes are read again before the rest.</summary>
    /// <param name="bytes">What was read last.</param>
    internal void Unread(ReadOnlySpan<byte> bytes)
    {
        int ready = _end - _start;
        if (bytes.Length > _start)
        {
            byte[] longer = new byte[bytes.Length + ready];
            Ready.CopyTo(longer.AsSpan(bytes.Length));
            long position = Position;
            Exchange(longer);
            (_start, _end, _before) = (bytes.Length, bytes.Length + ready, position - bytes.Length);
        }
        _start -= bytes.Length;
        bytes.CopyTo(_buffer.AsSpan(_start));
    }

    /// <summary>Goes on behind a fault with the next gzip member that can be found.</summary>
    /// <returns>False where the stream cannot be taken up again.</returns>
    internal bool Resume()
    {
        if (Fault is null || _members is null || !_members.Resume())
            return false;
        (Fault, _atEnd) = (null, false);
        return true;
    }

    private bool Fill()
    {
        if (_atEnd)
            return false;
        int kept = _end - _start;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, kept).CopyTo(_buffer);
            _before += _start;
            (_start, _end) = (0, kept);
        }
        if (_end == _buffer.Length)
        {
            byte[] longer = new byte[(int)Math.Min(Array.MaxLength, _buffer.Length * 2L)];
            _buffer.AsSpan(0, kept).CopyTo(longer);
            Exchange(longer);
        }
        int read = 0;
        try
        {
            read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        }
        catch (InvalidDataException e)
        {
            Fault = e.Message.TrimEnd('.');
        }
        _atEnd = read == 0;
        if (_members is not null && read > 0 && _members.MemberStart != _member)
        {
            _member = _members.MemberStart;
            _marks.Enqueue((_before + _end, _member));
        }
        _end += read;
        _outermost?.AddPacked(read);
        return read > 0;
    }

    private void Exchange(byte[] longer)
    {
        if (_buffer.Length == FirstBuffer)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = longer;
    }

    private void DropMarks()
    {
        long position = Position;
        while (_marks.TryPeek(out (long At, long Packed) next) && next.At <= position)
            _here = _marks.Dequeue();
    }
}
