using System.Buffers.Binary;

namespace Stemma.Reading.Archives;

/// <summary>The header that stands before a file in a zip archive (APPNOTE 6.3.10, section 4.3.7), and the lengths of zip64 (4.5.3).</summary>
internal readonly record struct ZipLocalHeader(int Flags, int Method, uint Checksum, long Packed, long Unpacked, string Name)
{
    /// <summary>In bytes, without name and extra fields.</summary>
    public const int Length = 30;

    private const uint InExtraField = 0xFFFFFFFF;

    /// <summary>True where it cannot be read without a password.</summary>
    public bool IsEncrypted => (Flags & 1) != 0;

    /// <summary>True where checksum and lengths may stand behind the file.</summary>
    public bool HasDescriptor => (Flags & 8) != 0;

    /// <summary>True where the packed length is known before it is read.</summary>
    public bool IsLengthKnown => !HasDescriptor || Packed > 0;

    /// <summary>Takes a header from the source, which goes on behind it.</summary>
    /// <returns>Null where the source breaks off in it.</returns>
    public static ZipLocalHeader? Take(ByteSource source)
    {
        if (!source.Need(Length))
            return null;
        ReadOnlySpan<byte> fixedPart = source.Ready;
        int name = BinaryPrimitives.ReadUInt16LittleEndian(fixedPart[26..]), extra = BinaryPrimitives.ReadUInt16LittleEndian(fixedPart[28..]);
        if (!source.Need(Length + name + extra))
            return null;
        ReadOnlySpan<byte> all = source.Ready[..(Length + name + extra)];
        uint packed = BinaryPrimitives.ReadUInt32LittleEndian(all[18..]), unpacked = BinaryPrimitives.ReadUInt32LittleEndian(all[22..]);
        (long longPacked, long longUnpacked) = Lengths(all[(Length + name)..], packed, unpacked);
        var header = new ZipLocalHeader(BinaryPrimitives.ReadUInt16LittleEndian(all[6..]), BinaryPrimitives.ReadUInt16LittleEndian(all[8..]),
            BinaryPrimitives.ReadUInt32LittleEndian(all[14..]), longPacked, longUnpacked, EntryNames.Of(all.Slice(Length, name)));
        source.Pass(all.Length);
        return header;
    }

    private static (long Packed, long Unpacked) Lengths(ReadOnlySpan<byte> extra, uint packed, uint unpacked)
    {
        while (extra.Length >= 4 && (packed == InExtraField || unpacked == InExtraField))
        {
            int id = BinaryPrimitives.ReadUInt16LittleEndian(extra), length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (length > extra.Length - 4)
                break;
            ReadOnlySpan<byte> field = extra.Slice(4, length);
            if (id == 1)
            {
                long longUnpacked = unpacked, longPacked = packed;
                if (unpacked == InExtraField && field.Length >= 8)
                {
                    longUnpacked = BinaryPrimitives.ReadInt64LittleEndian(field);
                    field = field[8..];
                }
                if (packed == InExtraField && field.Length >= 8)
                    longPacked = BinaryPrimitives.ReadInt64LittleEndian(field);
                return (Math.Max(longPacked, 0), Math.Max(longUnpacked, 0));
            }
            extra = extra[(4 + length)..];
        }
        return (packed, unpacked);
    }
}
