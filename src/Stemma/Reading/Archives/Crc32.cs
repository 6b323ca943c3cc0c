using System.Buffers.Binary;

namespace Stemma.Reading.Archives;

/// <summary>The checksum of gzip and zip (CRC-32 of RFC 1952, section 8), eight bytes at a step.</summary>
internal static class Crc32
{
    // The polynomial of RFC 1952, its bits reversed.
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] s_table = Table();

    /// <summary>The checksum of what was summed before and these bytes.</summary>
    /// <param name="before">The checksum before, 0 for none.</param>
    /// <param name="bytes">The bytes that follow.</param>
    public static uint Add(uint before, ReadOnlySpan<byte> bytes)
    {
        uint[] table = s_table;
        uint crc = ~before;
        while (bytes.Length >= 8)
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = table[(7 * 256) + (byte)low] ^ table[(6 * 256) + (byte)(low >> 8)] ^ table[(5 * 256) + (byte)(low >> 16)] ^ table[(4 * 256) + (low >> 24)]
                ^ table[(3 * 256) + (byte)high] ^ table[(2 * 256) + (byte)(high >> 8)] ^ table[256 + (byte)(high >> 16)] ^ table[high >> 24];
            bytes = bytes[8..];
        }
        foreach (byte b in bytes)
            crc = table[(byte)(crc ^ b)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] Table()
    {
        uint[] table = new uint[8 * 256];
        for (uint i = 0; i < 256; i++)
        {
            uint crc = i;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
            table[i] = crc;
        }
        for (int i = 256; i < table.Length; i++)
            table[i] = table[(byte)table[i - 256]] ^ (table[i - 256] >> 8);
        return table;
    }
}
