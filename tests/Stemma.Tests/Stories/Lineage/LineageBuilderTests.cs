using Stemma.Annotation;
using Stemma.Comparison.Passages;
using Stemma.Stories;
using Stemma.Stories.Lineage;
using static Stemma.Tests.Comparison.Passages.Texts;

namespace Stemma.Tests.Stories.Lineage;

public class LineageBuilderTests
{
    private static StoryLineage Build(params AnnotatedReport[] reports) => LineageBuilder.Build(reports, PassageFinder.Find(reports));

    [Fact]
    public void A_later_reprint_is_taken_from_the_earlier_report_whatever_their_names()
    {
        StoryLineage lineage = Build(Report("a", Bridge, "2026-03-03T18:00Z"), Report("b", Bridge, "2026-03-03T09:00Z"));
        TextLink link = Assert.Single(lineage.Links);
        Assert.Equal(("b", "a"), (link.From, link.To));
        Assert.Equal(1, link.Share);
        Assert.NotEmpty(link.Passages);
        Assert.Contains(link.Reasons, r => r.Contains("published later", StringComparison.Ordinal));
        Assert.Equal(["b"], lineage.Origins.Select(o => o.Root));
    }

    [Fact]
    public void Without_dates_the_shorter_text_is_the_copy_and_the_link_says_that_it_is_less_sure()
    {
        StoryLineage lineage = Build(Report("a", Bridge[..3]), Report("b", Bridge));
        TextLink link = Assert.Single(lineage.Links);
        Assert.Equal(("b", "a"), (link.From, link.To));
        Assert.InRange(link.Confidence, 0.1, 0.7);
        Assert.Contains(link.Reasons, r => r.Contains("dates do not tell", StringComparison.Ordinal));
    }

    [Fact]
    public void A_copy_of_a_copy_hangs_under_the_copy_whose_changes_it_has()
    {
        string changed = Bridge3.Replace("18 million crowns", "21 million crowns", StringComparison.Ordinal);
        StoryLineage lineage = Build(
            Report("a", Bridge, "2026-03-03T08:00Z"),
            Report("b", [Bridge1, Bridge2, changed, Bridge4, Bridge5], "2026-03-03T10:00Z"),
            Report("c", [Bridge1, Bridge2, changed, Bridge4], "2026-03-03T12:00Z"));
        Assert.Equal([("a", "b"), ("b", "c")], lineage.Links.Select(l => (l.From, l.To)));
        Assert.Empty(lineage.Lost);
        Assert.Equal(["a", "b", "c"], Assert.Single(lineage.Origins).Reports);
    }

    [Fact]
    public void Copies_that_each_lack_what_the_others_share_go_back_to_a_lost_text()
    {
        string drift1 = Bridge1.Replace("closed the old iron bridge", "shut its old bridge of iron", StringComparison.Ordinal);
        string drift4 = Bridge4.Replace("fear that the closure will keep customers away", "worry that shoppers will stay at home", StringComparison.Ordinal);
        StoryLineage lineage = Build(
            Report("a", [drift1, Bridge2, Bridge3, Bridge5], "2026-03-03T08:00Z", credit: "Lake Press"),
            Report("b", [Bridge1, Bridge2, drift4, Bridge5, Bridge6], "2026-03-03T09:00Z", credit: "Lake Press"),
            Report("c", [Bridge1, Bridge3, Bridge4, Bridge6], "2026-03-03T10:00Z", credit: "Lake Press"));
        LostDispatch lost = Assert.Single(lineage.Lost);
        Assert.Equal(["a", "b", "c"], lost.Children);
        Assert.Equal("Lake Press", lost.Agency);
        Assert.NotEmpty(lost.Reasons);
        Assert.Equal(lost.Id, Assert.Single(lineage.Origins).Root);
    }

