using Stemma.Languages;

namespace Stemma.Tests.Languages;

public class HouseStyleTests
{
    [Theory]
    [InlineData("five", StyleTrait.Letters)]
    [InlineData("5", StyleTrait.Digits)]
    [InlineData("17", StyleTrait.Digits)]
    [InlineData("1,500", StyleTrait.None)]
    [InlineData("1987", StyleTrait.None)]
    [InlineData("%", StyleTrait.Sign)]
    [InlineData("percent", StyleTrait.Spelled)]
    [InlineData("centre", StyleTrait.British)]
    [InlineData("center", StyleTrait.American)]
    [InlineData("ferry", StyleTrait.None)]
    [InlineData("", StyleTrait.None)]
    public void A_word_is_known_by_the_rule_that_a_house_may_have_for_it(string word, object trait) => Assert.Equal(trait, HouseStyle.TraitOf(HouseStyle.Form(word)));
}
