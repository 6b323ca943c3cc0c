using System.Net;
using AngleSharp.Dom;

namespace Stemma.Reading.Html;

/// <summary>What a page says of itself outside its article.</summary>
internal sealed record Metadata
{
    /// <summary>The headline in the order of trust: linked data, social title, window title without the site's name.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>The authors' names by linked data, by meta elements and by marked elements: each source apart, the surest first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Authors { get; init; } = [];

    /// <summary>The site's name.</summary>
    public string? Outlet { get; init; }

    /// <summary>The address that the page gives as its own.</summary>
    public string? Url { get; init; }

    /// <summary>The primary language tag.</summary>
    public string? Language { get; init; }

    /// <summary>The date of publication.</summary>
    public StatedDate? Published { get; init; }

    /// <summary>The date of the last change.</summary>
    public StatedDate? Changed { get; init; }

    /// <summary>The dates of elements that are marked as times, the surest first.</summary>
    public IReadOnlyList<StatedDate> Times { get; init; } = [];

    /// <summary>The section of the site.</summary>
    public string? Section { get; init; }

    /// <summary>The summary.</summary>
    public string? Description { get; init; }

    /// <summary>True where linked data describe an article.</summary>
    public bool IsArticle { get; init; }

    /// <summary>True where linked data call the article one that goes on: many short posts under one headline.</summary>
    public bool IsLive { get; init; }

    /// <summary>True where linked data call the article one that must be paid for.</summary>
    public bool IsPaid { get; init; }

    /// <summary>The text of the article that linked data give, or null.</summary>
    public string? Body { get; init; }

    private static readonly string[] s_dateNames =
    [
        "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "article.published", "pubdate", "publishdate", "publish-date", "publish_date",
        "published_time", "date.published", "published-date", "cxenseparse:recs:publishtime", "cxenseparse:recs:pubdate", "dc.date.issued", "dcterms.date", "dcterms.created", "dc.date", "dc.date.created",
        "article_date_original", "originalpublicationdate", "citation_publication_date", "og:published_time", "bt:pubdate", "analyticsattributes.articledate", "shareaholic:article_published_time", "date",
    ];

    private static readonly string[] s_authorNames = ["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "cxenseparse:author", "article:author_name", "og:article:author", "authors"];

    /// <summary>Reads the page's head, linked data and marked elements.</summary>
    public static Metadata Read(IDocument document)
    {
        var linked = new LinkedData();
        MarkedElements marked = MarkedElements.Of(document);
        foreach (string script in marked.LinkedData)
            linked.Take(script);
        Dictionary<string, List<string>> fields = Fields(marked.Metas);
        string? outlet = Clean(First(fields, "og:site_name") ?? linked.Publisher ?? First(fields, "application-name"));
        string? window = Clean(document.Title), address = Address(marked.Canonical, fields), host = HostName(address);
        return new Metadata
        {
            Titles = [.. new[] { Clean(linked.Headline), Clean(First(fields, "og:title")), Clean(First(fields, "twitter:title")), window }
                .Select(t => t is null ? null : WithoutSite(t, outlet, host)).OfType<string>().Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)],
            Authors = AuthorsOf(linked, marked, fields),
            Outlet = outlet,
            Url = address,
            Language = LanguageOf(document, fields),
            Published = PublishedOf(linked, marked, fields),
            Changed = DateIn(linked.Changed) ?? DateIn(First(fields, "article:modified_time")) ?? DateIn(First(fields, "og:updated_time")),
            Times = [.. marked.Dates.Select(DateIn).OfType<StatedDate>()],
            Section = Clean(First(fields, "article:section") ?? linked.Section ?? First(fields, "section") ?? First(fields, "parsely-section")),
            Description = Clean(linked.Description ?? First(fields, "og:description") ?? First(fields, "description")),
            Body = linked.Body,
            IsArticle = linked.HasArticle,
            IsPaid = linked.IsPaid,
            IsLive = linked.IsLive,
        };
    }

