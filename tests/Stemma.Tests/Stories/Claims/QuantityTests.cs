using System.Globalization;
using Stemma.Annotation;
using Stemma.Comparison.Similarity;
using Stemma.Languages;
using Stemma.Reports;
using Stemma.Stories.Claims;

namespace Stemma.Tests.Stories.Claims;

public class QuantityTests
{
    private static IReadOnlyList<Quantity> Read(string text)
    {
        AnnotatedReport report = Annotator.Annotate(new Report { Id = "a", Text = text });
        return QuantityReader.Read(ReportWords.Of(report, Lexicon.English).All, text);
    }

    private static Quantity One(string words) => Assert.Single(Read($"The old mill needs {words} in a dry summer."));

    private static ClaimVerdict? Verdict(string a, string b)
    {
        ClaimVerdict? forth = QuantityComparison.Compare(One(a), One(b))?.Verdict, back = QuantityComparison.Compare(One(b), One(a))?.Verdict;
        Assert.Equal(forth, back);
        return forth;
    }

    [Theory]
    [InlineData("30 miles", "50 km")]
    [InlineData("20 km", "12 miles")]
    [InlineData("3.2 tonnes", "3,200 kg")]
    [InlineData("100 acres", "40 hectares")]
    [InlineData("3,000 sacks", "2,976 sacks")]
    [InlineData("about 40 sacks", "43 sacks")]
    [InlineData("nearly 40 sacks", "38 sacks")]
    [InlineData("just over 40 sacks", "42 sacks")]
    [InlineData("more than 30 sacks", "36 sacks")]
    [InlineData("up to 30 sacks", "22 sacks")]
    [InlineData("4.4 tonnes", "4.37 tonnes")]
    public void Amounts_that_one_value_fulfils_are_compatible(string a, string b) => Assert.Equal(ClaimVerdict.Compatible, Verdict(a, b));

    [Theory]
    [InlineData("59 million dollars", "60 million dollars")]
    [InlineData("60 sacks", "59 sacks")]
    [InlineData("4907.22 litres", "4907.20 litres")]
    [InlineData("2.30 tonnes", "2.32 tonnes")]
    [InlineData("about 40 sacks", "52 sacks")]
    [InlineData("nearly 40 sacks", "42 sacks")]
    [InlineData("more than 30 sacks", "28 sacks")]
    [InlineData("more than 30 sacks", "more than 60 sacks")]
    [InlineData("30 miles", "60 km")]
    [InlineData("6,000 sacks", "5,400 sacks")]
    public void Amounts_that_no_value_fulfils_conflict(string a, string b) => Assert.Equal(ClaimVerdict.Conflict, Verdict(a, b));

    [Fact]
    public void Verdicts_do_not_depend_on_the_order_and_equal_amounts_never_conflict()
    {
        string[] hedges = ["", "about ", "nearly ", "just over ", "more than ", "at least ", "up to ", "fewer than "], units = [" sacks", " km", " miles", " tonnes", " percent", " million dollars"];
        var random = new Random(7);
        for (int i = 0; i < 400; i++)
        {
            string a = Random(), b = Random();
            ClaimVerdict? verdict = Verdict(a, b);
            if (One(a) is var x && One(b) is var y && x.Value == y.Value && x.Unit == y.Unit)
                Assert.NotEqual(ClaimVerdict.Conflict, verdict);
            Assert.Equal(ClaimVerdict.Agree, Verdict(a, a));
        }

        string Random()
        {
            decimal value = random.Next(3) switch { 0 => random.Next(1, 120), 1 => random.Next(1, 90) * 100, _ => random.Next(10, 5000) / 100m };
            return hedges[random.Next(hedges.Length)] + value.ToString(CultureInfo.InvariantCulture) + units[random.Next(units.Length)];
        }
    }

    [Fact]
    public void A_length_converted_and_rounded_fits_what_it_was_made_of()
    {
        for (int miles = 2; miles < 400; miles++)
        {
            string km = decimal.Round(miles * 1.609344m).ToString(CultureInfo.InvariantCulture);
            Assert.NotEqual(ClaimVerdict.Conflict, Verdict($"{miles} miles", $"{km} km"));
        }
    }

    [Theory]
    [InlineData("The train of 18: 50 left the old mill behind.")]
    [InlineData("They found an AK-47 behind the old mill.")]
    [InlineData("The old mill needs 41 / 2 of what it had.")]
    public void Parts_of_clock_times_codes_and_fractions_are_no_numbers(string text) => Assert.Empty(Read(text));

    [Theory]
    [InlineData("The quake had magnitude 6.1 at the mill.", "magnitud")]
    [InlineData("The number of sacks was put at 40 by the miller.", "sack")]
    [InlineData("Lene Torvald, 52, went to the mill.", null)]
    [InlineData("They filled 52 sacks at the mill.", "sack")]
    public void What_is_counted_stands_after_a_number_or_before_it(string text, string? counted) => Assert.Equal(counted, Assert.Single(Read(text)).Counted);

    [Fact]
    public void Any_text_is_harmless()
    {
        const string Pieces = "0123456789 .,:/-%$€£()abc\u00a0\ud800\u0000½–";
        var random = new Random(11);
        for (int i = 0; i < 300; i++)
            Read(new string([.. Enumerable.Range(0, random.Next(1, 80)).Select(_ => Pieces[random.Next(Pieces.Length)])]));
        Assert.Empty(Read("Nothing is counted here."));
    }
}
