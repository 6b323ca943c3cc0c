using AngleSharp.Dom;

namespace Stemma.Reading.Html;

/// <summary>The elements of a page whose markup says what they tell of the article, gathered in one walk.</summary>
internal sealed class MarkedElements
{
    /// <summary>In elements of one kind; what matters stands early.</summary>
    private const int Most = 40;

    /// <summary>In names: where a page links to the pages of more authors, they are those of other articles.</summary>
    private const int MostLinkedAuthors = 2;

    private readonly SortedList<int, string> _authors = [];
    private readonly SortedSet<string> _linkedAuthors = new(StringComparer.Ordinal);
    private readonly SortedList<int, string> _dates = [];

    private MarkedElements()
    {
    }

    /// <summary>The scripts with linked data.</summary>
    public List<string> LinkedData { get; } = [];

    /// <summary>The meta elements.</summary>
    public List<IElement> Metas { get; } = [];

    /// <summary>The address that the page gives as its own.</summary>
    public string? Canonical { get; private set; }

    /// <summary>What elements that name authors say, the surest first; else the one author whose page is linked to.</summary>
    public IEnumerable<string> Authors => _authors.Count > 0 ? Surest(_authors) : _linkedAuthors.Count <= MostLinkedAuthors ? _linkedAuthors : [];

    /// <summary>What elements say that are marked as the date of publication.</summary>
    public IEnumerable<string> SureDates => _dates.Where(pair => pair.Key < 2 * Most).Select(pair => pair.Value);

    /// <summary>What elements say that are marked as any time, those in an article first.</summary>
    public IEnumerable<string> Dates => _dates.Values;

    /// <summary>Walks the page once.</summary>
    public static MarkedElements Of(IDocument document)
    {
        var marked = new MarkedElements();
        var open = new Stack<(IElement Element, int Next)>();
        open.Push((document.DocumentElement, 0));
        while (open.Count > 0)
        {
            (IElement element, int next) = open.Pop();
            if (next == 0)
                marked.Look(element);
            INodeList children = element.ChildNodes;
            while (next < children.Length && children[next] is not IElement)
                next++;
            if (next >= children.Length)
                continue;
            open.Push((element, next + 1));
            open.Push(((IElement)children[next], 0));
        }
        return marked;
    }

    private void Look(IElement element)
    {
        if (element.Attributes.Length == 0)
            return;
        string tag = element.LocalName;
        if (tag == "meta")
            Metas.Add(element);
        else if (tag == "script" && element.GetAttribute("type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
            LinkedData.Add(element.TextContent);
        else if (tag == "link" && Has(element, "rel", "canonical"))
            Canonical ??= element.GetAttribute("href");
        else
            LookInBody(element, tag);
    }

    private void LookInBody(IElement element, string tag)
    {
        string? item = element.GetAttribute("itemprop");
        if (item is not null && item.Contains("datePublished", StringComparison.Ordinal))
            Add(_dates, 0, element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? Text(element));
        else if (tag == "time" && element.HasAttribute("pubdate"))
            Add(_dates, 1, element.GetAttribute("datetime") ?? Text(element));
        else if (tag == "time" && (element.GetAttribute("datetime") ?? Text(element)) is { } time)
            Add(_dates, InArticle(element) ? 2 : 3, time);
        int rank = item == "author" ? 0 : Has(element, "rel", "author") ? 1 : element.GetAttribute("class") is { } names ? AuthorMarks.RankOf(names) : -1;
        if (rank >= 0)
            Add(_authors, rank, element.GetAttribute("content") ?? NameIn(element) ?? AuthorMarks.TextOf(element));
        else if (tag == "a" && AuthorMarks.LeadsToAuthor(element.GetAttribute("href")) && AuthorMarks.TextOf(element) is { } linked)
            _linkedAuthors.Add(linked);
    }

    // A rank counts more than the order in the page: the keys are rank and number.
    private static void Add(SortedList<int, string> list, int rank, string? text)
    {
        int key = rank * Most;
        while (list.ContainsKey(key))
            key++;
        if (key < (rank + 1) * Most && !string.IsNullOrWhiteSpace(text))
            list.Add(key, text);
    }

    private static IEnumerable<string> Surest(SortedList<int, string> list)
    {
        int rank = list.Count == 0 ? 0 : list.Keys[0] / Most;
        return list.Where(pair => pair.Key / Most == rank).Select(pair => pair.Value).Take(4);
    }

    private static string? NameIn(IElement element) =>
        element.Children.FirstOrDefault(c => c.GetAttribute("itemprop") == "name") is { } name ? name.GetAttribute("content") ?? Text(name) : null;

    private static string? Text(IElement element)
    {
        string text = element.TextContent.Trim();
        return text.Length is > 0 and < 300 ? text : null;
    }

    private static bool InArticle(IElement element)
    {
        IElement? above = element.ParentElement;
        for (int up = 0; above is not null && up < 12; above = above.ParentElement, up++)
        {
            if (above.LocalName is "article" or "main")
                return true;
        }
        return false;
    }

    private static bool Has(IElement element, string attribute, string word)
    {
        string? value = element.GetAttribute(attribute);
        int at = value?.IndexOf(word, StringComparison.OrdinalIgnoreCase) ?? -1;
        return at >= 0 && (at == 0 || value![at - 1] == ' ') && (at + word.Length == value!.Length || value[at + word.Length] == ' ');
    }
}
