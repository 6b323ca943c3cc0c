using Stemma.Annotation.Tagging;

namespace Stemma.Tests.Annotation.Tagging;

public class LemmatizerTests
{
    [Theory]
    [InlineData("ferries", UniversalTag.Noun, "ferry")]
    [InlineData("Cities", UniversalTag.Noun, "city")]
    [InlineData("children", UniversalTag.Noun, "child")]
    [InlineData("wives", UniversalTag.Noun, "wife")]
    [InlineData("buses", UniversalTag.Noun, "bus")]
    [InlineData("news", UniversalTag.Noun, "news")]
    [InlineData("went", UniversalTag.Verb, "go")]
    [InlineData("planned", UniversalTag.Verb, "plan")]
    [InlineData("hoping", UniversalTag.Verb, "hope")]
    [InlineData("carries", UniversalTag.Verb, "carry")]
    [InlineData("feed", UniversalTag.Verb, "feed")]
    [InlineData("was", UniversalTag.Aux, "be")]
    [InlineData("n't", UniversalTag.Part, "not")]
    [InlineData("n’t", UniversalTag.Part, "not")]
    [InlineData("him", UniversalTag.Pron, "he")]
    [InlineData("bigger", UniversalTag.Adj, "big")]
    [InlineData("earliest", UniversalTag.Adj, "early")]
    [InlineData("worse", UniversalTag.Adj, "bad")]
    [InlineData("found", UniversalTag.Verb, "find")]
    public void A_word_has_the_base_form_of_its_part_of_speech(string word, UniversalTag tag, string lemma) =>
        Assert.Equal(lemma, WordTagger.BaseForm(word, tag));

    [Theory]
    [InlineData("Rivers", UniversalTag.Propn)]
    [InlineData("Norwegian", UniversalTag.Adj)]
    public void Names_and_what_is_made_of_them_keep_their_spelling(string word, UniversalTag tag) =>
        Assert.Equal(word, WordTagger.BaseForm(word, tag));

    [Theory]
    [InlineData("glimbered", "glimber")]
    [InlineData("troffling", "troffl")]
    [InlineData("blatched", "blatch")]
    public void A_word_in_no_dictionary_loses_its_ending_all_the_same(string word, string lemma) =>
        Assert.StartsWith(lemma, WordTagger.BaseForm(word, UniversalTag.Verb), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("'s")]
    [InlineData("\uD800ed")]
    public void No_word_makes_it_fail(string word) => Assert.NotNull(WordTagger.BaseForm(word, UniversalTag.Noun));

    [Fact]
    public void A_very_long_word_is_its_own_base_form()
    {
        string word = new string('a', 1_000_000) + "s";
        Assert.Equal(word, WordTagger.BaseForm(word, UniversalTag.Noun));
    }
}
