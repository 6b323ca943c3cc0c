using System.Collections.Frozen;
using System.Globalization;
using Stemma.Stories;

namespace Stemma.Presentation.Page;

/// <summary>A story with the anchors of its findings: made of numbers alone, so that no id of the input gets into a link.</summary>
/// <remarks>On the page of a dossier every anchor is a place on that page; a site of many pages tells where each stands.</remarks>
internal sealed class PageStory
{
    private readonly FrozenDictionary<string, int> _quotes;
    private readonly FrozenDictionary<string, int> _names;

    private readonly Func<string, string>? _address;

    /// <summary>Numbers the findings of a story.</summary>
    /// <param name="story">The findings.</param>
    /// <param name="address">The address of an anchor, of characters that need no encoding in HTML; null where all stand on one page.</param>
    public PageStory(StoryIndex story, Func<string, string>? address = null)
    {
        Story = story;
        _address = address;
        _quotes = Numbers(story.Dossier.Quotes.Select(q => q.Id));
        _names = Numbers(story.Dossier.Names.Select(n => n.Id));
        Pairs = PairPlan.Of(this, all: address is not null);
    }

    public StoryIndex Story { get; }

    public Dossier Dossier => Story.Dossier;

    /// <summary>The address of a finding, by its anchor.</summary>
    public string Href(string? anchor) => anchor is null || _address is null ? "#" + anchor : _address(anchor);

    /// <summary>The pairs of reports that are shown side by side.</summary>
    public PairPlan Pairs { get; }

    /// <summary>The sections that have something to show.</summary>
    public IEnumerable<(string Anchor, string Name)> Sections()
    {
        yield return ("overview", "Overview");
        if (Dossier.Reports.Count > 0)
            yield return ("lineage", "Lineage");
        if (Pairs.Shown.Count > 0)
            yield return ("pairs", "Side by side");
        if (Dossier.Quotes.Count > 0)
            yield return ("quotes", "Who said what");
        if (Dossier.Claims.Count > 0)
            yield return ("claims", ClaimSection.Title(Dossier));
        if (Dossier.Timeline.Count > 0)
            yield return ("timeline", "Timeline");
        if (Dossier.Names.Count > 0)
            yield return ("names", "Names");
        if (Dossier.Reports.Count > 0)
            yield return ("reports", "Reports");
        if (Dossier.Unread.Count > 0)
            yield return ("unread", "Not read");
    }

    public static string Report(NumberedReport report) => Id($"r{report.Number}");

    /// <summary>The ledger's entry of a quotation, null where it has none.</summary>
    public string? Quote(string id) => _quotes.TryGetValue(id, out int number) ? Id($"q{number}") : null;

    /// <summary>A quotation's words in its report's text, null where either is not known.</summary>
    public string? QuoteWords(DossierQuote quote) =>
        Story.Report(quote.Report) is { } report && _quotes.TryGetValue(quote.Id, out int number) ? Id($"r{report.Number}-q{number}") : null;

    /// <summary>The entry of a name, null where it has none.</summary>
    public string? Name(string id) => _names.TryGetValue(id, out int number) ? Id($"n{number}") : null;

    public static string Name(int number) => Id($"n{number}");

    public static string Mention(NumberedReport report, int name, int mention) => Id($"r{report.Number}-n{name}-{mention}");

    public static string Passage(int number) => Id($"p{number}");

    public static string PassageWords(NumberedReport report, int number) => Id($"r{report.Number}-p{number}");

    public static string Claim(int number) => Id($"c{number}");

    public static string TellingWords(NumberedReport report, int claim, int telling) => Id($"r{report.Number}-c{claim}-{telling}");

    public static string Event(int number) => Id($"e{number}");

    public static string EventWords(NumberedReport report, int happening, int telling) => Id($"r{report.Number}-e{happening}-{telling}");

    public static string Link(int number) => Id($"l{number}");

    public static string Lost(int number) => Id($"x{number}");

    /// <summary>The anchor of a node of the lineage.</summary>
    public static string Node(LineageNode node) => node.Report is { } report ? Report(report) : Lost(node.LostNumber);

    /// <summary>A report's number and name, linked to its text.</summary>
    public void WriteReport(Html html, NumberedReport report) =>
        html.Write($"<a class=\"report\" href=\"{Href(Report(report))}\"><span class=\"num\">{report.Number}</span> <bdi>{report.Label}</bdi></a>");

    /// <summary>A report's number alone, linked to <paramref name="anchor"/>; a screen reader hears the name too.</summary>
    public void WriteNumber(Html html, NumberedReport report, string? anchor = null) =>
        html.Write($"<a class=\"num\" href=\"{Href(anchor ?? Report(report))}\"><span class=\"vh\">report </span>{report.Number}<span class=\"vh\">, {report.Label}</span></a>");

    /// <summary>A node of the lineage, linked.</summary>
    public void WriteNode(Html html, LineageNode node)
    {
        if (node.Report is { } report)
            WriteReport(html, report);
        else
            html.Write($"<a class=\"report lost\" href=\"{Href(Node(node))}\"><span class=\"num\">?</span> <bdi>{node.Label}</bdi></a>");
    }

    /// <summary>The reasons of a finding, folded.</summary>
    public static void WriteReasons(Html html, IReadOnlyList<string> reasons)
    {
        if (reasons.Count == 0)
            return;
        html.Raw("<details class=\"why\"><summary>Why</summary><ul>");
        foreach (string reason in reasons)
            html.Write($"<li>{reason}</li>");
        html.Raw("</ul></details>");
    }

    /// <summary>The number of origins behind a finding, in words; nothing where none is named.</summary>
    public static void WriteOrigins(Html html, IReadOnlyList<string> origins)
    {
        if (origins.Count > 0)
            html.Write($"<span class=\"rests\">rests on {StoryWords.Count(origins.Count, "origin")}</span>");
    }

    private static FrozenDictionary<string, int> Numbers(IEnumerable<string> ids)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int number = 0;
        foreach (string id in ids)
            numbers.TryAdd(id, ++number);
        return numbers.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Id(FormattableString id) => id.ToString(CultureInfo.InvariantCulture);
}
