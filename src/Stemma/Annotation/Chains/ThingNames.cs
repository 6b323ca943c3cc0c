using Stemma.Annotation.Names;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Chains;

/// <summary>Brings together the forms of the names of bodies, places and things: "Ostrand Dairy Ltd", "Ministry of Ports", "WHC".</summary>
internal static class ThingNames
{
    /// <summary>In letters: a short name so long stands for a full name with these initials, be it told or not.</summary>
    private const int TellingAcronym = 3;

    /// <summary>In letters: no acronym is longer.</summary>
    private const int LongestAcronym = 10;

    /// <summary>One key for all forms of the name that need no other name to be told as one.</summary>
    public static string Key(ReadOnlySpan<char> name)
    {
        string key = NameWords.Canonical(name);
        if (!key.Contains(' '))
            return key;
        string[] words = key.Split(' ');
        int first = 0, end = words.Length;
        while (end > 1 && NameParts.English.IsCompanyForm(words[end - 1]))
            end--;
        if (end - first > 2 && NameParts.English.IsTurning(words[first]) && (Vocabulary.English.ClassOf(words[first + 1]) & WordClass.Of) != WordClass.None)
        {
            int rest = first + 2;
            if (end - rest > 1 && (Vocabulary.English.ClassOf(words[rest]) & WordClass.Definite) != WordClass.None)
                rest++;
            return $"{string.Join(' ', words[rest..end])} {words[first]}";
        }
        return end == words.Length ? key : string.Join(' ', words[first..end]);
    }

    /// <summary>
    /// The short names of a report with their full names, as keys: those that stand beside the full name in parentheses, and those of
    /// three letters or more that have the initials of a body. Each may come several times; sorted.
    /// </summary>
    public static IReadOnlyList<(string Acronym, string Full)> Acronyms(string text, IReadOnlyList<NameMention> mentions)
    {
        var bodies = new SortedSet<string>(StringComparer.Ordinal);
        var found = new SortedSet<(string, string)>();
        for (int i = 0; i < mentions.Count; i++)
        {
            ReadOnlySpan<char> name = mentions[i].Span.Over(text);
            if (mentions[i].Kind == NameKind.Organisation && name.Contains(' '))
                bodies.Add(mentions[i].Span.In(text));
            if (i + 1 == mentions.Count)
                break;
            ReadOnlySpan<char> next = mentions[i + 1].Span.Over(text);
            if (!InParentheses(text, mentions[i].Span, mentions[i + 1].Span))
                continue;
            if (IsShortFor(next, name))
                found.Add((Key(next), Key(name)));
            else if (IsShortFor(name, next))
                found.Add((Key(name), Key(next)));
        }
        ILookup<string, string> byInitials = bodies.ToLookup(Initials, b => Key(b), StringComparer.Ordinal);
        foreach (NameMention mention in mentions)
        {
            ReadOnlySpan<char> name = mention.Span.Over(text);
            if (mention.Kind != NameKind.Organisation || name.Length is < TellingAcronym or > LongestAcronym || !IsAcronym(name))
                continue;
            foreach (string full in byInitials[name.ToString()])
                found.Add((Key(name), full));
        }
        return [.. found];
    }

    private static bool InParentheses(string text, TextSpan before, TextSpan inside) =>
        inside.Start - before.End == 2 && text[inside.Start - 1] == '(' && inside.End < text.Length && text[inside.End] == ')';

    private static bool IsAcronym(ReadOnlySpan<char> name)
    {
        foreach (char c in name)
        {
            if (!char.IsUpper(c))
                return false;
        }
        return true;
    }

    // The first letters of the words that are written with a capital.
    private static string Initials(string name) => string.Concat(name.Split((char[]?)[' ', '-', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsUpper(w[0])).Select(w => w[0]));

    // Its letters are the first letters of the words, in order; small words may be passed over.
    private static bool IsShortFor(ReadOnlySpan<char> acronym, ReadOnlySpan<char> full)
    {
        int next = 0;
        for (int i = 0; i < full.Length && next < acronym.Length; i++)
        {
            bool starts = i == 0 || full[i - 1] is ' ' or '-';
            if (starts && char.ToUpperInvariant(full[i]) == acronym[next])
                next++;
        }
        return acronym.Length is >= 2 and <= LongestAcronym && next == acronym.Length && full.Length > acronym.Length;
    }
}
