using Stemma.Comparison.Passages;
using Stemma.Stories.Claims.Support;

namespace Stemma.Tests.Stories.Claims.Support;

/// <summary>What many reports tell and all have from one text.</summary>
public class PassedOnClaimsTests
{
    private const string Boats = "The yard at Ostermouth sold 212 boats to farmers in the valley.";
    private const string Edited = "The yard of Ostermouth has sold 212 boats to the farmers of the valley.";
    private const string Fair = "It rained and blew without end while the fair went on beside the pier.";

    private static ClaimStory Three(string first, string second, string third, PassageKind kind = PassageKind.Verbatim) => new ClaimStory().Report("a", first).Report("b", second).Report("c", third)
        .Took("b", "a", kind, (first, second)).Took("c", "b", kind, (second, third));

    [Fact]
    public void A_figure_that_went_from_report_to_report_is_told_with_its_way()
    {
        ClaimStory story = Three(Boats, Edited, Edited, PassageKind.Edited);
        SupportedClaim claim = Assert.Single(story.Claims());
        Assert.Equal("a b c", story.Chain(claim));
        Assert.Equal(["a: own", "b: edited from a", "c: edited from b"], story.Ways(claim));
    }

    [Fact]
    public void A_lost_dispatch_stands_at_the_head_of_the_way()
    {
        ClaimStory story = new ClaimStory().Report("a", Boats).Report("b", Boats).Report("c", Boats).Report("d", Boats).Lost("wire", "a", "c").Shares("a", "c", PassageKind.Verbatim, (Boats, Boats))
            .Took("b", "c", PassageKind.Verbatim, (Boats, Boats)).Took("d", "b", PassageKind.Verbatim, (Boats, Boats));
        Assert.Equal("wire a c b d", story.Chain(Assert.Single(story.Claims())));
    }

    [Fact]
    public void A_source_and_its_only_copy_are_not_wide() =>
        Assert.Empty(new ClaimStory().Report("a", Boats).Report("b", Boats).Took("b", "a", PassageKind.Verbatim, (Boats, Boats)).Claims());

    [Fact]
    public void A_sentence_with_nothing_to_check_is_left_out() => Assert.Empty(Three(Fair, Fair, Fair).Claims());

    [Fact]
    public void What_another_origin_tells_too_is_not_of_one_origin()
    {
        ClaimStory story = Three(Boats, Boats, Boats).Report("d", "According to the owners, 212 boats went to farmers in the valley, all from the yard.");
        Assert.DoesNotContain(story.Claims(), c => c.Roots.Count == 1);
    }

    [Fact]
    public void Statements_of_more_reports_and_more_figures_come_first()
    {
        const string Inn = "Nobody has stayed at the inn since 14 March of last year, the keeper wrote.";
        const string Both = "The yard lost 40 masts and 15 anchors in the storm.";
        ClaimStory story = new ClaimStory().Report("a", Boats, Inn, Both).Report("b", Boats, Inn, Both).Report("c", Boats, Inn, Both).Report("d", Boats)
            .Took("b", "a", PassageKind.Verbatim, (Boats, Boats), (Inn, Inn), (Both, Both)).Took("c", "a", PassageKind.Verbatim, (Boats, Boats), (Inn, Inn), (Both, Both))
            .Took("d", "a", PassageKind.Verbatim, (Boats, Boats));
        Assert.Equal(["40", "212"], story.Claims().Select(c => c.Values[0].Value).Take(2));
    }

    [Fact]
    public void A_figure_that_every_other_statement_has_is_a_name_and_not_told()
    {
        string[] sentences = ["The 450 ferry left the yard at Ostermouth with a brass band.", "Each 450 ferry burns less oil than the boats before it.", "Farmers in the valley had waited for the 450 ferry since autumn.", "A 450 ferry takes 88 lorries."];
        ClaimStory story = new ClaimStory().Report("a", sentences).Report("b", sentences).Report("c", sentences)
            .Took("b", "a", PassageKind.Verbatim, [.. sentences.Select(s => (s, s))]).Took("c", "a", PassageKind.Verbatim, [.. sentences.Select(s => (s, s))]);
        Assert.Equal(["88"], story.Claims().Select(c => c.Values[0].Value));
    }

    [Fact]
    public void Forty_statements_make_a_bounded_list()
    {
        string[] sentences = [.. Enumerable.Range(20, 40).Select(i => FormattableString.Invariant($"The yard number {i} sold {i * 7} boats and {i * 3} masts to the farmers."))];
        var story = new ClaimStory();
        for (int i = 0; i < 60; i++)
        {
            story.Report($"r{i:00}", sentences);
            if (i > 0)
                story.Took($"r{i:00}", "r00", PassageKind.Verbatim, [.. sentences.Select(s => (s, s))]);
        }
        Assert.InRange(story.Claims().Count, 10, 24);
    }
}
