using FsCheck;
using FsCheck.Fluent;
using Stemma.Annotation;
using Stemma.Annotation.Times;
using Stemma.Reports;

namespace Stemma.Tests.Annotation.Times;

public class TimeResolverTests
{
    private static ResolvedTime Only(string text, PublicationDate? published) => Assert.Single(TimeResolver.Resolve(TimesOf.Report(text), published));

    [Fact]
    public void Without_a_publication_date_only_what_stands_fast_has_a_value()
    {
        Assert.Equal("March 2021=2021-03; Monday=; last year=", TimesOf.Shown("It closed in March 2021, opened on Monday and grew last year.", null));
    }

    [Fact]
    public void An_interval_of_publication_gives_a_value_where_every_day_gives_the_same()
    {
        ResolvedTime time = Only("It opened last year.", TimesOf.Between(new(2024, 2, 3), new(2024, 6, 30)));
        Assert.Equal("2023", time.Value);
        Assert.Equal(new DateOnly(2023, 1, 1), time.From);
    }

    [Fact]
    public void An_interval_of_publication_gives_the_month_that_holds_all_possible_days()
    {
        ResolvedTime time = Only("It opened yesterday.", TimesOf.Between(new(2024, 2, 3), new(2024, 2, 9)));
        Assert.Equal("2024-02", time.Value);
        Assert.Equal((new DateOnly(2024, 2, 2), new DateOnly(2024, 2, 8)), (time.From!.Value, time.To!.Value));
    }

    [Fact]
    public void An_interval_of_publication_gives_no_value_where_the_days_lie_apart_but_still_the_days_between()
    {
        ResolvedTime time = Only("It opened on Monday.", TimesOf.Between(new(2024, 2, 20), new(2024, 3, 20)));
        Assert.Null(time.Value);
        Assert.Equal((new DateOnly(2024, 2, 19), new DateOnly(2024, 3, 18)), (time.From!.Value, time.To!.Value));
        Assert.Equal(TimePrecision.Interval, time.Precision);
    }

    [Fact]
    public void Last_with_a_month_is_the_latest_that_is_over() =>
        Assert.Null(Only("It opened last April.", TimesOf.Day(2024, 5, 15)).Value);

    [Fact]
    public void A_month_without_a_tense_has_no_value() => Assert.Null(Only("The group’s games in August.", TimesOf.Day(2024, 5, 15)).Value);

    [Fact]
    public void More_than_a_year_ago_lies_between_one_and_two_years_back()
    {
        ResolvedTime time = Only("It opened more than a year ago.", TimesOf.Day(2024, 5, 15));
        Assert.Null(time.Value);
        Assert.Equal((new DateOnly(2022, 5, 15), new DateOnly(2023, 5, 15)), (time.From!.Value, time.To!.Value));
    }

    [Fact]
    public void The_reason_names_the_words_and_the_day_they_count_from()
    {
        ResolvedTime time = Only("It opened last year.", TimesOf.Day(2024, 5, 15));
        Assert.Equal(["“last year”: counted from the publication", "published 2024-05-15"], time.Reasons);
    }

    [Fact]
    public void Later_times_count_from_earlier_ones_where_the_words_say_so() =>
        Assert.Equal("March 2, 2019=2019-03-02; a year earlier=2018", TimesOf.Shown("It burned on March 2, 2019 after opening a year earlier.", TimesOf.Day(2024, 5, 15)));

