using System.Buffers.Binary;

namespace Stemma.Reading.Archives;

/// <summary>The fields of a tar header (POSIX.1-1988 ustar; GNU and old headers lack some).</summary>
internal readonly ref struct TarHeader(ReadOnlySpan<byte> block)
{
    /// <summary>In bytes; headers and contents fill whole blocks.</summary>
    public const int Block = 512;

    private readonly ReadOnlySpan<byte> _block = block;

    /// <summary>What the entry is: '0' a file, '5' a folder, 'x' and 'g' pax headers, 'L' a long name of GNU.</summary>
    public char Type => _block[156] == 0 ? '0' : (char)_block[156];

    /// <summary>In bytes; null where the field is no number or negative.</summary>
    public long? Size => Number(_block.Slice(124, 12));

    /// <summary>The path with its prefix.</summary>
    public string Name
    {
        get
        {
            string name = EntryNames.Of(Text(_block[..100]));
            bool hasPrefix = _block.Slice(257, 6).SequenceEqual("ustar\0"u8);
            ReadOnlySpan<byte> prefix = hasPrefix ? Text(_block.Slice(345, 155)) : default;
            return prefix.IsEmpty ? name : EntryNames.Of(prefix) + "/" + name;
        }
    }

    /// <summary>True where the block can be a header: its checksum is right.</summary>
    public static bool IsHeader(ReadOnlySpan<byte> block)
    {
        if (block.Length < Block || block[0] == 0 || Number(block.Slice(148, 8)) is not { } stated)
            return false;
        int sum = 8 * ' ';
        foreach (byte b in block[..148])
            sum += b;
        foreach (byte b in block[156..Block])
            sum += b;
        return sum == stated;
    }

    private static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> field) => field.IndexOf((byte)0) is var end and >= 0 ? field[..end] : field;

    // Octal digits, or where the first bit is set a number in base 256 (GNU).
    private static long? Number(ReadOnlySpan<byte> field)
    {
        if ((field[0] & 0x80) != 0)
            return field[0] == 0x80 && field.Length == 12 && BinaryPrimitives.ReadInt64BigEndian(field[4..]) is var large and >= 0 && field[1..4].IndexOfAnyExcept((byte)0) < 0 ? large : null;
        field = Text(field).Trim((byte)' ');
        long value = 0;
        foreach (byte digit in field)
        {
            if (digit is < (byte)'0' or > (byte)'7')
                return null;
            value = (value << 3) | (long)(digit - '0');
        }
        return field.IsEmpty ? null : value;
    }
}
