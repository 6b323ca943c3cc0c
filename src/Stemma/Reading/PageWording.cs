using System.Collections.Frozen;
using Stemma.Languages;

namespace Stemma.Reading;

/// <summary>Tells how pages speak from how articles speak: requests to the reader, bars of names, remarks about rights.</summary>
internal static class PageWording
{
    /// <summary>In words: a name in a bar ("Print this page") or the name of a house ("The Evening Signal of Ostrand Ltd").</summary>
    private const int MostWordsOfItem = 3, MostWordsOfName = 7;

    /// <summary>In UTF-16 code units: the remark after a name, such as "All rights reserved. No reprints without permission."</summary>
    private const int LongestRemark = 120;

    private const string Separators = "|/·•‧∙,;";

    private static readonly FrozenSet<string> s_readerWords = TableFile.Lines("En/reader-words.txt").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_told = TableFile.Lines("En/told-words.txt").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True where a folded line holds a verb of speech as articles use it: "the mayor said".</summary>
    public static bool TellsWhatSomebodySaid(string text) => Words(text).Any(s_told.Contains);

    /// <summary>True where the words at <paramref name="at"/> of a folded line begin a sentence or a clause, or the line speaks to its reader.</summary>
    public static bool IsRequest(string text, int at)
    {
        string before = text[..at].TrimEnd(' ', '"', '\'', '(');
        return before.Length == 0 || !char.IsLetterOrDigit(before[^1]) || Words(text).Any(s_readerWords.Contains);
    }

    /// <summary>True for two or more short names after a colon or between separators: ": Mail | Print", " Mail / Print".</summary>
    public static bool IsBar(ReadOnlySpan<char> rest)
    {
        bool hasColon = rest.TrimStart().StartsWith(":", StringComparison.Ordinal);
        string[] items = rest.ToString().TrimStart(' ', ':').Split(Separators.ToCharArray(), StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (items.Length < 2 || !hasColon && rest.IndexOfAny("|·•/") < 0)
            return false;
        return items.All(item => item.Count(c => c == ' ') < MostWordsOfItem && !JunkLines.EndsLikeASentence(item));
    }

    /// <summary>True for a name with an optional year to the end of the line or of its sentence, and at most a short remark after it.</summary>
    public static bool IsNameWithRemark(ReadOnlySpan<char> rest)
    {
        string text = rest.ToString().Trim();
        int stop = text.IndexOf(". ", StringComparison.Ordinal);
        string name = (stop < 0 ? text : text[..stop]).TrimEnd('.', ' ');
        if (stop >= 0 && text.Length - stop > LongestRemark)
            return false;
        string[] words = name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MostWordsOfName && words.All(w => char.IsUpper(w[0]) || char.IsDigit(w[0]) || w.Length <= 3 || w[0] is '©' or '(' or '&');
    }

    private static string[] Words(string text) => text.Split([' ', ',', '.', ':', ';', '!', '?', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
}