    [Theory]
    [InlineData("Third-quarter sales of lamps fell to 4 million crowns from 5 million a year ago.", "Third-quarter=2023-Q3; a year ago=2022-Q3")]
    [InlineData("In the third quarter the mill lost money. It had gained 2 million a year earlier and 1 million in the year-ago quarter.", "the third quarter=2023-Q3; a year earlier=2022-Q3; the year-ago quarter=2022-Q3")]
    [InlineData("Orders fell in the first quarter. In the 2021 quarter they had grown.", "the first quarter=2024-Q1; the 2021 quarter=2021-Q1")]
    [InlineData("Orders fell in February compared to the same period last year.", "February=2024-02; the same period last year=2023-02")]
    [InlineData("Orders fell in February. In the same month a year earlier they had grown.", "February=2024-02; the same month a year earlier=2023-02")]
    [InlineData("Sales for the latest quarter were flat.", "the latest quarter=2024-Q1")]
    [InlineData("The mill lost money in the fourth quarter of 2022 and in the entire year.", "the fourth quarter of 2022=2022-Q4; the entire year=2022")]
    [InlineData("The mill was sold a year ago.", "a year ago=2023")]
    [InlineData("The year-ago sale of the mill was void.", "year-ago=2023")]
    public void A_comparison_keeps_the_grain_of_what_it_compares(string text, string expected) => Assert.Equal(expected, TimesOf.Shown(text, TimesOf.Day(2024, 5, 15)));

    [Fact]
    public void A_quarter_to_come_is_not_compared_with() =>
        Assert.Equal("the first quarter=2024-Q1; the fourth quarter=2024-Q4; a year earlier=2023-Q1",
            TimesOf.Shown("Sales fell in the first quarter. They will rise in the fourth quarter. They had stood at 2 million a year earlier.", TimesOf.Day(2024, 5, 15)));

    [Theory]
    [InlineData("The index fell on Monday but rose later in the day.", "Monday=2024-05-13; later in the day=2024-05-13")]
    [InlineData("The index ended the day 3 points up.", "the day=2024-05-15")]
    [InlineData("The mill burned on 2 March 2019. The index ended the day 3 points up.", "2 March 2019=2019-03-02; the day=2024-05-15")]
    [InlineData("It was the day when all changed.", "")]
    public void The_day_is_that_spoken_of_or_that_of_the_publication(string text, string expected) => Assert.Equal(expected, TimesOf.Shown(text, TimesOf.Day(2024, 5, 15)));

    [Theory]
    [InlineData("The board agreed to sell the mill in June.", "June=2024-06")]
    [InlineData("The board agreed to sell the mill in September.", "September=2023-09")]
    public void A_month_just_ahead_is_not_taken_for_that_of_a_year_ago(string text, string expected) => Assert.Equal(expected, TimesOf.Shown(text, TimesOf.Day(2024, 5, 15)));

    [Theory]
    [InlineData("The vote was put off until Friday.", "Friday=2024-05-17")]
    [InlineData("The boat could sail as early as Friday, he said.", "Friday=2024-05-17")]
    [InlineData("It was not until Friday that the boat sailed.", "Friday=2024-05-10")]
    [InlineData("Until Friday, the boat had sailed alone.", "Friday=2024-05-10")]
    [InlineData("The boat sailed on Friday.", "Friday=2024-05-10")]
    public void Until_a_weekday_looks_ahead_of_a_verb_that_looks_back(string text, string expected) => Assert.Equal(expected, TimesOf.Shown(text, TimesOf.Day(2024, 5, 15)));

    [Fact]
    public void Any_run_of_time_words_gives_disjoint_spans_in_order()
    {
        string[] words = ["March", "3", ",", "2021", "the", "last", "week", "of", "Monday", "a", "year", "ago", "-", "two", "and", "half", ".", "\ud800", "10", ":", "30", "p.m.", "'", "s", "early", "31", "in", "quarter", "earlier", "same", "the year", "Thanksgiving"];
        Prop.ForAll<int[]>(picks =>
        {
            string text = string.Join(' ', picks.Select(p => words[(int)((uint)p % words.Length)]));
            AnnotatedReport report = TimesOf.Report(text);
            int end = 0;
            foreach (ResolvedTime time in TimeResolver.Resolve(report, TimesOf.Between(new(2023, 12, 20), new(2024, 1, 10))))
            {
                Assert.True(time.Span.Start >= end && time.Span.End <= text.Length && !time.Span.IsEmpty);
                Assert.True(time.From is null || time.From <= time.To);
                end = time.Span.End;
            }
        }).QuickCheckThrowOnFailure();
    }
}
