using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Stemma.Library;

/// <summary>Reads and writes JSON lines (one JSON object a line, UTF-8), a line at a time; a file that ends in ".gz" is unpacked.</summary>
public static class JsonLines
{
    private static readonly JsonWriterOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The objects of the file, in order; blank lines are passed over.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">A line is no JSON; the message names the file and the line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IEnumerable<JsonElement> Read(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain, Encoding.UTF8);
        for (int number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            JsonElement element;
            try
            {
                using var document = JsonDocument.Parse(line);
                element = document.RootElement.Clone();
            }
            catch (JsonException e)
            {
                throw new FormatException($"{path}, line {number}: not JSON ({e.Message})", e);
            }
            yield return element;
        }
    }

    /// <summary>Writes one object as a line that ends in LF.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="write">Writes the members of the object.</param>
    public static void Write(Stream stream, Action<Utf8JsonWriter> write)
    {
        using (var writer = new Utf8JsonWriter(stream, s_writing))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    /// <summary>The string member of the object, null where it is missing or null.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The day that the string member begins with, as "2024-03-12" in ISO 8601; null where it is missing or begins with none.</summary>
    public static DateOnly? Day(this JsonElement element, string name) =>
        element.Text(name) is { Length: >= 10 } text && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day : null;
}
