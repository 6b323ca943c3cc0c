using Stemma.Annotation;
using Stemma.Comparison.Passages;
using static Stemma.Tests.Comparison.Passages.Texts;

namespace Stemma.Tests.Comparison.Passages;

public class SegmentChainsTests
{
    private static readonly string[] s_tale =
    [
        "The miller of Oster woke before dawn because the wheel had stopped turning in the stream.",
        "He put on his boots, took the lantern from the shelf and went down the wet steps to the sluice.",
        "A trunk of alder as thick as a barrel had wedged itself between the gate and the stones.",
        "His daughter heard the shouting and ran out with a rope over her shoulder.",
        "Together they tied it round the trunk and hitched the grey horse to the other end.",
        "Three times the horse pulled, and three times the knot slipped from the bark.",
        "At the fourth pull the wood came free and the water roared back into the channel.",
        "By sunrise the stones were grinding barley again, and nobody in the village knew how near the season had come to ruin.",
    ];

    private static readonly string[] s_retold =
    [
        "Before it was light the man who kept the Oster mill was awake, since he could no longer hear the wheel go round.",
        "With boots on his feet and a lantern in his hand he climbed down to look at the sluice.",
        "What he saw was a great alder, jammed fast where the stones meet the gate.",
        "When the girl, his daughter, was woken by the noise, she came out bringing rope.",
        "It was bound about the tree, and their grey horse was made to draw.",
        "But the knot would not hold on such bark; thrice the beast pulled in vain.",
        "Only at a fourth attempt did the tree let go, and with a roar the water filled the channel.",
        "So barley was being ground when the sun rose, and the village never learned that a whole season had nearly been lost.",
    ];

    [Fact]
    public void A_text_that_is_retold_sentence_by_sentence_is_found_as_a_whole()
    {
        AnnotatedReport[] reports = [Report("a", [.. Orchard, .. s_tale]), Report("b", [.. s_retold, .. Bridge])];
        var copied = PassageFinder.Find(reports).Where(p => p.Use == PassageUse.Copied).ToList();
        Assert.All(copied, p => Assert.Equal(PassageKind.Reworded, p.Kind));
        string[] found = [.. copied.Select(p => p.SpanB.In(reports[1].Text))];
        Assert.True(s_retold.Count(sentence => found.Any(f => f.Contains(sentence, StringComparison.Ordinal))) >= 7, string.Join('\n', found));
        Assert.DoesNotContain(found, f => Bridge.Any(sentence => f.Contains(sentence, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_same_weak_likeness_in_another_order_proves_nothing()
    {
        int[] mixed = [4, 1, 6, 3, 0, 7, 2, 5];
        AnnotatedReport[] reports = [Report("a", [.. Orchard, .. s_tale]), Report("b", [.. mixed.Select(i => s_retold[i]), .. Bridge])];
        int found = PassageFinder.Find(reports).Count(p => p.Use == PassageUse.Copied);
        Assert.True(found <= 2, $"{found} passages");
    }

    [Fact]
    public void A_weak_sentence_between_copied_ones_is_taken_with_them()
    {
        string reworded = "Businesses across the water expect fewer customers at the winter market.";
        AnnotatedReport[] reports = [Report("a", Bridge), Report("b", [.. Bridge[..3], reworded, .. Bridge[4..]])];
        Assert.Contains(PassageFinder.Find(reports), p => p.SpanB.In(reports[1].Text).Contains(reworded, StringComparison.Ordinal) && p.SpanA.In(reports[0].Text).Contains(Bridge4, StringComparison.Ordinal));
    }

    [Fact]
    public void Own_reporting_behind_a_copy_stays_outside_of_it()
    {
        AnnotatedReport[] reports =
        [
            Report("a", [.. Bridge, "The mayor of Varnholt called the closure painful for the whole valley and its farmers."]),
            Report("b", [.. Bridge, "In Varnholt the fire brigade practised all week how to reach the far bank without it."]),
        ];
        Assert.All(PassageFinder.Find(reports), p => Assert.True(p.SpanA.End <= reports[0].Text.IndexOf(" The mayor", StringComparison.Ordinal) || p.SpanA.End <= reports[0].Text.IndexOf("\nThe mayor", StringComparison.Ordinal) + 1));
    }

    [Fact]
    public void Other_words_of_the_same_speaker_are_not_the_same_words()
    {
        AnnotatedReport[] reports =
        [
            Report("a", [.. Bridge, "“We ask everybody for patience while the crews work,” said council spokeswoman Mira Holmqvist of Varnholt."]),
            Report("b", [.. Bridge, "“Not one shopkeeper was told of the detour,” said council spokeswoman Mira Holmqvist of Varnholt."]),
        ];
        Assert.DoesNotContain(PassageFinder.Find(reports), p => p.SpanA.In(reports[0].Text).Contains("patience", StringComparison.Ordinal));
    }
}
