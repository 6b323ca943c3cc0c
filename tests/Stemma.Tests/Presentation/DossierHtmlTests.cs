using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Stemma.Presentation;
using Stemma.Stories;

namespace Stemma.Tests.Presentation;

public class DossierHtmlTests
{
    public static TheoryData<string> Stories => new("ferry", "sixty", "one", "empty", "hostile");

    internal static Dossier Dossier(string story) => story switch
    {
        "ferry" => SampleDossiers.Ferry(),
        "sixty" => MoreDossiers.Sixty(),
        "one" => MoreDossiers.One(),
        "empty" => MoreDossiers.Empty(),
        _ => MoreDossiers.Hostile(),
    };

    private static string Page(string story)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        DossierHtml.Write(Dossier(story), writer);
        return writer.ToString();
    }

    private static IHtmlDocument Parse(string page) => new HtmlParser().ParseDocument(page);

    [Theory]
    [MemberData(nameof(Stories))]
    public void Every_link_stays_on_the_page_and_leads_to_something(string story)
    {
        IHtmlDocument page = Parse(Page(story));
        HashSet<string> anchors = [.. page.QuerySelectorAll("[id]").Select(e => e.Id!)];
        foreach (IElement link in page.QuerySelectorAll("a"))
        {
            string href = link.GetAttribute("href") ?? "";
            Assert.StartsWith("#", href, StringComparison.Ordinal);
            Assert.True(anchors.Contains(href[1..]), $"{link.OuterHtml} leads nowhere");
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Every_anchor_is_there_once(string story)
    {
        string[] twice = [.. Parse(Page(story)).QuerySelectorAll("[id]").GroupBy(e => e.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key!)];
        Assert.Empty(twice);
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void The_page_asks_for_nothing_and_runs_nothing_but_its_own_script(string story)
    {
        IHtmlDocument page = Parse(Page(story));
        Assert.Single(page.QuerySelectorAll("script"));
        Assert.Empty(page.QuerySelectorAll("img, iframe, object, embed, link, base, form, audio, video, [src], [style]"));
        Assert.Empty(page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)).Select(a => a.Name));
        string policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Every_report_stands_whole_in_the_page(string story)
    {
        IHtmlDocument page = Parse(Page(story));
        foreach (NumberedReport report in new StoryIndex(Dossier(story)).Reports)
        {
            IElement body = page.QuerySelector($"#r{report.Number} .body")!;
            foreach (IElement added in body.QuerySelectorAll(".with, .said, .cutwhy").ToArray())
                added.Remove();
            Assert.Equal(Letters(report.Report.Text), Letters(body.TextContent));
        }
    }

    [Fact]
    public void Findings_lead_to_their_words_and_back()
    {
        IHtmlDocument page = Parse(Page("ferry"));
        Assert.Equal("Seventeen", page.GetElementById("r1-c1-1")!.TextContent);
        Assert.Equal("#c1", page.GetElementById("r1-c1-1")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("#c1 a[href='#r1-c1-1']"));
        Assert.StartsWith("“The captain did everything right,", page.GetElementById("r1-q1")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#q1 a[href='#r1-q1']"));
        Assert.NotNull(page.QuerySelector("#r1 a.said[href='#q1']"));
        Assert.NotNull(page.QuerySelector("#p7 a[href='#r5-p7']"));
        Assert.NotNull(page.QuerySelector("#r5 a[href='#p7']"));
        Assert.NotNull(page.QuerySelector("#r4 .cut"));
        Assert.Contains("left out: breadcrumb", page.GetElementById("r4")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_grid_tells_which_origin_gives_which_value_and_which_is_silent()
    {
        IHtmlDocument page = Parse(Page("ferry"));
        IElement[] rows = [.. page.QuerySelectorAll("#claims table.grid tbody tr")];
        string[] origins = [.. page.QuerySelectorAll("#claims table.grid thead th").Skip(1).Select(h => h.QuerySelector("bdi")?.TextContent ?? h.TextContent)];
        Assert.Equal(["Lost dispatch (Norden Wire)", "Lindhaven Local", "g-sea-and-trade.txt", "1 other text"], origins);
        Assert.Equal(["conflict", "compatible"], rows.Select(r => r.ClassName));
        string[] Cells(IElement row) => [.. row.QuerySelectorAll("td").Select(c => c.QuerySelectorAll("b").Length > 0 ? string.Join('/', c.QuerySelectorAll("b").Select(b => b.TextContent)) : c.TextContent)];
        Assert.Equal(["only in other words", "Fourteen", "silent", "Seventeen"], Cells(rows[0]));
        Assert.Equal(["before midnight/by midnight", "silent", "silent", "silent"], Cells(rows[1]));
        Assert.NotNull(rows[0].QuerySelector("td a[href='#r3-c1-2']"));
        Assert.Contains("changed on the way", rows[1].TextContent, StringComparison.Ordinal);
        Assert.All(rows.SelectMany(r => r.QuerySelectorAll("td")), c => Assert.False(string.IsNullOrEmpty(c.GetAttribute("data-label"))));
    }

    [Fact]
    public void What_many_tell_from_one_text_is_shown_with_its_way()
    {
        IElement claim = Parse(Page("ferry")).GetElementById("c2")!;
        Assert.Contains("told by 3 reports, 1 origin", claim.TextContent, StringComparison.Ordinal);
        string[] steps = [.. claim.QuerySelectorAll(".chain li").Select(s => string.Join(' ', s.QuerySelectorAll("bdi, .nums a").Select(e => e.LocalName == "a" ? e.GetAttribute("href")! : e.TextContent)))];
        Assert.Equal(["Lost dispatch (Norden Wire) #r1-c2-1 #r4-c2-2", "Harbour Post #r5-c2-3"], steps);
    }

    [Fact]
    public void A_report_with_two_parents_shows_both_in_drawing_and_table()
    {
        IHtmlDocument page = Parse(Page("ferry"));
        Assert.Equal(6, page.QuerySelectorAll("svg path.line").Length);
        Assert.Equal(3, page.QuerySelectorAll("svg path.line.lost").Length);
        Assert.Equal(6, page.QuerySelectorAll("table.lineage a[href^='#pair-']").Length);
        Assert.NotNull(page.QuerySelector("table.lineage th[rowspan='2'] a[href='#r6']"));
    }

    [Fact]
    public void Changed_words_of_a_quotation_are_marked()
    {
        IElement said = Parse(Page("ferry")).QuerySelector("#q4 blockquote")!;
        Assert.Equal(["captain", "very quickly"], said.QuerySelectorAll("del").Select(e => e.TextContent));
        Assert.Equal(["skipper", "in a flash"], said.QuerySelectorAll("ins").Select(e => e.TextContent));
    }

    [Fact]
    public void A_changed_meaning_stands_out_in_words_and_by_a_sign_and_a_changed_mark_does_not()
    {
        string page = Page("ferry");
        Assert.Contains("<b class=\"meaning\">≠<span class=\"vh\"> meaning changed: </span></b><del>very</del>", page, StringComparison.Ordinal);
        Assert.Contains("“very” → nothing: degree, “very” is gone", page, StringComparison.Ordinal);
        Assert.Contains("<del>captain</del> <ins>skipper</ins>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<del>,</del>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Sixty_reports_make_a_page_that_a_browser_can_hold() =>
        Assert.InRange(Encoding.UTF8.GetByteCount(Page("sixty")), 100_000, 2_000_000);

    [Fact]
    public void What_there_is_no_room_for_is_counted()
    {
        IHtmlDocument page = Parse(Page("sixty"));
        int shown = page.QuerySelectorAll("section.pair").Length;
        Assert.Equal(40, shown);
        Assert.Contains("more pairs would make this page too long", page.GetElementById("pairs")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_that_took_from_one_lost_dispatch_are_shown_beside_one_another()
    {
        IElement pair = Parse(Page("ferry")).GetElementById("pair-1-2")!;
        Assert.Contains("neither from the other", pair.TextContent, StringComparison.Ordinal);
        Assert.Equal(["off", "evening", "on board"], pair.QuerySelectorAll("#p1 del").Select(e => e.TextContent));
        Assert.Equal(["near", "late", "aboard"], pair.QuerySelectorAll("#p1 ins").Select(e => e.TextContent));
    }

    [Fact]
    public void Words_that_were_left_out_are_no_part_of_what_is_compared()
    {
        IElement pair = Parse(Page("ferry")).GetElementById("pair-1-4")!;
        Assert.DoesNotContain("ten walks by the sea", pair.TextContent, StringComparison.Ordinal);
        Assert.Contains("a model of calm", pair.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('a')]
    [InlineData('“')]
    [InlineData('\ud800')]
    [InlineData('\n')]
    public void A_text_of_one_million_of_the_same_character_does_no_harm(char c)
    {
        Dossier dossier = new StoryBuilder().Report("a", null, null, null, new string(c, 1_000_000)).Report("b", null, null, null, "b").Link("b", "a", 1, 1, []).Build();
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        DossierHtml.Write(dossier, writer);
        Assert.EndsWith("</html>\n", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_story_makes_the_same_page() => Assert.Equal(Page("ferry"), Page("ferry"));

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));
}
