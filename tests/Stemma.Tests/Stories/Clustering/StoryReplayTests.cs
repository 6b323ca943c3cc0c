using FsCheck;
using FsCheck.Fluent;
using Stemma.Stories.Clustering;
using static Stemma.Tests.Stories.Clustering.ClusteringSamples;

namespace Stemma.Tests.Stories.Clustering;

public class StoryReplayTests
{
    [Fact]
    public void Reports_of_one_event_are_one_story_named_after_its_first_report() =>
        Assert.Equal(["a1", "a1", "b1", "b1", "c1"], StoryReplay.Run(News, StoryRules.None).Stories);

    [Fact]
    public void The_order_of_the_reports_does_not_matter()
    {
        PlacedReport[] all = [.. News, Copy("a3", new DateOnly(2021, 3, 4))];
        Prop.ForAll(Gen.Shuffle(all).ToArbitrary(), reports =>
        {
            var stories = reports.Zip(StoryReplay.Run(reports, StoryRules.None).Stories, (r, s) => r.Id + " " + s).Order(StringComparer.Ordinal);
            return stories.SequenceEqual(["a1 a1", "a2 a1", "a3 a1", "b1 b1", "b2 b1", "c1 c1"]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_replay_of_a_replay_changes_nothing()
    {
        ReplayedStories first = StoryReplay.Run(News, StoryRules.None);
        ReplayedStories again = StoryReplay.Run(Placed(News, first), StoryRules.None);
        Assert.Equal(first.Stories, again.Stories);
        Assert.Empty(again.Changes);
    }

    [Fact]
    public void A_story_keeps_its_id_when_an_older_report_joins_it()
    {
        ReplayedStories before = StoryReplay.Run([News[1]], StoryRules.None);
        ReplayedStories after = StoryReplay.Run([News[1] with { Story = before.Stories[0] }, News[0]], StoryRules.None);
        Assert.Equal(["a2", "a2"], after.Stories);
    }

    [Fact]
    public void Two_stories_of_one_event_merge_and_the_greater_keeps_its_id()
    {
        PlacedReport[] reports = [News[0] with { Story = "x" }, News[1] with { Story = "y" }, Copy("a3", null) with { Story = "y" }];
        ReplayedStories replayed = StoryReplay.Run(reports, StoryRules.None);
        Assert.Equal(["y", "y", "y"], replayed.Stories);
        StoryChange change = Assert.Single(replayed.Changes);
        Assert.Equal((StoryChangeKind.Merged, "x", "y", "a1"), (change.Kind, change.From, change.Into, Assert.Single(change.Reports)));
    }

    [Fact]
    public void A_story_of_two_events_splits_and_tells_which_reports_left()
    {
        ReplayedStories replayed = StoryReplay.Run([.. News.Take(4).Select(r => r with { Story = "x" })], StoryRules.None);
        Assert.Equal(["x", "x", "b1", "b1"], replayed.Stories);
        StoryChange change = Assert.Single(replayed.Changes);
        Assert.Equal((StoryChangeKind.Split, "x", "b1"), (change.Kind, change.From, change.Into));
        Assert.Equal(["b1", "b2"], change.Reports);
    }

    [Fact]
    public void An_id_that_a_story_had_is_not_given_to_another()
    {
        // The report b1 stands in a story that has its name, but that story is the fire's.
        PlacedReport[] reports = [News[0] with { Story = "b1" }, News[1] with { Story = "b1" }, News[2]];
        Assert.Equal(["b1", "b1", "b1~2"], StoryReplay.Run(reports, StoryRules.None).Stories);
    }

    [Fact]
    public void A_like_report_of_another_month_is_another_story()
    {
        PlacedReport later = Report("late", "", "Two sailors died when the ferry Heron caught fire in Northport harbor. Forty passengers are safe.", new DateOnly(2021, 6, 1));
        Assert.Equal(["a1,a2", "late"], Groups([News[0], News[1], later], StoryReplay.Run([News[0], News[1], later], StoryRules.None).Stories));
    }

    [Fact]
    public void A_copy_stays_with_its_original_however_late_it_comes()
    {
        PlacedReport[] reports = [.. News, Copy("late", new DateOnly(2022, 1, 1))];
        Assert.Equal(["a1,a2,late", "b1,b2", "c1"], Groups(reports, StoryReplay.Run(reports, StoryRules.None).Stories));
    }

    [Fact]
    public void Reports_without_words_stand_alone()
    {
        PlacedReport[] reports = [Report("x", "", "", null), Report("y", "", "... !!", null), Report("z", "", "the of and", null)];
        Assert.Equal(["x", "y", "z"], StoryReplay.Run(reports, StoryRules.None).Stories);
    }

    [Fact]
    public void No_report_gives_no_story() => Assert.Empty(StoryReplay.Run([], StoryRules.None).Stories);

    [Fact]
    public void Two_reports_of_one_id_are_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => StoryReplay.Run([News[0], News[0]], StoryRules.None));

    [Fact]
    public void Which_reports_are_together_does_not_depend_on_the_stories_they_stood_in()
    {
        var random = new Random(3);
        IReadOnlyList<string> groups = Groups(News, StoryReplay.Run(News, StoryRules.None).Stories);
        for (int run = 0; run < 100; run++)
        {
            PlacedReport[] placed = [.. News.Select(r => r with { Story = random.Next(4) == 0 ? null : "story" + random.Next(3) })];
            ReplayedStories replayed = StoryReplay.Run(placed, StoryRules.None);
            Assert.Equal(groups, Groups(placed, replayed.Stories));
            // Every report that left its story is told once, with where it went.
            var told = replayed.Changes.SelectMany(c => c.Reports.Select(r => (r, c.From, c.Into))).Order();
            Assert.Equal(placed.Zip(replayed.Stories).Where(p => p.First.Story is not null && p.First.Story != p.Second).Select(p => (p.First.Id, p.First.Story!, p.Second)).Order(), told);
        }
    }

    [Fact]
    public void Thousands_of_reports_of_one_headline_are_one_story()
    {
        StoryFeatures headline = Report("x", "Ferry Heron burns in Northport harbour, two sailors dead", "", new DateOnly(2021, 3, 1)).Features;
        PlacedReport[] reports = [.. Enumerable.Range(0, 5000).Select(i => new PlacedReport($"r{i:0000}", headline, null))];
        Assert.Equal(["r0000"], StoryReplay.Run(reports, StoryRules.None).Stories.Distinct());
    }

    [Fact]
    public void A_replay_can_be_stopped() =>
        Assert.Throws<OperationCanceledException>(() => StoryReplay.Run(News, StoryRules.None, null, new CancellationToken(true)));
}
