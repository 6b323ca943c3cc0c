using System.Globalization;

namespace Stemma.Reading.Archives;

/// <summary>The files of a tar archive: ustar, pax (POSIX.1-2001) and GNU long names. Goes on behind a broken header with the next sound one.</summary>
internal sealed class TarEntries(ByteSource source) : IDisposable
{
    /// <summary>In bytes; names are shorter, whatever a header says.</summary>
    private const int LongestExtension = 1 << 16;

    private SourceSlice? _content;
    private long _padding;
    private int _entry;
    private bool _isOver;

    /// <summary>The next file or fault; false at the end.</summary>
    public bool Next(out ArchiveEntry entry)
    {
        entry = default;
        string? longName = null;
        long? longSize = null;
        while (!_isOver)
        {
            if (_content is not null && (!_content.SkipRest() || source.Skip(_padding) < _padding))
            {
                _content = null;
                return Over(Clipped(), out entry);
            }
            _content = null;
            if (!source.Need(TarHeader.Block))
                return source.Ready.IsEmpty && source.Fault is null ? Over(null, out entry) : Over(Clipped(), out entry);
            if (!TarHeader.IsHeader(source.Ready))
            {
                // Zeros end the archive; what follows them is padding of tapes.
                if (source.Ready[..TarHeader.Block].IndexOfAnyExcept((byte)0) < 0)
                    return Over(null, out entry);
                entry = new ArchiveEntry("", null, Resynchronise("no header stands where one must"));
                return true;
            }
            _entry++;
            var header = new TarHeader(source.Ready);
            char type = header.Type;
            string name = longName ?? header.Name;
            // 1 << 62 would overflow when it is padded.
            if ((longSize ?? header.Size) is not { } size || size > long.MaxValue / 2)
            {
                entry = new ArchiveEntry(name, null, Resynchronise("its length is no number that can be"));
                return true;
            }
            source.Pass(TarHeader.Block);
            _padding = (TarHeader.Block - (size % TarHeader.Block)) % TarHeader.Block;
            _content = new SourceSlice(source, size);
            switch (type)
            {
                case 'L':
                    longName = EntryNames.Of(Extension(size) is var text && text.IndexOf((byte)0) is var end and >= 0 ? text.AsSpan(0, end) : text);
                    break;
                case 'x':
                    ReadPax(Extension(size), ref longName, ref longSize);
                    break;
                case '0' or '7':
                    entry = new ArchiveEntry(name, _content, null);
                    return true;
                default:
                    (longName, longSize) = (null, null);
                    break;
            }
        }
        return false;
    }

    /// <summary>Lets the file that was given last go.</summary>
    public void Dispose() => _content?.Dispose();

    private byte[] Extension(long size)
    {
        byte[] bytes = new byte[(int)Math.Min(size, LongestExtension)];
        int read = 0;
        try
        {
            while (read < bytes.Length && _content!.Read(bytes.AsSpan(read)) is var more and > 0)
                read += more;
        }
        catch (InvalidDataException)
        {
            // It is clipped, which is told when the content is passed.
        }
        return bytes[..read];
    }

    // Records "LENGTH KEY=VALUE\n".
    private static void ReadPax(ReadOnlySpan<byte> records, ref string? name, ref long? size)
    {
        while (records.IndexOf((byte)' ') is var space and > 0
            && int.TryParse(records[..space], NumberStyles.None, CultureInfo.InvariantCulture, out int length) && length > space + 1 && length <= records.Length)
        {
            ReadOnlySpan<byte> record = records[(space + 1)..length].TrimEnd((byte)'\n');
            if (record.StartsWith("path="u8))
                name = EntryNames.Of(record[5..]);
            else if (record.StartsWith("size="u8) && long.TryParse(record[5..], NumberStyles.None, CultureInfo.InvariantCulture, out long stated))
                size = stated;
            records = records[length..];
        }
    }

    private string Resynchronise(string what)
    {
        long start = source.Position;
        do
            source.Pass(TarHeader.Block);
        while (source.Need(TarHeader.Block) && !TarHeader.IsHeader(source.Ready));
        bool goesOn = source.Need(TarHeader.Block);
        _isOver = !goesOn;
        return string.Create(CultureInfo.InvariantCulture, $"the tar archive is broken behind entry {_entry}, at byte {start}: {what}; ")
            + (goesOn ? string.Create(CultureInfo.InvariantCulture, $"{source.Position - start} bytes up to the next header were left out") : "the rest of it was left out");
    }

    private string Clipped() => source.Fault is { } fault
        ? $"the tar archive cannot be read on ({fault}); the rest of it was left out"
        : string.Create(CultureInfo.InvariantCulture, $"the tar archive breaks off in entry {_entry}, at byte {source.Position}; get the whole file");

    private bool Over(string? problem, out ArchiveEntry entry)
    {
        _isOver = true;
        entry = new ArchiveEntry("", null, problem);
        return problem is not null;
    }
}
