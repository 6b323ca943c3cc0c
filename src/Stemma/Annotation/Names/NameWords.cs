using Stemma.Languages;

namespace Stemma.Annotation.Names;

/// <summary>The words of names as they are compared.</summary>
internal static class NameWords
{
    /// <summary>The folded words of a person's name without initials in the middle; one word or more.</summary>
    public static string[] Of(ReadOnlySpan<char> name)
    {
        string[] words = NameKey.Of(name).Split(' ');
        if (words.Length <= 2)
            return words;
        return [words[0], .. words[1..^1].Where(w => w.Length > 1), words[^1]];
    }

    /// <summary>One key for all names of one country or city; otherwise the folded name.</summary>
    public static string Canonical(ReadOnlySpan<char> name)
    {
        string folded = Vocabulary.Fold(name);
        return NameTables.English.CountryOf(folded) ?? NameKey.Of(NameTables.English.CityKey(folded));
    }

    /// <summary>A key that keeps persons from places and organisations; unknown kinds may meet either of those two.</summary>
    public static string KindKey(NameKind kind, string key) => kind == NameKind.Person ? "person\n" + key : "thing\n" + key;

    /// <summary>Of all forms of one name the one with the most words, then the commonest, then the one in plain capitals, then by letters.</summary>
    public static string Fullest(IEnumerable<string> forms) =>
        forms.Select(OneLine).GroupBy(f => f, StringComparer.Ordinal)
            .OrderByDescending(g => g.Key.Count(char.IsWhiteSpace))
            .ThenByDescending(g => g.Count())
            .ThenByDescending(g => IsPlain(g.Key))
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .First().Key;

    /// <summary>The form with one blank for each run of white space.</summary>
    public static string OneLine(string form) => IsOneLine(form) ? form : string.Join(' ', form.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsOneLine(string form)
    {
        for (int i = 0; i < form.Length; i++)
        {
            if (char.IsWhiteSpace(form[i]) && (form[i] != ' ' || i == 0 || i == form.Length - 1 || form[i - 1] == ' '))
                return false;
        }
        return true;
    }

    private static bool IsPlain(string name)
    {
        for (int i = 1; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && char.IsLetter(name[i - 1]))
                return false;
        }
        return true;
    }
}
