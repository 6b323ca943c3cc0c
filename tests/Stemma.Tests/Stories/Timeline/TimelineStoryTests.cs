using System.Text;
using Stemma.Annotation;
using Stemma.Annotation.Times;
using Stemma.Comparison.Passages;
using Stemma.Stories.Lineage;
using Stemma.Stories.Timeline;
using Stemma.Tests.Annotation.Times;

namespace Stemma.Tests.Stories.Timeline;

/// <summary>Whole timelines of small invented stories, written as a reader would.</summary>
public class TimelineStoryTests
{
    // One line for an event: days, kind, who tells it (with "?" as a plan), and the clause that names it.
    private static string Shown(params (string Id, DateOnly? Published, string Text)[] story)
    {
        AnnotatedReport[] reports = [.. story.Select(s => TimesOf.Report(s.Text, s.Id, s.Published is { } day ? TimesOf.Between(day, day) : null))];
        IReadOnlyList<Passage> passages = PassageFinder.Find(reports);
        StoryLineage lineage = LineageBuilder.Build(reports, passages);
        var lines = new StringBuilder();
        foreach (TimelineEvent e in TimelineBuilder.Build(reports, [.. reports.Select(r => TimeResolver.Resolve(r, r.Report.Published))], passages, lineage))
        {
            TimelineTelling best = e.Tellings[e.Best];
            string days = e.From == e.To ? $"{e.From:yyyy-MM-dd}" : $"{e.From:yyyy-MM-dd}..{e.To:yyyy-MM-dd}";
            string tellers = string.Join(',', e.Tellings.Select(t => reports[t.Report].Report.Id + (t.IsPlan ? "?" : "")));
            lines.Append(System.Globalization.CultureInfo.InvariantCulture, $"{days} {e.Kind.ToString().ToLowerInvariant()}{(e.IsConflict ? " CONFLICT" : "")} {tellers}: {best.Clause.In(reports[best.Report].Text)}\n");
        }
        return lines.ToString().TrimEnd();
    }

