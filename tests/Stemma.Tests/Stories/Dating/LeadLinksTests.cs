using Stemma.Annotation;
using Stemma.Reports;
using Stemma.Stories.Dating;
using Stemma.Tests.Annotation.Times;

namespace Stemma.Tests.Stories.Dating;

public class LeadLinksTests
{
    // A Monday.
    private static readonly DateOnly s_monday = new(2019, 6, 24);

    private const string Told = "Ada Brunn welcomed Tom Hale on Monday beside the ruins of the Orvel dam.";

    [Fact]
    public void What_one_report_announces_for_next_week_another_tells()
    {
        PublicationDate date = StoryOfKelm.Beside(s_monday, Told, "Tom Hale will fly in next week to meet Ada Brunn at the ruins of the Orvel dam.");
        Assert.Equal(("2019-06-17", "2019-06-23"), StoryOfKelm.Interval(date));
        Assert.Contains(date.Reasons, r => r.StartsWith("“next week” here announces what “Monday” in “a” tells", StringComparison.Ordinal));
    }

    [Fact]
    public void What_somebody_said_on_a_day_is_not_the_event_announced()
    {
        PublicationDate date = StoryOfKelm.Beside(s_monday, "Ada Brunn promised Tom Hale on Monday to rebuild the ruins of the Orvel dam.", "Tom Hale will fly in next week to meet Ada Brunn at the ruins of the Orvel dam.");
        Assert.DoesNotContain(date.Reasons, r => r.Contains("announces", StringComparison.Ordinal));
    }

    [Fact]
    public void Leads_that_name_the_same_persons_and_weekday_tell_of_one_day()
    {
        PublicationDate date = StoryOfKelm.Beside(s_monday, Told, "On Monday Tom Hale walked with Ada Brunn along what is left of the Orvel dam.");
        Assert.Equal(("2019-06-24", "2019-06-30"), StoryOfKelm.Interval(date));
    }

    [Fact]
    public void A_rare_phrase_dated_once_in_each_report_is_one_event()
    {
        PublicationDate date = StoryOfKelm.Beside(new DateOnly(2019, 7, 3),
            "Ada Brunn of Kelm secured an unprecedented fourth mandate as mayor at the yearly assembly of the sorely tried old council last week.",
            "Ada Brunn of Kelm, who broke with old custom to begin a fourth mandate as mayor this month, thanked the crews.");
        Assert.Equal(("2019-06-19", "2019-06-30"), StoryOfKelm.Interval(date));
        Assert.Contains(date.Reasons, r => r.Contains("fourth mandate", StringComparison.Ordinal));
    }

    [Fact]
    public void A_phrase_that_one_report_dates_twice_joins_nothing()
    {
        PublicationDate date = StoryOfKelm.Beside(new DateOnly(2019, 7, 3),
            "Ada Brunn of Kelm secured an unprecedented fourth mandate as mayor at the yearly assembly last week. Nobody had won a fourth mandate in Kelm last year.",
            "Ada Brunn of Kelm, who broke with old custom to begin a fourth mandate as mayor this month, thanked the crews.");
        Assert.DoesNotContain(date.Reasons, r => r.Contains("fourth mandate", StringComparison.Ordinal));
    }

    [Fact]
    public void A_copy_may_keep_the_word_today_for_a_day()
    {
        const string Sentence = "Divers of Kelm lifted the sunken barge Orvel from the river Lenne today, the harbour master said.";
        PublicationDate date = StoryOfKelm.Beside(s_monday, Sentence, Sentence);
        Assert.Equal(("2019-06-23", "2019-06-25"), StoryOfKelm.Interval(date));
    }

    [Fact]
    public void Months_of_different_names_date_no_one_event()
    {
        IReadOnlyList<PublicationDate?> dates = DateNarrower.Narrow([
            TimesOf.Report("Divers of Kelm lifted the sunken barge Orvel from the river Lenne in October.", "a", TimesOf.Day(2019, 11, 20)),
            TimesOf.Report("Divers of Kelm lifted the sunken barge Orvel from the river Lenne in April.", "b")]);
        Assert.Null(dates[1]);
    }

    [Fact]
    public void Reports_are_dated_alike_in_any_order_and_never_outside_their_interval()
    {
        string[] leads =
        [
            Told,
            "Tom Hale will fly in next week to meet Ada Brunn at the ruins of the Orvel dam. Ada Brunn announced it on Friday.",
            "On Monday Tom Hale walked with Ada Brunn along what is left of the Orvel dam. He will meet the crews of Kelm on Tuesday.",
            "President Clinton praised the crews of Kelm on Sunday. This month he visited Orvel; in March he sent a letter.",
            "Ada Brunn of Kelm, who broke with old custom to begin a fourth mandate as mayor this month, thanked the crews.",
            "Ada Brunn of Kelm secured an unprecedented fourth mandate as mayor at the yearly assembly last week.",
        ];
        for (int seed = 0; seed < 24; seed++)
        {
            int dated = seed % leads.Length;
            AnnotatedReport[] story = [.. leads.Select((l, i) => TimesOf.Report(l + StoryOfKelm.Body, "r" + i, i == dated ? TimesOf.Between(s_monday.AddDays(seed), s_monday.AddDays(seed)) : null))];
            int[] order = [.. Enumerable.Range(0, story.Length).OrderBy(i => (i * 7 + seed * 5) % 11)];
            IReadOnlyList<PublicationDate?> straight = DateNarrower.Narrow(story), turned = DateNarrower.Narrow([.. order.Select(i => story[i])]);
            Assert.All(Enumerable.Range(0, order.Length), i => Assert.Equal(
                (straight[order[i]]?.From, straight[order[i]]?.To), (turned[i]?.From, turned[i]?.To)));
            Assert.All(straight, d => Assert.True(d is null || d.From <= d.To));
        }
    }
}
