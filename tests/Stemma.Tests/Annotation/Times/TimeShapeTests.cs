using FsCheck;
using FsCheck.Fluent;
using Stemma.Annotation;
using Stemma.Annotation.Times;

namespace Stemma.Tests.Annotation.Times;

/// <summary>The shapes in which English tells times, and what they mean in reports of Wednesday, 15 May 2024. Sentences are our own.</summary>
public class TimeShapeTests
{
    [Theory]
    [InlineData("The gates open at 7:56:30 p.m. today.", "7:56:30 p.m. today=2024-05-15T19:56:30")]
    [InlineData("The gates open at 8.30pm today.", "8.30pm today=2024-05-15T20:30")]
    [InlineData("The gates open at half past seven.", "half past seven=2024-05-15T07:30")]
    [InlineData("The gates open at ten past nine in the evening.", "ten past nine in the evening=2024-05-15T21:10")]
    [InlineData("The gates open at 20 minutes to nine in the morning.", "20 minutes to nine in the morning=2024-05-15T08:40")]
    [InlineData("The gates open at 1140 a.m. today.", "1140 a.m. today=2024-05-15T11:40")]
    [InlineData("The gates open at 9 o’clock tomorrow.", "9 o’clock tomorrow=2024-05-16T09:00")]
    [InlineData("The gates open at seven p.m. on Friday.", "seven p.m. on Friday=2024-05-10T19:00")]
    [InlineData("It rained until 3 in the morning.", "3 in the morning=2024-05-15T03:00")]
    [InlineData("She spoke at 14:30 GMT+2 today.", "14:30 GMT+2 today=2024-05-15T14:30+02:00")]
    [InlineData("She spoke at 14:30-05:30 today.", "14:30-05:30 today=2024-05-15T14:30-05:30")]
    [InlineData("The index fell on Monday but rose in late afternoon.", "Monday=2024-05-13; late afternoon=2024-05-13TAF")]
    public void Clocks_and_parts_of_the_day(string text, string expected) => Assert.Equal(expected, TimesOf.Shown(text, TimesOf.Day(2024, 5, 15)));

    [Theory]
    [InlineData("The gates open from 5 to 6 p.m. on Friday.", "5 to 6 p.m. on Friday=2024-05-10T17:00/2024-05-10T18:00")]
    [InlineData("The gates open between 9:30 and 11 a.m. tomorrow.", "9:30 and 11 a.m. tomorrow=2024-05-16T09:30/2024-05-16T11:00")]
    [InlineData("The gates open from 11 to 1 p.m. today.", "11 to 1 p.m. today=2024-05-15T11:00/2024-05-15T13:00")]
    [InlineData("The gates open this evening from 7 to 7:30.", "this evening from 7 to 7:30=2024-05-15T19:00/2024-05-15T19:30")]
    [InlineData("It rained from 3 to 5 in the afternoon.", "3 to 5 in the afternoon=2024-05-15T15:00/2024-05-15T17:00")]
    [InlineData("The fair runs from June 3 to June 9, 2025.", "June 3 to June 9, 2025=2025-06-03/2025-06-09")]
    [InlineData("The fair ran June-August 2019.", "June-August 2019=2019-06/2019-08")]
    [InlineData("The fair ran Dec. 18-Jan. 3, 2015.", "Dec. 18-Jan. 3, 2015=2014-12-18/2015-01-03")]
    [InlineData("The fair runs between 3 and 12 September.", "3 and 12 September=2024-09-03/2024-09-12")]
    [InlineData("The fair runs June 9th through 17th.", "June 9th through 17th=2024-06-09/2024-06-17")]
    [InlineData("The fair will run from November to March.", "November to March=2024-11/2025-03")]
    [InlineData("The fair ran between April and June.", "April=2024-04; June=2024-06")]
    [InlineData("The fair ran from 2009 to 2011.", "2009=2009; 2011=2011")]
    public void Ranges(string text, string expected) => Assert.Equal(expected, TimesOf.Shown(text, TimesOf.Day(2024, 5, 15)));

