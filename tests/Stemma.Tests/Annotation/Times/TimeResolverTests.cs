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
    public void Last_with_the_month_just_gone_may_be_a_year_ago_and_has_no_value() =>
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

    [Fact]
    public void Any_run_of_time_words_gives_disjoint_spans_in_order()
    {
        string[] words = ["March", "3", ",", "2021", "the", "last", "week", "of", "Monday", "a", "year", "ago", "-", "two", "and", "half", ".", "\ud800", "10", ":", "30", "p.m.", "'", "s", "early", "31", "in"];
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
