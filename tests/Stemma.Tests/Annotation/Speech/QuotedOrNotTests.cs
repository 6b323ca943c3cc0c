using FsCheck;
using FsCheck.Fluent;
using Stemma.Annotation.Speech;

namespace Stemma.Tests.Annotation.Speech;

public class QuotedOrNotTests
{
    [Theory]
    [InlineData(MarkedClues.OneWord | MarkedClues.Attributed)]
    [InlineData(MarkedClues.ManyWords | MarkedClues.Clause)]
    [InlineData(MarkedClues.TwoWords | MarkedClues.CueInSentence)]
    [InlineData(MarkedClues.LoneCapital | MarkedClues.OneWord | MarkedClues.Attributed)]
    internal void Words_that_somebody_is_likely_to_say_are_a_quotation(MarkedClues clues) => Assert.True(QuotedOrNot.IsQuoted(clues));

    [Theory]
    [InlineData(MarkedClues.OneWord)]
    [InlineData(MarkedClues.TwoWords | MarkedClues.TitleCase)]
    [InlineData(MarkedClues.TwoWords | MarkedClues.TitleCase | MarkedClues.AfterOwner | MarkedClues.Attributed)]
    [InlineData(MarkedClues.FewWords | MarkedClues.NoCue)]
    [InlineData(MarkedClues.OneWord | MarkedClues.BeforeNoun | MarkedClues.CueInSentence)]
    [InlineData(MarkedClues.ManyWords | MarkedClues.Clause | MarkedClues.Attributed | MarkedClues.AfterNaming)]
    internal void Titles_names_and_labels_are_none(MarkedClues clues) => Assert.False(QuotedOrNot.IsQuoted(clues));

    [Fact]
    public void Somebody_who_says_it_never_makes_speech_less_likely()
    {
        Arbitrary<long> any = Gen.Choose(0, int.MaxValue).Select(i => (long)i).ToArbitrary();
        Prop.ForAll(any, bits =>
        {
            MarkedClues clues = (MarkedClues)bits & ~(MarkedClues.Attributed | MarkedClues.NoSpeaker);
            return QuotedOrNot.Points(clues | MarkedClues.Attributed) > QuotedOrNot.Points(clues);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_heading_in_marks_is_never_speech_whatever_else_it_shows()
    {
        Arbitrary<long> any = Gen.Choose(0, int.MaxValue).Select(i => (long)i).ToArbitrary();
        Prop.ForAll(any, bits => !QuotedOrNot.IsQuoted((MarkedClues)bits | MarkedClues.Heading)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_reasons_name_what_told_for_it() =>
        Assert.Equal("many words, words of a whole clause, a verb of speech in the sentence", QuotedOrNot.Reasons(MarkedClues.ManyWords | MarkedClues.Clause | MarkedClues.CueInSentence));
}
