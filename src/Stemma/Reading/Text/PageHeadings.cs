using System.Collections.Frozen;
using Stemma.Languages;

namespace Stemma.Reading.Text;

/// <summary>
/// Headings and labels that tell parts of a dumped page. In a written report such a line may be a heading of the article;
/// only where a page was dumped does it say that something else begins.
/// </summary>
internal static class PageHeadings
{
    /// <summary>In UTF-16 code units.</summary>
    private const int Longest = 60;

    private const string Marks = " .!…:?»›→>*•|-–—(),;0123456789\"'#▶+×&";

    private static readonly FrozenDictionary<string, string> s_headings = Load("heading");
    private static readonly FrozenDictionary<string, string> s_labels = Load("label");
    private static readonly KeyValuePair<string, string>[] s_counted = [.. Load("counted").OrderBy(p => p.Key, StringComparer.Ordinal)];

    /// <summary>In UTF-16 code units: "15 replies to" and a headline.</summary>
    private const int LongestCounted = 240;

    /// <summary>What begins with the line, null where it is no such heading.</summary>
    public static string? Of(ReadOnlySpan<char> line) => Find(s_headings, line) ?? Counted(line);

    /// <summary>Why a line that says this is no part of an article, null where it may be.</summary>
    public static string? Junk(ReadOnlySpan<char> line) => Find(s_labels, line);

    // "15 replies to “A headline”"
    private static string? Counted(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestCounted || !char.IsAsciiDigit(line[0]))
            return null;
        string text = FoldedLine.Fold(line.TrimStart("0123456789.,+ "));
        foreach ((string phrase, string why) in s_counted)
        {
            if (text.StartsWith(phrase, StringComparison.Ordinal) && (text.Length == phrase.Length || !char.IsLetterOrDigit(text[phrase.Length])))
                return why;
        }
        return null;
    }

    private static string? Find(FrozenDictionary<string, string> phrases, ReadOnlySpan<char> line) =>
        line.Length <= Longest && phrases.TryGetValue(FoldedLine.Fold(line).Trim(Marks.ToCharArray()), out string? why) ? why : null;

    private static FrozenDictionary<string, string> Load(string kind) =>
        TableFile.Rows("page-headings.tsv").Concat(TableFile.Rows("En/page-headings.tsv")).Where(row => row[1] == kind)
            .GroupBy(row => row[2].Trim(Marks.ToCharArray()), StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.First()[0], StringComparer.Ordinal);
}
