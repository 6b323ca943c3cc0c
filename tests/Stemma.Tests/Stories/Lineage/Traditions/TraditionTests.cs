using Stemma.Annotation;
using Stemma.Comparison.Passages;
using Stemma.Reports;
using Stemma.Stories;
using Stemma.Stories.Lineage;
using static Stemma.Tests.Stories.Lineage.Traditions.Manuscripts;

namespace Stemma.Tests.Stories.Lineage.Traditions;

/// <summary>Undated copies of one text without sentence marks, of which it is known who copied whom.</summary>
public class TraditionTests
{
    private static readonly string[] s_root = Words(600);

    private static readonly string[] s_left = Copy(s_root, "left", 21, 80, 141, 203, 266, 322, 388, 447, 512, 571);
    private static readonly string[] s_right = Copy(s_root, "right", 33, 97, 160, 224, 283, 341, 402, 466, 530, 588);

    private static StoryLineage Build(params AnnotatedReport[] reports) => LineageBuilder.Build(reports, PassageFinder.Find(reports));

    private static (string, string)[] Edges(StoryLineage lineage) =>
        [.. lineage.Links.Select(l => string.CompareOrdinal(l.From, l.To) < 0 ? (l.From, l.To) : (l.To, l.From)).Order()];

    [Fact]
    public void Copies_stand_beside_those_whose_changes_they_have()
    {
        StoryLineage lineage = Build(
            Report("a", s_root), Report("b", s_left), Report("c", s_right),
            Report("d", Copy(s_left, "d", 50, 300, 480)), Report("e", Copy(s_right, "e", 110, 250, 555)));
        Assert.Equal([("a", "b"), ("a", "c"), ("b", "d"), ("c", "e")], Edges(lineage));
        Assert.All(lineage.Links, l => Assert.Contains(l.Reasons, r => r.Contains("no date tells the direction", StringComparison.Ordinal)));
        Assert.All(lineage.Links, l => Assert.InRange(l.Confidence, 0.3, 0.65));
        Assert.Equal(["a", "b", "c", "d", "e"], Assert.Single(lineage.Origins).Reports);
    }

    [Fact]
    public void A_copy_that_lost_its_end_stands_where_its_changes_put_it_and_not_by_its_length()
    {
        StoryLineage lineage = Build(
            Report("a", s_root), Report("b", s_left), Report("c", s_right),
            Report("d", Copy(s_left, "d", 50, 120, 199)[..330]), Report("e", Copy(s_right, "e", 110, 250, 555)));
        Assert.Equal([("a", "b"), ("a", "c"), ("b", "d"), ("c", "e")], Edges(lineage));
    }

    [Fact]
    public void A_copy_that_changes_sides_has_two_sources_and_each_gave_a_stretch()
    {
        string[] mixed = Copy([.. s_left[..310], .. s_right[310..]], "mixed", 5, 400);
        StoryLineage lineage = Build(Report("a", s_root), Report("b", s_left), Report("c", s_right), Report("d", Copy(s_left, "d", 50)), Report("m", mixed));
        TextLink[] sources = [.. lineage.Links.Where(l => l.To == "m")];
        Assert.Equal(["b", "c"], sources.Select(l => l.From).Order());
        Assert.All(sources, l => Assert.Contains(l.Reasons, r => r.Contains("changes sides", StringComparison.Ordinal)));
        Assert.All(sources, l => Assert.InRange(l.Share, 0.3, 0.7));
        TextSpan first = Assert.NotNull(sources.Single(l => l.From == "b").Part), second = Assert.NotNull(sources.Single(l => l.From == "c").Part);
        Assert.Equal(0, first.Start);
        Assert.True(first.End < second.Start);
        Assert.Equal(string.Join(' ', mixed).Length, second.End);

        // Between the last place that the one side gave and the first that the other did.
        int before = string.Join(' ', mixed[..267]).Length, after = string.Join(' ', mixed[..341]).Length;
        Assert.InRange(second.Start, before, after + 1);
        Assert.All(lineage.Links.Where(l => l.To != "m"), l => Assert.Null(l.Part));
    }

    [Fact]
    public void A_copy_between_two_others_agrees_with_now_one_now_the_other_and_has_one_source()
    {
        // Half of the changes of the left side were made before it was copied, the others after.
        string[] between = Copy(s_root, "left", 21, 141, 266, 388, 512);
        StoryLineage lineage = Build(Report("a", s_root), Report("b", s_left), Report("c", s_right), Report("d", between));
        Assert.Equal([("a", "c"), ("a", "d"), ("b", "d")], Edges(lineage));
    }

    [Fact]
    public void Copies_of_which_none_is_the_source_of_the_others_go_back_to_a_lost_one()
    {
        StoryLineage lineage = Build(
            Report("a", Copy(s_root, "a", 10, 110, 230, 350, 470, 590)), Report("b", Copy(s_root, "b", 22, 122, 242, 362, 482, 572)),
            Report("c", Copy(s_root, "c", 34, 134, 254, 374, 494, 554)), Report("d", Copy(s_root, "d", 46, 146, 266, 386, 506, 536)));
        LostDispatch lost = Assert.Single(lineage.Lost);
        Assert.Equal(["a", "b", "c", "d"], lost.Children);
        Assert.NotEmpty(lost.Reasons);
        Assert.All(lineage.Links, l => Assert.Equal(lost.Id, l.From));
        Assert.Equal(lost.Id, Assert.Single(lineage.Origins).Root);
    }

    [Fact]
    public void Whoever_leaves_words_out_is_the_copy()
    {
        StoryLineage lineage = Build(
            Report("d", s_root), Report("c", Without(s_root, 40, 150, 222)), Report("b", Without(s_root, 40, 90, 150, 222, 310, 444)), Report("a", Without(s_root, 77, 350)));
        Assert.Equal([("d", "a"), ("c", "b"), ("d", "c")], lineage.Links.Select(l => (l.From, l.To)));
    }

    [Fact]
    public void The_order_of_the_reports_changes_nothing()
    {
        string[] mixed = Copy([.. s_left[..310], .. s_right[310..]], "mixed", 5, 400);
        AnnotatedReport[] reports = [Report("a", s_root), Report("b", s_left), Report("c", s_right), Report("d", Copy(s_left, "d", 50)[..400]), Report("m", mixed)];
        StoryLineage expected = Build(reports);
        StoryLineage turned = Build([.. reports.Reverse()]);
        Assert.Equal(expected.Links.Select(l => (l.From, l.To, l.Share, l.Confidence, l.Part)), turned.Links.Select(l => (l.From, l.To, l.Share, l.Confidence, l.Part)));
    }

    [Fact]
    public void Dates_decide_where_there_are_any()
    {
        var day = new DateOnly(2031, 5, 4);
        StoryLineage lineage = Build(
            Report("a", Without(s_root, 40, 150, 222), day), Report("b", s_root, day.AddDays(1)), Report("c", s_left, day.AddDays(2)), Report("d", s_right, day.AddDays(3)));
        Assert.DoesNotContain(lineage.Links, l => l.To == "a");
        Assert.DoesNotContain(lineage.Links, l => l.Reasons.Any(r => r.Contains("no date tells", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4000)]
    public void Copies_without_any_difference_or_of_one_word_alone_are_no_tradition_and_do_no_harm(int times)
    {
        string[] words = times == 1 ? s_root : [.. Enumerable.Repeat("again", times)];
        AnnotatedReport[] reports = [.. Enumerable.Range(0, 5).Select(i => Report($"r{i}", words))];
        Assert.True(Build(reports).Links.Count <= 4);
    }
}
