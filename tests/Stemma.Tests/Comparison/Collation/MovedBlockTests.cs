using Stemma.Comparison.Collation;
using static Stemma.Tests.Comparison.Collation.Collations;

namespace Stemma.Tests.Comparison.Collation;

public class MovedBlockTests
{
    private const string Crane = "A crane fell into the basin of the old harbour. ";
    private const string Divers = "Divers searched the muddy water until nightfall without result. ";
    private const string Council = "The town council had ordered an inspection only last spring. ";

    [Fact]
    public void A_sentence_that_changed_places_is_told_with_both_places()
    {
        string[] texts = [Crane + Divers + Council, Crane + Council + Divers, Crane + Divers + Council];
        Apparatus apparatus = Of(texts);
        MovedBlock move = Assert.Single(apparatus.Moves);
        Assert.Equal("divers searched the muddy water until nightfall without result", move.Form);
        Assert.Equal(["(a c) … (b)"], Moves(apparatus).Select(m => m.Split(": ")[1]));
        Assert.All(move.First.Witnesses.Concat(move.Second.Witnesses), w => Assert.Equal(Divers.TrimEnd(' ', '.'), w.Span.In(texts[w.Witness])));
    }

    [Fact]
    public void A_moved_sentence_that_was_also_edited_is_one_block()
    {
        Apparatus apparatus = Of(Crane + Divers + Council + Crane[..^2] + " again", Crane + Council + Divers.Replace("muddy", "cold", StringComparison.Ordinal) + Crane[..^2] + " again");
        Assert.Equal("divers searched the muddy water until nightfall without result: (a) … (b)", Assert.Single(Moves(apparatus)));
    }

    [Fact]
    public void A_word_that_changed_its_place_in_a_sentence_has_moved()
    {
        Apparatus apparatus = Of("the crane fell yesterday into the basin of the harbour", "yesterday the crane fell into the basin of the harbour");
        Assert.Equal(["yesterday: (b) … (a)"], Moves(apparatus));
    }

    [Fact]
    public void What_is_said_twice_has_not_moved()
    {
        Apparatus apparatus = Of(Crane + Divers + Council + Divers, Crane + Divers + Council, Crane + Council + Divers);
        Assert.Empty(apparatus.Moves);
    }

    [Fact]
    public void Texts_that_only_leave_words_out_have_no_moves()
    {
        Apparatus apparatus = Of(Crane + Divers + Council, Crane + Council, Divers + Council, Crane + Divers);
        Assert.Empty(apparatus.Moves);
    }
}