    [Theory]
    [InlineData("It opened two days after Christmas.", "two days after Christmas=2023-12-27")]
    [InlineData("It opens the day after tomorrow.", "the day after tomorrow=2024-05-17")]
    [InlineData("It will open three weeks from Friday.", "three weeks from Friday=2024-06-07")]
    [InlineData("It opened three days after 12 January.", "three days=P3D; 12 January=2024-01-12")]
    [InlineData("It will open on Tuesday of next week.", "Tuesday of next week=2024-05-21")]
    [InlineData("It will open next week on Tuesday.", "next week on Tuesday=2024-05-21")]
    [InlineData("It opened the previous Friday.", "the previous Friday=2024-05-03")]
    [InlineData("It opened on Monday the 13th.", "Monday the 13th=2024-05-13")]
    [InlineData("It will open on the 15th of next month.", "the 15th of next month=2024-06-15")]
    public void Days_counted_from_others(string text, string expected) => Assert.Equal(expected, TimesOf.Shown(text, TimesOf.Day(2024, 5, 15)));

    [Theory]
    [InlineData("It opened in the first week of 2021.", "the first week of 2021=2021-W01")]
    [InlineData("It opened in the last week of March.", "the last week of March=2024-W13")]
    [InlineData("It opened on the second Monday of March.", "the second Monday of March=2024-03-11")]
    [InlineData("It opened on the last Friday of March.", "the last Friday of March=2024-03-29")]
    [InlineData("It opened in Q3 2019 and closed in 2020-Q1.", "Q3 2019=2019-Q3; 2020-Q1=2020-Q1")]
    [InlineData("It opened in the 1970s or 80s.", "the 1970s=197")]
    [InlineData("Prices fell in the 1970s and 80s.", "the 1970s=197; 80s=198")]
    public void Stretches_of_longer_ones(string text, string expected) => Assert.Equal(expected, TimesOf.Shown(text, TimesOf.Day(2024, 5, 15)));

    [Theory]
    [InlineData("It opened on Easter Monday.", "Easter Monday=2024-04-01")]
    [InlineData("It opened on Good Friday 2019.", "Good Friday 2019=2019-04-19")]
    [InlineData("It opened on Easter Sunday 1818.", "Easter Sunday 1818=1818-03-22")]
    [InlineData("It will open on Easter Sunday 2038.", "Easter Sunday 2038=2038-04-25")]
    [InlineData("It opened on Black Friday.", "Black Friday=2023-11-24")]
    [InlineData("It opened over Easter weekend.", "Easter weekend=2024-W13-WE")]
    [InlineData("It opened on Labor Day weekend.", "Labor Day weekend=2023-W35-WE")]
    [InlineData("It opened on New Year’s Eve.", "New Year’s Eve=2023-12-31")]
    public void Feasts_by_rule(string text, string expected) => Assert.Equal(expected, TimesOf.Shown(text, TimesOf.Day(2024, 5, 15)));

    [Theory]
    [InlineData("It opened on 05-Aug-2016.", "05-Aug-2016=2016-08-05")]
    [InlineData("It opened on 23.04.2022 at 14:55.", "23.04.2022 at 14:55=2022-04-23T14:55")]
    [InlineData("It opened on 2020/Sep/23.", "2020/Sep/23=2020-09-23")]
    [InlineData("It opened in 2015-12.", "2015-12=2015-12")]
    [InlineData("The 2009-11 season was the best.", "2009-11=2009/2011")]
    [InlineData("It opened in October two thousand and five.", "October two thousand and five=2005-10")]
    [InlineData("It opened on February twenty second.", "February twenty second=2024-02-22")]
    [InlineData("it opened in april 2021 and closed on friday", "april 2021=2021-04; friday=2024-05-10")]
    public void Other_ways_to_write_a_date(string text, string expected) => Assert.Equal(expected, TimesOf.Shown(text, TimesOf.Day(2024, 5, 15)));

    [Theory]
    [InlineData("It took two hours and ten minutes.", "two hours and ten minutes=PT2H10M")]
    [InlineData("It took 2 years, 3 months.", "2 years, 3 months=P2Y3M")]
    [InlineData("It came two weeks and two days ago.", "two weeks and two days ago=2024-W18")]
    [InlineData("They stayed two nights.", "two nights=P2D")]
    [InlineData("In the first nine months it grew.", "the first nine months=P9M")]
    [InlineData("They meet every Friday at 6 p.m.", "every Friday at 6 p.m.=XXXX-WXX-5T18:00")]
    [InlineData("They meet on Friday nights.", "Friday nights=XXXX-WXX-5TNI")]
    [InlineData("They meet on the 19th of every month.", "the 19th of every month=XXXX-XX-19")]
    [InlineData("They meet every weekend.", "every weekend=XXXX-WXX-WE")]
    [InlineData("They meet every two weekends.", "every two weekends=P2WE")]
    [InlineData("They meet bi-monthly.", "bi-monthly=P2M")]
    public void Lengths_of_two_units_and_sets(string text, string expected) => Assert.Equal(expected, TimesOf.Shown(text, TimesOf.Day(2024, 5, 15)));

