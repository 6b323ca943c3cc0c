using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Reading;

/// <summary>What a line says of whose text the report uses or who wrote it.</summary>
/// <param name="Credits">The agencies and outlets, with spans of the whole text.</param>
/// <param name="Authors">The persons.</param>
/// <param name="Why">What the line is.</param>
internal sealed record CreditLine(IReadOnlyList<Credit> Credits, IReadOnlyList<string> Authors, string Why);

/// <summary>Recognises credit lines: "Part of the article was reported by X", "Source: X", "(With inputs from X)", "(AFP)".</summary>
internal static class CreditLines
{
    /// <summary>In UTF-16 code units.</summary>
    private const int Longest = 240;

    /// <summary>In UTF-16 code units: names of several agencies or reporters.</summary>
    private const int LongestNames = 120;

    private const string EndMarks = " .;:,*•|-–—";

    private sealed record Pattern(string Gives, string Before, string After);

    private static readonly Pattern[] s_patterns = [.. TableFile.Rows("En/credit-lines.tsv").Select(row =>
    {
        string[] sides = row[1].Split("{name}");
        return new Pattern(row[0], sides[0], sides[1]);
    })];

    /// <summary>Reads a line; null where it is no credit line.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="span">The line.</param>
    /// <param name="isTail">True after the article, where a bare agency in brackets or after a dash is a credit too.</param>
    public static CreditLine? Read(string text, TextSpan span, bool isTail)
    {
        if (span.Length is 0 or > Longest)
            return null;
        ReadOnlySpan<char> line = span.Over(text);
        FoldedLine folded = FoldedLine.Of(line);
        if (Sign(text, span, isTail) is { } sign)
            return sign;
        string bare = folded.Text.Trim(EndMarks.ToCharArray());
        int shift = bare.Length == 0 ? 0 : folded.Text.IndexOf(bare, StringComparison.Ordinal);
        bool bracketed = bare.StartsWith('(') && bare.EndsWith(')') || bare.StartsWith('[') && bare.EndsWith(']');
        if (bracketed)
        {
            bare = bare[1..^1].Trim();
            shift = folded.Text.IndexOf(bare, StringComparison.Ordinal);
        }
        foreach (Pattern pattern in s_patterns)
        {
            if (bare.Length <= pattern.Before.Length + pattern.After.Length || !bare.StartsWith(pattern.Before, StringComparison.Ordinal) || !bare.EndsWith(pattern.After, StringComparison.Ordinal))
                continue;
            int from = shift + pattern.Before.Length, to = shift + bare.Length - pattern.After.Length;
            // Without words before the name the pattern would fit any sentence: the name must be known or short.
            var names = new TextSpan(span.Start + folded.PlaceOf(from), span.Start + folded.PlaceAfter(to - 1));
            if (names.Length <= LongestNames && Split(text, names, pattern.Gives, bracketed) is { } found)
                return found;
        }
        return null;
    }

    // "AFP", "(CPN)", "— Reuters", "AFP/dpa" alone in a line after the article.
    private static CreditLine? Sign(string text, TextSpan span, bool isTail)
    {
        bool bracketed = text[span.Start] == '(' && text[span.End - 1] == ')';
        if (!isTail && !bracketed || span.Length > 60)
            return null;
        int start = span.Start, end = span.End;
        while (start < end && " (-–—[".Contains(text[start]))
            start++;
        while (end > start && " )].".Contains(text[end - 1]))
            end--;
        bool marked = start > span.Start;
        var credits = new List<Credit>();
        foreach (TextSpan part in Parts(text, new TextSpan(start, end)))
        {
            string name = part.In(text);
            if (Agencies.UsualName(name) is { } usual)
                credits.Add(new Credit(usual, part, "credit line"));
            else if (marked && Agencies.LooksLikeShortForm(name))
                credits.Add(new Credit(name, part, "credit line"));
            else
                return null;
        }
        return credits.Count > 0 ? new CreditLine(credits, [], "credit line") : null;
    }

