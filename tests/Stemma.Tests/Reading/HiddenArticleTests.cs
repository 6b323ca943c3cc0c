using System.Text.Json;
using Stemma.Reading;
using Stemma.Reports;

namespace Stemma.Tests.Reading;

/// <summary>Pages that show no article until their scripts have run.</summary>
public class HiddenArticleTests
{
    private static readonly string[] s_paragraphs =
    [
        "The harbour of Lindmoor was closed on Tuesday after a crane fell into the water, the port authority said in the evening, and it will stay so for days.",
        "Nobody was hurt, but two ships with grain have to wait until the weekend before they can be unloaded at the north quay, where space is short as ever.",
        "The crane, built in 1961, had been inspected only last month, according to a spokesman, who spoke of “a lucky day” for everybody on the quay.",
        "Divers are to look at the wreck on Wednesday; the costs are not known yet, and the city said that it would ask the builder for an account of the fall.",
    ];

    private static string Markup => string.Concat(s_paragraphs.Select(p => $"<p class=\"text\">{p}</p>"));

    private static ReadingResult Read(string scripts) => ReportReader.Read(new ReportInput("a",
        System.Text.Encoding.UTF8.GetBytes($"<html><head><title>Crane falls into harbour</title></head><body><div id=root>Loading …</div>{scripts}</body></html>")));

    public static TheoryData<string> Scripts => new(
        "<script type=\"application/ld+json\">" + JsonSerializer.Serialize(new Dictionary<string, string> { ["@type"] = "NewsArticle", ["articleBody"] = string.Join('\n', s_paragraphs) }) + "</script>",
        "<script id=\"__DATA__\" type=\"application/json\">" + JsonSerializer.Serialize(new { article = new { html = Markup } }) + "</script>",
        "<script>self.push([1," + JsonSerializer.Serialize(JsonSerializer.Serialize(new { html = Markup })) + "])</script>");

    [Theory]
    [MemberData(nameof(Scripts))]
    public void The_article_is_found_in_their_data_and_said(string script)
    {
        ReadingResult result = Read(script);
        Assert.Equal(s_paragraphs, result.Report!.Kept().Split('\n'));
        Assert.Contains("scripts", result.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<script>var a = '<p>Loading</p>';</script>")]
    [InlineData("<script>var a = \"\\u003cp\\u00")]
    public void Without_one_there_is_no_report(string script) => Assert.Null(Read(script).Report);
}
