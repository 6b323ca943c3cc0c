using System.Buffers.Binary;
using System.Globalization;

namespace Stemma.Reading.Archives;

/// <summary>The members of a gzip file (RFC 1952) one after the other as one stream, with where each begins; can go on behind a broken one.</summary>
internal sealed class GzipMembers(ByteSource packed, UnpackBudget budget) : ReadOnlyStream
{
    /// <summary>In bytes: the fields of a header that may be of any length are cut there. Writers put a file's name in.</summary>
    private const int LongestField = 1 << 16;

    // The bits of FLG.
    private const int HasChecksum = 2, HasExtra = 4, HasName = 8, HasComment = 16, Reserved = 0xE0;

    private InflateStream? _run;
    private bool _isBroken;

    /// <summary>In bytes of the packed source: where the member begins whose bytes were read last.</summary>
    public long MemberStart { get; private set; }

    /// <summary>The number of that member, from 1.</summary>
    public int Member { get; private set; }

    /// <summary>True where the bytes begin a gzip member.</summary>
    public static bool IsStart(ReadOnlySpan<byte> bytes) => bytes is [0x1F, 0x8B, 8, var flags, ..] && (flags & Reserved) == 0;

    /// <summary>Reads on, never across the end of a member.</summary>
    /// <exception cref="InvalidDataException">The member is broken; <see cref="Resume"/> may find another.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_isBroken)
            return 0;
        while (true)
        {
            if (_run is null && !OpenMember())
                return 0;
            int read;
            try
            {
                read = _run!.Read(buffer);
            }
            catch (InvalidDataException e)
            {
                throw Broken(budget.IsSpent ? e.Message : Told("is damaged"));
            }
            if (read > 0)
                return read;
            CloseMember();
        }
    }

    /// <summary>Goes on with the next member behind a broken one.</summary>
    /// <returns>False where there is none.</returns>
    public bool Resume()
    {
        _run?.Dispose();
        _run = null;
        if (budget.IsSpent)
            return false;
        // The start of the broken member is no place to go on at.
        if (packed.Need(4) && packed.Position == MemberStart)
            packed.Pass(1);
        while (packed.Need(4))
        {
            ReadOnlySpan<byte> ready = packed.Ready;
            int found = ready.IndexOf(Magic);
            if (found < 0)
            {
                packed.Pass(ready.Length - 2);
                continue;
            }
            packed.Pass(found);
            packed.Need(4);
            if (IsStart(packed.Ready))
            {
                _isBroken = false;
                return true;
            }
            packed.Pass(1);
        }
        return false;
    }

    private bool OpenMember()
    {
        packed.Need(4);
        if (packed.Ready.IsEmpty)
            return packed.Fault is { } fault ? throw Broken(fault) : false;
        if (!IsStart(packed.Ready))
        {
            // Tapes and block devices pad with zeros.
            long start = packed.Position;
            while (packed.Need(1) && packed.Ready.IndexOfAnyExcept((byte)0) is var other and not 0)
                packed.Pass(other < 0 ? packed.Ready.Length : other);
            if (packed.IsAtEnd)
                return false;
            if (packed.Position == start || !packed.Need(4) || !IsStart(packed.Ready))
                throw Broken(string.Create(CultureInfo.InvariantCulture, $"after gzip member {Member}, at byte {packed.Position} of the file, stands something that is no gzip"));
        }
        MemberStart = packed.Position;
        Member++;
        int flags = packed.Ready[3];
        bool whole = packed.Need(10);
        packed.Pass(whole ? 10 : packed.Ready.Length);
        if (whole && (flags & HasExtra) != 0)
        {
            whole = packed.Need(2);
            long length = whole ? BinaryPrimitives.ReadUInt16LittleEndian(packed.Ready) + 2 : 0;
            whole = whole && packed.Skip(length) == length;
        }
        whole = whole && ((flags & HasName) == 0 || PassText()) && ((flags & HasComment) == 0 || PassText());
        if (whole && (flags & HasChecksum) != 0)
            whole = packed.Skip(2) == 2;
        if (!whole)
            throw Broken(Told("breaks off in its header"));
        _run = new InflateStream(packed, budget);
        return true;
    }

    private bool PassText()
    {
        for (int looked = 0; looked < LongestField; looked++)
        {
            if (!packed.Need(1))
                return false;
            byte b = packed.Ready[0];
            packed.Pass(1);
            if (b == 0)
                return true;
        }
        return false;
    }

    private void CloseMember()
    {
        InflateStream run = _run!;
        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, run.Checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)run.Unpacked);
        bool sound = run.PassTrailer(trailer) >= 0;
        run.Dispose();
        _run = null;
        if (!sound)
            throw Broken(packed.Fault ?? Told(run.BrokeOff || packed.Ready.Length < trailer.Length ? "breaks off" : "does not match its checksum"));
    }

    private InvalidDataException Broken(string why)
    {
        _isBroken = true;
        return new InvalidDataException(why);
    }

    private string Told(string what) => string.Create(CultureInfo.InvariantCulture, $"gzip member {Member}, at byte {MemberStart} of the file, {what}");

    private static ReadOnlySpan<byte> Magic => [0x1F, 0x8B, 8];

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _run?.Dispose();
        base.Dispose(disposing);
    }
}
