using System.Globalization;
using System.Text;

namespace Stemma.Web.Shelf;

/// <summary>Ids of stories in addresses: of letters, digits and hyphens alone, so that they need no encoding anywhere.</summary>
public static class StoryIds
{
    /// <summary>In characters: what still reads well in an address.</summary>
    private const int Longest = 60;

    /// <summary>True for an id that <see cref="Make"/> can have made.</summary>
    public static bool IsValid(string id) =>
        !string.IsNullOrEmpty(id) && id.Length <= Longest + 12 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>An id out of a name, other than those taken.</summary>
    /// <param name="name">Any text, as the name of a folder.</param>
    /// <param name="taken">The ids that others have.</param>
    public static string Make(string name, IReadOnlySet<string> taken)
    {
        var letters = new StringBuilder();
        foreach (char c in name.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (letters.Length >= Longest)
                break;
            if (char.IsAsciiLetterOrDigit(c))
                letters.Append(c);
            else if (letters.Length > 0 && letters[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                letters.Append('-');
        }
        string id = letters.ToString().Trim('-');
        if (id.Length == 0)
            id = "story";
        string other = id;
        for (int n = 2; taken.Contains(other); n++)
            other = string.Create(CultureInfo.InvariantCulture, $"{id}-{n}");
        return other;
    }
}
