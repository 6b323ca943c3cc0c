using System.Buffers.Binary;
using Stemma.Annotation.NameTagging;

namespace Stemma.Training.Names;

/// <summary>Writes the block of bytes that <see cref="NameModel"/> reads.</summary>
internal static class NameModelWriter
{
    /// <summary>The block.</summary>
    /// <param name="head">Lines that start with "#".</param>
    /// <param name="lists">The lists of names.</param>
    /// <param name="features">The features, each with its row; null for a model that has the lists alone.</param>
    /// <param name="weights">The weights of the rows.</param>
    public static byte[] Write(string head, ListedNames lists, IEnumerable<KeyValuePair<uint, int>>? features, NameWeights? weights)
    {
        using var stream = new MemoryStream();
        ModelWriter.Open(stream, head, NameModel.Magic);
        Dictionary<uint, int> rows = new(features ?? []);
        float most = rows.Values.Select(r => Largest(weights!.Rows, r)).DefaultIfEmpty(1).Max();
        float step = Math.Max(most, float.Epsilon) / sbyte.MaxValue;
        (byte[] prints, uint?[] places) = ModelWriter.Place([.. rows.Keys.Order()]);
        ModelWriter.Section(stream, prints);
        var bytes = new byte[places.Length * NameLabels.Weighed];
        for (int p = 0; p < places.Length; p++)
        {
            if (places[p] is not { } feature)
                continue;
            for (int y = 0; y < NameLabels.Weighed; y++)
                bytes[(p * NameLabels.Weighed) + y] = (byte)(sbyte)Math.Clamp(MathF.Round(weights!.Rows[(rows[feature] * NameLabels.Weighed) + y] / step), -127, 127);
        }
        ModelWriter.Section(stream, bytes);
        var transitions = new byte[2 * NameTagger.AllTransitions];
        for (int t = 0; t < NameTagger.AllTransitions && weights is not null; t++)
            BinaryPrimitives.WriteInt16LittleEndian(transitions.AsSpan(2 * t), (short)Math.Clamp(MathF.Round(weights.Transitions[t] / step), short.MinValue, short.MaxValue));
        ModelWriter.Section(stream, transitions);
        (prints, places) = ModelWriter.Place([.. lists.Lists.Keys.Concat(lists.Senses.Keys).Distinct().Order()]);
        ModelWriter.Section(stream, prints);
        bytes = new byte[2 * places.Length];
        var senses = new byte[2 * places.Length];
        for (int p = 0; p < places.Length; p++)
        {
            if (places[p] is not { } name)
                continue;
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2 * p), (ushort)lists.Lists.GetValueOrDefault(name));
            (senses[2 * p], senses[(2 * p) + 1]) = lists.Senses.GetValueOrDefault(name);
        }
        ModelWriter.Section(stream, bytes);
        ModelWriter.Section(stream, senses);
        return stream.ToArray();
    }

    /// <summary>The largest weight of a row, without its sign.</summary>
    public static float Largest(float[] rows, int row)
    {
        float most = 0;
        foreach (float weight in rows.AsSpan(row * NameLabels.Weighed, NameLabels.Weighed))
            most = MathF.Max(most, MathF.Abs(weight));
        return most;
    }
}
