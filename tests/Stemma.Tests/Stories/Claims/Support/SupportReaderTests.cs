using Stemma.Comparison.Passages;
using Stemma.Stories.Claims;
using Stemma.Stories.Claims.Support;

namespace Stemma.Tests.Stories.Claims.Support;

/// <summary>On how many origins a claim stands, and which value on which.</summary>
public class SupportReaderTests
{
    private const string Boats = "The yard at Ostermouth sold 212 boats to farmers in the valley.";
    private const string Fewer = "The yard at Ostermouth sold 180 boats to farmers in the valley.";
    private const string OwnBoats = "The yard at Ostermouth, its owner said, sold 212 boats to farmers in the valley.";
    private const string Rain = "It rained on all four days of the autumn fair.";
    private const string Wind = "A cold wind tore down the tents beside the pier.";

    [Fact]
    public void Two_reports_that_took_nothing_are_two_origins() =>
        Assert.Equal(["Agree, 2 (a b): 212: a b from a b"], new ClaimStory().Report("a", Boats).Report("b", Wind, OwnBoats).Told());

    [Fact]
    public void A_copied_sentence_rests_on_the_text_it_was_taken_from() =>
        Assert.Equal(["Agree, 2 (a b): 212: a b c from a b"],
            new ClaimStory().Report("a", Boats).Report("b", Wind, OwnBoats).Report("c", Boats, Rain).Took("c", "a", PassageKind.Verbatim, (Boats, Boats)).Told());

    [Fact]
    public void A_sentence_of_its_own_stands_for_itself_even_in_a_report_that_took_others() =>
        Assert.Equal(["Agree, 2 (a c): 212: a c from a c"],
            new ClaimStory().Report("a", OwnBoats).Report("b", Rain).Report("c", Rain, Boats).Took("c", "b", PassageKind.Verbatim, (Rain, Rain)).Told());

    [Fact]
    public void Of_two_parents_the_one_that_has_the_sentence_is_behind_it()
    {
        ClaimStory story = new ClaimStory().Report("a", Boats).Report("b", Rain).Report("c", Boats, Rain).Report("d", OwnBoats)
            .Took("c", "a", PassageKind.Verbatim, (Boats, Boats)).Took("c", "b", PassageKind.Verbatim, (Rain, Rain));
        SupportedClaim claim = Assert.Single(story.Claims());
        Assert.Equal(["a: own", "c: verbatim from a", "d: own"], story.Ways(claim));
    }

    [Fact]
    public void A_report_that_has_other_text_from_one_that_tells_the_same_is_not_counted_apart()
    {
        ClaimStory story = new ClaimStory().Report("a", Boats, Rain).Report("b", Rain, OwnBoats).Report("c", "The yard at Ostermouth sold 212 boats to farmers in the valley, the mayor wrote.")
            .Took("b", "a", PassageKind.Verbatim, (Rain, Rain));
        SupportedClaim claim = Assert.Single(story.Claims());
        Assert.Equal(["a: own", "b: retold from a", "c: own"], story.Ways(claim));
        Assert.Equal(2, claim.Roots.Count);
    }

    [Fact]
    public void A_figure_that_was_changed_in_copying_begins_with_who_changed_it()
    {
        ClaimStory story = new ClaimStory().Report("a", Boats).Report("b", Fewer).Report("c", Fewer)
            .Took("b", "a", PassageKind.Edited, (Boats, Fewer)).Took("c", "b", PassageKind.Verbatim, (Fewer, Fewer));
        Assert.Equal(["Conflict, 1 (a): 180: b c from b; 212: a from a"], story.Told());
        Assert.Equal(["a: own", "b: edited from a, changed", "c: verbatim from b"], story.Ways(story.Claims()[0]));
    }

    [Fact]
    public void Of_several_children_of_a_lost_dispatch_the_one_that_differs_changed_it()
    {
        ClaimStory story = new ClaimStory().Report("a", Boats).Report("b", Boats).Report("c", Fewer).Lost("wire", "a", "b", "c")
            .Shares("a", "b", PassageKind.Verbatim, (Boats, Boats)).Shares("a", "c", PassageKind.Edited, (Boats, Fewer)).Shares("b", "c", PassageKind.Edited, (Boats, Fewer));
        Assert.Equal(["Conflict, 1 (wire): 212: a b from wire; 180: c from c"], story.Told());
    }

    [Fact]
    public void Of_two_children_that_differ_nobody_can_tell_which_changed_it()
    {
        ClaimStory story = new ClaimStory().Report("a", Boats).Report("b", Fewer).Lost("wire", "a", "b").Shares("a", "b", PassageKind.Edited, (Boats, Fewer));
        Assert.Equal(["Conflict, 1 (wire): 212: a from wire; 180: b from wire"], story.Told());
    }

    [Fact]
    public void The_same_words_are_one_text_even_where_no_link_tells_it()
    {
        ClaimStory story = new ClaimStory().Report("a", Boats).Report("b", Boats).Report("c", OwnBoats);
        Assert.Equal(["Agree, 2 (a c): 212: a b c from a c"], story.Told());
        Assert.Equal("b: shared from a", story.Ways(story.Claims()[0])[1]);
    }

    [Fact]
    public void A_value_copied_inside_a_longer_sentence_rests_on_where_it_was_copied_from()
    {
        const string Longer = "While everybody in the hall was waiting for the mayor of the town to speak at last, it was said that the yard at Ostermouth sold 212 boats to farmers in the valley.";
        const string Copied = "the yard at Ostermouth sold 212 boats to farmers in the valley";
        ClaimStory story = new ClaimStory().Report("a", "At noon, " + Copied + ".").Report("b", Longer).Took("b", "a", PassageKind.Verbatim, (Copied, Copied));
        Assert.DoesNotContain(story.Claims(), c => c.Roots.Count > 1);
    }

    [Fact]
    public void Neither_the_order_of_tellings_nor_a_report_without_the_sentence_between_them_changes_the_root()
    {
        const string Short = "The yard at Ostermouth sold boats to farmers in the valley.";
        ClaimStory story = new ClaimStory().Report("c", Boats).Report("b", Short).Report("a", Boats).Report("d", OwnBoats)
            .Took("b", "c", PassageKind.Edited, (Boats, Short)).Took("a", "b", PassageKind.Edited, (Short, Boats));
        SupportedClaim claim = Assert.Single(story.Claims());
        Assert.Equal(ClaimVerdict.Agree, claim.Claim.Verdict);
        Assert.Equal(2, claim.Roots.Count);
        Assert.Contains("a: edited from b", story.Ways(claim));
    }
}
