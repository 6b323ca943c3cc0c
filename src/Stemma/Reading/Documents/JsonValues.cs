using System.Text;
using System.Text.Json;

namespace Stemma.Reading.Documents;

/// <summary>Reads values of JSON documents that may be of any other kind than the standard says.</summary>
internal static class JsonValues
{
    /// <summary>In items of one list.</summary>
    private const int Most = 100;

    /// <summary>The property, whatever its case; null where there is none or the element is no object.</summary>
    public static JsonElement? Get(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (string.Equals(Name(property), name, StringComparison.OrdinalIgnoreCase))
                return property.Value;
        }
        return null;
    }

    /// <summary>The name of a property, empty where it is no text.</summary>
    public static string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    /// <summary>The text of the property, a number as it is written; null for anything else and for blanks.</summary>
    public static string? Text(JsonElement element, string name) => Get(element, name) is { } value ? Text(value) : null;

    /// <summary>The text of a value.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when Unescaped(value) is { } text && !string.IsNullOrWhiteSpace(text) => text,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    /// <summary>The items of a list; a value that is none is a list of one.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Take(Most),
        { ValueKind: JsonValueKind.Object or JsonValueKind.String } one => [one],
        _ => [],
    };

    /// <summary>The names in a list of objects with a name, or of names.</summary>
    public static IReadOnlyList<string> Names(JsonElement? value) =>
        [.. Items(value).Select(item => item.ValueKind == JsonValueKind.String ? Text(item) : Text(item, "name")).OfType<string>().Distinct(StringComparer.Ordinal)];

    // Half of a surrogate pair, escaped, is no character: the rest of the text is still worth having.
    private static string? Unescaped(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return Whole(value.GetRawText());
        }
    }

    // Escapes alone matter: all others are kept, so that the text can be read again.
    private static string? Whole(string raw)
    {
        var mended = new StringBuilder(raw.Length);
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\' || i + 5 >= raw.Length || raw[i + 1] != 'u')
            {
                mended.Append(raw[i]);
                if (raw[i] == '\\' && i + 1 < raw.Length)
                    mended.Append(raw[++i]);
                continue;
            }
            int unit = Convert.ToInt32(raw.Substring(i + 2, 4), 16);
            bool isPair = unit is >= 0xD800 and < 0xDC00 && i + 11 < raw.Length && raw[i + 6] == '\\' && raw[i + 7] == 'u' && Convert.ToInt32(raw.Substring(i + 8, 4), 16) is >= 0xDC00 and < 0xE000;
            int length = isPair ? 12 : 6;
            mended.Append(unit is >= 0xD800 and < 0xE000 && !isPair ? "\\uFFFD" : raw.AsSpan(i, length));
            i += length - 1;
        }
        using JsonDocument document = JsonDocument.Parse(mended.ToString());
        return document.RootElement.GetString();
    }
}
