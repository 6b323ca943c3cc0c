namespace Stemma.Tests.Annotation.Times;

/// <summary>The words found and their TIMEX3 values in reports of Wednesday, 15 May 2024. Shapes after the English
/// date-time specs of Microsoft Recognizers-Text (MIT); the sentences are our own.</summary>
public class TimeValueTests
{
    [Theory]
    [InlineData("It opened on March 3, 2021.", "March 3, 2021=2021-03-03")]
    [InlineData("It opened on 3 March 2021.", "3 March 2021=2021-03-03")]
    [InlineData("It opened on the 3rd of March 2021.", "the 3rd of March 2021=2021-03-03")]
    [InlineData("It opened on Wednesday, March 3, 2021.", "Wednesday, March 3, 2021=2021-03-03")]
    [InlineData("It opened on 2021-03-03.", "2021-03-03=2021-03-03")]
    [InlineData("It opened on Sept. 9, 2021.", "Sept. 9, 2021=2021-09-09")]
    [InlineData("It opened in March 2021.", "March 2021=2021-03")]
    [InlineData("It opened in 1998.", "1998=1998")]
    [InlineData("It opened in the 1990s.", "the 1990s=199")]
    [InlineData("It opened in the early 1990s.", "the early 1990s=199")]
    [InlineData("It opened in the 19th century.", "the 19th century=18")]
    [InlineData("It opened in nineteen ninety-six.", "nineteen ninety-six=1996")]
    [InlineData("It opened in the third quarter of 2019.", "the third quarter of 2019=2019-Q3")]
    [InlineData("It opened in the second half of 2019.", "the second half of 2019=2019-H2")]
    [InlineData("It opened in the summer of 2019.", "the summer of 2019=2019-SU")]
    [InlineData("It opened in early March.", "early March=2024-03")]
    [InlineData("It opened at the end of 2019.", "the end of 2019=2019")]
    public void Dates_that_stand_fast(string text, string expected) => Assert.Equal(expected, TimesOf.Shown(text, TimesOf.Day(2024, 5, 15)));

    [Theory]
    [InlineData("It opened yesterday.", "yesterday=2024-05-14")]
    [InlineData("It will open tomorrow.", "tomorrow=2024-05-16")]
    [InlineData("It opened last week.", "last week=2024-W19")]
    [InlineData("It will open next week.", "next week=2024-W21")]
    [InlineData("It opened last month.", "last month=2024-04")]
    [InlineData("It opened earlier this month.", "earlier this month=2024-05")]
    [InlineData("It opened last year.", "last year=2023")]
    [InlineData("It will open next year.", "next year=2025")]
    [InlineData("It opened in February last year.", "February last year=2023-02")]
    [InlineData("It opened last February.", "last February=2024-02")]
    [InlineData("It will open this September.", "this September=2024-09")]
    [InlineData("It opened on Monday.", "Monday=2024-05-13")]
    [InlineData("It opened on Wednesday.", "Wednesday=2024-05-15")]
    [InlineData("It will open on Monday.", "Monday=2024-05-20")]
    [InlineData("It opened last Friday.", "last Friday=2024-05-10")]
    [InlineData("It opened in February.", "February=2024-02")]
    [InlineData("It opened in November.", "November=2023-11")]
    [InlineData("It will open in November.", "November=2024-11")]
    [InlineData("It opened three days ago.", "three days ago=2024-05-12")]
    [InlineData("It opened two years ago.", "two years ago=2022")]
    [InlineData("It opened a year ago.", "a year ago=2023")]
    [InlineData("It opened on June 2.", "June 2=2024-06-02")]
    [InlineData("It opened on December 28.", "December 28=2023-12-28")]
    public void Dates_that_count_from_the_publication(string text, string expected) => Assert.Equal(expected, TimesOf.Shown(text, TimesOf.Day(2024, 5, 15)));

    [Theory]
    [InlineData("They met at 10:35 a.m. on Friday.", "10:35 a.m. on Friday=2024-05-10T10:35")]
    [InlineData("They met on Friday at 8 p.m.", "Friday at 8 p.m.=2024-05-10T20:00")]
    [InlineData("They met on Friday morning.", "Friday morning=2024-05-10TMO")]
    [InlineData("They met last night.", "last night=2024-05-14TNI")]
    [InlineData("They met at 14:58 UTC.", "14:58 UTC=2024-05-15T14:58Z")]
    [InlineData("They met at noon.", "noon=2024-05-15T12:00")]
    public void Times_of_day(string text, string expected) => Assert.Equal(expected, TimesOf.Shown(text, TimesOf.Day(2024, 5, 15)));

    [Theory]
    [InlineData("They talked for four and a half hours.", "four and a half hours=PT4H30M")]
    [InlineData("A three-day visit ended.", "three-day=P3D")]
    [InlineData("It took nearly five months.", "nearly five months=P5M")]
    [InlineData("It took more than twenty-five years.", "more than twenty-five years=P25Y")]
    [InlineData("It took two decades.", "two decades=P20Y")]
    [InlineData("It took several weeks.", "several weeks=PXW")]
    [InlineData("It grew over the past three months.", "the past three months=P3M")]
    [InlineData("It lasted for years.", "years=PXY")]
    [InlineData("They meet every Monday.", "every Monday=XXXX-WXX-1")]
    [InlineData("They meet twice a week.", "twice a week=P1W")]
    [InlineData("The paper appears weekly.", "weekly=P1W")]
    public void Lengths_and_recurring_times(string text, string expected) => Assert.Equal(expected, TimesOf.Shown(text, TimesOf.Day(2024, 5, 15)));

    [Theory]
    [InlineData("It may rain, and they march on.")]
    [InlineData("A second man sat down in the sun.")]
    [InlineData("They sold 2000 shares and paid $1998.")]
    [InlineData("The 12-year-old boy won 3:2.")]
    [InlineData("The fall of the wall made her spring up.")]
    [InlineData("Call 555-2010 or write to May Brown.")]
    public void Words_that_only_look_like_times(string text) => Assert.Equal("", TimesOf.Shown(text, TimesOf.Day(2024, 5, 15)));
}
