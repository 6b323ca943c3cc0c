using System.Text;
using Stemma.Reading;
using Stemma.Reports;

namespace Stemma.Tests.Reading;

public class HtmlTests
{
    private const string First = "The harbour of Lindmoor was closed on Tuesday after a crane fell into the water, the port authority said in the evening.";
    private const string Second = "Nobody was hurt, but two ships with grain have to wait until the weekend before they can be unloaded at the north quay.";
    private const string Third = "The crane, built in 1961, had been inspected only last month, according to a spokesman, who spoke of a lucky day.";

    private static Report Page(string body, string head = "") => Readings.Of($"<!DOCTYPE html><html lang=\"en-GB\"><head>{head}</head><body>{body}</body></html>");

    private static string Article(string inside = "") =>
        $"<article><h1>Crane falls into Lindmoor harbour</h1><p>{First}</p>{inside}<p>{Second}</p><p>{Third}</p></article>";

    [Fact]
    public void The_article_is_kept_and_the_rest_of_the_page_is_marked()
    {
        Report report = Page("<nav><a href=/>Home</a> <a href=/w>World</a></nav>" + Article() + "<aside>Most read</aside><footer>Imprint and contact</footer>");
        Assert.Equal("Crane falls into Lindmoor harbour", report.Title);
        Assert.Equal("Crane falls into Lindmoor harbour", report.TitleSpan!.Value.In(report.Text));
        Assert.Equal($"{First}\n{Second}\n{Third}", report.Kept());
        Assert.Equal("navigation", report.Cut("World"));
        Assert.Equal("footer", report.Cut("Imprint"));
        Assert.Equal("side box", report.Cut("Most read"));
        Assert.Contains("Home World\nCrane falls", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Scripts_styles_and_hidden_elements_are_no_text()
    {
        Report report = Page("<script>var secret = 1 < 2;</script><style>p { color: red }</style><noscript>secret</noscript><p hidden>secret</p><div style='display: none'>secret</div>" + Article());
        Assert.DoesNotContain("secret", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("color", report.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div class=\"relatedArticles\"><a href=a>Another crane</a></div>", "read also")]
    [InlineData("<figure><img src=a><figcaption>The crane on Monday.</figcaption></figure>", "caption")]
    [InlineData("<div class=share-bar>Tell it to a friend</div>", "share bar")]
    [InlineData("<div id=newsletter-box>The news of the day by mail</div>", "newsletter")]
    [InlineData("<p><a href=a>Read also: another crane fell last year in Hillport</a></p>", "read also")]
    [InlineData("<p><a href=a>Another crane fell last year in Hillport</a></p>", "links")]
    [InlineData("<p>By Ada Quill</p>", "byline")]
    public void Junk_inside_the_article_is_cut_with_its_reason(string junk, string why)
    {
        Report report = Page(Article(junk));
        Assert.Contains(why, report.Cuts.Select(c => c.Why));
        Assert.Equal($"{First}\n{Second}\n{Third}", report.Kept());
    }

    [Fact]
    public void A_dateline_of_an_unknown_agency_is_credited_and_the_house_is_no_author()
    {
        Report report = Page($"<article><h1>Crane falls into Lindmoor harbour</h1><p class=byline>By our staff and Tarrel</p><p>LINDMOOR (Tarrel) &mdash; {First}</p><p>{Second}</p><p>{Third}</p></article>");
        Assert.Equal("Tarrel", Assert.Single(report.Credits).Agency);
        Assert.Empty(report.Byline);
        Assert.Equal("dateline", report.Cut("LINDMOOR (Tarrel) —"));
        Assert.Equal($"{First}\n{Second}\n{Third}", report.Kept());
    }

    [Theory]
    [InlineData("Crane falls into Lindmoor harbour", "Crane falls into Lindmoor harbour")]
    [InlineData("The Lindmoor Courier and Gazette", "Why Lindmoor’s docks stand still")]
    public void The_only_heading_that_readers_see_is_the_headline_whatever_search_engines_are_told(string heading, string headline)
    {
        Report report = Page($"<h1>{heading}</h1><article><p>{First}</p><p>{Second}</p><p>{Third}</p></article>",
            "<meta property=og:title content=\"Why Lindmoor’s docks stand still\"><meta property=og:site_name content=\"The Lindmoor Courier and Gazette\">");
        Assert.Equal(headline, report.Title);
    }

    [Fact]
    public void Headings_lists_quotations_and_links_of_the_article_are_kept()
    {
        Report report = Page(Article($"<h2>A lucky day</h2><ul><li>It was the third accident since the spring.</li></ul><blockquote>We had luck, <a href=x>he said</a>.</blockquote>"));
        Assert.Equal($"{First}\nA lucky day\nIt was the third accident since the spring.\nWe had luck, he said.\n{Second}\n{Third}", report.Kept());
    }

    [Fact]
    public void The_class_of_a_wrapper_does_not_cut_the_article() =>
        Assert.Equal($"{First}\n{Second}\n{Third}", Page("<div class=\"page has-sidebar related\">" + Article() + "</div>").Kept());

    [Fact]
    public void A_paywall_class_on_each_part_does_not_cut_the_article() =>
        Assert.Equal($"{First}\n{Second}\n{Third}", Page($"<article><h1>Crane falls into Lindmoor harbour</h1><div class=paywall><p>{First}</p></div><div class=paywall><p>{Second}</p></div><div class=paywall><p>{Third}</p></div></article>").Kept());

    [Fact]
    public void Comments_that_are_longer_than_the_article_are_cut()
    {
        string comment = "<p>I have always said that this crane would fall one day, and nobody at the authority would listen to any of us here.</p>";
        Report report = Page(Article() + "<section class=comments>" + string.Concat(Enumerable.Repeat(comment, 5)) + "</section>");
        Assert.Equal($"{First}\n{Second}\n{Third}", report.Kept());
        Assert.Equal("comments", report.Cut("I have always said"));
    }

    [Fact]
    public void The_lead_between_headline_and_article_is_kept()
    {
        const string lead = "Two ships with grain have to wait until the weekend";
        Report report = Page($"<header><h1>Crane falls into Lindmoor harbour</h1><p class=standfirst>{lead}</p></header><div class=body><p>{First}</p><p>{Second}</p><p>{Third}</p></div>");
        Assert.Equal($"{lead}\n{First}\n{Second}\n{Third}", report.Kept());
    }

    [Fact]
    public void Linked_data_give_title_authors_outlet_and_moment()
    {
        Report report = Page(Article(), """
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Crane falls into Lindmoor harbour",
            "author":[{"@type":"Person","name":"Ada Quill"},{"@type":"Person","name":"Ben Rowe, Port Correspondent"}],"publisher":{"name":"Lindmoor Courier"},"datePublished":"2024-03-12T20:15:00+01:00"}]}</script>
            <link rel="canonical" href="https://courier.example/crane">
            """);
        Assert.Equal(["Ada Quill", "Ben Rowe"], report.Byline);
        Assert.Equal("Lindmoor Courier", report.Outlet);
        Assert.Equal("https://courier.example/crane", report.Url);
        Assert.Equal("en", report.Language);
        Assert.Equal(new DateTimeOffset(2024, 3, 12, 20, 15, 0, TimeSpan.FromHours(1)), report.Published!.Instant);
    }

    [Fact]
    public void Broken_linked_data_are_passed_over_for_the_meta_elements()
    {
        Report report = Page(Article(), "<script type='application/ld+json'>{\"@type\":</script><meta property='og:title' content='Crane falls into Lindmoor harbour'><meta name=author content='By Ada Quill'><meta property='article:published_time' content='2024-03-12'><meta property='og:site_name' content='Lindmoor Courier'>");
        Assert.Equal(["Ada Quill"], report.Byline);
        Assert.Equal(new DateOnly(2024, 3, 12), report.Published!.From);
        Assert.Null(report.Published.Instant);
        Assert.Equal("Lindmoor Courier", report.Outlet);
    }

    [Fact]
    public void The_window_title_loses_the_name_of_the_site() =>
        Assert.Equal("Crane falls into Lindmoor harbour", Page($"<div><p>{First}</p><p>{Second}</p></div>", "<title>Crane falls into Lindmoor harbour | Lindmoor Courier</title>").Title);

    [Fact]
    public void What_the_side_file_says_counts_before_the_page()
    {
        byte[] page = Encoding.UTF8.GetBytes("<html><head><meta property='og:site_name' content='Other'></head><body>" + Article() + "</body></html>");
        Report report = ReportReader.Read(new ReportInput("a.html", page) { Outlet = "Lindmoor Courier", Url = "https://courier.example/" }).Report!;
        Assert.Equal("Lindmoor Courier", report.Outlet);
        Assert.Equal("https://courier.example/", report.Url);
    }

    [Fact]
    public void A_dateline_of_a_page_is_cut_and_credited()
    {
        Report report = Page($"<article><h1>Crane falls into Lindmoor harbour</h1><p>LINDMOOR (Reuters) - {First}</p><p>{Second}</p></article>");
        Assert.Equal("dateline", report.Cut("LINDMOOR (Reuters)"));
        Assert.Equal("Reuters", Assert.Single(report.Credits).Agency);
        Assert.Equal($"{First}\n{Second}", report.Kept());
    }

    [Fact]
    public void An_article_that_the_page_shows_only_by_script_is_read() =>
        Assert.Equal($"{First}\n{Second}\n{Third}", Page("<p>Please wait until the page has come.</p><div hidden>" + Article() + "</div>").Kept());

    [Fact]
    public void Of_an_endless_page_only_the_article_under_the_headline_is_kept()
    {
        string other = "<article><h2>Ferry to Hillport late again</h2>" + string.Concat(Enumerable.Repeat("<p>The ferry to Hillport was late again on Monday, and two hundred passengers had to spend the night in the waiting room.</p>", 8)) + "</article>";
        Report report = Page("<main><article><h1>Crane falls into Lindmoor harbour</h1>" + string.Concat(Enumerable.Repeat($"<p>{First}</p><p>{Second}</p>", 3)) + "</article>" + other + "</main>");
        Assert.DoesNotContain("ferry", report.Kept(), StringComparison.Ordinal);
        Assert.Contains(Second, report.Kept(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_headline_run_together_with_a_kicker_is_told_apart()
    {
        Report report = Page($"<article><h1><span>Port of Lindmoor</span><span>Crane falls into the deep harbour</span></h1><p>{First}</p><p>{Second}</p></article>", "<meta property='og:title' content='Crane falls into the deep harbour'>");
        Assert.Equal("Crane falls into the deep harbour", report.Title);
        Assert.Equal("kicker", report.Cut("Port of Lindmoor"));
        Assert.Equal($"{First}\n{Second}", report.Kept());
    }

    [Fact]
    public void A_cookie_notice_longer_than_the_article_is_cut()
    {
        Report report = Page(Article() + "<div class=cookie-consent>" + string.Concat(Enumerable.Repeat("<p>When you visit our site, we store cookies on your device to gather information on how you use it, as the law allows.</p>", 5)) + "</div>");
        Assert.Equal($"{First}\n{Second}\n{Third}", report.Kept());
    }
}
