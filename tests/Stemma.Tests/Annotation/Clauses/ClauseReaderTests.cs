using Stemma.Annotation;
using Stemma.Annotation.Clauses;
using Stemma.Tests.Annotation.Times;

namespace Stemma.Tests.Annotation.Clauses;

public class ClauseReaderTests
{
    private static string Shown(string text)
    {
        AnnotatedReport report = TimesOf.Report(text);
        return string.Join("; ", report.TimeClauses.OfType<TimeClause>().Select(c => $"{c.Form} {c.Verb.In(text)}: {c.Span.In(text)}"));
    }

    [Theory]
    [InlineData("The old dam burst on Tuesday.", "Told burst: The old dam burst on Tuesday")]
    [InlineData("The old dam collapsed on Tuesday, while the council was having lunch.", "Told collapsed: The old dam collapsed on Tuesday")]
    [InlineData("Farmers fled after the old dam collapsed on Tuesday.", "Told collapsed: the old dam collapsed on Tuesday")]
    [InlineData("The dam, which was built in 1967, has three gates.", "Told built: The dam, which was built in 1967")]
    public void A_time_stands_in_the_clause_of_its_verb_without_those_that_hang_on_it(string text, string expected) => Assert.Equal(expected, Shown(text));

    [Theory]
    [InlineData("The council will meet on Tuesday.", "Ahead")]
    [InlineData("The council is to meet on Tuesday.", "Ahead")]
    [InlineData("The council is expected to meet on Tuesday.", "Ahead")]
    [InlineData("The council plans to meet on Tuesday.", "Ahead")]
    [InlineData("A meeting is scheduled for Tuesday.", "Ahead")]
    [InlineData("The council was to meet on Tuesday.", "WasAhead")]
    [InlineData("The council was expected to meet on Tuesday.", "WasAhead")]
    [InlineData("The council would meet on Tuesday.", "WasAhead")]
    [InlineData("The council met on Tuesday.", "Told")]
    [InlineData("The council has met on Tuesday.", "Told")]
    [InlineData("The council said on Tuesday that it will meet.", "Told")]
    [InlineData("The council is expected to meet and said on Tuesday that it was ready.", "Told")]
    public void The_form_tells_whether_it_is_to_come_when_it_is_written(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(TimesOf.Report(text).TimeClauses)!.Form.ToString());

    [Fact]
    public void Every_clause_holds_its_time_whatever_the_words_are()
    {
        var random = new Random(11);
        string[] words = ["Monday", "in 2015", "the", "dam", "burst", ",", "which", "that", "will", "to", "be", "expected", "“", "”", "last week", "and", "after", "(", ")", "said", ".", "Ada", "—", "\uD800", "5 June 2019"];
        for (int round = 0; round < 200; round++)
        {
            AnnotatedReport report = TimesOf.Report(string.Join(' ', Enumerable.Range(0, random.Next(1, 60)).Select(_ => words[random.Next(words.Length)])));
            Assert.Equal(report.Times.Count, report.TimeClauses.Count);
            for (int t = 0; t < report.Times.Count; t++)
                Assert.True(report.TimeClauses[t] is not { } clause || clause.Span.Contains(report.Times[t].Span), report.Text);
        }
    }
}
