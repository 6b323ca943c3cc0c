using Stemma.Reading;
using Stemma.Reports;

namespace Stemma.Tests.Reading;

public class PageMetadataTests
{
    private const string First = "The harbour of Lindmoor was closed on Tuesday after a crane fell into the water, the port authority said in the evening, and it will stay so.";
    private const string Second = "Nobody was hurt, but two ships with grain have to wait until the weekend before they can be unloaded at the north quay, where space is short.";
    private const string Third = "The crane, built in 1961, had been inspected only last month, according to a spokesman, who spoke of a lucky day for everybody on the quay.";

    private static Report Page(string head, string meta = "", string tail = "") =>
        Readings.Of($"<!DOCTYPE html><html lang=\"en-GB\"><head>{meta}</head><body><main><h1>Crane falls into Lindmoor harbour</h1>{head}<p>{First}</p><p>{Second}</p><p>{Third}</p></main>{tail}</body></html>");

    private static string Linked(string fields) => $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Crane falls into Lindmoor harbour",{{fields}}}</script>""";

    [Theory]
    [InlineData("<div>12 March 2024</div>")]
    [InlineData("<div>March 12, 2024 - 4 min read</div>")]
    [InlineData("<div>By Ada Quill | 12 March 2024</div>")]
    [InlineData("<div>Published</div><div>12 March 2024</div>")]
    [InlineData("<div>Updated 14 March 2024</div><div>Published 12 March 2024</div>")]
    public void The_date_that_the_page_shows_is_read_where_the_metadata_have_none(string head) =>
        Assert.Equal(new DateOnly(2024, 3, 12), Page(head).Published!.From);

    [Fact]
    public void The_date_in_the_metadata_counts_before_a_day_that_the_page_only_mentions() =>
        Assert.Equal(new DateOnly(2024, 3, 12), Page("<p>The storm of 3 January 2019 is still remembered.</p>", Linked("\"datePublished\":\"2024-03-12T10:00:00Z\"")).Published!.From);

    [Fact]
    public void The_day_of_a_change_is_not_the_day_of_publication()
    {
        string meta = Linked("\"datePublished\":\"2024-03-12T10:00:00Z\",\"dateModified\":\"2024-05-01T10:00:00Z\"");
        Assert.Equal(new DateOnly(2024, 3, 12), Page("<div>May 1, 2024</div>", meta).Published!.From);
        Assert.Equal(new DateOnly(2024, 3, 12), Page("<div>Updated May 7, 2024</div>", meta).Published!.From);
    }

    [Fact]
    public void A_date_of_publication_that_readers_see_counts_before_the_stamp_of_the_system() =>
        Assert.Equal(new DateOnly(2021, 3, 12), Page("<div>Published 12 March 2021</div>", Linked("\"datePublished\":\"2024-08-30T10:00:00Z\"")).Published!.From);

    [Fact]
    public void A_day_in_the_address_is_the_last_resort()
    {
        Assert.Equal(new DateOnly(2024, 3, 12), Page("", "<link rel=canonical href=\"https://gazette.example/2024/03/12/crane\">").Published!.From);
        Assert.Null(Page("", "<link rel=canonical href=\"https://gazette.example/2024/13/41/crane\">").Published);
    }

    [Theory]
    [InlineData("<div>By Ada Quill</div>")]
    [InlineData("<div>ByAda Quill</div>")]
    [InlineData("<div>By Ada Quill, MD, RD</div>")]
    [InlineData("<div>By Ada Quill, harbour correspondent</div>")]
    [InlineData("<div>By Ada Quill - 12 March 2024</div>")]
    [InlineData("<div>12 March 2024 by Ada Quill in Harbour news</div>")]
    [InlineData("<div>Ada Quill</div>")]
    [InlineData("<div class=author>Ada Quill</div>")]
    public void The_byline_that_the_page_shows_is_read_without_job_degree_and_date(string head) =>
        Assert.Equal(["Ada Quill"], Page(head).Byline);

    [Theory]
    [InlineData("<div>Harbour News</div>")]
    [InlineData("<div>4 min read</div>")]
    [InlineData("<div>Listen to this article</div>")]
    public void Other_short_lines_under_the_headline_name_no_author(string head) => Assert.Empty(Page(head).Byline);

    [Fact]
    public void A_person_counts_before_the_house_whatever_source_names_it()
    {
        string meta = Linked("\"author\":{\"@type\":\"Organization\",\"name\":\"The Lindmoor Gazette\"}") + "<meta property=og:site_name content=\"The Lindmoor Gazette\">";
        Assert.Equal(["Ada Quill"], Page("<div>By Ada Quill</div>", meta).Byline);
        Assert.Equal(["The Lindmoor Gazette"], Page("", meta).Byline);
    }

    [Fact]
    public void The_name_of_an_account_gives_way_to_the_byline() =>
        Assert.Equal(["Ada Quill"], Page("<div>By Ada Quill</div>", "<meta name=author content=aquill7>").Byline);

    [Fact]
    public void All_authors_in_the_byline_are_read_where_the_metadata_name_the_first() =>
        Assert.Equal(["Ada Quill", "Adam Bell"], Page("<div>By Ada Quill and Adam Bell</div>", Linked("\"author\":{\"name\":\"Ada Quill\"}")).Byline);

