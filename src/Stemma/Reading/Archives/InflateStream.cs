using System.Buffers;
using System.IO.Compression;

namespace Stemma.Reading.Archives;

/// <summary>Unpacks one run of DEFLATE (RFC 1951) out of a source and finds where it ends, which the framework's stream does not tell.</summary>
/// <remarks>
/// The framework takes input in pieces and keeps to itself how much of the last piece it used. What follows the run tells: gzip and zip
/// put the checksum behind it, and these bytes are known once all is unpacked. They are looked for in the last piece.
/// </remarks>
internal sealed class InflateStream : ReadOnlyStream
{
    // In bytes. What comes out before a fault depends on how much is asked for at once, so that is always the same.
    private const int Piece = 1 << 15;

    private readonly ByteSource _packed;
    private readonly UnpackBudget _budget;
    private readonly Feed _feed;
    private readonly DeflateStream _inflate;
    private readonly byte[] _piece = ArrayPool<byte>.Shared.Rent(Piece);
    private int _given;
    private int _unpacked;

    /// <summary>Makes a stream that begins where the source stands.</summary>
    /// <param name="packed">What is packed.</param>
    /// <param name="budget">Is told what comes out.</param>
    public InflateStream(ByteSource packed, UnpackBudget budget)
    {
        (_packed, _budget, _feed) = (packed, budget, new Feed(packed));
        _inflate = new DeflateStream(_feed, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <summary>Of all that was unpacked.</summary>
    public uint Checksum { get; private set; }

    /// <summary>In bytes, unpacked.</summary>
    public long Unpacked { get; private set; }

    /// <summary>In bytes: the packed run up to the last piece, which is still in the source.</summary>
    public long PackedBeforePiece => _feed.Passed;

    /// <summary>True where the source ended before the run did.</summary>
    public bool BrokeOff => _feed.BrokeOff;

    /// <summary>Unpacks on; 0 at the end of the run, and where the source ends.</summary>
    /// <exception cref="InvalidDataException">This is no DEFLATE, or it unpacks to too much.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_given == _unpacked)
        {
            _given = _unpacked = 0;
            _unpacked = _inflate.Read(_piece, 0, Piece);
            Checksum = Crc32.Add(Checksum, _piece.AsSpan(0, _unpacked));
            Unpacked += _unpacked;
            _budget.AddUnpacked(_unpacked);
        }
        int count = Math.Min(buffer.Length, _unpacked - _given);
        _piece.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }

    /// <summary>Finds what stands behind the run, and goes on behind that.</summary>
    /// <param name="trailer">Bytes that cannot stand elsewhere.</param>
    /// <returns>In bytes, the packed run's length; -1 where they are not there, and the source stands at the last piece.</returns>
    public long PassTrailer(ReadOnlySpan<byte> trailer)
    {
        _packed.Need(_feed.Given + trailer.Length);
        ReadOnlySpan<byte> ready = _packed.Ready;
        int found = ready[..Math.Min(ready.Length, _feed.Given + trailer.Length)].IndexOf(trailer);
        if (found < 0)
            return -1;
        _packed.Pass(found + trailer.Length);
        return _feed.Passed + found;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _given >= 0)
        {
            _inflate.Dispose();
            ArrayPool<byte>.Shared.Return(_piece);
            (_given, _unpacked) = (-1, -1);
        }
        base.Dispose(disposing);
    }

    /// <summary>Gives the source's bytes in pieces; a piece leaves the source when the next is asked for.</summary>
    private sealed class Feed(ByteSource packed) : ReadOnlyStream
    {
        public int Given { get; private set; }

        public long Passed { get; private set; }

        public bool BrokeOff { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            packed.Pass(Given);
            Passed += Given;
            Given = 0;
            if (!packed.Need(buffer.Length) && packed.Ready.IsEmpty)
            {
                BrokeOff = true;
                return 0;
            }
            Given = Math.Min(buffer.Length, packed.Ready.Length);
            packed.Ready[..Given].CopyTo(buffer);
            return Given;
        }
    }
}