    [Theory]
    [InlineData("They won 3-2 on Friday night.", "Friday night=2024-05-10TNI")]
    [InlineData("They lost 6-4 last night.", "last night=2024-05-14TNI")]
    [InlineData("The share closed on Friday at 24.50.", "Friday=2024-05-10")]
    [InlineData("The index rose from 3 to 8 on Monday.", "Monday=2024-05-13")]
    [InlineData("The bill passed 51 to 49 on Friday.", "Friday=2024-05-10")]
    [InlineData("This evening, one more train ran.", "This evening=2024-05-15TEV")]
    [InlineData("In March two men were held.", "March=2024-03")]
    [InlineData("In March first lady Lene Torvald left.", "March=2024-03")]
    [InlineData("On Monday the first train ran.", "Monday=2024-05-13")]
    [InlineData("It was paid for with $12 December 27.", "December 27=2023-12-27")]
    [InlineData("Two thirds, or 2/3, agreed and 3/4 came.", "")]
    [InlineData("Rates fell from 3/4 to 1/2 percent.", "")]
    [InlineData("Call 138-2010-2015 or 555 12-04.", "")]
    [InlineData("He was in his 30s and she in her 80s.", "")]
    [InlineData("The everyday life of a king was hard.", "")]
    [InlineData("She may march on, or not.", "")]
    public void Scores_prices_ages_and_fractions_are_no_times(string text, string expected) => Assert.Equal(expected, TimesOf.Shown(text, TimesOf.Day(2024, 5, 15)));

    [Theory]
    [InlineData("The 0th week of 2021 never was.", "2021=2021")]
    [InlineData("The 99th week of 2021 never was.", "the 99th week of 2021=")]
    [InlineData("It will end 999999999 years and 999999999 days from now.", "999999999 years and 999999999 days from now=")]
    [InlineData("They met at 99999999999999 p.m.", "")]
    public void Numbers_out_of_all_bounds_place_nothing(string text, string expected) => Assert.Equal(expected, TimesOf.Shown(text, TimesOf.Day(2024, 5, 15)), ignoreCase: true);

    [Fact]
    public void Any_run_of_words_of_clocks_ranges_and_counts_gives_disjoint_spans_in_order()
    {
        string[] words = ["at", "to", "between", "and", "from", "the", "first", "last", "0th", "week", "of", "Easter", "Monday", "13th", "days", "after", "before", "half", "past", "seven",
            "999999999999", "p.m.", "o’clock", "GMT", "+2", "10", ":", "30", "-", "/", "12", "2021", "March", "in", "morning", "tonight", "every", "other", "two", "hours", "later", "next", "previous", "weekend", "."];
        Prop.ForAll<int[]>(picks =>
        {
            string text = string.Join(' ', picks.Select(p => words[(int)((uint)p % words.Length)]));
            AnnotatedReport report = TimesOf.Report(text);
            int end = 0;
            foreach (ResolvedTime time in TimeResolver.Resolve(report, TimesOf.Between(new(2023, 12, 30), new(2024, 1, 2))))
            {
                Assert.True(time.Span.Start >= end && time.Span.End <= text.Length && !time.Span.IsEmpty);
                Assert.True(time.From is null || time.From <= time.To);
                end = time.Span.End;
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9999)]
    public void At_the_ends_of_the_calendar_nothing_throws(int year)
    {
        AnnotatedReport report = TimesOf.Report("It opened last Easter, on the last Friday of last year, two days after Christmas, over the Easter weekend, on Monday the 31st, from 5 to 6 p.m., and next week.");
        Assert.NotEmpty(TimeResolver.Resolve(report, TimesOf.Day(year, 12, 31)));
        Assert.NotEmpty(TimeResolver.Resolve(report, TimesOf.Day(year, 1, 1)));
    }
}
