using Stemma.Reports;
using Stemma.Stories.Dating;
using Stemma.Tests.Annotation.Times;

namespace Stemma.Tests.Stories.Dating;

public class NewsHabitsTests
{
    // A Thursday: what shares its text with it was published from Thursday, 6 June, to Thursday, 4 July.
    private static readonly DateOnly s_thursday = new(2019, 6, 20);

    [Fact]
    public void The_weekday_of_the_lead_is_that_of_the_publication_or_one_just_before()
    {
        PublicationDate date = StoryOfKelm.Beside(s_thursday, "Crews shovelled mud.", "Tom Hale of the state office praised the volunteers of Kelm on Saturday.");
        Assert.Equal(("2019-06-08", "2019-07-02"), StoryOfKelm.Interval(date));
        Assert.Contains(date.Reasons, r => r.StartsWith("the lead looks back on “Saturday”", StringComparison.Ordinal));
    }

    [Fact]
    public void Weekdays_over_and_to_come_lie_within_one_week()
    {
        PublicationDate date = StoryOfKelm.Beside(s_thursday, "Crews shovelled mud.", "Tom Hale praised the volunteers of Kelm on Monday. He will open a kitchen beside the river on Tuesday, his office said.");
        Assert.Equal(("2019-06-10", "2019-07-02"), StoryOfKelm.Interval(date));
    }

    [Fact]
    public void Who_says_this_month_and_names_another_month_does_not_write_in_it()
    {
        PublicationDate date = StoryOfKelm.Beside(s_thursday, "Crews shovelled mud.", "Tom Hale, who took over the state office this month, praised the volunteers. His office in June issued a paper with twelve points.");
        Assert.Equal(("2019-07-01", "2019-07-04"), StoryOfKelm.Interval(date));
    }

    [Fact]
    public void The_weekday_of_a_plan_for_next_week_lies_in_that_week()
    {
        PublicationDate date = StoryOfKelm.Beside(s_thursday, "Crews shovelled mud.", "Tom Hale will fly to Kelm next week to meet the volunteers of the lower town. Tom Hale will meet the volunteers on Thursday, his office promised.");
        Assert.Equal(("2019-06-07", "2019-06-30"), StoryOfKelm.Interval(date));
    }

    [Fact]
    public void A_custom_gives_way_to_the_date_that_the_report_states()
    {
        PublicationDate date = Assert.Single(DateNarrower.Narrow([TimesOf.Report("Mud in Kelm\n\nJune 21, 2019\n\nTom Hale of the state office praised the volunteers of Kelm on Saturday." + StoryOfKelm.Body)]))!;
        Assert.Equal(("2019-06-21", "2019-06-21"), StoryOfKelm.Interval(date));
        Assert.Contains(date.Reasons, r => r.StartsWith("given up, for it contradicts the rest: the lead", StringComparison.Ordinal));
    }

    [Fact]
    public void Figures_of_a_quarter_come_in_the_months_after_it()
    {
        PublicationDate date = Assert.Single(DateNarrower.Narrow([TimesOf.Report("The operator Valdur Power lost three million crowns in the first quarter of 2019, hurt by the flood.")]))!;
        Assert.Equal(("2019-04-01", "2019-07-31"), StoryOfKelm.Interval(date));
    }

    [Fact]
    public void A_quarter_that_the_news_is_compared_with_dates_nothing() =>
        Assert.Null(Assert.Single(DateNarrower.Narrow([TimesOf.Report("The operator Valdur Power lost three million crowns in the third quarter, after it lost two million in the third quarter of 2018.")])));
}
