using Stemma.Reports;

namespace Stemma.Tests.Reading;

public class BodyTests
{
    private const string First = "The harbour of Lindmoor was closed on Tuesday after a crane fell into the water, the port authority said in the evening.";
    private const string Second = "Nobody was hurt, but two ships with grain have to wait until the weekend before they can be unloaded at the north quay.";
    private const string Third = "The crane, built in 1961, had been inspected only last month, according to a spokesman, who spoke of a lucky day.";
    private const string Fourth = "Divers are to look at the wreck on Thursday, when the wind has dropped and the tugs have come back from the outer roads.";
    private const string Body = $"{First}\n{Second}\n{Third}\n{Fourth}";

    private static readonly string s_paragraphs = $"<p>{First}</p><p>{Second}</p><p>{Third}</p><p>{Fourth}</p>";

    private static Report Page(string body, string head = "") => Readings.Of($"<!DOCTYPE html><html lang=\"en-GB\"><head>{head}</head><body>{body}</body></html>");

    private static string Card(string headline, string words) =>
        $"<div class=card><img src=a.jpg><h3><a href=/x>{headline}</a></h3><p>{words}</p></div>";

    [Fact]
    public void Cards_with_linked_headlines_are_teasers_whatever_their_class_says()
    {
        string cards = Card("Ferry to Hillport late again on Monday", "Two hundred passengers had to wait for the next boat, and not for the first time.")
            + Card("New lamp for the old lighthouse", "The lighthouse keeper had asked for it since the winter before last, he says.");
        Report report = Page($"<main><h1>Crane falls into Lindmoor harbour</h1>{s_paragraphs}<div class=x>{cards}</div></main>");
        Assert.Equal(Body, report.Kept());
        Assert.Equal("teaser", report.Cut("lighthouse keeper"));
    }

