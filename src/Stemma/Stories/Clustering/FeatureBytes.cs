using System.Buffers.Binary;

namespace Stemma.Stories.Clustering;

/// <summary>
/// Features as bytes, all numbers little-endian: the version; the day number (-1 for none, 4 bytes); the number of features (2), of
/// the sketch (1); the keys (4 each), their weights (1 each), the sketch (4 each).
/// </summary>
internal static class FeatureBytes
{
    private const byte Version = 1;
    private const int Head = 1 + 4 + 2 + 1, KeySize = 4;

    public static byte[] Write(StoryFeatures features)
    {
        int count = features.Keys.Length, sketch = features.Sketch.Length;
        var bytes = new byte[Head + (count * (KeySize + 1)) + (sketch * KeySize)];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1), features.Day?.DayNumber ?? -1);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(5), (ushort)count);
        bytes[7] = (byte)sketch;
        Span<byte> rest = bytes.AsSpan(Head);
        for (int i = 0; i < count; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(rest[(i * KeySize)..], features.Keys[i]);
        rest = rest[(count * KeySize)..];
        features.Weights.CopyTo(rest);
        rest = rest[count..];
        for (int i = 0; i < sketch; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(rest[(i * KeySize)..], features.Sketch[i]);
        return bytes;
    }

    public static StoryFeatures? Read(ReadOnlySpan<byte> bytes, out string? problem)
    {
        if (bytes.Length > 0 && bytes[0] != Version)
            return Damaged($"the features are of form {bytes[0]}, this program knows form {Version}; read the report anew", out problem);
        if (bytes.Length < Head)
            return Damaged("the features are cut short; read the report anew", out problem);
        int day = BinaryPrimitives.ReadInt32LittleEndian(bytes[1..]), count = BinaryPrimitives.ReadUInt16LittleEndian(bytes[5..]), sketchCount = bytes[7];
        if (bytes.Length != Head + (count * (KeySize + 1)) + (sketchCount * KeySize))
            return Damaged("the features are not as long as they say; read the report anew", out problem);
        if (day < -1 || day > DateOnly.MaxValue.DayNumber)
            return Damaged("the features name a day that is none; read the report anew", out problem);
        ReadOnlySpan<byte> rest = bytes[Head..];
        uint[] keys = Numbers(rest, count), sketch = Numbers(rest[(count * (KeySize + 1))..], sketchCount);
        ReadOnlySpan<byte> weights = rest.Slice(count * KeySize, count);
        if (!Rises(keys) || !Rises(sketch) || weights.Contains((byte)0) || (count > 0 && (int)FeatureKey.FieldOf(keys[^1]) >= FieldWeights.Fields))
            return Damaged("the features are damaged; read the report anew", out problem);
        problem = null;
        return new StoryFeatures(day < 0 ? null : DateOnly.FromDayNumber(day), keys, weights.ToArray(), sketch);
    }

    private static StoryFeatures? Damaged(string message, out string? problem)
    {
        problem = message;
        return null;
    }

    private static uint[] Numbers(ReadOnlySpan<byte> bytes, int count)
    {
        var numbers = new uint[count];
        for (int i = 0; i < count; i++)
            numbers[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * KeySize)..]);
        return numbers;
    }

    private static bool Rises(uint[] numbers)
    {
        for (int i = 1; i < numbers.Length; i++)
        {
            if (numbers[i] <= numbers[i - 1])
                return false;
        }
        return true;
    }
}
