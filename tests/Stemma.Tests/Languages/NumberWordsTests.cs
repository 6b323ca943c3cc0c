using System.Globalization;
using Stemma.Languages;

namespace Stemma.Tests.Languages;

public class NumberWordsTests
{
    [Theory]
    [InlineData("39", "39", false)]
    [InlineData("1,234.5", "1234.5", false)]
    [InlineData("40th", "40", true)]
    [InlineData("forty", "40", false)]
    [InlineData("fortieth", "40", true)]
    [InlineData("twenty-one", "21", false)]
    [InlineData("thirty-second", "32", true)]
    public void Numbers_are_read_in_figures_and_in_words(string word, string value, bool ordinal) =>
        Assert.Equal(new WrittenNumber(decimal.Parse(value, CultureInfo.InvariantCulture), ordinal), NumberWords.Read(word));

    [Theory]
    [InlineData("11,2")]
    [InlineData("4x4")]
    [InlineData("1990s")]
    [InlineData("million")]
    [InlineData("one-way")]
    [InlineData("twenty-hundred")]
    [InlineData("")]
    [InlineData("99999999999999999999999999999999999999")]
    public void What_is_no_number_has_no_value(string word) => Assert.Null(NumberWords.Read(word));
}
