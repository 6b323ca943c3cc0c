using Stemma.Languages;
using Stemma.Stories.Lineage;

namespace Stemma.Tests.Stories.Lineage;

public class StyleChangesTests
{
    private static StyleChanges Of(int kept, int changed, StyleTrait trait = StyleTrait.Letters)
    {
        var changes = default(StyleChanges);
        for (int i = 0; i < kept + changed; i++)
            changes.Add(trait, isChanged: i < changed);
        return changes;
    }

    [Fact]
    public void What_is_kept_costs_nothing() => Assert.Equal(0, Of(kept: 9, changed: 0).Cost());

    [Fact]
    public void A_rule_that_is_followed_costs_the_same_however_often() => Assert.Equal(Of(0, 1).Cost(), Of(0, 12).Cost());

    [Fact]
    public void Changing_some_costs_more_than_changing_all() => Assert.True(Of(kept: 4, changed: 4).Cost() > Of(kept: 0, changed: 8).Cost());

    [Fact]
    public void Each_rule_costs_by_itself()
    {
        StyleChanges both = Of(0, 3);
        both.Add(Of(0, 3, StyleTrait.British));
        Assert.Equal(2 * Of(0, 3).Cost(), both.Cost(), 9);
    }

    [Fact]
    public void Counting_in_parts_gives_what_counting_at_once_gives()
    {
        StyleChanges parts = Of(kept: 3, changed: 1);
        parts.Add(Of(kept: 2, changed: 5));
        Assert.Equal(Of(kept: 5, changed: 6).Cost(), parts.Cost(), 9);
    }
}
