using Stemma.Annotation;

namespace Stemma.Tests.Annotation.Speech;

/// <summary>Texts that are no news: nobody may be made to say what nobody said.</summary>
public class BadInputTests
{
    [Theory]
    [InlineData("<anna> \"lol\"\n<bo> \"what now\"\n[12:03] <cy> \"nope\"")]
    [InlineData("printf(\"hello %s\\n\", name);\nif (x == \"said\") { return 'a'; }")]
    [InlineData("Log.Say(\"Smith said it is over and we are done here\");")]
    [InlineData("{\"name\": \"Smith\", \"said\": \"we will win this and it is over\", \"list\": [\"a\", \"b is c\"]}")]
    [InlineData("\"id\",\"name\",\"said\"\n\"1\",\"Smith, John\",\"he said it is over\"")]
    [InlineData("<a href=\"x.html\" title=\"He said it is over\">link</a>")]
    [InlineData("The plank is 6\" x 4\" or 6 \" x 4 \", the door 5'11\" by 6' 2\".")]
    public void Chats_code_tables_and_measures_hold_no_speech(string text) => Assert.Empty(Annotated.Quotations(text));

    [Theory]
    [InlineData("שר הביטחון אמר: \"אנחנו לא נוותר\", והוסיף כי צה\"ל ערוך.", "אנחנו לא נוותר")]
    [InlineData("قال الوزير: «لن نتراجع عن موقفنا أبدا».", "لن نتراجع عن موقفنا أبدا")]
    [InlineData("Le ministre a déclaré : « Nous ne céderons pas. »", "Nous ne céderons pas.")]
    [InlineData("Der Minister sagte: „Wir geben nicht auf.“", "Wir geben nicht auf.")]
    public void Speech_in_a_language_it_does_not_know_is_marked_but_given_to_nobody(string text, string words) =>
        Assert.Equal([$"?: {words}"], Annotated.Quotations(text));

    [Fact]
    public void A_text_that_is_one_quotation_is_one_quotation_of_nobody()
    {
        string words = string.Join(' ', Enumerable.Repeat("We will not give up, and we said so.", 200));
        Assert.Equal([$"?: {words}"], Annotated.Quotations($"“{words}”"));
    }

    [Fact]
    public void A_thousand_unclosed_marks_give_words_to_nobody()
    {
        string text = string.Concat(Enumerable.Repeat("“ab cd ", 1000));
        Assert.All(Annotated.Report(text).Quotations, q => Assert.Null(q.Speaker));
    }

    [Fact]
    public void A_mark_that_is_never_closed_takes_no_more_than_its_paragraph()
    {
        const string Text = "Joren Falk said: “We wait.\nThe mill was built in 1822.\nThe river is low.";
        Assert.Equal(["Joren Falk: We wait."], Annotated.Quotations(Text));
    }

    // A hundred thousand words without a stop: whoever compares every cue with every other one does not come to an end here.
    [Theory]
    [InlineData("The plan, Smith said, is dead, and the house, ")]
    [InlineData("Smith, who said he, who told Jones, who added, said, ")]
    [InlineData("Smith ran, saying he would, adding more, telling them, ")]
    public void Reporting_clauses_without_end_are_read_in_pieces(string clause)
    {
        string text = string.Concat(Enumerable.Repeat(clause, 12_000)) + ".";
        Assert.All(Annotated.Report(text).Attributions, a => Assert.All(a.Content, c => Assert.InRange(c.Length, 1, 4_000)));
    }
}
