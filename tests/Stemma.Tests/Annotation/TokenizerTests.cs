namespace Stemma.Tests.Annotation;

public class TokenizerTests
{
    [Theory]
    [InlineData("It isn't one-on-one.", "It|isn't|one-on-one|.")]
    [InlineData("The U.S. paid $1,234.5, or 40%.", "The|U.S.|paid|$|1,234.5|,|or|40|%|.")]
    [InlineData("At 4pm, a 12-point plan (66th).", "At|4pm|,|a|12-point|plan|(|66th|)|.")]
    [InlineData("‘No deals’ there", "‘|No|deals|’|there")]
    [InlineData("the workers' union", "the|workers|'|union")]
    [InlineData("- a dash-", "-|a|dash|-")]
    [InlineData("Tom’s, Ana-", "Tom’s|,|Ana|-")]
    public void Words_numbers_and_marks_come_apart_as_a_reader_sees_them(string text, string expected) =>
        Assert.Equal(expected.Split('|'), Annotated.Tokens(text));

    [Fact]
    public void Tokens_and_the_white_space_between_them_rebuild_the_text()
    {
        const string Text = "Mr. O’Neil said: “It’s 3.5% — not 4.”\n\nA \U0001F600 line, naïve \uD800 and all…";
        var rebuilt = new System.Text.StringBuilder();
        int at = 0;
        foreach (Stemma.Annotation.Token token in Annotated.Report(Text).Tokens)
        {
            string gap = Text[at..token.Span.Start];
            Assert.True(string.IsNullOrWhiteSpace(gap));
            rebuilt.Append(gap).Append(token.Span.In(Text));
            at = token.Span.End;
        }
        Assert.Equal(Text, rebuilt.Append(Text[at..]).ToString());
    }
}
