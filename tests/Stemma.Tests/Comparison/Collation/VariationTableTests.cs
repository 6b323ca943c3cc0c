using Stemma.Comparison.Collation;
using static Stemma.Tests.Comparison.Collation.Collations;

namespace Stemma.Tests.Comparison.Collation;

public class VariationTableTests
{
    private static readonly string[] s_texts =
    [
        "The ferry left Aske at noon with forty passengers and two cows on deck",
        "The ferry left Aske at noon with fifty passengers and two cows below deck",
        "The boat left Aske at noon with fifty passengers and two cows below deck",
        "The boat left Aske at noon with forty passengers and two cows on deck",
        "The ferry left Aske at noon with forty passengers and two cows on deck",
    ];

    [Fact]
    public void It_tells_who_shares_which_reading_at_each_place()
    {
        VariationTable table = VariationTable.Of(Of(s_texts));
        Assert.Equal(["ferry", "forty", "on"], table.Places.Select(p => p.Base.Form));
        Assert.Equal([0, 0, 1, 1, 0], Enumerable.Range(0, 5).Select(w => table.ReadingOf(0, w)));
        Assert.Equal([0, 1, 1, 0, 0], Enumerable.Range(0, 5).Select(w => table.ReadingOf(1, w)));
    }

    [Fact]
    public void Shared_departures_from_the_base_text_are_counted_apart_from_what_both_kept()
    {
        VariationTable table = VariationTable.Of(Of(s_texts));
        Assert.Equal(new SharedReadings(3, 3, 0), table.Compare(0, 4));
        Assert.Equal(new SharedReadings(3, 2, 2), table.Compare(1, 2));
        Assert.Equal(1.0 / 3, table.Compare(1, 2).Distance, 9);
        Assert.Equal(table.Compare(3, 2), table.Compare(2, 3));
    }

    [Fact]
    public void Who_is_absent_agrees_with_nobody()
    {
        string rest = string.Concat(Enumerable.Range(0, 30).Select(i => FormattableString.Invariant($" wave{i} rose")));
        VariationTable table = VariationTable.Of(Of("They saw nothing" + rest + " black", "They saw nothing" + rest + " white", "They saw nothing", "They saw nothing" + rest + " white"));
        Assert.Equal(VariationTable.Absent, table.ReadingOf(0, 2));
        Assert.Equal(new SharedReadings(0, 0, 0), table.Compare(0, 2));
    }
}
