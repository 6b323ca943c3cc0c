using Stemma.Reports;

namespace Stemma.Tests.Reports;

public class TextSpanTests
{
    [Fact]
    public void A_span_is_half_open()
    {
        var span = new TextSpan(2, 5);
        Assert.Equal(3, span.Length);
        Assert.Equal("cde", span.In("abcdefg"));
        Assert.True(span.Contains(2));
        Assert.False(span.Contains(5));
        Assert.False(span.Overlaps(new TextSpan(5, 6)));
    }

    [Theory]
    [InlineData(" a b\n", 1, 4)]
    [InlineData("ab", 0, 2)]
    [InlineData(" \t ", 3, 3)]
    public void Trimming_leaves_the_white_space_at_the_ends_out(string text, int start, int end) =>
        Assert.Equal(new TextSpan(start, end), new TextSpan(0, text.Length).Trimmed(text));

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(4, 3)]
    public void A_span_that_cannot_be_is_refused_at_birth(int start, int end) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(start, end));
}
