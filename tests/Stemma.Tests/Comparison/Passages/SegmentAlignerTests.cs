using FsCheck;
using FsCheck.Fluent;
using Stemma.Comparison.Passages;
using Stemma.Languages;
using static Stemma.Tests.Comparison.Passages.Texts;

namespace Stemma.Tests.Comparison.Passages;

public class SegmentAlignerTests
{
    /// <summary>Invented words: no two have a stem or a sense in common.</summary>
    private static readonly string[] s_words = ["blorn", "drask", "plim", "quont", "vrelt", "zamp", "kroft"];

    private static readonly Gen<int[]> s_runs = Gen.Choose(0, s_words.Length - 1).ArrayOf().Where(w => w.Length is > 0 and <= 40);

    private static Agreement Align(int[] a, int[] b)
    {
        var vocabulary = new StoryVocabulary(Lexicon.English);
        ComparedText[] texts = [.. new[] { a, b }.Select(run => ComparedText.Of(Report("x", ["It " + string.Join(' ', run.Select(w => s_words[w])) + "."]), vocabulary))];
        vocabulary.Weigh(texts);
        // The first word is there to make it a sentence.
        return new SegmentAligner(vocabulary).Align(texts[0], 1, texts[0].Words.Length, texts[1], 1, texts[1].Words.Length);
    }

    [Fact]
    public void A_run_agrees_wholly_with_itself() =>
        Prop.ForAll(s_runs.ToArbitrary(), run =>
        {
            Agreement agreement = Align(run, run);
            return Math.Abs(agreement.Score - 1) < 1e-9 && agreement.SameWords == run.Length && agreement.LongestRun == run.Length && agreement.Ratio == 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_share_is_between_nothing_and_all_and_the_order_of_the_two_texts_changes_nothing() =>
        Prop.ForAll(s_runs.Two().ToArbitrary(), runs =>
        {
            Agreement there = Align(runs.Item1, runs.Item2), back = Align(runs.Item2, runs.Item1);
            return there.Score is >= 0 and <= 1 + 1e-9 && there.CoverA is >= 0 and <= 1 && there.Ratio is >= 0 and <= 1
                && there.SameWords <= Math.Min(runs.Item1.Length, runs.Item2.Length)
                && Math.Abs(there.Score - back.Score) < 1e-9 && Math.Abs(there.CoverA - back.CoverB) < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Words_in_order_are_worth_more_than_the_same_words_moved() =>
        Assert.True(Align([0, 1, 2, 3, 4], [0, 1, 2, 3, 4]).Score > Align([0, 1, 2, 3, 4], [3, 4, 0, 1, 2]).Score);

    [Fact]
    public void No_common_word_gives_nothing() => Assert.Equal(0, Align([0, 1, 2], [3, 4, 5]).Score);
}