    private static CreditLine? Split(string text, TextSpan names, string gives, bool bracketed)
    {
        var credits = new List<Credit>();
        var authors = new List<string>();
        bool editors = false;
        foreach (TextSpan whole in Parts(text, names))
        {
            TextSpan part = WithoutLead(text, whole, ref gives);
            string name = part.In(text);
            bool isPerson = gives == "editor" || gives == "agency" && IsPerson(name);
            if (Agencies.UsualName(name) is { } usual)
                credits.Add(new Credit(usual, part, gives == "author" ? "byline" : "credit line"));
            else if (Bylines.IsJob(name))
                continue;
            else if (isPerson && Bylines.LooksLikePerson(name))
                editors = true;
            else if (gives == "author" && Bylines.LooksLikePerson(name))
                authors.Add(name);
            else if (gives == "agency" && LooksLikeName(name))
                credits.Add(new Credit(name, part, "credit line"));
            else
                return null;
        }
        if (credits.Count == 0 && authors.Count == 0 && !editors)
            return null;
        return new CreditLine(credits, authors, gives == "author" && !bracketed ? "byline" : "credit line");
    }

    // "Reporting by A B; Editing by C D": a part may begin with words of another pattern.
    private static TextSpan WithoutLead(string text, TextSpan part, ref string gives)
    {
        FoldedLine folded = FoldedLine.Of(part.Over(text));
        foreach (Pattern pattern in s_patterns)
        {
            if (pattern.After.Length == 0 && pattern.Before.Contains(' ', StringComparison.Ordinal) && pattern.Before.Length < folded.Text.Length && folded.Text.StartsWith(pattern.Before, StringComparison.Ordinal))
            {
                gives = pattern.Gives;
                return new TextSpan(part.Start + folded.PlaceOf(pattern.Before.Length), part.End);
            }
        }
        return part;
    }

    // People who helped are no agencies: a known first name shows them.
    private static bool IsPerson(string name) =>
        Bylines.LooksLikePerson(name) && NameTables.English.GenderOf(Vocabulary.Fold(name.Split((char[]?)null, 2)[0])) is not null;

    // Parts between commas, slashes and "and".
    private static IEnumerable<TextSpan> Parts(string text, TextSpan names)
    {
        int start = names.Start;
        for (int i = names.Start; i <= names.End; i++)
        {
            int skip = i == names.End ? 1 : text[i] is ',' or ';' or '|' or '&' ? 1 : text[i] == '/' && !IsInsideAgency(text, names, i) ? 1 : LinkAt(text, i, names.End);
            if (skip == 0)
                continue;
            int from = start, to = i;
            while (from < to && char.IsWhiteSpace(text[from]))
                from++;
            while (to > from && (char.IsWhiteSpace(text[to - 1]) || text[to - 1] == '.'))
                to--;
            if (from < to)
                yield return new TextSpan(from, to);
            start = i + skip;
            i = start - 1;
        }
    }

    // "RFE/RL" is one name.
    private static bool IsInsideAgency(string text, TextSpan names, int slash)
    {
        int start = slash, end = slash + 1;
        while (start > names.Start && char.IsLetter(text[start - 1]))
            start--;
        while (end < names.End && char.IsLetter(text[end]))
            end++;
        return Agencies.UsualName(text[start..end]) is not null;
    }

    private static int LinkAt(string text, int i, int end)
    {
        if (text[i] != ' ')
            return 0;
        int word = i + 1, stop = text.IndexOf(' ', Math.Min(word, end), Math.Max(0, end - word));
        return stop > word && Bylines.IsLink(text[word..stop]) ? stop + 1 - i : 0;
    }

    // Every word with a capital, a digit or a dot (a web address), small words of names between them.
    private static bool LooksLikeName(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 7 || HasInnerStop(words))
            return false;
        int small = 0;
        foreach (string word in words)
        {
            if (!char.IsUpper(word[0]) && !char.IsDigit(word[0]) && !word.Contains('.', StringComparison.Ordinal))
                small++;
        }
        return small * 3 <= words.Length && (char.IsUpper(words[0][0]) || words[0].Contains('.', StringComparison.Ordinal) || small < words.Length);
    }

    // "Ostrand Courier. All rights reserved": a sentence ends inside.
    private static bool HasInnerStop(string[] words)
    {
        for (int i = 0; i + 1 < words.Length; i++)
        {
            if (words[i].Length > LongestAbbreviation && words[i][^1] == '.' && words[i].IndexOf('.', StringComparison.Ordinal) == words[i].Length - 1)
                return true;
        }
        return false;
    }

    /// <summary>In UTF-16 code units, full stop included: "St.", "Corp.".</summary>
    private const int LongestAbbreviation = 5;
}
