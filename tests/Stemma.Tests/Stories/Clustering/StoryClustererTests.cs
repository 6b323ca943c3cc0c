using FsCheck;
using FsCheck.Fluent;
using Stemma.Stories.Clustering;

namespace Stemma.Tests.Stories.Clustering;

public class StoryClustererTests
{
    private static readonly StoryText[] s_texts =
    [
        new("a1", "Ferry burns in Northport", "A fire on the ferry Heron killed two sailors in the harbour of Northport, the coast guard said.", new DateOnly(2021, 3, 1)),
        new("a2", "", "Two sailors died when the ferry Heron caught fire in Northport harbor.", new DateOnly(2021, 3, 2)),
        new("b1", "Valley votes", "Voters in the Sorrel valley elected Ada Moor as their mayor by a wide margin over Ben Hale.", new DateOnly(2021, 3, 1)),
        new("b2", "", "Ada Moor won the vote for mayor of the Sorrel valley, beating Ben Hale by a wide margin.", new DateOnly(2021, 3, 2)),
        new("c1", "", "The observatory on the hill found a comet that will be seen without a telescope in autumn.", null),
    ];

    [Fact]
    public void Texts_about_one_event_are_one_story() => Assert.Equal([0, 0, 1, 1, 2], StoryClusterer.Cluster(s_texts));

    [Fact]
    public void The_order_of_the_texts_does_not_matter()
    {
        Prop.ForAll(Gen.Shuffle(s_texts).ToArbitrary(), texts =>
        {
            IReadOnlyList<int> stories = StoryClusterer.Cluster(texts);
            return texts.Zip(stories).GroupBy(t => t.Second).Select(g => string.Join(',', g.Select(t => t.First.Id).Order())).Order().SequenceEqual(["a1,a2", "b1,b2", "c1"]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_like_text_of_another_month_is_another_story()
    {
        StoryText later = s_texts[1] with { Id = "later", Day = new DateOnly(2021, 6, 1) };
        Assert.Equal([0, 0, 1], StoryClusterer.Cluster([s_texts[0], s_texts[1], later]));
    }

    [Fact]
    public void Texts_without_words_stand_alone() =>
        Assert.Equal([0, 1, 2], StoryClusterer.Cluster([new("x", "", "", null), new("y", "", "... !!", null), new("z", "", "the of and", null)]));

    [Fact]
    public void No_text_gives_no_story() => Assert.Empty(StoryClusterer.Cluster([]));
}
