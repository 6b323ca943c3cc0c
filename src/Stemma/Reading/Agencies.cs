using System.Collections.Frozen;
using Stemma.Languages;

namespace Stemma.Reading;

/// <summary>The news agencies and outlets that reports credit, in any of their forms.</summary>
internal static class Agencies
{
    private static readonly FrozenDictionary<string, string> s_byForm = Load();

    /// <summary>The usual name of the agency or outlet, null where the name is not known.</summary>
    public static string? UsualName(string name)
    {
        string folded = FoldedLine.Fold(name);
        if (s_byForm.TryGetValue(name.Trim(), out string? usual))
            return usual;
        // Short forms are case-sensitive: "AP" is an agency, "ap" is not.
        return folded.Length > LongestShortForm && s_byForm.TryGetValue(folded, out usual) ? usual : null;
    }

    /// <summary>True where the word can be the short form of an agency that no table knows: two to six capitals.</summary>
    public static bool LooksLikeShortForm(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > LongestShortForm)
            return false;
        foreach (char c in word)
        {
            if (!char.IsUpper(c))
                return false;
        }
        return true;
    }

    /// <summary>In UTF-16 code units.</summary>
    private const int LongestShortForm = 6;

    private static FrozenDictionary<string, string> Load()
    {
        var byForm = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string[] row in TableFile.Rows("agencies.tsv"))
        {
            foreach (string form in row[1].Split('|'))
            {
                byForm.TryAdd(form, row[0]);
                if (form.Length > LongestShortForm)
                    byForm.TryAdd(FoldedLine.Fold(form), row[0]);
            }
        }
        return byForm.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
