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
}
