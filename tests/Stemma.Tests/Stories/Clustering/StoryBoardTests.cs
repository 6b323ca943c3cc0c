using Stemma.Stories.Clustering;
using static Stemma.Tests.Stories.Clustering.ClusteringSamples;

namespace Stemma.Tests.Stories.Clustering;

public class StoryBoardTests
{
    [Fact]
    public void A_report_joins_the_story_it_is_like_and_says_why()
    {
        var board = new StoryBoard();
        StoryPlacement first = board.Place("a1", News[0].Features), second = board.Place("a2", News[1].Features), other = board.Place("b1", News[2].Features);
        Assert.Equal(("a1", true, PlacementKind.Alone), (first.Story, first.IsNew, first.Why));
        Assert.Equal(("a1", false, PlacementKind.Alike), (second.Story, second.IsNew, second.Why));
        Assert.Contains("its likeness to this story is 0.", second.Reason);
        Assert.Equal(("b1", true), (other.Story, other.IsNew));
    }

    [Fact]
    public void A_copy_goes_where_its_text_is_and_names_it()
    {
        var board = new StoryBoard(StoryRules.None, News);
        PlacedReport copy = Copy("a3", new DateOnly(2023, 1, 1));
        StoryPlacement placed = board.Place(copy.Id, copy.Features);
        Assert.Equal(("a1", PlacementKind.Copy, "a1"), (placed.Story, placed.Why, placed.CopyOf));
    }

    [Fact]
    public void A_board_that_is_built_again_from_a_store_places_alike_whatever_the_order()
    {
        PlacedReport[] stored = [.. News.Take(4).Select((r, i) => r with { Story = i < 2 ? "fire" : "vote" })];
        PlacedReport copy = Copy("a3", new DateOnly(2021, 3, 3));
        StoryPlacement one = new StoryBoard(StoryRules.None, stored).Place(copy.Id, copy.Features), two = new StoryBoard(StoryRules.None, stored.Reverse()).Place(copy.Id, copy.Features);
        Assert.Equal(one, two);
        Assert.Equal("fire", one.Story);
    }

    [Fact]
    public void A_report_that_was_removed_is_no_longer_there()
    {
        var board = new StoryBoard(StoryRules.None, News);
        Assert.True(board.Remove("a1", News[0].Features));
        Assert.False(board.Remove("a1", News[0].Features));
        Assert.Null(board.StoryOf("a1"));
        Assert.Equal(4, board.Count);
        Assert.Equal("a1", board.Place("a1", News[0].Features).Story);
    }

    [Fact]
    public void A_report_is_not_placed_twice()
    {
        var board = new StoryBoard(StoryRules.None, News);
        Assert.Throws<ArgumentException>(() => board.Place("a1", News[0].Features));
    }
}
