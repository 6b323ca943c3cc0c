using Stemma.Stories.Claims;
using Stemma.Tests.Annotation;

namespace Stemma.Tests.Stories.Claims;

/// <summary>How often nothing is said, counted.</summary>
public class ComparisonCountsTests
{
    private const string Sold = "The yard at Ostermouth sold 212 boats to farmers in the northern valley.";
    private const string Masts = "The yard at Ostermouth, which had 40 masts left, went to farmers in the northern valley.";

    private static ComparisonCounts Of(params string[] texts) => ClaimFinder.Compare([.. texts.Select((t, i) => Annotated.Report(t, $"{i}"))], null, null, 1, default).Counts;

    [Fact]
    public void A_pair_with_a_verdict_is_told() => Assert.Equal(new ComparisonCounts(1, 1, 0, 0, 0, 0), Of(Sold, Sold.Replace("212", "180", StringComparison.Ordinal)));

    [Fact]
    public void Numbers_that_may_count_other_things_are_left_out_and_counted() => Assert.Equal(new ComparisonCounts(1, 0, 1, 0, 0, 0), Of(Sold, Masts));

    [Fact]
    public void Copies_count_once() => Assert.Equal(Of(Sold, Masts), Of(Sold, Masts, Sold, Masts));

    [Fact]
    public void Sentences_that_are_the_same_throughout_are_not_compared() => Assert.Equal(default, Of(Sold, Sold));

    [Fact]
    public void One_report_that_tells_two_values_is_counted_as_such()
    {
        ComparisonCounts counts = Of(Sold + "\n" + Sold.Replace("212", "180", StringComparison.Ordinal), Sold.Replace("212", "190", StringComparison.Ordinal));
        Assert.Equal((0, 2), (counts.Told, counts.SeveralValues));
    }

    [Fact]
    public void What_is_counted_adds_up()
    {
        ComparisonCounts counts = Of(Sold + "\n" + Masts, Masts + "\nThe ferry left Ostermouth on 3 March with farmers of the northern valley.", "The ferry left Ostermouth on 9 May for the northern valley with all farmers.");
        Assert.True(counts.Told + counts.Numbers + counts.Times + counts.Persons + counts.SeveralValues <= counts.Pairs);
        Assert.True(counts.Pairs > 1);
    }
}
