namespace Stemma.Reading.Archives;

/// <summary>So many of the next bytes of a source, as a stream: a member of an archive that tells its length.</summary>
/// <param name="source">Goes on behind the slice once <see cref="SkipRest"/> was called.</param>
/// <param name="length">In bytes, not negative.</param>
internal sealed class SourceSlice(ByteSource source, long length) : ReadOnlyStream
{
    private long _left = length;

    /// <summary>Reads on.</summary>
    /// <exception cref="InvalidDataException">The source ends before the slice does.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_left == 0 || buffer.IsEmpty)
            return 0;
        int read = source.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        if (read == 0)
            throw new InvalidDataException(source.Fault ?? "it breaks off, because the archive that holds it does");
        _left -= read;
        return read;
    }

    /// <summary>Goes on behind the slice.</summary>
    /// <returns>False where the source ends before.</returns>
    public bool SkipRest()
    {
        _left -= source.Skip(_left);
        return _left == 0;
    }
}
