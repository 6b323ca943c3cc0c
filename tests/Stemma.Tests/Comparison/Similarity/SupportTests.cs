using Stemma.Comparison.Similarity;
using Xunit;

namespace Stemma.Tests.Comparison.Similarity;

public class SupportTests
{
    private const string Text = "The ferry Aldora ran aground off Pell Island on Tuesday night. All 214 passengers were taken ashore by fishing boats. "
        + "The operator has suspended the service. Captain Ines Morrow, who has sailed the route for ten years, was not hurt.";

    private readonly SupportComparer _comparer = new();

    [Theory]
    [InlineData("The ferry Aldora ran aground off Pell Island.")]
    [InlineData("Fishing boats took 214 passengers ashore.")]
    [InlineData("The ferry service was suspended by its operator.")]
    [InlineData("Captain Morrow was not hurt.")]
    public void Tells_what_the_text_says_in_these_or_other_words(string statement) => Assert.True(Told(statement), statement);

    [Theory]
    [InlineData("The ferry Aldora was built in 1987.")]
    [InlineData("Fishing boats took 340 passengers ashore.")]
    [InlineData("The ferry hit a rock near Carrow Bay.")]
    [InlineData("The island has a new primary school.")]
    public void Tells_nothing_of_what_the_text_has_not(string statement) => Assert.False(Told(statement), statement);

    [Theory]
    [InlineData("", "A statement.")]
    [InlineData("A text.", "")]
    [InlineData("…", "!")]
    public void A_text_or_statement_without_words_tells_nothing(string text, string statement) => Assert.Equal(-1, _comparer.Score(text, statement));

    [Fact]
    public void Whatever_the_words_the_score_is_at_most_1()
    {
        var random = new Random(3);
        string[] words = [.. Text.Split(' '), "not", "12", "Pell", ".", "\n"];
        for (int round = 0; round < 200; round++)
            Assert.InRange(_comparer.Score(Some(), Some()), -2, 1 + 1e-9);

        string Some() => string.Join(' ', Enumerable.Range(0, random.Next(0, 40)).Select(_ => words[random.Next(words.Length)]));
    }

    private bool Told(string statement) => _comparer.Score(Text, statement) >= SupportComparer.Told;
}
