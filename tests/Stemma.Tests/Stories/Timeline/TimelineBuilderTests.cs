using Stemma.Annotation;
using Stemma.Annotation.Times;
using Stemma.Stories.Timeline;
using Stemma.Tests.Annotation.Times;

namespace Stemma.Tests.Stories.Timeline;

public class TimelineBuilderTests
{
    private static IReadOnlyList<TimelineEvent> Build(params AnnotatedReport[] reports) =>
        TimelineBuilder.Build(reports, [.. reports.Select(r => TimeResolver.Resolve(r, r.Report.Published))]);

    [Fact]
    public void Two_reports_of_one_thing_at_one_time_are_one_event()
    {
        AnnotatedReport a = TimesOf.Report("The rusted Orvel dam burst above Kelm on Tuesday.", "a", TimesOf.Day(2019, 6, 20));
        AnnotatedReport b = TimesOf.Report("The Orvel dam burst above the town of Kelm two days ago.", "b", TimesOf.Day(2019, 6, 20));
        TimelineEvent only = Assert.Single(Build(a, b));
        Assert.Equal((new DateOnly(2019, 6, 18), new DateOnly(2019, 6, 18), TimePrecision.Day), (only.From, only.To, only.Precision));
        Assert.Equal(["Tuesday", "two days ago"], only.Tellings.Select(t => t.Time.In(t.Report == 0 ? a.Text : b.Text)));
    }

    [Fact]
    public void A_wide_time_joins_the_day_it_can_be()
    {
        AnnotatedReport a = TimesOf.Report("The rusted Orvel dam burst above Kelm on June 18.", "a", TimesOf.Day(2019, 6, 20));
        AnnotatedReport b = TimesOf.Report("The rusted Orvel dam burst above Kelm this month.", "b", TimesOf.Day(2019, 6, 20));
        Assert.Equal(TimePrecision.Day, Assert.Single(Build(b, a)).Precision);
    }

    [Fact]
    public void Different_things_and_different_weekdays_stay_apart()
    {
        AnnotatedReport a = TimesOf.Report("The rusted Orvel dam burst above Kelm on Tuesday.", "a", TimesOf.Between(new(2019, 6, 1), new(2019, 6, 28)));
        AnnotatedReport b = TimesOf.Report("The rusted Orvel dam burst above Kelm on Monday. Bakers in Kelm handed out bread on Tuesday.", "b", TimesOf.Between(new(2019, 6, 1), new(2019, 6, 28)));
        Assert.Equal(3, Build(a, b).Count);
    }

    [Fact]
    public void Events_come_in_the_order_of_time()
    {
        AnnotatedReport report = TimesOf.Report("Bakers handed out bread on Wednesday. The dam burst on Tuesday. Engineers had warned the council in 2015.", "a", TimesOf.Day(2019, 6, 20));
        Assert.Equal([new(2015, 1, 1), new(2019, 6, 18), new(2019, 6, 19)], Build(report).Select(e => e.From));
        Assert.Equal([TimePrecision.Year, TimePrecision.Day, TimePrecision.Day], Build(report).Select(e => e.Precision));
    }

    [Fact]
    public void Lengths_and_recurring_times_are_no_events() =>
        Assert.Empty(Build(TimesOf.Report("Bakers handed out bread for three days and sang every Monday.", "a", TimesOf.Day(2019, 6, 20))));

    [Theory]
    [InlineData("The gate jammed in autumn 2014, more than four years ago.")]
    [InlineData("More than four years ago, in autumn 2014, the gate jammed.")]
    public void A_time_that_is_told_twice_side_by_side_is_one_event(string text)
    {
        TimelineEvent only = Assert.Single(Build(TimesOf.Report(text, "a", TimesOf.Day(2019, 6, 20))));
        Assert.Equal((new DateOnly(2014, 9, 1), new DateOnly(2014, 11, 30)), (only.From, only.To));
    }

    [Fact]
    public void Two_times_joined_by_and_are_two_events() =>
        Assert.Equal(2, Build(TimesOf.Report("The gate jammed in autumn 2014 and two years ago.", "a", TimesOf.Day(2019, 6, 20))).Count);

    [Fact]
    public void What_somebody_says_of_days_to_come_is_no_event()
    {
        AnnotatedReport report = TimesOf.Report(
            "“The gate could open before the end of August,” Ada Brunn said. “It jammed in May,” she added. “I would do it again tomorrow,” said Brunn.", "a", TimesOf.Day(2019, 6, 20));
        Assert.Equal(new DateOnly(2019, 5, 1), Assert.Single(Build(report)).From);
    }

    [Fact]
    public void What_the_reporter_tells_of_days_to_come_stays() =>
        Assert.Equal(new DateOnly(2019, 8, 1), Assert.Single(Build(TimesOf.Report("The gate will open in August.", "a", TimesOf.Day(2019, 6, 20)))).From);

    [Fact]
    public void Vague_times_are_no_events() =>
        Assert.Empty(Build(TimesOf.Report("The gate is now open, and recent storms did no harm in the past.", "a", TimesOf.Day(2019, 6, 20))));

    [Fact]
    public void A_month_cut_short_by_an_open_publication_is_told_as_an_interval()
    {
        AnnotatedReport report = TimesOf.Report("The council of Kelm met yesterday.", "a", TimesOf.Between(new(2019, 6, 3), new(2019, 6, 17)));
        Assert.Equal(TimePrecision.Interval, Assert.Single(Build(report)).Precision);
    }
}