    [Fact]
    public void Sections_with_linked_headings_and_long_paragraphs_are_no_teasers()
    {
        string sections = string.Concat(Enumerable.Range(1, 3).Select(i => $"<div class=s><h2><a href=/{i}>Quay number {i} of the harbour</a></h2><p>{First} {Second} {Third}</p><p>{Fourth} {i}</p></div>"));
        Report report = Page($"<article><h1>All quays of Lindmoor</h1>{sections}</article>");
        Assert.DoesNotContain("teaser", report.Cuts.Select(c => c.Why));
        Assert.Contains(Fourth + " 2", report.Kept(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_alone_beside_a_picture_is_its_caption()
    {
        Report report = Page($"<article><h1>Crane falls into Lindmoor harbour</h1><p>{First}</p><div class=i><div><img src=a.jpg></div><div>The crane on the morning after the storm, seen from the pier.</div></div><p>{Second}</p><p>{Third}</p><p>{Fourth}</p></article>");
        Assert.Equal("caption", report.Cut("seen from the pier"));
        Assert.Equal(Body, report.Kept());
    }

    [Fact]
    public void A_pull_quote_is_cut_and_its_paragraph_kept()
    {
        Report report = Page($"<article><h1>Crane falls into Lindmoor harbour</h1><p>{First}</p><blockquote>“had been inspected only last month”</blockquote><p>{Second}</p><p>{Third}</p><p>{Fourth}</p></article>");
        Assert.Equal("pull quote", report.Cut("“had been inspected"));
        Assert.Equal(Body, report.Kept());
    }

    [Fact]
    public void A_notice_that_comes_again_and_again_is_cut()
    {
        const string notice = "<p>Your settings do not allow content of other sites to be shown here; change them and this picture will be loaded for you.</p>";
        Report report = Page($"<article><h1>Crane falls into Lindmoor harbour</h1><p>{First}</p>{notice}<p>{Second}</p>{notice}<p>{Third}</p>{notice}<p>{Fourth}</p></article>");
        Assert.Equal(Body, report.Kept());
        Assert.Equal("repeated notice", report.Cut("Your settings"));
    }

    [Fact]
    public void The_section_under_a_heading_of_other_articles_is_cut_to_its_end()
    {
        Report report = Page($"<article><h1>Crane falls into Lindmoor harbour</h1>{s_paragraphs}<section><h3>Related articles</h3><p>The ferry to Hillport was late again.</p><p>The lighthouse of Ostrand gets a new lamp.</p></section></article>");
        Assert.Equal(Body, report.Kept());
    }

    [Fact]
    public void A_tail_that_stands_apart_behind_a_long_cut_part_is_no_article()
    {
        string menu = string.Concat(Enumerable.Range(1, 20).Select(i => $"<li><a href=/{i}>Page number {i}</a></li>"));
        string tail = string.Concat(Enumerable.Range(1, 4).Select(i => $"<p>Firm number {i} has sold ropes and anchors in the old town for many years, and is glad to help.</p>"));
        Report report = Page($"<div><div><h1>Crane falls into Lindmoor harbour</h1><div>{s_paragraphs}</div></div><ul>{menu}</ul><div>{tail}</div></div>");
        Assert.Equal(Body, report.Kept());
        Assert.Equal("outside the article", report.Cut("Firm number 2"));
    }

    [Fact]
    public void The_body_in_linked_data_decides_where_the_page_shows_it()
    {
        string json = $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Crane falls into Lindmoor harbour","articleBody":"{{First}} {{Second}} {{Third}} {{Fourth}}"}</script>""";
        Report report = Page($"<div><h1>Crane falls into Lindmoor harbour</h1>{s_paragraphs}<p>The writer of these lines grew up beside the harbour and knows its cranes.</p></div>", json);
        Assert.Equal(Body, report.Kept());
    }

    [Fact]
    public void The_body_in_linked_data_is_not_believed_where_the_page_shows_another()
    {
        string other = string.Concat(Enumerable.Repeat("An older text about a quite different matter that nobody can see on this page any more. ", 6));
        string json = $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Crane falls into Lindmoor harbour","articleBody":"{{other}}"}</script>""";
        Assert.Equal(Body, Page($"<article><h1>Crane falls into Lindmoor harbour</h1>{s_paragraphs}</article>", json).Kept());
    }

    [Fact]
    public void A_class_around_the_whole_page_cuts_nothing()
    {
        Report report = Page($"<div class=\"page gate-ad\"><main><h1>Crane falls into Lindmoor harbour</h1>{s_paragraphs}</main></div>");
        Assert.Equal(Body, report.Kept());
    }

    [Fact]
    public void Every_block_is_kept_or_has_one_reason()
    {
        Report report = Page($"<nav><a href=/>Home</a></nav><main><h1>Crane falls into Lindmoor harbour</h1>{s_paragraphs}<div class=newsletter>All the news by mail</div></main><footer>Imprint</footer>");
        int covered = report.Cuts.Sum(c => c.Span.Length) + report.TitleSpan!.Value.Length + Body.Length;
        Assert.Equal(report.Text.Count(c => c == '\n') - 3, report.Text.Length - covered);
        Assert.All(report.Cuts, c => Assert.NotEqual("", c.Why));
    }

    [Fact]
    public void A_page_of_teasers_alone_holds_no_article()
    {
        string cards = string.Concat(Enumerable.Range(1, 12).Select(i => $"<li><a href=/{i}>Headline number {i} of the day in Lindmoor</a></li>"));
        Assert.Null(Stemma.Reading.ReportReader.Read(new Stemma.Reading.ReportInput("a.html", System.Text.Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><body><h1>News</h1><ul>{cards}</ul></body></html>"))).Report);
    }

    [Fact]
    public void A_list_of_links_that_a_sentence_announces_belongs_to_the_article()
    {
        const string Links = "<ul><li><a href=/1>Map of the north quay</a></li><li><a href=/2>Map of the outer roads</a></li></ul>";
        Report announced = Page($"<main><h1>Crane falls into Lindmoor harbour</h1><p>{First}</p><p>{Second}</p><p>The port authority has published two maps that show where ships can still berth:</p>{Links}<p>{Third}</p><p>{Fourth}</p></main>");
        Assert.Contains("Map of the outer roads", announced.Kept(), StringComparison.Ordinal);
        Report pointer = Page($"<main><h1>Crane falls into Lindmoor harbour</h1><p>{First}</p><p>{Second}</p><p>More on ships:</p>{Links}<p>{Third}</p><p>{Fourth}</p></main>");
        Assert.DoesNotContain("Map of the outer roads", pointer.Kept(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_about_the_author_under_the_article_is_none_of_it()
    {
        Report report = Page($"<main><h1>Crane falls into Lindmoor harbour</h1><p>By Ada Quill</p>{s_paragraphs}<p>Ada Quill is a reporter for the Harbour Gazette.</p></main>");
        Assert.Equal(Body, report.Kept());
        Assert.Equal("author note", report.Cut("is a reporter"));
    }

    [Theory]
    [InlineData("cmp-container")]
    [InlineData("has-sidebar")]
    [InlineData("no-comments")]
    public void A_class_that_only_sounds_like_a_side_part_is_none(string name) =>
        Assert.Equal(Body, Page($"<div class=\"{name}\"><h1>Crane falls into Lindmoor harbour</h1>{s_paragraphs}</div>").Kept());

    [Theory]
    [InlineData("To read the rest of this story subscribe now.")]
    [InlineData("This article contains affiliate links.")]
    [InlineData("Alle Rechte vorbehalten.")]
    public void Prompts_and_legal_notes_are_cut(string line) =>
        Assert.Equal(Body, Page($"<main><h1>Crane falls into Lindmoor harbour</h1>{s_paragraphs}<p>{line}</p></main>").Kept());
}
