using Stemma.Languages;

namespace Stemma.Tests.Languages;

public class LexiconTests
{
    private static readonly Lexicon s_english = Lexicon.English;

    [Theory]
    [InlineData("organise", "organized")]
    [InlineData("neighbouring", "neighboring")]
    [InlineData("travelled", "traveling")]
    [InlineData("went", "going")]
    [InlineData("children", "child")]
    [InlineData("minister's", "ministers")]
    [InlineData("minister’s", "minister's")]
    [InlineData("metres", "meter")]
    public void Forms_and_spellings_of_one_word_have_one_stem(string a, string b) => Assert.Equal(s_english.Stem(a), s_english.Stem(b));

    [Theory]
    [InlineData("communism", "community")]
    [InlineData("news", "new")]
    [InlineData("general", "generate")]
    public void Different_words_keep_different_stems(string a, string b) => Assert.NotEqual(s_english.Stem(a), s_english.Stem(b));

    // From the vocabulary that the Snowball project publishes with the algorithm.
    [Theory]
    [InlineData("consignment", "consign")]
    [InlineData("consolatory", "consolatori")]
    [InlineData("consistency", "consist")]
    [InlineData("knightly", "knight")]
    [InlineData("kneeling", "kneel")]
    [InlineData("knots", "knot")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("youth", "youth")]
    [InlineData("say", "say")]
    [InlineData("by", "by")]
    public void The_stemmer_gives_what_its_description_gives(string word, string stem) => Assert.Equal(stem, EnglishStemmer.Stem(word));

    [Theory]
    [InlineData("buy", "purchased")]
    [InlineData("cars", "automobile")]
    public void Synonyms_are_found_in_any_inflection(string a, string b)
    {
        Assert.True(s_english.AreSynonyms(a, b));
        Assert.True(s_english.AreSynonyms(b, a));
        Assert.False(s_english.AreSisters(a, b));
    }

    [Theory]
    [InlineData("lunch", "dinner", true)]
    [InlineData("tuesday", "friday", true)]
    [InlineData("trucks", "car", true)]
    [InlineData("teacher", "farmer", false)]
    [InlineData("lunch", "car", false)]
    [InlineData("idea", "animal", false)]
    public void Sister_terms_are_kinds_of_one_narrow_thing(string a, string b, bool sisters) => Assert.Equal(sisters, s_english.AreSisters(a, b));

    [Fact]
    public void Opposites_and_derived_words_are_told_apart_from_synonyms()
    {
        Assert.True(s_english.AreOpposites("rose", "falls"));
        Assert.False(s_english.AreSynonyms("rose", "falls"));
        Assert.True(s_english.AreDerived("prioritise", "priority"));
    }

    [Fact]
    public void A_word_is_in_no_relation_to_itself_and_an_unknown_word_in_none()
    {
        Assert.False(s_english.AreSynonyms("car", "car"));
        Assert.False(s_english.AreSisters("car", "cars"));
        Assert.False(s_english.AreSynonyms("qzxv", "car"));
    }

    [Theory]
    [InlineData("the", true)]
    [InlineData("don’t", true)]
    [InlineData("treaty", false)]
    public void Stop_words_are_the_closed_classes(string word, bool stop) => Assert.Equal(stop, s_english.IsStopWord(word));

    [Theory]
    [InlineData("")]
    [InlineData("'")]
    [InlineData("’s")]
    [InlineData("\ud800")]
    public void Odd_words_are_harmless(string word)
    {
        _ = s_english.Stem(word);
        Assert.False(s_english.AreSynonyms(word, "car"));
    }

    [Fact]
    public void A_very_long_word_stays_as_it_is()
    {
        string word = new('a', 1_000_000);
        Assert.Equal(word, s_english.Stem(word));
    }
}
