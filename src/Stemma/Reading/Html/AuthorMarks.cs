using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Stemma.Reading.Html;

/// <summary>Tells by classes and addresses which elements of a page name its authors, and takes the names' text out of them.</summary>
internal static class AuthorMarks
{
    /// <summary>In UTF-16 code units; a longer element holds more than names.</summary>
    private const int Longest = 300;

    /// <summary>The same for elements that end like a sentence: a portrait of the author.</summary>
    private const int LongestSentence = 40;

    /// <summary>In nodes of an element; names have few around them.</summary>
    private const int MostNodes = 200;

    private static readonly FrozenSet<string> s_authors = Bylines.WordsOf("class");
    private static readonly SearchValues<string> s_anyAuthor = SearchValues.Create([.. s_authors], StringComparison.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> s_beside = Bylines.WordsOf("beside class");
    private static readonly FrozenSet<string> s_folders = Bylines.WordsOf("folder");

    /// <summary>How sure the classes of an element are that it names an author, 2 the surest; -1 where they say nothing of authors.</summary>
    public static int RankOf(string classes)
    {
        // Most classes say nothing of authors: the table's words are looked for before the classes are split.
        if (!classes.AsSpan().ContainsAny(s_anyAuthor))
            return -1;
        int best = int.MaxValue;
        foreach (string name in classes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            best = Math.Min(best, RankOfOne(PageParts.WordsOf(WithoutHash(name))));
        return best == int.MaxValue ? -1 : best;
    }

    /// <summary>True for the address of an author's page: "/authors/jane-doe".</summary>
    public static bool LeadsToAuthor(string? address)
    {
        if (address is null)
            return false;
        int query = address.IndexOfAny(['?', '#']);
        string[] folders = (query < 0 ? address : address[..query]).Split('/', StringSplitOptions.RemoveEmptyEntries);
        return folders.SkipLast(1).Any(f => s_folders.Contains(f.ToLowerInvariant()));
    }

    /// <summary>The words of the element; where two elements in it stand without a blank between them, or each holds a name, a bar stands between; null for nothing or too much.</summary>
    public static string? TextOf(IElement element)
    {
        var text = new StringBuilder();
        string last = "";
        int nodes = 0;
        foreach (INode node in element.GetDescendants())
        {
            if (++nodes > MostNodes)
                return null;
            if (node.NodeType != NodeType.Text || node.Parent is IElement { LocalName: "script" or "style" } || node.TextContent.Trim() is not { Length: > 0 } piece)
                continue;
            bool glued = text.Length > 0 && !char.IsWhiteSpace(text[^1]) && !char.IsWhiteSpace(node.TextContent[0]) && char.IsLower(text[^1]) && char.IsUpper(piece[0]);
            if (glued || Bylines.LooksLikePerson(last) && Bylines.LooksLikePerson(piece))
                text.Append(" | ");
            text.Append(node.TextContent);
            last = piece;
            if (text.Length > Longest * 4)
                return null;
        }
        string whole = text.ToString().Trim();
        return whole.Length is > 0 and < Longest && !(whole.Length > LongestSentence && JunkLines.EndsLikeASentence(whole)) ? whole : null;
    }

    // "author-name" is surest, then "byline", then "author"; "post-author" is as sure as "author", and "author-wrapper" holds more than a name.
    private static int RankOfOne(List<string> words)
    {
        if (!words.Any(s_authors.Contains))
            return int.MaxValue;
        if (words[^1] == "name" && words.Count <= 4)
            return 2;
        return words.All(w => s_authors.Contains(w) || s_beside.Contains(w)) ? words.Contains("byline") ? 3 : 4 : int.MaxValue;
    }

    // Builds add a hash to classes: "Author_author__4ceOm".
    private static string WithoutHash(string name)
    {
        int at = name.LastIndexOf("__", StringComparison.Ordinal);
        return at > 0 && name.AsSpan(at + 2).ContainsAnyInRange('0', '9') ? name[..at] : name;
    }
}