    private static void Expect(string expected, params (string Id, DateOnly? Published, string Text)[] story) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), Shown(story));

    private static DateOnly June(int day) => new(2019, 6, day);

    [Fact]
    public void A_happening_that_two_reporters_tell_in_their_own_words_is_one_event() => Expect(
        "2019-06-18 happened a,b: The old Orvel dam burst above Kelm on Tuesday",
        ("a", June(19), "The old Orvel dam burst above Kelm on Tuesday, sending a wave through the valley."),
        ("b", June(20), "Two days ago the Orvel dam above the town of Kelm burst. Nobody was hurt."));

    [Fact]
    public void Two_happenings_of_one_day_stay_two() => Expect(
        """
        2019-06-18 happened a: The old Orvel dam burst above Kelm on Tuesday
        2019-06-18 happened b: The mayor of Kelm opened a new school on Tuesday
        """,
        ("a", June(19), "The old Orvel dam burst above Kelm on Tuesday."),
        ("b", June(19), "The mayor of Kelm opened a new school on Tuesday."));

    [Fact]
    public void What_is_to_come_when_it_is_written_is_a_plan() => Expect(
        """
        2019-06-17..2019-06-23 planned a?: Engineer Ada Brunn will fly to Kelm next week
        2019-06-18 planned a?: The council is expected to meet on Tuesday
        2019-06-19 planned a?: Both towns were to sign the water treaty on Wednesday
        """,
        ("a", June(14), "Engineer Ada Brunn will fly to Kelm next week. The council is expected to meet on Tuesday. Both towns were to sign the water treaty on Wednesday, officials said."));

    [Fact]
    public void A_plan_that_came_about_is_one_event_that_happened() => Expect(
        "2019-06-18 happened a?,b: Both towns signed the water treaty in Kelm on Tuesday",
        ("a", June(14), "Both towns will sign the water treaty in Kelm on Tuesday."),
        ("b", June(19), "Both towns signed the water treaty in Kelm on Tuesday."));

    [Fact]
    public void A_plan_for_another_day_is_told_beside_what_happened_and_is_no_conflict()
    {
        (string, DateOnly?, string)[] story =
        [
            ("a", June(14), "Both towns will sign the water treaty in Kelm on Tuesday."),
            ("b", June(20), "Both towns signed the water treaty in Kelm on Wednesday."),
        ];
        Expect("2019-06-19 happened a?,b: Both towns signed the water treaty in Kelm on Wednesday", story);
    }

    [Fact]
    public void One_act_with_two_days_is_a_conflict() => Expect(
        "2019-06-17..2019-06-18 happened CONFLICT a,b: The old Orvel dam burst above Kelm on Tuesday",
        ("a", June(20), "The old Orvel dam burst above Kelm on Tuesday. Ada Brunn had warned of cracks for years, and the council had done nothing."),
        ("b", June(20), "The Orvel dam burst above Kelm on Monday. Farmers lost two hundred sheep, and the valley has no power."));

    [Theory]
    [InlineData("Another dam burst above Kelm on Monday.")]
    [InlineData("The Harran dam burst above Kelm on Monday.")]
    [InlineData("Rain fell on the Orvel dam above Kelm on Monday.")]
    public void What_may_be_a_second_thing_is_no_conflict(string other) =>
        Assert.DoesNotContain("CONFLICT", Shown(("a", June(20), "The old Orvel dam burst above Kelm on Tuesday."), ("b", June(20), other)), StringComparison.Ordinal);

    [Fact]
    public void Late_in_the_evening_here_is_the_next_morning_there() =>
        Assert.DoesNotContain("CONFLICT", Shown(
            ("a", June(20), "The old Orvel dam burst above Kelm late on Monday night."), ("b", June(20), "The Orvel dam burst above Kelm on Tuesday.")), StringComparison.Ordinal);

    [Fact]
    public void A_later_reprints_Monday_is_the_Monday_of_the_text_it_prints() => Expect(
        """
        2019-06-17 happened a,b: The old Orvel dam burst above the town of Kelm on Monday after a week of rain
        2019-06-18 happened a,b: Engineers from the coast closed the last gate on Tuesday
        """,
        ("a", June(19), "The old Orvel dam burst above the town of Kelm on Monday after a week of rain. Engineers from the coast closed the last gate on Tuesday and found three cracks in its frame."),
        ("b", June(26), "The old Orvel dam burst above the town of Kelm on Monday after a week of rain. Engineers from the coast closed the last gate on Tuesday and found three cracks in its frame."));

    [Fact]
    public void A_copy_that_changes_the_words_of_the_date_is_a_conflict() => Expect(
        "2019-06-17..2019-06-18 happened CONFLICT a,b: The old Orvel dam burst above the town of Kelm on June 17 after a week of rain",
        ("a", June(19), "The old Orvel dam burst above the town of Kelm on June 17 after a week of rain. Engineers from the coast closed the last gate and found three cracks in its frame."),
        ("b", June(26), "The old Orvel dam burst above the town of Kelm on June 18 after a week of rain. Engineers from the coast closed the last gate and found three cracks in its frame."));

    [Fact]
    public void What_was_to_be_done_on_yesterdays_weekday_was_to_be_done_yesterday() => Expect(
        "2019-06-18 planned a?: Ada Brunn was expected to meet with farmers later on Tuesday afternoon",
        ("a", June(19), "Ada Brunn was expected to meet with farmers later on Tuesday afternoon."));

    [Fact]
    public void The_same_persons_on_the_same_day_do_several_things() => Expect(
        """
        2019-06-18 happened a: Ada Brunn welcomed Marten Ros in Kelm Harbour on Tuesday
        2019-06-18 happened b: On Tuesday a court in Kelm Harbour cleared Marten Ros and Ada Brunn of fraud
        """,
        ("a", June(19), "Ada Brunn welcomed Marten Ros in Kelm Harbour on Tuesday."),
        ("b", June(19), "On Tuesday a court in Kelm Harbour cleared Marten Ros and Ada Brunn of fraud."));

    [Fact]
    public void A_stretch_that_is_named_by_its_two_ends_is_one_event() => Expect(
        "2019-06-17..2019-06-19 planned a?: The inspection of the dam will take place from Monday to Wednesday",
        ("a", June(14), "The inspection of the dam will take place from Monday to Wednesday."));

    [Fact]
    public void What_lies_long_before_the_story_is_background() => Expect(
        """
        1967-01-01..1967-12-31 background a: The dam, which was built in 1967
        2019-06-18 happened a: The dam, which was built in 1967, burst on Tuesday
        """,
        ("a", June(19), "The dam, which was built in 1967, burst on Tuesday."));

    [Fact]
    public void A_day_that_nobody_can_know_stays_open() => Expect(
        "",
        ("a", null, "The old Orvel dam burst above Kelm on Tuesday."));

    [Fact]
    public void What_most_origins_tell_ranks_first_and_background_last()
    {
        AnnotatedReport[] reports =
        [
            TimesOf.Report("Bakers in Kelm handed out bread on Tuesday. The dam was built in 1967. The old Orvel dam burst above Kelm on Monday.", "a", TimesOf.Day(2019, 6, 19)),
            TimesOf.Report("The Orvel dam burst above Kelm on Monday.", "b", TimesOf.Day(2019, 6, 19)),
        ];
        IReadOnlyList<TimelineEvent> events = TimelineBuilder.Build(reports, [.. reports.Select(r => TimeResolver.Resolve(r, r.Report.Published))]);
        Assert.Equal([3, 1, 2], events.Select(e => e.Rank));
    }

    [Fact]
    public void Of_what_one_report_tells_each_day_has_its_turn_and_deeds_come_before_words()
    {
        AnnotatedReport report = TimesOf.Report(
            "“Bread is life,” baker Marten Ros said on Tuesday. Farmers carried sand to the wall on Tuesday. A wind tore roofs from the mill on Tuesday. The old gate of Orvel fell into the lake on Sunday.", "a", TimesOf.Day(2019, 6, 19));
        IReadOnlyList<TimelineEvent> events = TimelineBuilder.Build([report], [TimeResolver.Resolve(report, report.Report.Published)]);
        Assert.Equal(["Farmers", "The old", "A wind ", "“Bread "], events.OrderBy(e => e.Rank).Select(e => e.Tellings[0].Sentence.In(report.Text)[..7]));
    }

    [Fact]
    public void Ranks_are_numbers_of_their_own_and_every_event_has_its_tellings_once()
    {
        var random = new Random(7);
        string[] who = ["The council", "Ada Brunn", "The Orvel dam", "Bakers", "Farmers"], what = ["met", "burst", "will meet", "signed a treaty", "handed out bread", "is to open"], when = ["on Monday", "on Tuesday", "in 2015", "last week", "next week", "on June 18", "this year", "from Monday to Friday"];
        for (int round = 0; round < 40; round++)
        {
            AnnotatedReport[] reports = [.. Enumerable.Range(0, 4).Select(r => TimesOf.Report(
                string.Join(' ', Enumerable.Range(0, 8).Select(_ => $"{who[random.Next(who.Length)]} {what[random.Next(what.Length)]} in Kelm {when[random.Next(when.Length)]}.")), $"r{r}",
                random.Next(4) == 0 ? null : TimesOf.Between(June(random.Next(1, 10)), June(random.Next(10, 28)))))];
            IReadOnlyList<TimelineEvent> events = TimelineBuilder.Build(reports, [.. reports.Select(r => TimeResolver.Resolve(r, r.Report.Published))]);
            Assert.Equal(Enumerable.Range(1, events.Count), events.Select(e => e.Rank).Order());
            Assert.Equal(events.SelectMany(e => e.Tellings).Count(), events.SelectMany(e => e.Tellings).Select(t => (t.Report, t.Time)).Distinct().Count());
            Assert.All(events, e => Assert.True(e.From <= e.To && e.Tellings.All(t => t.Clause.Contains(t.Time) && t.Sentence.Contains(t.Time)) && (e.Reasons.Count > 0 || !e.IsConflict)));
            Assert.All(events, e => Assert.Equal(e.Kind == EventKind.Planned, e.Tellings.All(t => t.IsPlan)));
        }
    }
}
