using System.Buffers.Binary;
using System.Text;
using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;

namespace Stemma.Training;

/// <summary>Writes the block of bytes that <see cref="TaggerModel"/> reads.</summary>
internal static class ModelWriter
{
    /// <summary>The share of the places of a table that are taken: fuller tables are smaller and slower.</summary>
    private const double Load = 0.85;

    /// <summary>The block.</summary>
    /// <param name="head">Lines that start with "#": source, licence, command.</param>
    /// <param name="weights">The weights by feature.</param>
    /// <param name="table">The words.</param>
    public static byte[] Write(string head, IReadOnlyDictionary<uint, float[]> weights, WordTable table)
    {
        using var stream = new MemoryStream();
        Open(stream, head, TaggerModel.Magic);
        Weights(stream, weights, TaggerModel.Weighed);
        WriteWords(stream, table);
        return stream.ToArray();
    }

    /// <summary>Writes the head and the magic number; the first section's bytes start at a multiple of 16 for the sake of aligned reads.</summary>
    public static void Open(Stream stream, string head, uint magic)
    {
        byte[] text = Encoding.UTF8.GetBytes(head.TrimEnd('\n'));
        stream.Write(text);
        for (int at = text.Length; (at + 2 + 4 + 4) % 16 != 0; at++)
            stream.WriteByte((byte)' ');
        stream.Write("\n\n"u8);
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, magic);
        stream.Write(bytes);
    }

    /// <summary>Writes the fingerprints of the features and the rows of their weights.</summary>
    /// <param name="stream">Where they go.</param>
    /// <param name="weights">By feature.</param>
    /// <param name="width">The bytes in a row.</param>
    public static void Weights(Stream stream, IReadOnlyDictionary<uint, float[]> weights, int width)
    {
        float step = Step(weights);
        (byte[] prints, uint?[] places) = Place([.. weights.Keys.Order()]);
        Section(stream, prints);
        var rows = new byte[places.Length * width];
        for (int p = 0; p < places.Length; p++)
        {
            if (places[p] is { } feature)
            {
                for (int t = 0; t < width; t++)
                    rows[(p * width) + t] = (byte)(sbyte)Math.Clamp(MathF.Round(weights[feature][t] / step), -127, 127);
            }
        }
        Section(stream, rows);
    }

    /// <summary>The share of the places of buckets that are taken.</summary>
    private const double BucketLoad = 0.65;

    /// <summary>Writes a table of <see cref="WeightBuckets"/>; of features that do not fit into their bucket the weakest are left out.</summary>
    /// <param name="stream">Where it goes.</param>
    /// <param name="weights">By feature.</param>
    /// <param name="width">The bytes in a row.</param>
    public static void Buckets(Stream stream, IReadOnlyDictionary<uint, float[]> weights, int width)
    {
        float step = Step(weights);
        uint buckets = (uint)(weights.Count / (BucketLoad * WeightBuckets.Slots)) + 1;
        int stride = WeightBuckets.Stride(width);
        var bytes = new byte[buckets * stride];
        var taken = new int[buckets];
        foreach ((uint feature, float[] row) in weights.OrderByDescending(w => w.Value.Sum(MathF.Abs)).ThenBy(w => w.Key))
        {
            int bucket = WeightBuckets.BucketOf(feature, buckets), slot = taken[bucket];
            if (slot == WeightBuckets.Slots)
                continue;
            taken[bucket]++;
            Span<byte> own = bytes.AsSpan(bucket * stride, stride);
            BinaryPrimitives.WriteUInt16LittleEndian(own[(2 * slot)..], WeightBuckets.PrintOf(feature));
            for (int t = 0; t < width; t++)
                own[WeightBuckets.RowAt(slot, width) + t] = (byte)(sbyte)Math.Clamp(MathF.Round(row[t] / step), -127, 127);
        }
        Section(stream, bytes);
    }

    /// <summary>Writes the fingerprints of the keys and the byte of each.</summary>
    public static void Bytes(Stream stream, IReadOnlyDictionary<uint, byte> values)
    {
        (byte[] prints, uint?[] places) = Place([.. values.Keys.Order()]);
        Section(stream, prints);
        Section(stream, [.. places.Select(p => p is { } key ? values[key] : (byte)0)]);
    }

    private static void WriteWords(Stream stream, WordTable table)
    {
        (byte[] prints, uint?[] places) = Place([.. table.Words]);
        Section(stream, prints);
        var numbers = new Dictionary<(ushort, FormKinds, sbyte), int>();
        var values = new List<byte>();
        var entries = new byte[2 * places.Length];
        Span<byte> value = stackalloc byte[6];
        for (int p = 0; p < places.Length; p++)
        {
            if (places[p] is not { } word)
                continue;
            (ushort Class, FormKinds Kinds, sbyte Certain) entry = table.EntryOf(word, -1);
            if (!numbers.TryGetValue(entry, out int number))
            {
                numbers[entry] = number = numbers.Count;
                BinaryPrimitives.WriteUInt16LittleEndian(value, entry.Class);
                BinaryPrimitives.WriteUInt16LittleEndian(value[2..], (ushort)entry.Kinds);
                BinaryPrimitives.WriteInt16LittleEndian(value[4..], entry.Certain);
                values.AddRange(value);
            }
            BinaryPrimitives.WriteUInt16LittleEndian(entries.AsSpan(2 * p), checked((ushort)number));
        }
        Section(stream, entries);
        Section(stream, [.. values]);
    }

    internal static void Section(Stream stream, byte[] bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        stream.Write(length);
        stream.Write(bytes);
    }

    // One step of a signed byte, in units of the weights. Cutting the largest weights for finer steps was worse, however few were cut.
    private static float Step(IReadOnlyDictionary<uint, float[]> weights) => Math.Max(weights.Values.Max(w => w.Max(MathF.Abs)) / sbyte.MaxValue, float.Epsilon);

    /// <summary>Lays the hashes, in rising order, into the buckets of a table.</summary>
    internal static (byte[] Fingerprints, uint?[] Places) Place(uint[] hashes)
    {
        int buckets = (int)(hashes.Length / (Load * FingerprintTable.BucketSize)) + 1;
        var places = new uint?[buckets * FingerprintTable.BucketSize];
        var prints = new byte[2 * places.Length];
        foreach (uint hash in hashes)
        {
            int place = FingerprintTable.BucketOf(hash, buckets) * FingerprintTable.BucketSize;
            while (places[place] is not null)
                place = (place + 1) % places.Length;
            places[place] = hash;
            BinaryPrimitives.WriteUInt16LittleEndian(prints.AsSpan(2 * place), FingerprintTable.FingerprintOf(hash));
        }
        return (prints, places);
    }
}
