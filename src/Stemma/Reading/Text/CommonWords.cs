using System.Collections.Frozen;
using Stemma.Languages;

namespace Stemma.Reading.Text;

/// <summary>The commonest words of a language, of which running text is full and menus are not.</summary>
internal static class CommonWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> s_languages = TableFile.Rows("stop-words.tsv")
        .ToFrozenDictionary(row => row[0], row => row[1].Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The words in lower case, null where the table has no row for the language tag.</summary>
    public static FrozenSet<string>? Of(string language) => s_languages.GetValueOrDefault(language);
}
