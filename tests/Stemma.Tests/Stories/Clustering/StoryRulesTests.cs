using Stemma.Stories.Clustering;
using static Stemma.Tests.Stories.Clustering.ClusteringSamples;

namespace Stemma.Tests.Stories.Clustering;

public class StoryRulesTests
{
    private static readonly StoryRules s_apart = new() { Apart = [new("a2", "a1")] };
    private static readonly StoryRules s_together = new() { Together = [new("c1", "b2")] };
    private static readonly StoryRules s_pinned = new() { Pinned = new Dictionary<string, string> { ["a2"] = "valley", ["b1"] = "valley" } };

    [Fact]
    public void Reports_that_are_to_be_apart_are_apart_after_a_replay() =>
        Assert.Equal(["a1", "a2", "b1,b2", "c1"], Groups(News, StoryReplay.Run(News, s_apart).Stories));

    [Fact]
    public void Copies_that_are_to_be_apart_are_apart_too()
    {
        PlacedReport[] reports = [News[0], Copy("a3", new DateOnly(2021, 3, 1))];
        Assert.Equal(["a1,a3"], Groups(reports, StoryReplay.Run(reports, StoryRules.None).Stories));
        Assert.Equal(["a1", "a3"], Groups(reports, StoryReplay.Run(reports, new StoryRules { Apart = [new("a1", "a3")] }).Stories));
    }

    [Fact]
    public void Reports_that_are_to_be_together_are_one_story() =>
        Assert.Equal(["a1,a2", "b1,b2,c1"], Groups(News, StoryReplay.Run(News, s_together).Stories));

    [Fact]
    public void Pinned_reports_are_in_the_story_they_are_pinned_to_and_the_like_follow_them()
    {
        ReplayedStories replayed = StoryReplay.Run(News, s_pinned);
        Assert.Equal("valley", replayed.Stories[1]);
        Assert.Equal("valley", replayed.Stories[2]);
        Assert.Empty(replayed.Unmet);
    }

    [Fact]
    public void Reports_pinned_to_two_stories_are_apart_however_alike()
    {
        var rules = new StoryRules { Pinned = new Dictionary<string, string> { ["a1"] = "x", ["a2"] = "y" } };
        Assert.Equal(["x", "y"], StoryReplay.Run(News, rules).Stories.Take(2));
    }

    [Fact]
    public void Of_rules_that_contradict_each_other_the_weaker_is_told()
    {
        var rules = new StoryRules { Apart = [new("a1", "a2")], Together = [new("a1", "b1"), new("b1", "a2")] };
        ReplayedStories replayed = StoryReplay.Run(News, rules);
        Assert.Contains("“a2” and “b1”", Assert.Single(replayed.Unmet));
        Assert.NotEqual(replayed.Stories[0], replayed.Stories[1]);
        Assert.Equal(replayed.Stories[0], replayed.Stories[2]);
    }

    [Fact]
    public void Rules_may_name_reports_that_are_not_there()
    {
        var rules = new StoryRules { Apart = [new("gone", "a1")], Together = [new("a1", "lost")], Pinned = new Dictionary<string, string> { ["away"] = "x" } };
        Assert.Equal(["a1,a2", "b1,b2", "c1"], Groups(News, StoryReplay.Run(News, rules).Stories));
    }

    [Fact]
    public void A_board_holds_to_the_rules_too()
    {
        foreach ((StoryRules rules, string[] groups) in new (StoryRules, string[])[]
        {
            (s_apart, ["a1", "a2", "b1,b2", "c1"]),
            (s_together, ["a1,a2", "b1,b2,c1"]),
        })
        {
            var board = new StoryBoard(rules, []);
            Assert.Equal(groups, Groups(News, [.. News.Select(r => board.Place(r.Id, r.Features).Story)]));
        }
        var pinned = new StoryBoard(s_pinned, News);
        Assert.Equal(("valley", "valley"), (pinned.StoryOf("a2"), pinned.StoryOf("b1")));
    }

    [Fact]
    public void Random_rules_hold_after_a_replay_and_on_a_board()
    {
        var random = new Random(7);
        for (int run = 0; run < 200; run++)
        {
            ReportPair[] Pairs() => [.. Enumerable.Range(0, random.Next(3)).Select(_ => new ReportPair(News[random.Next(5)].Id, News[random.Next(5)].Id))];
            var rules = new StoryRules
            {
                Apart = Pairs(),
                Together = Pairs(),
                Pinned = Enumerable.Range(0, random.Next(3)).GroupBy(_ => News[random.Next(5)].Id).ToDictionary(g => g.Key, _ => random.Next(2) == 0 ? "x" : "y"),
            };
            ReplayedStories replayed = StoryReplay.Run(News, rules);
            var board = new StoryBoard(rules, News);
            foreach (Func<string, string> story in new Func<string, string>[] { id => replayed.Stories[News.ToList().FindIndex(r => r.Id == id)], id => board.StoryOf(id)! })
            {
                Assert.All(rules.Pinned, p => Assert.Equal(p.Value, story(p.Key)));
                int broken = rules.Apart.Count(p => story(p.A) == story(p.B)) + rules.Together.Count(p => story(p.A) != story(p.B));
                if (replayed.Unmet.Count == 0)
                    Assert.Equal(0, broken);
            }
        }
    }
}
