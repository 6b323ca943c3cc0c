using System.Collections.Frozen;
using Stemma.Languages;

namespace Stemma.Reading;

/// <summary>Recognises breadcrumb lines, their parts glued or not: "HomeWorld NewsA headline", "Home › World › A headline".</summary>
internal static class Breadcrumbs
{
    /// <summary>In UTF-16 code units.</summary>
    private const int Longest = 300;

    private static readonly string[] s_starts = [.. TableFile.Lines("En/breadcrumb-starts.txt").OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)];
    private static readonly FrozenSet<string> s_sections = TableFile.Lines("En/breadcrumb-words.txt").ToFrozenSet(StringComparer.Ordinal);
    private static readonly int s_longestSection = s_sections.Max(s => s.Length);

    /// <summary>Reads a line as a breadcrumb.</summary>
    /// <param name="line">The line.</param>
    /// <param name="others">The other lines near the head, one of which may be the headline that the breadcrumb ends with.</param>
    /// <param name="end">How much of the line is breadcrumb: all of it where the headline stands elsewhere too.</param>
    public static bool Is(ReadOnlySpan<char> line, IReadOnlyList<string> others, out int end)
    {
        end = line.Length;
        if (line.Length > Longest)
            return false;
        string text = line.ToString();
        int at = Start(text);
        if (at < 0)
            return IsSeparatedTrail(text, others);
        int afterStart = at;
        bool glued = at < text.Length && !char.IsWhiteSpace(text[at]);
        bool marked = SkipMarks(text, ref at);
        if (!marked && at < text.Length && char.IsLower(text[at]))
            return false;
        string rest = FoldedLine.Fold(text.AsSpan(at));
        if (rest.Length == 0)
            return afterStart == text.Length;
        // The surest sign: the line ends with a headline that stands elsewhere alone.
        foreach (string other in others)
        {
            string title = FoldedLine.Fold(other);
            if (title.Length >= ShortestTitle && (rest.EndsWith(title, StringComparison.Ordinal) || EndsCutShort(rest, title)) && rest.Length - title.Length <= 80)
                return true;
        }
        int sections = 0;
        while (Section(text, ref at))
        {
            sections++;
            marked |= SkipMarks(text, ref at);
        }
        if (at >= text.Length)
            return sections > 0;
        // No other occurrence of the headline: only what is plainly trail is cut, so that the headline is kept.
        if (sections > 0 && (glued || marked) && char.IsUpper(text[at]) && text.AsSpan(at).Count(' ') >= 2)
        {
            end = at;
            return true;
        }
        return sections > 0 && marked && text.Length - at <= 60;
    }

    /// <summary>True where the line is nothing but the name of a section of a site, or several.</summary>
    public static bool IsSectionLabel(ReadOnlySpan<char> line)
    {
        if (line.Length > 60)
            return false;
        string text = line.ToString();
        int at = 0;
        SkipMarks(text, ref at);
        int sections = 0;
        while (at < text.Length && Section(text, ref at))
        {
            sections++;
            SkipMarks(text, ref at);
            if (at < text.Length && text[at] == ',')
                at++;
            SkipMarks(text, ref at);
        }
        return sections > 0 && at >= text.Length;
    }

    /// <summary>True for a short line of capitalised words that ends with the name of a section: a site's name and its part.</summary>
    public static bool EndsWithSection(ReadOnlySpan<char> line)
    {
        if (line.Length > 60)
            return false;
        string[] words = line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 6 || !words.All(w => char.IsUpper(w[0]) || w is "-" or "|" or "&"))
            return false;
        return s_sections.Contains(words[^1].ToLowerInvariant()) || s_sections.Contains((words[^2] + " " + words[^1]).ToLowerInvariant());
    }

    /// <summary>In UTF-16 code units; shorter lines end other lines by accident.</summary>
    private const int ShortestTitle = 15;

    private static int Start(string text)
    {
        foreach (string start in s_starts)
        {
            if (text.StartsWith(start, StringComparison.Ordinal) && (text.Length == start.Length || !char.IsLower(text[start.Length])))
                return start.Length;
        }
        return -1;
    }

    // Takes one section name, the longest; it must end where a word ends or a new one is glued on with a capital.
    private static bool Section(string text, ref int at)
    {
        for (int length = Math.Min(s_longestSection, text.Length - at); length > 1; length--)
        {
            int end = at + length;
            bool ends = end == text.Length || !char.IsLetterOrDigit(text[end]) || char.IsUpper(text[end]) && char.IsLower(text[end - 1]);
            if (ends && s_sections.Contains(text.Substring(at, length).ToLowerInvariant()))
            {
                at = end;
                return true;
            }
        }
        return false;
    }

    private static bool SkipMarks(string text, ref int at)
    {
        bool marks = false;
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || IsSeparator(text[at]) || text[at] is ':' or '-' or '–'))
        {
            marks |= IsSeparator(text[at]);
            at++;
        }
        return marks;
    }

    // "News > World > A headline": at least two separators between short parts.
    private static bool IsSeparatedTrail(string text, IReadOnlyList<string> others)
    {
        int marks = text.Count(c => c is '>' or '›' or '»' or '→');
        if (marks < 2)
            return false;
        string[] parts = text.Split(['>', '›', '»', '→'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && parts.SkipLast(1).All(p => p.Split(' ').Length <= 4)
            && (s_sections.Contains(parts[0].ToLowerInvariant()) || others.Any(o => string.Equals(FoldedLine.Fold(o), FoldedLine.Fold(parts[^1]), StringComparison.Ordinal)));
    }

    // "Home › World › A headline that is cut…"
    private static bool EndsCutShort(string rest, string title)
    {
        string bare = rest.TrimEnd('.', '…', ' ');
        if (bare.Length == rest.Length)
            return false;
        int length = Math.Min(bare.Length, title.Length);
        for (; length >= ShortestTitle; length--)
        {
            if (bare.EndsWith(title[..length], StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static bool IsSeparator(char c) => c is '>' or '›' or '»' or '/' or '|' or '→' or '·' or '•' or '\\';
}
