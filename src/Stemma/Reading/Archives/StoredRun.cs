using System.Buffers.Binary;

namespace Stemma.Reading.Archives;

/// <summary>A file in a zip archive that is neither packed nor tells its length before it: it ends where a descriptor follows that states its checksum and length.</summary>
internal sealed class StoredRun(ByteSource archive) : ReadOnlyStream
{
    /// <summary>In bytes: signature, checksum, and the length twice (APPNOTE 6.3.10, section 4.3.9).</summary>
    private const int Descriptor = 16;

    private uint _checksum;
    private long _read;
    private bool _isOver;

    private static ReadOnlySpan<byte> Signature => "PK\u0007\u0008"u8;

    /// <summary>Reads on; goes behind the descriptor at its end.</summary>
    /// <exception cref="InvalidDataException">The archive ends and no descriptor fits.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_isOver || buffer.IsEmpty)
            return 0;
        if (!archive.Need(Descriptor))
            throw new InvalidDataException(archive.Fault ?? "it breaks off in the archive");
        int count = archive.Ready.IndexOf(Signature);
        if (count == 0 && IsEnd(archive.Ready))
        {
            archive.Pass(Descriptor);
            _isOver = true;
            return 0;
        }
        // What may be the start of a signature waits until the rest of it lies ready.
        count = count < 0 ? archive.Ready.Length - Descriptor + 1 : Math.Max(count, 1);
        count = Math.Min(count, buffer.Length);
        archive.Ready[..count].CopyTo(buffer);
        archive.Pass(count);
        _checksum = Crc32.Add(_checksum, buffer[..count]);
        _read += count;
        return count;
    }

    private bool IsEnd(ReadOnlySpan<byte> descriptor) =>
        BinaryPrimitives.ReadUInt32LittleEndian(descriptor[4..]) == _checksum && BinaryPrimitives.ReadUInt32LittleEndian(descriptor[8..]) == (uint)_read;
}
