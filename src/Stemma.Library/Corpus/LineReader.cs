namespace Stemma.Library.Corpus;

/// <summary>Reads a stream line by line as bytes, without a copy where a line lies in one buffer.</summary>
/// <param name="stream">Read to its end; not closed.</param>
/// <param name="longest">In bytes; a longer line is told as such and passed over.</param>
internal sealed class LineReader(Stream stream, int longest)
{
    private byte[] _buffer = new byte[1 << 20];
    private int _start;
    private int _end;
    private bool _atEnd;

    /// <summary>The number of the line read last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>True where the line read last was too long and is empty for that.</summary>
    public bool WasTooLong { get; private set; }

    /// <summary>Reads a line without its end; valid until the next call.</summary>
    /// <returns>False at the end of the stream.</returns>
    public bool Read(out ReadOnlySpan<byte> line)
    {
        WasTooLong = false;
        int searched = 0;
        while (true)
        {
            int found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (found >= 0 || (_atEnd && _end > _start))
            {
                int length = found >= 0 ? searched + found : _end - _start;
                line = WasTooLong ? default : _buffer.AsSpan(_start, length);
                _start += Math.Min(length + 1, _end - _start);
                Number++;
                return true;
            }
            if (_atEnd)
            {
                line = default;
                if (!WasTooLong)
                    return false;
                Number++;
                return true;
            }
            searched = Fill();
        }
    }

    // Reads more and gives how much of the unfinished line was searched already.
    private int Fill()
    {
        if (_end - _start > longest)
        {
            WasTooLong = true;
            _start = _end;
        }
        int kept = _end - _start;
        if (_start > 0)
            _buffer.AsSpan(_start, kept).CopyTo(_buffer);
        (_start, _end) = (0, kept);
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, (int)Math.Min(Array.MaxLength, _buffer.Length * 2L));
        int read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _atEnd = read == 0;
        _end += read;
        return kept;
    }
}
