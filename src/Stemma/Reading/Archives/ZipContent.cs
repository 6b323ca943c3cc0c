using System.Buffers.Binary;

namespace Stemma.Reading.Archives;

/// <summary>The unpacked bytes of a file in a zip archive; at its end, length and checksum are held against what the archive states.</summary>
internal sealed class ZipContent : ReadOnlyStream
{
    private readonly ZipLocalHeader _header;
    private readonly ByteSource _archive;
    private readonly SourceSlice? _packed;
    private readonly ByteSource? _packedSource;
    private readonly InflateStream? _inflate;
    private readonly StoredRun? _stored;
    private uint _checksum;
    private bool _isOver;

    /// <summary>Makes a stream of the file whose header was taken last.</summary>
    public ZipContent(ZipLocalHeader header, ByteSource archive, UnpackBudget budget)
    {
        (_header, _archive) = (header, archive);
        if (header.IsLengthKnown)
            _packed = new SourceSlice(archive, header.Packed);
        if (header.Method == Deflate)
            _inflate = new InflateStream(_packed is null ? archive : _packedSource = new ByteSource(_packed), budget);
        else if (_packed is null)
            _stored = new StoredRun(archive);
    }

    /// <summary>The method that packs nothing.</summary>
    public const int Stored = 0;

    /// <summary>The method of RFC 1951.</summary>
    public const int Deflate = 8;

    /// <summary>Reads on.</summary>
    /// <exception cref="InvalidDataException">The file is broken.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_isOver || buffer.IsEmpty)
            return 0;
        int read = _inflate?.Read(buffer) ?? _stored?.Read(buffer) ?? _packed!.Read(buffer);
        if (_inflate is null)
            _checksum = Crc32.Add(_checksum, buffer[..read]);
        if (read > 0)
            return read;
        _isOver = true;
        if (_packedSource?.Fault is { } fault)
            throw new InvalidDataException(fault);
        if (_packed is not null && !_header.HasDescriptor && (_inflate?.Checksum ?? _checksum) != _header.Checksum)
            throw new InvalidDataException(_inflate is { BrokeOff: true } ? "it breaks off in the archive" : "it does not match its checksum");
        return 0;
    }

    /// <summary>Goes on behind the file.</summary>
    /// <returns>Null where the next header can follow, else what is wrong; the source stands somewhere in the file then.</returns>
    public string? PassRest()
    {
        if (_packed is not null)
            return _packed.SkipRest() ? null : "it breaks off";
        try
        {
            byte[] passed = new byte[1 << 14];
            while (Read(passed) > 0)
            {
            }
        }
        catch (InvalidDataException e)
        {
            return e.Message.TrimEnd('.');
        }
        return _stored is not null || PassDescriptor() ? null : "its end was not found";
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inflate?.Dispose();
            _stored?.Dispose();
            _packed?.Dispose();
            _packedSource?.Dispose();
        }
        base.Dispose(disposing);
    }

    // Section 4.3.9: the checksum, mostly with a signature before it, and the two lengths in four or eight bytes each.
    private bool PassDescriptor()
    {
        Span<byte> trailer = stackalloc byte[8];
        "PK\u0007\u0008"u8.CopyTo(trailer);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], _inflate!.Checksum);
        long packed = _inflate.PassTrailer(trailer);
        if (packed < 0)
            packed = _inflate.PassTrailer(trailer[4..]);
        if (packed < 0)
            return false;
        foreach (int size in (ReadOnlySpan<int>)[8, 4])
        {
            if (_archive.Need(2 * size) && LengthAt(_archive.Ready, size) == packed && LengthAt(_archive.Ready[size..], size) == _inflate.Unpacked)
            {
                _archive.Pass(2 * size);
                return true;
            }
        }
        return false;
    }

    private static long LengthAt(ReadOnlySpan<byte> field, int size) => size == 8
        ? BinaryPrimitives.ReadInt64LittleEndian(field)
        : BinaryPrimitives.ReadUInt32LittleEndian(field);
}