    /// <summary>A field without tags, entities and doubled blanks; null where nothing is left.</summary>
    public static string? Clean(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        string decoded = value.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(value) : value;
        string joined = string.Join(' ', decoded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return joined.Length == 0 ? null : joined;
    }

    /// <summary>The title without the name of its site after or before a mark.</summary>
    /// <param name="title">The title.</param>
    /// <param name="outlet">The site's name, null where it is not known.</param>
    /// <param name="host">The name of the site's domain in letters, null where it is not known.</param>
    public static string WithoutSite(string title, string? outlet, string? host)
    {
        foreach (string mark in (ReadOnlySpan<string>)[" | ", " - ", " – ", " — ", " » ", " · ", " • ", " :: "])
        {
            int at = title.LastIndexOf(mark, StringComparison.Ordinal);
            if (at <= 0)
                continue;
            string head = title[..at].Trim(), tail = title[(at + mark.Length)..].Trim();
            bool isOutlet = host is not null && IsHost(tail, host) || outlet is not null && (tail.Contains(outlet, StringComparison.OrdinalIgnoreCase) || outlet.Contains(tail, StringComparison.OrdinalIgnoreCase));
            // A bar is no part of a headline's grammar; a dash may be.
            bool shortTail = tail.Length <= 30 && head.Length >= 2 * tail.Length;
            if (isOutlet || mark is " | " or " » " or " :: " && shortTail)
                return WithoutSite(head, outlet, host);
        }
        return title;
    }

    // "Harbour Gazette" and harbourgazette.example, "Harbour Gazette Ltd" too.
    private static bool IsHost(string tail, string host)
    {
        string letters = string.Concat(tail.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return letters.Length >= ShortestHost && (letters.StartsWith(host, StringComparison.Ordinal) || host.StartsWith(letters, StringComparison.Ordinal)) && tail.Length <= LongestSite;
    }

    /// <summary>The name of the domain in letters, the longest label before the last; null where there is none.</summary>
    public static string? HostName(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri))
            return null;
        string? longest = uri.Host.Split('.').SkipLast(1).MaxBy(label => label.Length);
        return longest is { Length: >= ShortestHost } ? string.Concat(longest.Where(char.IsLetterOrDigit)).ToLowerInvariant() : null;
    }

    /// <summary>In letters: shorter names of domains begin many words; and in UTF-16 code units, a site's name.</summary>
    private const int ShortestHost = 4, LongestSite = 40;

    private static Dictionary<string, List<string>> Fields(IReadOnlyList<IElement> metas)
    {
        var fields = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (IElement meta in metas)
        {
            string? name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? meta.GetAttribute("http-equiv");
            string? content = meta.GetAttribute("content");
            if (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(content))
                continue;
            string key = name.Trim().ToLowerInvariant();
            if (!fields.TryGetValue(key, out List<string>? values))
                fields[key] = values = [];
            values.Add(content);
        }
        return fields;
    }

    private static string? First(Dictionary<string, List<string>> fields, string name) => fields.TryGetValue(name, out List<string>? values) ? values[0] : null;

    private static string? Address(string? link, Dictionary<string, List<string>> fields)
    {
        string? canonical = link ?? First(fields, "og:url");
        return Uri.TryCreate(canonical, UriKind.Absolute, out Uri? uri) && uri.Scheme.StartsWith("http", StringComparison.Ordinal) ? canonical : null;
    }

    private static string? LanguageOf(IDocument document, Dictionary<string, List<string>> fields)
    {
        string? tag = document.DocumentElement.GetAttribute("lang") ?? document.Body?.GetAttribute("lang") ?? First(fields, "og:locale") ?? First(fields, "content-language");
        string primary = (tag ?? "").Trim().Split('-', '_', ',')[0].ToLowerInvariant();
        return primary.Length is 2 or 3 && primary.All(char.IsAsciiLetterLower) ? primary : null;
    }

    private static StatedDate? DateIn(string? field) => field is null ? null : StatedDates.Find(field, out _);

    private static StatedDate? PublishedOf(LinkedData linked, MarkedElements marked, Dictionary<string, List<string>> fields)
    {
        if (DateIn(linked.Published) is { } date)
            return date;
        foreach (string name in s_dateNames)
        {
            if (DateIn(First(fields, name)) is { } found)
                return found;
        }
        if ((DateIn(linked.PagePublished) ?? marked.SureDates.Select(DateIn).FirstOrDefault(d => d is not null)) is { } told)
            return told;
        // Systems have names of their own: "w-published-date", "cms:publishTime".
        foreach ((string name, List<string> values) in fields.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (name.Contains("publish", StringComparison.Ordinal) && !name.Contains("publisher", StringComparison.Ordinal) && DateIn(values[0]) is { } found)
                return found;
        }
        return null;
    }

    private static IReadOnlyList<string>[] AuthorsOf(LinkedData linked, MarkedElements marked, Dictionary<string, List<string>> fields)
    {
        var meta = new List<string>();
        foreach (string name in s_authorNames)
        {
            if (meta.Count == 0 && fields.TryGetValue(name, out List<string>? values))
                meta = AuthorNames.Of(values);
        }
        if (meta.Count == 0 && Labelled(fields) is { } labelled)
            meta = AuthorNames.Of([labelled]);
        return [AuthorNames.Of(linked.Authors), meta, AuthorNames.Of(marked.Authors)];
    }

    // Cards for social media give pairs of label and value: "Written by", "Jane Doe".
    private static string? Labelled(Dictionary<string, List<string>> fields)
    {
        foreach (char number in "12")
        {
            if (First(fields, "twitter:label" + number) is { } label && Bylines.Leads.Contains(label.Trim().ToLowerInvariant(), StringComparer.Ordinal))
                return First(fields, "twitter:data" + number);
        }
        return null;
    }
}
