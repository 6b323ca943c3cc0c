using FsCheck;
using FsCheck.Fluent;
using Stemma.Comparison.Passages;

namespace Stemma.Tests.Comparison.Passages;

public class StemTableTests
{
    [Fact]
    public void Stems_are_numbered_in_the_order_of_their_first_place()
    {
        Gen<List<int>> stems = Gen.Choose(0, 5000).ListOf();
        Prop.ForAll(stems.ToArbitrary(), list =>
        {
            var table = new StemTable(capacity: 4);
            List<int> distinct = [.. list.Distinct()];
            return list.All(s => table.Number(s) == distinct.IndexOf(s)) && table.Count == distinct.Count
                && list.All(s => table.Find(s) == distinct.IndexOf(s)) && table.Find(5001) == -1;
        }).QuickCheckThrowOnFailure();
    }
}
