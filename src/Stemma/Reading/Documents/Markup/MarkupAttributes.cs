namespace Stemma.Reading.Documents.Markup;

/// <summary>Reads the attributes of a tag.</summary>
internal static class MarkupAttributes
{
    /// <summary>In attributes; elements have a handful, and names are looked up one after the other.</summary>
    private const int Most = 64;

    /// <summary>The decoded value of the attribute, whatever its prefix and case; null where there is none or it is empty.</summary>
    /// <param name="tag">What stands in the tag behind its name.</param>
    /// <param name="name">The name without prefix.</param>
    public static string? Find(ReadOnlySpan<char> tag, string name)
    {
        for (int n = 0; n < Most && Next(ref tag, out ReadOnlySpan<char> found, out ReadOnlySpan<char> value); n++)
        {
            ReadOnlySpan<char> local = found[(found.LastIndexOf(':') + 1)..];
            if (local.Equals(name, StringComparison.OrdinalIgnoreCase) && value.Trim().Length > 0)
                return MarkupText.Decode(value).Trim();
        }
        return null;
    }

    /// <summary>The vocabularies that a tag declares, by their prefixes.</summary>
    public static IEnumerable<(string Prefix, string Address)> Declarations(string document, int start, int end)
    {
        for (int n = 0; n < Most; n++)
        {
            ReadOnlySpan<char> rest = document.AsSpan(start, end - start);
            if (!Next(ref rest, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value))
                yield break;
            start = end - rest.Length;
            if (name.Equals("xmlns", StringComparison.OrdinalIgnoreCase))
                yield return ("", MarkupText.Decode(value).Trim());
            else if (name.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase))
                yield return (name[6..].ToString().ToLowerInvariant(), MarkupText.Decode(value).Trim());
        }
    }

    // name = "value", with or without quotes; a name without a value has an empty one.
    private static bool Next(ref ReadOnlySpan<char> tag, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        value = default;
        tag = tag.TrimStart();
        int end = tag.IndexOfAny(" \t\r\n=");
        name = end < 0 ? tag : tag[..end];
        if (tag.IsEmpty)
            return false;
        tag = end < 0 ? default : tag[end..].TrimStart();
        if (tag is not ['=', ..])
        {
            // A lone "=" would be met again and again.
            return true;
        }
        tag = tag[1..].TrimStart();
        if (tag is ['"' or '\'', ..] && tag[1..].IndexOf(tag[0]) is >= 0 and var close)
        {
            value = tag.Slice(1, close);
            tag = tag[(close + 2)..];
            return true;
        }
        int stop = tag.IndexOfAny(" \t\r\n");
        value = stop < 0 ? tag : tag[..stop];
        tag = stop < 0 ? default : tag[stop..];
        return true;
    }
}
