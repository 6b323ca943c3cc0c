using System.Collections.Frozen;
using AngleSharp.Dom;
using Stemma.Languages;

namespace Stemma.Reading.Html;

/// <summary>Tells by an element's name, class, id and role what part of a page it is.</summary>
/// <remarks>One object reads one page: pages use the same few classes again and again, and each is read once.</remarks>
internal sealed class PageParts
{
    /// <summary>In UTF-16 code units of class and id; generated names can be long, and their heads tell enough.</summary>
    private const int LongestNames = 400;

    private static readonly FrozenDictionary<string, string> s_byWords =
        TableFile.Rows("page-parts.tsv").GroupBy(r => r[1], StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.First()[0], StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_leads = TableFile.Lines("page-leads.txt").ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, (string? Part, string? Word, bool IsLead)> _read = new(StringComparer.Ordinal);

    /// <summary>Reads the element.</summary>
    public (string? Part, string? Word, bool IsLead, bool IsArticle) Of(IElement element)
    {
        string tag = element.LocalName;
        string? part = ByTag(tag) ?? ByRole(element.GetAttribute("role"));
        if (element.Attributes.Length == 0)
            return (ByTag(tag), null, false, tag == "article");
        bool isArticle = tag is "article" || element.GetAttribute("itemprop") is "articleBody";
        string? id = element.Id, test = element.GetAttribute("data-testid"), component = element.GetAttribute("data-component"), classes = element.GetAttribute("class");
        string? names = id is null && test is null && component is null ? classes : $"{classes} {id} {test} {component}";
        if (string.IsNullOrWhiteSpace(names))
            return (part, null, false, isArticle);
        if (!_read.TryGetValue(names, out (string? Part, string? Word, bool IsLead) read))
            _read[names] = read = ByNames(names);
        return part is null ? (read.Part, read.Word, read.IsLead, isArticle) : (part, null, read.IsLead, isArticle);
    }

    private static (string? Part, string? Word, bool IsLead) ByNames(string names)
    {
        string? part = null, word = null;
        bool isLead = false;
        foreach (string name in names[..Math.Min(names.Length, LongestNames)].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            List<string> words = WordsOf(name);
            for (int i = 0; i < words.Count; i++)
            {
                // "has-sidebar" tells of the page around, "no-comments" of nothing.
                if (i > 0 && words[i - 1] is ("has" or "with" or "no" or "without"))
                    continue;
                string pair = i + 1 < words.Count ? words[i] + " " + words[i + 1] : words[i];
                if (part is null && (s_byWords.TryGetValue(words[i], out string? found) || s_byWords.TryGetValue(pair, out found)))
                    (part, word) = (found, s_byWords.ContainsKey(words[i]) ? words[i] : pair);
                isLead |= s_leads.Contains(words[i]) || s_leads.Contains(pair);
            }
        }
        return (part, word, isLead);
    }

    private static string? ByTag(string tag) => tag switch
    {
        "nav" or "menu" => "navigation",
        "footer" => "footer",
        "aside" => "side box",
        "form" or "button" or "select" or "label" or "fieldset" => "form",
        "figcaption" or "caption" => "caption",
        "dialog" => "navigation",
        _ => null,
    };

    private static string? ByRole(string? role) => role switch
    {
        "navigation" or "menu" or "menubar" or "search" or "dialog" or "alert" or "tablist" or "toolbar" => "navigation",
        "complementary" => "side box",
        "contentinfo" => "footer",
        "banner" => "page header",
        _ => null,
    };

    /// <summary>The words of a class or id in lower case: "relatedArticles__list-2" → related, articles, list.</summary>
    public static List<string> WordsOf(string name)
    {
        var words = new List<string>();
        int start = -1;
        for (int i = 0; i <= name.Length; i++)
        {
            bool letter = i < name.Length && char.IsAsciiLetter(name[i]);
            bool breaks = letter && start >= 0 && char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i - 1]);
            if (start >= 0 && (!letter || breaks))
            {
                words.Add(name[start..i].ToLowerInvariant());
                start = -1;
            }
            if (letter && start < 0)
                start = i;
        }
        return words;
    }
}
