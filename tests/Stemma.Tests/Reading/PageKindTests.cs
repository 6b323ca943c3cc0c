using System.Text;
using Stemma.Reading;

namespace Stemma.Tests.Reading;

/// <summary>Pages that are no plain article: front pages, live pages, pages for subscribers.</summary>
public class PageKindTests
{
    private static readonly string[] s_places = ["Lindmoor", "Aldery", "Skerrin", "Port Vahl", "Tarrow", "Quay End", "Moor Hill", "Eastby"];

    private static ReadingResult Read(string html) => ReportReader.Read(new ReportInput("a.html", Encoding.UTF8.GetBytes(html)));

    private static string Teasers(string heading) => $"<html><head><title>Harbour Gazette: news from the whole coast, every day</title></head><body><nav><a href=/>Home</a></nav><main>{heading}"
        + string.Concat(s_places.Select((p, i) => $"<div class=item><h3><a href=/{i}>Storm number {i} closes the old bridge of {p}</a></h3><p>The bridge of {p} was closed for storm number {i} on Tuesday, the council said, and it stays closed until the wind is gone.</p></div>"))
        + "</main></body></html>";

    [Theory]
    [InlineData("")]
    [InlineData("<h1>Weather</h1>")]
    public void A_page_of_teasers_is_no_article(string heading)
    {
        ReadingResult result = Read(Teasers(heading));
        Assert.Null(result.Report);
        Assert.Contains("no article here", result.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_that_goes_through_a_list_of_others_is_one()
    {
        ReadingResult result = Read(Teasers("<h1>The eight storms that closed the bridges of the coast</h1>"));
        Assert.NotNull(result.Report);
    }

    [Fact]
    public void All_posts_of_a_live_page_are_kept()
    {
        string posts = string.Concat(s_places.Select((p, i) => $"<article><h3>10:{i + 10}</h3><p>The storm reached {p} at this hour, and the fire brigade of {p} was called to {i + 3} fallen trees, a spokeswoman said by telephone.</p></article>"));
        string linked = "<script type=\"application/ld+json\">{\"@type\":\"LiveBlogPosting\",\"headline\":\"Storm on the coast\",\"datePublished\":\"2024-03-12\"}</script>";
        ReadingResult result = Read($"<html><head>{linked}</head><body><main><h1>Storm on the coast</h1>{posts}</main></body></html>");
        string kept = result.Report!.Kept();
        Assert.All(s_places, p => Assert.Contains($"reached {p} at", kept, StringComparison.Ordinal));
    }

    [Fact]
    public void The_beginning_of_an_article_for_subscribers_is_read_and_said()
    {
        string linked = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Storm on the coast\",\"isAccessibleForFree\":\"False\"}</script>";
        ReadingResult result = Read($"<html><head>{linked}</head><body><main><h1>Storm on the coast</h1><p>The storm reached the coast on Tuesday, and the fire brigade was called to many fallen trees, a spokeswoman said.</p></main></body></html>");
        Assert.NotNull(result.Report);
        Assert.Contains("only the beginning", result.Problem, StringComparison.Ordinal);
    }
}
