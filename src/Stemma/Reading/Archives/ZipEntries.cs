using System.Buffers.Binary;
using System.Globalization;

namespace Stemma.Reading.Archives;

/// <summary>
/// The files of a zip archive, from its start to its end, by the headers that stand before each (APPNOTE 6.3.10). So an archive of any length is read without
/// seeking, a clipped one as far as it goes, and no file twice, however its directory overlaps. The directory at the end is held against what was found.
/// </summary>
internal sealed class ZipEntries(ByteSource source, UnpackBudget budget) : IDisposable
{
    // The last bytes of the signatures "PK..".
    private const ushort LocalFile = 0x0403, DirectoryEntry = 0x0201;

    private ZipContent? _content;
    private string _name = "";
    private long _files;
    private long _listed;
    private bool _isOver;
    private bool _wasBroken;

    /// <summary>The next file or fault; false at the end.</summary>
    public bool Next(out ArchiveEntry entry)
    {
        entry = default;
        if (_content is not null)
        {
            string? problem = _content.PassRest();
            _content.Dispose();
            _content = null;
            if (problem is not null && !budget.IsSpent)
            {
                entry = new ArchiveEntry(_name, null, $"the zip archive is broken at {_name} ({problem}); {Resynchronise()}");
                return true;
            }
        }
        while (!_isOver && !budget.IsSpent)
        {
            if (!source.Need(4))
                return Over(source.Fault is { } fault ? $"the zip archive cannot be read on ({fault}); the rest of it was left out"
                    : "the zip archive ends without its directory, so it may be cut off; get the whole file", out entry);
            if (!source.Ready.StartsWith("PK"u8))
            {
                entry = new ArchiveEntry("", null, string.Create(CultureInfo.InvariantCulture, $"the zip archive is broken at byte {source.Position}; {Resynchronise()}"));
                return true;
            }
            switch (BinaryPrimitives.ReadUInt16LittleEndian(source.Ready[2..]))
            {
                case LocalFile:
                    _files++;
                    entry = File();
                    return true;
                case DirectoryEntry:
                    _listed++;
                    if (!PassDirectoryEntry())
                        return Over("the zip archive breaks off in its directory; the files before were read", out entry);
                    break;
                default:
                    return Over(_listed == _files || _wasBroken ? null : string.Create(CultureInfo.InvariantCulture,
                        $"the zip archive's directory lists {_listed} files, but {_files} are in it, as only a damaged or harmful file does; those that are in it were read"), out entry);
            }
        }
        return false;
    }

    /// <summary>Lets the file that was given last go.</summary>
    public void Dispose() => _content?.Dispose();

    private ArchiveEntry File()
    {
        long start = source.Position;
        if (ZipLocalHeader.Take(source) is not { } header)
        {
            _isOver = true;
            return new ArchiveEntry("", null, string.Create(CultureInfo.InvariantCulture, $"the zip archive breaks off at byte {start}; get the whole file"));
        }
        _name = header.Name;
        string? problem = header.IsEncrypted ? "it is encrypted; unpack it with its password"
            : header.Method is not (ZipContent.Stored or ZipContent.Deflate) ? string.Create(CultureInfo.InvariantCulture, $"it is packed by method {header.Method}, which is not read; pack it again as a usual zip")
            : null;
        if (problem is null)
        {
            _content = new ZipContent(header, source, budget);
            return new ArchiveEntry(header.Name, _content, null);
        }
        if (!header.IsLengthKnown)
            problem = $"{problem}; {Resynchronise()}";
        else if (source.Skip(header.Packed) < header.Packed)
            _isOver = true;
        return new ArchiveEntry(header.Name, null, problem);
    }

    private bool PassDirectoryEntry()
    {
        if (!source.Need(46))
            return false;
        ReadOnlySpan<byte> header = source.Ready;
        long length = 46L + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        return source.Skip(length) == length;
    }

    // Goes on with the next header of a file or of the directory.
    private string Resynchronise()
    {
        _wasBroken = true;
        long start = source.Position;
        if (!source.IsAtEnd)
            source.Pass(1);
        while (source.Need(4))
        {
            ReadOnlySpan<byte> ready = source.Ready;
            int found = ready.IndexOf("PK"u8);
            if (found < 0)
            {
                source.Pass(ready.Length - 1);
                continue;
            }
            source.Pass(found);
            if (!source.Need(4))
                break;
            if (BinaryPrimitives.ReadUInt16LittleEndian(source.Ready[2..]) is LocalFile or DirectoryEntry)
                return string.Create(CultureInfo.InvariantCulture, $"{source.Position - start} bytes were left out");
            source.Pass(2);
        }
        _isOver = true;
        return "the rest of it was left out";
    }

    private bool Over(string? problem, out ArchiveEntry entry)
    {
        _isOver = true;
        entry = new ArchiveEntry("", null, problem);
        return problem is not null;
    }
}