    [Fact]
    public void The_authors_of_other_articles_on_the_page_are_not_its_authors() =>
        Assert.Equal(["Ada Quill"], Page("<div>By Ada Quill</div>", "", "<aside><div class=author>Bea Marsh</div><div class=author>Cole Reed</div></aside>").Byline);

    [Fact]
    public void The_name_of_the_site_is_no_part_of_the_title_where_only_the_address_tells_it() =>
        Assert.Equal("Crane in Lindmoor", Readings.Of($"<!DOCTYPE html><html><head><title>Crane in Lindmoor — Harbour Gazette</title><link rel=canonical href=\"https://www.harbourgazette.example/crane\"></head><body><main><p>{First}</p><p>{Second}</p><p>{Third}</p></main></body></html>").Title);

    [Theory]
    [InlineData("<span class=\"blog-author-name\">Ada Quill</span>")]
    [InlineData("<div class=\"Author_author__4ceOm\">Ada Quill</div>")]
    [InlineData("<a href=\"/authors/ada-quill\">Ada Quill</a>")]
    [InlineData("<small>Written by</small><p>Ada Quill</p>")]
    [InlineData("<p>Written by Ada Quill</p>")]
    public void An_author_who_is_named_under_the_article_is_read(string tail) => Assert.Equal(["Ada Quill"], Page("", tail: tail).Byline);

    [Theory]
    [InlineData("<p><a href=\"/authors/a\">Ada Quill</a>: the storm</p><p><a href=\"/authors/b\">Tom Reed</a>: the bridge</p><p><a href=\"/authors/c\">Jo Lane</a>: the quay</p>")]
    [InlineData("<p>Reviewed by Ada Quill</p>")]
    [InlineData("<div class=\"author-bio\">Ada Quill has told stories of the harbour and its people for twenty years.</div>")]
    [InlineData("<div class=\"author\">Share</div>")]
    public void Names_that_belong_to_something_else_are_no_authors(string tail) => Assert.Empty(Page("", tail: tail).Byline);

    [Fact]
    public void A_label_and_value_for_social_media_name_the_author() =>
        Assert.Equal(["Ada Quill"], Page("", "<meta name=\"twitter:label1\" content=\"Written by\"><meta name=\"twitter:data1\" content=\"Ada Quill\">").Byline);

    [Fact]
    public void Two_elements_without_a_blank_between_them_are_two_pieces() =>
        Assert.Equal(["Ada Quill"], Page("<div class=author><a>Ada Quill</a><time>November 2024</time></div>").Byline);

    [Fact]
    public void Publication_and_change_are_told_apart()
    {
        Report report = Page("", Linked("\"datePublished\":\"2024-03-12T10:00:00Z\",\"dateModified\":\"2024-03-14\""));
        Assert.Equal(new DateOnly(2024, 3, 12), report.Published!.From);
        Assert.Equal(new DateOnly(2024, 3, 14), report.Updated);
        Assert.Null(Page("", Linked("\"datePublished\":\"2024-03-12\",\"dateModified\":\"2024-03-01\"")).Updated);
    }

    [Fact]
    public void A_date_that_only_the_address_gives_says_so()
    {
        Report report = Page("", "<link rel=canonical href=\"https://gazette.example/2024/03/12/crane\">");
        Assert.Contains("address", Assert.Single(report.Published!.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void Above_the_headline_many_sites_show_the_day_of_the_visit()
    {
        string page = $"<html><head>{Linked("\"datePublished\":\"2024-03-12\"")}</head><body><div>Wednesday, 3 December 2025</div><main><h1>Crane falls into Lindmoor harbour</h1><p>{First}</p><p>{Second}</p><p>{Third}</p></main></body></html>";
        Assert.Equal(new DateOnly(2024, 3, 12), Readings.Of(page).Published!.From);
    }

    [Fact]
    public void The_section_and_an_original_on_another_site_are_kept()
    {
        string html = $"<html><head><link rel=canonical href=\"https://orrin-wire.example/crane\"><meta property=\"article:section\" content=\"Harbour\"></head><body><h1>Crane falls</h1><p>{First}</p><p>{Second}</p></body></html>";
        ReadingResult result = ReportReader.Read(new ReportInput("a", System.Text.Encoding.UTF8.GetBytes(html)) { Url = "https://gazette.example/crane" });
        Assert.Equal("https://orrin-wire.example/crane", result.Report!.CanonicalUrl);
        Assert.Equal("Harbour", result.Report.Section);
        Assert.Null(ReportReader.Read(new ReportInput("a", System.Text.Encoding.UTF8.GetBytes(html)) { Url = "https://www.orrin-wire.example/amp/crane" }).Report!.CanonicalUrl);
    }

    [Fact]
    public void A_headline_is_given_without_the_site_and_without_hints_for_line_breaks()
    {
        string page = $"<html><head><meta property=\"og:site_name\" content=\"Harbour Gazette\"></head><body><h1>Crane falls into Lind&shy;moor har&shy;bour – Harbour Gazette</h1><p>{First}</p><p>{Second}</p></body></html>";
        Report report = Readings.Of(page);
        Assert.Equal("Crane falls into Lindmoor harbour", report.Title);
        Assert.StartsWith("Crane falls into Lind\u00ADmoor", report.TitleSpan!.Value.In(report.Text), StringComparison.Ordinal);
    }
}
