using Stemma.Annotation;
using Stemma.Reports;
using Stemma.Stories.Dating;
using Stemma.Tests.Annotation.Times;

namespace Stemma.Tests.Stories.Dating;

public class DateNarrowerTests
{
    private const string Body = """

        The mayor of Kelm, Ada Brunn, walked through the mud of the lower town with firefighters and volunteers.
        Bakers handed out bread near the station while engineers measured cracks in the old stone viaduct above the river Lenne.
        Insurers counted hundreds of ruined cellars, and the regional council promised cheap credit for shops, farms and workshops.
        Hydrologists from the university blamed a rusted sluice gate, poor maintenance and an unusually wet autumn in the hills.
        The operator Valdur Power rejected the criticism and pointed to its certificates, its sensors and its trained crews.
        """;

    private static AnnotatedReport[] Story(params string[] texts) => [.. texts.Select((t, i) => TimesOf.Report(t, "r" + i))];

    [Fact]
    public void An_event_with_a_date_in_one_report_dates_the_other_that_counts_from_its_own_year()
    {
        IReadOnlyList<PublicationDate?> dates = DateNarrower.Narrow(Story(
            "It was the worst flood in Kelm since the Orvel dam burst in June 2019, the council said.",
            "Volunteers in Kelm cleaned the ruins of the Orvel dam, which burst last year after weeks of rain."));
        Assert.Null(dates[0]);
        Assert.Equal((new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31)), (dates[1]!.From, dates[1]!.To));
        Assert.Equal(DateSource.Inferred, dates[1]!.How);
        Assert.Contains(dates[1]!.Reasons, r => r.Contains("“last year” here and “June 2019” in “r0” date the same event", StringComparison.Ordinal));
    }

    [Fact]
    public void Reports_that_tell_the_same_news_lie_near_each_other()
    {
        AnnotatedReport dated = TimesOf.Report("The dam burst at night." + Body, "a", TimesOf.Day(2019, 6, 20));
        AnnotatedReport undated = TimesOf.Report("Mud covers the lower town." + Body, "b");
        IReadOnlyList<PublicationDate?> dates = DateNarrower.Narrow([dated, undated]);
        Assert.Same(dated.Report.Published, dates[0]);
        Assert.Equal((new DateOnly(2019, 6, 6), new DateOnly(2019, 7, 4)), (dates[1]!.From, dates[1]!.To));
    }

    [Fact]
    public void The_same_weekday_of_one_event_places_an_undated_report_within_days_of_a_dated_one()
    {
        AnnotatedReport dated = TimesOf.Report("The rusted Orvel dam burst on Tuesday above Kelm." + Body, "a", TimesOf.Day(2019, 6, 20));
        AnnotatedReport undated = TimesOf.Report("The old Orvel dam burst on Tuesday above Kelm, and mud covers the town." + Body, "b");
        PublicationDate date = DateNarrower.Narrow([dated, undated])[1]!;
        Assert.Equal((new DateOnly(2019, 6, 18), new DateOnly(2019, 6, 24)), (date.From, date.To));
    }

    [Fact]
    public void A_weekday_with_its_date_finds_the_year()
    {
        AnnotatedReport dated = TimesOf.Report("It was the worst flood since the Orvel dam burst in June 2019.", "a");
        AnnotatedReport undated = TimesOf.Report("The council met on Friday, March 13. The ruins of the Orvel dam, which burst last year above the worst flood, stay.", "b");
        PublicationDate date = DateNarrower.Narrow([dated, undated])[1]!;
        Assert.Equal(2020, date.From.Year);
        Assert.Equal(2020, date.To.Year);
    }

    [Fact]
    public void Events_of_which_there_are_many_date_nothing()
    {
        IReadOnlyList<PublicationDate?> dates = DateNarrower.Narrow(Story(
            "The harvest festival in Kelm in June 2019 drew singers from Orvel and Lenne, the council said.",
            "The harvest festival in Kelm last year drew singers from Orvel, the council said."));
        Assert.All(dates, Assert.Null);
    }

    [Fact]
    public void An_event_that_one_report_dates_twice_names_no_single_event()
    {
        IReadOnlyList<PublicationDate?> dates = DateNarrower.Narrow(Story(
            "The Orvel dam burst in June 2012. The Orvel dam in Kelm burst again in June 2019 above the town.",
            "Volunteers in Kelm cleaned the ruins of the Orvel dam, which burst last year above the town."));
        Assert.All(dates, Assert.Null);
    }

    [Theory]
    [InlineData("The council agreed to open the gate in 2031.")]
    [InlineData("The council signed a deal that runs until 2031.")]
    [InlineData("Cars sold in 2031 must be electric, the council said.")]
    [InlineData("The council announced games in 2031.")]
    public void What_was_decided_for_a_year_does_not_put_the_report_after_it(string text)
    {
        AnnotatedReport report = TimesOf.Report(text + Body, "b");
        PublicationDate? date = DateNarrower.Narrow([TimesOf.Report("The dam burst." + Body, "a", TimesOf.Day(2019, 6, 20)), report])[1];
        Assert.Equal(2019, date!.From.Year);
        Assert.DoesNotContain(date.Reasons, r => r.Contains("contradicts", StringComparison.Ordinal));
    }

    [Fact]
    public void A_contradiction_is_told_and_decides_nothing()
    {
        AnnotatedReport later = TimesOf.Report("Nobody forgot the flood that came since the gate was opened in May 2022." + Body, "b");
        IReadOnlyList<PublicationDate?> dates = DateNarrower.Narrow([TimesOf.Report("The dam burst." + Body, "a", TimesOf.Day(2019, 6, 20)), later]);
        Assert.Null(dates[1]);
    }

    [Fact]
    public void The_order_of_the_reports_does_not_matter()
    {
        AnnotatedReport[] story = Story(
            "It was the worst flood in Kelm since the Orvel dam burst in June 2019, the council said." + Body,
            "Volunteers in Kelm cleaned the ruins of the Orvel dam, which burst last year after weeks of rain." + Body,
            "Mud covers the lower town, and the council met last month." + Body);
        PublicationDate?[] forward = [.. DateNarrower.Narrow(story)];
        PublicationDate?[] backward = [.. DateNarrower.Narrow([.. story.Reverse()]).Reverse()];
        Assert.Equal(forward.Select(d => (d?.From, d?.To)), backward.Select(d => (d?.From, d?.To)));
        Assert.All(forward, d => Assert.NotNull(d));
    }

    [Fact]
    public void A_date_on_a_line_of_its_own_is_the_publication()
    {
        PublicationDate date = Assert.Single(DateNarrower.Narrow([TimesOf.Report("Dam bursts above Kelm\n\nJune 20, 2019\n\nThe dam burst at night." + Body)]))!;
        Assert.True(date.IsDay);
        Assert.Equal(new DateOnly(2019, 6, 20), date.From);
    }

    [Fact]
    public void Many_copies_do_not_crowd_out_what_one_other_report_tells()
    {
        string copy = "Volunteers in Kelm cleaned the ruins of the Orvel dam, which burst last year after weeks of rain." + Body;
        AnnotatedReport[] story = Story(
            [.. Enumerable.Repeat(copy, 40), "It was the worst flood in Kelm since the Orvel dam burst in June 2019, the council said."]);
        IReadOnlyList<PublicationDate?> dates = DateNarrower.Narrow(story);
        Assert.All(dates.Take(40), d => Assert.Equal(2020, d!.From.Year));
        Assert.All(dates.Take(40), d => Assert.Equal(2020, d!.To.Year));
    }

    [Theory]
    [InlineData("Tuesday", "Tuesday")]
    [InlineData("Tuesday, 18 June 2019,", "Tuesday")]
    [InlineData("18 June 2019", "Tuesday")]
    public void A_rewritten_sentence_with_the_same_weekday_places_an_undated_report_within_days_of_a_dated_one(string there, string here)
    {
        AnnotatedReport dated = TimesOf.Report($"The ageing gate of the Orvel dam gave way on {there} when crews found rust in its iron bolts, flooding the lower town." + Body, "a", TimesOf.Day(2019, 6, 20));
        AnnotatedReport undated = TimesOf.Report($"A decrepit sluice broke on {here} as crews discovered rust eating the iron bolts of the Orvel dam and its gate." + Body, "b");
        PublicationDate date = DateNarrower.Narrow([dated, undated])[1]!;
        Assert.InRange(new DateOnly(2019, 6, 18), date.From, date.To);
        Assert.True(date.To.DayNumber - date.From.DayNumber < 7, $"{date.From}..{date.To}");
        Assert.Contains(date.Reasons, r => r.Contains("“Tuesday” here and", StringComparison.Ordinal));
    }

    [Fact]
    public void Rewritten_sentences_with_different_weekdays_date_nothing()
    {
        AnnotatedReport dated = TimesOf.Report("The ageing gate of the Orvel dam gave way on Tuesday when crews found rust in its iron bolts." + Body, "a", TimesOf.Day(2019, 6, 20));
        AnnotatedReport undated = TimesOf.Report("A decrepit sluice broke on Monday as crews discovered rust eating the iron bolts of the Orvel dam and its gate." + Body, "b");
        Assert.Equal((new DateOnly(2019, 6, 6), new DateOnly(2019, 7, 4)), (DateNarrower.Narrow([dated, undated])[1]!.From, DateNarrower.Narrow([dated, undated])[1]!.To));
    }

    [Fact]
    public void A_date_and_how_long_ago_it_was_place_the_report()
    {
        PublicationDate date = Assert.Single(DateNarrower.Narrow([TimesOf.Report("The gate of the Orvel dam jammed in May 2014, more than four years ago." + Body)]))!;
        Assert.Equal((2018, 2019), (date.From.Year, date.To.Year));
        Assert.Contains(date.Reasons, r => r.Contains("stands beside “May 2014”", StringComparison.Ordinal));
    }
}
