using Stemma.Comparison.Similarity;

namespace Stemma.Tests.Comparison.Similarity;

public class SentenceComparerTests
{
    private const string Ferry = "The ferry company bought four vessels for the northern route on Monday.";
    private const string Reworded = "On Monday the company purchased four ferries for its northern route.";
    private const string OtherNumber = "On Monday the company purchased nine ferries for its northern route.";
    private const string Other = "Apple growers in the valley lost half of their harvest to a late frost.";

    private static readonly SentenceComparer s_comparer = new([Ferry, Reworded, OtherNumber, Other]);

    [Fact]
    public void Other_words_for_the_same_are_nearer_than_other_matter() =>
        Assert.True(s_comparer.Score(Ferry, Reworded) > s_comparer.Score(Ferry, Other) + 0.5);

    [Fact]
    public void Another_number_makes_another_sentence() =>
        Assert.True(s_comparer.Score(Ferry, Reworded) > s_comparer.Score(Ferry, OtherNumber) + 0.1);

    [Fact]
    public void A_sentence_with_more_to_say_is_farther_than_one_with_the_same() =>
        Assert.True(s_comparer.Score(Reworded, Ferry) > s_comparer.Score(Reworded, Ferry.TrimEnd('.') + ", although growers in the valley had asked for a bridge and a later departure in summer."));

    [Fact]
    public void What_is_told_after_all_that_is_shared_counts_more_than_as_much_between()
    {
        const string Longer = "On Monday the company purchased four ferries for its northern route after brokers quarrelled.";
        const string Between = "On Monday the company, after brokers quarrelled, purchased four ferries for its northern route.";
        Assert.True(s_comparer.Score(Reworded, Between) > s_comparer.Score(Reworded, Longer) + 0.05);
    }

    [Fact]
    public void A_name_for_a_common_noun_counts_less_than_another_noun()
    {
        const string Named = "On Monday Halvard purchased four ferries for its northern route.";
        const string Noun = "On Monday thieves purchased four ferries for its northern route.";
        Assert.True(s_comparer.Score(Reworded, Named) > s_comparer.Score(Reworded, Noun));
    }

    [Fact]
    public void It_does_not_matter_which_sentence_is_first()
    {
        string[] all = [Ferry, Reworded, OtherNumber, Other];
        foreach (string a in all)
            Assert.All(all, b => Assert.Equal(s_comparer.Score(a, b), s_comparer.Score(b, a), 9));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", Ferry)]
    [InlineData("\ud800 … !", Ferry)]
    public void Sentences_without_words_have_nothing_in_common(string a, string b) => Assert.True(s_comparer.Score(a, b) <= 0);

    [Fact]
    public void A_sentence_of_a_million_words_is_compared() =>
        Assert.True(s_comparer.Score(string.Concat(Enumerable.Repeat("ferry route ", 500_000)), Ferry) < 1);
}
