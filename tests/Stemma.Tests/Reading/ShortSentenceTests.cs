using FsCheck;
using FsCheck.Fluent;
using Stemma.Reports;

namespace Stemma.Tests.Reading;

/// <summary>Articles whose paragraphs are single short sentences.</summary>
public class ShortSentenceTests
{
    private static readonly string[] s_sentences =
    [
        "The ferry of Hallow did not sail.", "Its captain had lost the key.", "“I looked everywhere,” he said.", "Forty people waited on the quay.",
        "Some went home by noon.", "A locksmith came from Brede.", "He could not open the wheelhouse either.", "The key was in the captain’s other coat.",
        "Will the ferry sail on Sunday?", "Nobody dared to promise it.",
    ];

    [Theory]
    [InlineData("\n")]
    [InlineData("\n\n")]
    public void Short_paragraphs_are_the_article_and_the_line_before_them_its_headline(string between)
    {
        Report report = Readings.Of($"Ferry stays in port\n\n{string.Join(between, s_sentences)}\n");
        Assert.Equal("Ferry stays in port", report.Title);
        Assert.Empty(report.Cuts);
        Assert.Equal(string.Join('\n', s_sentences), report.Kept());
    }

    [Fact]
    public void Short_paragraphs_before_long_ones_stay()
    {
        string longer = "The company that owns the ferry said in the evening that a second key would be kept at the town hall from now on.";
        Report report = Readings.Of($"Ferry stays in port\n\n{string.Join("\n\n", s_sentences)}\n\n{longer}");
        Assert.Empty(report.Cuts);
        Assert.Equal("Ferry stays in port", report.Title);
    }

    [Fact]
    public void A_headline_that_asks_is_still_the_headline() =>
        Assert.Equal("Who has the captain’s key today?", Readings.Of($"Who has the captain’s key today?\n\n{string.Join("\n\n", s_sentences)}").Title);

    [Fact]
    public void Junk_after_short_paragraphs_is_still_cut()
    {
        Report report = Readings.Of($"Ferry stays in port\n\n{string.Join('\n', s_sentences)}\nPart of the article was reported by Morrow.\nYour email address will not be published.\nSign up for our newsletter today.");
        Assert.Equal(string.Join('\n', s_sentences), report.Kept());
        Assert.Equal("Morrow", Assert.Single(report.Credits).Agency);
    }

    [Theory]
    [InlineData("article", "p")]
    [InlineData("div", "div")]
    public void A_page_of_short_paragraphs_keeps_them_and_nothing_else(string holder, string paragraph)
    {
        string told = string.Concat(s_sentences.Select(s => $"<{paragraph}>{s}</{paragraph}>"));
        Report report = Readings.Of($"<!DOCTYPE html><html><body><ul><li><a href=/>Home</a></li></ul><{holder}><h1>Ferry stays in port</h1>{told}</{holder}><div><p>Imprint</p></div></body></html>");
        Assert.Equal("Ferry stays in port", report.Title);
        Assert.Equal(string.Join('\n', s_sentences), report.Kept());
    }

    [Fact]
    public void No_order_of_sentences_loses_one() => Prop.ForAll<byte[]>(order =>
    {
        string[] sentences = [.. s_sentences.Where(s => s[^1] == '.')];
        string[] told = [.. order.Append((byte)1).Append((byte)2).Select((o, i) => $"{sentences[o % sentences.Length]} It was hour {i}.")];
        return Readings.Of("Ferry stays in port\n\n" + string.Join('\n', told)).Kept() == string.Join('\n', told);
    }).QuickCheckThrowOnFailure();
}
