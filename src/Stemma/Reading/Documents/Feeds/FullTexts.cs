using Stemma.Languages;

namespace Stemma.Reading.Documents.Feeds;

/// <summary>Tells whether a field of a feed holds a whole report or only words that are to lead to it.</summary>
/// <remarks>
/// Set on forty invented fields of the kinds that feeds have (tests/Stemma.Tests/Reading/Documents/FullTextTests.cs holds them, with what a
/// reader says of each); run those when anything here changes.
/// </remarks>
internal static class FullTexts
{
    /// <summary>In UTF-16 code units without tags: a field that is meant for the text is taken from here on; a report in brief has three sentences.</summary>
    private const int ShortestContent = 120;

    /// <summary>In UTF-16 code units: from here on a field for the text is the text, even where it ends with a link to the page.</summary>
    private const int SurelyContent = 2500;

    /// <summary>In UTF-16 code units: teasers end below 500, as a rule below 300; a summary as long as this with several paragraphs is the text.</summary>
    private const int ShortestSummary = 700;

    /// <summary>In UTF-16 code units: a summary as long as this is the text even where it is one paragraph.</summary>
    private const int SurelySummary = 1600;

    /// <summary>In paragraphs.</summary>
    private const int FewestParagraphs = 3;

    /// <summary>In UTF-16 code units at the end of a field in which a link to the page or a mark of omission stands.</summary>
    private const int Tail = 120;

    private static readonly string[] s_more = [.. TableFile.Rows("feed-lines.tsv").Where(r => r[0] == "more").Select(r => r[1])];
    private static readonly string[][] s_footers = [.. TableFile.Rows("feed-lines.tsv").Where(r => r[0] == "footer").Select(r => r[1].Split('|'))];

    /// <summary>The text of the item, null where it gives only a summary or nothing.</summary>
    public static DocumentContent? Of(FeedItem item)
    {
        if (item.Content is { } content && IsWhole(content, ShortestContent, SurelyContent, fewestParagraphs: 1, mayEndWithLink: true))
            return content;
        return item.Summary is { } summary && IsWhole(summary, ShortestSummary, SurelySummary, FewestParagraphs, mayEndWithLink: false) ? summary : null;
    }

    /// <summary>True for a line that the programs behind feeds put under an item: "The post … appeared first on …".</summary>
    public static bool IsFooter(string foldedLine) =>
        Array.Exists(s_footers, f => foldedLine.StartsWith(f[0], StringComparison.Ordinal) && (f.Length == 1 || foldedLine.Contains(f[1], StringComparison.Ordinal)));

    private static bool IsWhole(DocumentContent field, int shortest, int surely, int fewestParagraphs, bool mayEndWithLink)
    {
        int length = field.BareLength(surely);
        if (length < shortest)
            return false;
        bool isSure = length >= surely;
        return isSure && mayEndWithLink || !BreaksOff(field) && (isSure || Paragraphs(field) >= fewestParagraphs);
    }

    // "…", "[…]", "Continue reading", "Read more »"; what a program appended behind it is passed over.
    private static bool BreaksOff(DocumentContent field)
    {
        string last = field.Text[Math.Max(0, field.Text.Length - LastMarkup)..];
        string words = (field with { Text = last }).Bare(tag: s_tagMark);
        string end = FoldedLine.Fold(words.AsSpan(Math.Max(0, words.Length - Tail * 4)));
        foreach (string[] footer in s_footers)
        {
            if (end.LastIndexOf(footer[0], StringComparison.Ordinal) is > 0 and var at && (footer.Length == 1 || end.IndexOf(footer[1], at, StringComparison.Ordinal) > 0))
                end = end[..at];
        }
        string bare = end.TrimEnd(s_endMarks);
        if (bare.EndsWith('…') || end.AsSpan(bare.Length).Contains("..", StringComparison.Ordinal))
            return true;
        string tail = bare[Math.Max(0, bare.Length - Tail)..];
        foreach (string more in s_more)
        {
            int at = tail.LastIndexOf(more, StringComparison.Ordinal);
            // The words begin a sentence or stand in tags of their own; within a sentence they may be the article's.
            if (at >= 0 && tail.AsSpan(0, at).TrimEnd() is [] or [.., Tag or '.' or '!' or '?' or '…' or '[' or '(' or '"' or ':'] && !tail.AsSpan(at).Contains(". ", StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>What stands for a tag in the end of a field.</summary>
    private const char Tag = '|';

    private static readonly string s_tagMark = $" {Tag} ";

    /// <summary>In UTF-16 code units: the end of a field with its markup, footers included.</summary>
    private const int LastMarkup = 1500;

    private static readonly char[] s_endMarks = [.. " ])>»›→.\"", Tag];

    private static int Paragraphs(DocumentContent field)
    {
        int count = 1;
        ReadOnlySpan<char> rest = field.Text;
        if (!field.IsHtml)
        {
            foreach (ReadOnlySpan<char> line in rest.EnumerateLines())
                count += line.Trim().Length > 40 ? 1 : 0;
            return count - 1;
        }
        while (rest.IndexOf('<') is >= 0 and var at && at + 2 < rest.Length)
        {
            rest = rest[(at + 1)..];
            count += rest is ['p' or 'P', '>' or ' ', ..] || rest.StartsWith("br", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("/p>", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }
        return (count + 1) / 2;
    }
}
