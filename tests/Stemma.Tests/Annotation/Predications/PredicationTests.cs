using Stemma.Annotation;
using Stemma.Annotation.Predications;
using Stemma.Reports;
using Xunit;

namespace Stemma.Tests.Annotation.Predications;

/// <summary>What a clause tells, written as "agent > verb > theme", with the heads of each; a "-" where nobody is named.</summary>
public class PredicationTests
{
    [Theory]
    [InlineData("The council closed the bridge on Monday.", "closed", "council > bridge")]
    [InlineData("The bridge was closed by the council on Monday.", "closed", "council > bridge")]
    [InlineData("Marta Velin resigned on Friday.", "resigned", "Marta > -")]
    [InlineData("The council voted to close the bridge.", "close", "council > bridge")]
    [InlineData("The mayor urged residents to leave the town.", "leave", "residents > town")]
    [InlineData("It is the bridge that they closed.", "closed", "they > bridge")]
    [InlineData("The engineer who inspected the bridge resigned.", "inspected", "engineer > bridge")]
    [InlineData("The bridge inspected by the engineers reopened.", "inspected", "engineers > bridge")]
    [InlineData("The council bought the ferry and sold the bridge.", "sold", "council > bridge")]
    public void Says_who_does_what(string sentence, string verb, string expected)
    {
        Predication predication = Of(sentence, verb);
        Assert.Equal(expected, $"{Head(sentence, predication, ArgumentRole.Agent)} > {Head(sentence, predication, ArgumentRole.Theme)}");
    }

    [Theory]
    [InlineData("Prices fell 4 percent in May.", "fell", "Prices")]
    [InlineData("The old bridge collapsed on Monday.", "collapsed", "bridge")]
    [InlineData("The committee grew in number.", "grew", "committee")]
    public void What_changes_by_itself_is_no_agent(string sentence, string verb, string theme)
    {
        Predication predication = Of(sentence, verb);
        Assert.Equal("-", Head(sentence, predication, ArgumentRole.Agent));
        Assert.Equal(theme, Head(sentence, predication, ArgumentRole.Theme));
    }

    [Fact]
    public void By_how_much_is_no_thing_that_is_done()
    {
        const string Text = "Shares dropped 12 points on Tuesday.";
        Assert.Equal("points", Head(Text, Of(Text, "dropped"), ArgumentRole.Extent));
    }

    [Fact]
    public void Each_of_several_who_act_together_is_an_agent()
    {
        const string Text = "Velin and Torek signed the treaty.";
        Assert.Equal(["Velin", "Torek"], Of(Text, "signed").Arguments.Where(a => a.Role == ArgumentRole.Agent).Select(a => a.Head.In(Text)));
    }

    [Fact]
    public void A_noun_of_doing_has_its_own_agent_and_theme()
    {
        const string Text = "The sale of the ferry by the council was debated.";
        Predication sale = Of(Text, "sale");
        Assert.Equal(PredicateKind.Noun, sale.Kind);
        Assert.Equal("council > ferry", $"{Head(Text, sale, ArgumentRole.Agent)} > {Head(Text, sale, ArgumentRole.Theme)}");
    }

    [Theory]
    [InlineData("The council did not close the bridge.", "close")]
    [InlineData("The council never closed the bridge.", "closed")]
    [InlineData("The council refused to close the bridge.", "close")]
    [InlineData("The council failed to close the bridge.", "close")]
    [InlineData("The council stopped selling tickets.", "selling")]
    [InlineData("The council no longer sells tickets.", "sells")]
    [InlineData("The mayor was unable to close the bridge.", "close")]
    [InlineData("The launch of the ferry was cancelled.", "launch")]
    public void What_was_not_so_is_negative(string sentence, string word)
    {
        Predication predication = Of(sentence, word);
        Assert.False(predication.IsPositive);
        Assert.NotEmpty(predication.Evidence);
    }

    [Theory]
    [InlineData("The council did not fail to close the bridge.", "close")]
    [InlineData("The council refused to close the bridge.", "refused")]
    [InlineData("The mayor, who did not resign, closed the bridge.", "closed")]
    [InlineData("The council did not say that it closed the bridge.", "closed")]
    public void A_negation_elsewhere_leaves_it_positive(string sentence, string word) => Assert.True(Of(sentence, word).IsPositive);

    [Theory]
    [InlineData("The council may close the bridge.", "close", Certainty.Possible)]
    [InlineData("The council is expected to close the bridge.", "close", Certainty.Probable)]
    [InlineData("The council considered closing the bridge.", "closing", Certainty.Possible)]
    [InlineData("The council closed the bridge.", "closed", Certainty.Certain)]
    public void Says_how_sure_it_is(string sentence, string word, Certainty expected) => Assert.Equal(expected, Of(sentence, word).Certainty);

    [Theory]
    [InlineData("The council will close the bridge.", "close", true)]
    [InlineData("The council plans to close the bridge.", "close", true)]
    [InlineData("The council closed the bridge.", "closed", false)]
    public void Says_whether_it_lies_ahead(string sentence, string word, bool expected) => Assert.Equal(expected, Of(sentence, word).IsAhead);

    [Fact]
    public void Spans_lie_in_their_sentence_whatever_the_text()
    {
        var random = new Random(7);
        string[] words = ["the", "council", "Velin", "closed", "was", "not", "by", "who", ",", "to", "and", "failed", "may", "selling", ".", "“", "”", "12", "of", "sale"];
        for (int round = 0; round < 300; round++)
        {
            string text = string.Join(' ', Enumerable.Range(0, random.Next(1, 60)).Select(_ => words[random.Next(words.Length)]));
            AnnotatedReport report = Annotator.Annotate(new Report { Id = "r", Text = text, Language = "en" });
            foreach (Predication predication in PredicationReader.Find(report))
            {
                TextSpan sentence = report.Sentences[predication.Sentence].Span;
                Assert.True(sentence.Contains(predication.Word));
                Assert.All(predication.Arguments, a => Assert.True(sentence.Contains(a.Span) && sentence.Contains(a.Head)));
                Assert.All(predication.Evidence, e => Assert.True(sentence.Contains(e)));
            }
        }
    }

    private static Predication Of(string text, string word) =>
        PredicationReader.Find(Annotator.Annotate(new Report { Id = "r", Text = text, Language = "en" })).First(p => p.Word.In(text) == word);

    private static string Head(string text, Predication predication, ArgumentRole role) =>
        predication.Arguments.Where(a => a.Role == role).Select(a => a.Head.In(text)).FirstOrDefault() ?? "-";
}
