using FsCheck;
using FsCheck.Fluent;
using Stemma.Stories.Lineage;

namespace Stemma.Tests.Stories.Lineage;

public class FamilyTests
{
    private const int Reports = 12;

    private static readonly Gen<int[]> s_parents = Gen.Choose(Family.None, (2 * Reports) - 1).ArrayOf(Reports);

    [Fact]
    public void Children_are_the_reports_whose_first_source_it_is_in_order()
    {
        Prop.ForAll(s_parents.ToArbitrary(), parents =>
        {
            Family family = Of(parents);
            return Enumerable.Range(0, 2 * Reports).All(node => family.ChildrenOf(node).SequenceEqual(Enumerable.Range(0, Reports).Where(r => parents[r] == node)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Lost_texts_are_told_once_in_order()
    {
        Prop.ForAll(s_parents.ToArbitrary(), parents => Of(parents).LostTexts().SequenceEqual(parents.Where(p => p >= Reports).Distinct().Order())).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_lost_text_with_one_child_is_that_child()
    {
        var family = new Family(4);
        family.Set(0, 4);
        family.Set(1, 5);
        family.Set(2, 5, 4);
        family.Tidy();
        Assert.Equal([5], family.LostTexts());
        Assert.Equal(Family.None, family.ParentOf(0));
        Assert.Equal((5, 0), (family.ParentOf(2), family.SecondOf(2)));
    }

    private static Family Of(int[] parents)
    {
        var family = new Family(Reports);
        for (int r = 0; r < Reports; r++)
            family.Set(r, parents[r]);
        return family;
    }
}
