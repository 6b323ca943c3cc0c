using System.Collections.Frozen;
using Stemma.Languages;

namespace Stemma.Reading.Text;

/// <summary>Recognises captions by the credit at their end: "… on Monday. (Photo: Name)", "… Foto: Name", "… © Name".</summary>
internal static class PhotoCaptions
{
    /// <summary>In UTF-16 code units; the credit of a picture is a name or two.</summary>
    private const int LongestCredit = 60;

    private static readonly FrozenSet<string> s_words = TableFile.Lines("photo-words.txt").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a caption with a credit.</summary>
    public static bool Is(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> text = line.TrimEnd(" .)]");
        int from = Math.Max(1, text.Length - LongestCredit);
        int sign = text[Math.Min(from, text.Length)..].LastIndexOf('©');
        if (sign >= 0)
            return true;
        int colon = text.Length < 3 ? -1 : text[from..].LastIndexOf(':');
        if (colon < 0)
            return false;
        int end = from + colon, start = end;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        return start < end && text[end..].IndexOf(". ") < 0 && s_words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[start..end].ToString().ToLowerInvariant());
    }
}