    [Fact]
    public void Of_two_equal_sources_the_later_one_is_nearer_to_a_copy_that_came_soon_after()
    {
        string[] cut = Bridge[..5];
        StoryLineage lineage = Build(
            Report("a", Bridge, "2026-03-03T08:00Z"), Report("b", cut, "2026-03-05T20:00Z"), Report("c", cut, "2026-03-05T20:30Z"));
        Assert.Equal([("a", "b"), ("b", "c")], lineage.Links.Select(l => (l.From, l.To)));
    }

    [Fact]
    public void Independent_reports_are_origins_of_their_own()
    {
        StoryLineage lineage = Build(Report("a", Bridge, "2026-03-03T08:00Z"), Report("b", Orchard, "2026-03-03T09:00Z"));
        Assert.Empty(lineage.Links);
        Assert.Equal(2, lineage.Origins.Count);
    }

    [Fact]
    public void A_report_put_together_from_two_has_two_parents_and_stands_under_two_origins()
    {
        StoryLineage lineage = Build(
            Report("a", Bridge, "2026-03-03T08:00Z"),
            Report("b", Orchard, "2026-03-03T09:00Z"),
            Report("c", [.. Bridge[..3], .. Orchard[1..4]], "2026-03-03T12:00Z"));
        Assert.Equal(["a", "b"], lineage.Links.Where(l => l.To == "c").Select(l => l.From).Order(StringComparer.Ordinal));
        Assert.Equal(2, lineage.Origins.Count);
        Assert.All(lineage.Origins, o => Assert.Contains("c", o.Reports));
    }

    [Fact]
    public void Own_reporting_in_a_copy_is_no_further_origin()
    {
        StoryLineage lineage = Build(Report("a", Bridge, "2026-03-03T08:00Z"), Report("b", [.. Bridge[..4], .. Orchard], "2026-03-03T12:00Z"));
        Assert.Equal(["a"], lineage.Origins.Select(o => o.Root));
        Assert.InRange(Assert.Single(lineage.Links).Share, 0.3, 0.6);
    }

    [Fact]
    public void A_report_that_names_its_source_is_taken_from_it_among_equals()
    {
        StoryLineage lineage = Build(
            Report("a", Bridge, "2026-03-03T08:00Z", outlet: "Lake Courier"),
            Report("b", Bridge, "2026-03-03T09:00Z", outlet: "Shore Times"),
            Report("c", Bridge, "2026-03-03T10:00Z", credit: "Shore Times", outlet: "Hill Gazette"));
        Assert.Equal("b", lineage.Links.Single(l => l.To == "c").From);
    }

    [Fact]
    public void The_order_of_the_files_changes_nothing()
    {
        AnnotatedReport[] reports = [Report("a", Bridge), Report("b", [.. Orchard, .. Bridge[2..]]), Report("c", [Bridge6, Bridge2, .. Orchard]), Report("d", Orchard)];
        StoryLineage forward = Build(reports);
        StoryLineage backward = Build([.. reports.Reverse()]);
        Assert.Equal(forward.Links.Select(l => (l.From, l.To, l.Share, l.Confidence, string.Join('|', l.Reasons))), backward.Links.Select(l => (l.From, l.To, l.Share, l.Confidence, string.Join('|', l.Reasons))));
        Assert.Equal(forward.Origins.Select(o => (o.Root, string.Join(',', o.Reports))), backward.Origins.Select(o => (o.Root, string.Join(',', o.Reports))));
    }

    [Fact]
    public void No_reports_have_no_lineage()
    {
        StoryLineage lineage = Build();
        Assert.Empty(lineage.Links);
        Assert.Empty(lineage.Origins);
    }

    [Fact]
    public void Many_reprints_of_one_report_are_one_origin()
    {
        AnnotatedReport[] reports = [.. Enumerable.Range(0, 150).Select(i => Report($"r{i:000}", Bridge))];
        StoryLineage lineage = Build(reports);
        Assert.Equal(150, Assert.Single(lineage.Origins).Reports.Count);
    }
}
