using Stemma.Annotation;

namespace Stemma.Tests.Annotation;

public class NameFinderTests
{
    private static string[] Names(string text)
    {
        AnnotatedReport report = Annotated.Report(text);
        return [.. report.Names.Select(n => $"{n.Kind} {n.Span.In(text)}{(n.Title is { } t ? $" ({t.In(text)})" : "")}")];
    }

    [Theory]
    [InlineData("On Monday US President Bo Dale met the press.", "Person Bo Dale (US President)")]
    [InlineData("Yesterday the foreign minister Kari Moen left.", "Person Kari Moen (foreign minister)")]
    [InlineData("We saw Torvik’s harbour in Norway’s north.", "Place Norway")]
    [InlineData("They asked the Torvik Harbour Authority.", "Organisation Torvik Harbour Authority")]
    [InlineData("They asked the Ministry of Fisheries.", "Organisation Ministry of Fisheries")]
    [InlineData("It met Dr. J. P. Dale there.", "Person J. P. Dale (Dr.)")]
    public void Names_come_with_their_kind_and_without_their_title(string text, string expected) =>
        Assert.Contains(expected, Names(text));

    [Theory]
    [InlineData("The Russian-led plan failed. Nobody cared. However, it was late.")]
    [InlineData("We met on Monday in March. I left.")]
    public void Words_with_a_capital_that_name_nothing_are_passed_over(string text) => Assert.Empty(Names(text));

    [Fact]
    public void A_headline_in_capitals_shows_the_names_that_the_text_shows()
    {
        const string Text = "Moen Warns Of Hard Winter In Coastal Towns\nPrime Minister Kari Moen spoke on Monday. There, Moen warned of a hard winter.";
        Assert.Equal("Person Moen", Names(Text)[0]);
    }
}
