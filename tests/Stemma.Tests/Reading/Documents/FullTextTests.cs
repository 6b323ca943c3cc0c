using Stemma.Reading.Documents;
using Stemma.Reading.Documents.Feeds;

namespace Stemma.Tests.Reading.Documents;

/// <summary>Invented fields of feeds, and whether a reader would call each the whole report.</summary>
public class FullTextTests
{
    private const string S = Samples.Second;

    private static string Times(int n) => string.Join(' ', Enumerable.Repeat(S, n));

    private static string Paragraphs(int n) => string.Concat(Enumerable.Range(0, n).Select(i => $"<p>{S} {i}</p>"));

    public static TheoryData<string, bool> Contents => new()
    {
        { Paragraphs(4), true },
        { Paragraphs(1), true },
        { Times(2), true },
        { Paragraphs(20), true },
        { Paragraphs(4) + "<p>The post <a href='x'>Lock</a> appeared first on <a href='y'>Courier</a>.</p>", true },
        { Paragraphs(20) + "<p><a href='x'>Continue reading</a></p>", true },
        { Paragraphs(4) + "<p>He said he would read more before he decides.</p>", true },
        { Paragraphs(4) + "<p>The mayor wants to keep reading rooms open.</p>", true },
        { Paragraphs(1) + "<p>“We wait …” said Brandt.</p>", true },
        { "<div>" + Times(1) + "<br><br>" + Times(1) + "</div>", true },
        { Paragraphs(1) + "<p><a href='x'>Continue reading</a></p>", false },
        { Paragraphs(2) + "<p><a href='x'>Read more »</a></p>", false },
        { $"<p>{S[..80]} […]</p><p>The post <a>Lock</a> appeared first on <a>Courier</a>.</p>", false },
        { $"<p>{S} {S[..80]}&hellip;</p>", false },
        { $"<p>{S} {S[..80]} [&#8230;]</p>", false },
        { $"<p>{S} {S[..80]} (more&hellip;)</p>", false },
        { $"<p>{S} {S[..80]}... <a href='x'>Weiterlesen</a></p>", false },
        { $"{S} {S[..70]}...", false },
        { $"{S} {S} Read the full story here", false },
        { "<p>Crane falls.</p>", false },
        { "<img src='x'>", false },
        { "<p><a href='x'>Photo gallery</a></p>", false },
        { $"<p>{S} Lire la suite sur notre site</p>", false },
        { $"<p>{S}</p><p>Click here to read the article</p>", false },
    };

    public static TheoryData<string, bool> Summaries => new()
    {
        { Paragraphs(6), true },
        { Paragraphs(12), true },
        { Times(14), true },
        { string.Join("\n\n", Enumerable.Repeat(S, 6)), true },
        { string.Join("<br/><br/>", Enumerable.Repeat(S, 6)), true },
        { Paragraphs(6) + "<p>The post <a>Lock</a> appeared first on <a>Courier</a>.</p>", true },
        { S, false },
        { Times(2), false },
        { Times(3), false },
        { Times(5), false },
        { $"<p>{Times(3)}</p>", false },
        { Paragraphs(3), false },
        { Paragraphs(5) + $"<p>{S[..60]}…</p>", false },
        { Paragraphs(6) + "<p>Read more</p>", false },
        { Times(14) + " [...]", false },
        { "<img src='x'/><br/>" + S, false },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public void A_field_for_the_text_is_the_text_unless_it_breaks_off(string html, bool isWhole) =>
        Assert.Equal(isWhole, FullTexts.Of(new FeedItem { Content = DocumentContent.Html(html) }) is not null);

    [Theory]
    [MemberData(nameof(Summaries))]
    public void A_field_for_a_summary_is_the_text_only_where_it_is_long_and_whole(string html, bool isWhole) =>
        Assert.Equal(isWhole, FullTexts.Of(new FeedItem { Summary = DocumentContent.Html(html) }) is not null);

    [Fact]
    public void A_teaser_in_the_field_for_the_text_gives_way_to_a_whole_text_in_the_other() =>
        Assert.Equal(Paragraphs(6), FullTexts.Of(new FeedItem { Content = DocumentContent.Html($"<p>{S[..80]} […]</p>"), Summary = DocumentContent.Html(Paragraphs(6)) })!.Text);
}
