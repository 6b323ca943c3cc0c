using Stemma.Reports;
using Stemma.Stories.Dating;
using Stemma.Tests.Annotation.Times;

namespace Stemma.Tests.Stories.Dating;

public class TermsOfOfficeTests
{
    private static PublicationDate? Dated(string words) =>
        DateNarrower.Narrow([TimesOf.Report($"The dam above Kelm has leaked since May 1999, the council said. {words} praised the crews of Kelm in a letter.")])[0];

    [Theory]
    [InlineData("President Bill Clinton")]
    [InlineData("President Clinton")]
    [InlineData("U.S. President William Jefferson Clinton")]
    [InlineData("Vice President Al Gore")]
    public void Who_is_named_with_an_office_holds_it(string words)
    {
        PublicationDate date = Dated(words)!;
        Assert.Equal(("1999-05-01", "2001-01-20"), StoryOfKelm.Interval(date));
        Assert.Contains(date.Reasons, r => r.Contains("to 2001-01-20", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Former President Bill Clinton")]
    [InlineData("Ex-President Bill Clinton")]
    [InlineData("President Hillary Clinton")]
    [InlineData("Bill Clinton")]
    [InlineData("Club president Clinton")]
    [InlineData("President Trump")]
    public void No_office_no_longer_held_or_of_somebody_else_dates_a_report(string words) => Assert.Null(Dated(words));

    [Fact]
    public void Of_two_holders_of_one_office_the_later_counts()
    {
        PublicationDate date = Dated("President Clinton recalled what President Reagan wrote and")!;
        Assert.Equal(("1999-05-01", "2001-01-20"), StoryOfKelm.Interval(date));
    }
}
