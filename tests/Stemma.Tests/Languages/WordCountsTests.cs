using Stemma.Languages;

namespace Stemma.Tests.Languages;

public class WordCountsTests
{
    [Theory]
    [InlineData("the", "company")]
    [InlineData("company", "conglomerate")]
    [InlineData("help", "succour")]
    public void A_common_word_is_a_larger_part_of_a_text_than_a_rare_one(string common, string rare) =>
        Assert.True(WordCounts.English.ShareOf(common) > WordCounts.English.ShareOf(rare));

    [Fact]
    public void A_word_that_was_never_met_still_has_a_share() => Assert.InRange(WordCounts.English.ShareOf("xqzzyx"), 1e-9, 1e-4);

    [Fact]
    public void Spellings_of_one_word_are_counted_together() =>
        Assert.Equal(WordCounts.English.ShareOf(HouseStyle.Fold("center")), WordCounts.English.ShareOf(HouseStyle.Fold("centre")));
}
