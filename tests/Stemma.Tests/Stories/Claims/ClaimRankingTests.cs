using Stemma.Comparison.Passages;
using Stemma.Tests.Stories.Claims.Support;

namespace Stemma.Tests.Stories.Claims;

public class ClaimRankingTests
{
    private const string Fire = "The fire on the northern ferry killed 14 people.";
    private const string Boats = "The yard sold 212 boats to farmers in the valley.";
    private const string Second = "It was the second fire on a ferry in the north.";

    // Said again in other words, so that no text is the copy of another.
    private const string OwnFire = "On the northern ferry, 14 people died in the fire.";
    private const string OwnBoats = "Farmers in the valley bought 212 boats from the yard.";
    private const string OwnSecond = "For the second time there was a fire on a ferry in the north: it was the second fire.";

    private static string[] Ranked(ClaimStory story) => [.. story.Claims().Select(c => $"{c.Claim.Verdict}: {string.Join(' ', c.Claim.Tellings.Select(t => t.Key))}")];

    [Fact]
    public void An_agreement_of_copies_is_left_out()
    {
        ClaimStory Three() => new ClaimStory().Report("a", Fire).Report("b", Fire).Report("c", OwnFire);
        Assert.Equal(["Agree: 14 14 14"], Ranked(Three()));
        Assert.Equal(["Agree: 14 14 14"], Ranked(Three().Took("b", "a", PassageKind.Verbatim, (Fire, Fire))));
        Assert.Empty(Ranked(new ClaimStory().Report("a", Fire).Report("b", Fire).Took("b", "a", PassageKind.Verbatim, (Fire, Fire))));
    }

    [Fact]
    public void A_difference_between_copies_stays()
    {
        string other = Fire.Replace("14", "17", StringComparison.Ordinal);
        Assert.Equal(["Conflict: 14 17"], Ranked(new ClaimStory().Report("a", Fire).Report("b", other).Took("b", "a", PassageKind.Edited, (Fire, other))));
    }

    [Fact]
    public void Agreements_of_more_origins_come_first_and_small_numbers_last()
    {
        string[] ranked = Ranked(new ClaimStory().Report("a", Fire, Boats, Second).Report("b", OwnFire, OwnBoats, OwnSecond)
            .Report("c", "The valley's farmers have taken 212 boats of the yard."));
        Assert.Equal("Agree: 212 212 212", ranked[0]);
        Assert.Equal("Agree: 14 14", ranked[1]);
    }
}
