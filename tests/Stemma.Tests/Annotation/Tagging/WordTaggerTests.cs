using FsCheck;
using FsCheck.Fluent;
using Stemma.Annotation;
using Stemma.Annotation.Tagging;
using Stemma.Reports;

namespace Stemma.Tests.Annotation.Tagging;

public class WordTaggerTests
{
    [Theory]
    [InlineData("The ferry company bought four vessels on Monday .", "DET NOUN NOUN VERB NUM NOUN ADP PROPN PUNCT")]
    [InlineData("Lene Torvald said she could not confirm the damage .", "PROPN PROPN VERB PRON AUX PART VERB DET NOUN PUNCT")]
    [InlineData("They will record a new record .", "PRON AUX VERB DET ADJ NOUN PUNCT")]
    [InlineData("Because the road was closed , drivers waited and waited .", "SCONJ DET NOUN AUX VERB PUNCT NOUN VERB CCONJ VERB PUNCT")]
    [InlineData("Grondheim paid $ 40 to Skerrin", "PROPN VERB SYM NUM ADP PROPN")]
    public void Words_get_the_part_of_speech_that_the_sentence_gives_them(string sentence, string tags) =>
        Assert.Equal(tags, string.Join(' ', WordTagger.Tag(sentence.Split(' ')).Select(t => t.ToString().ToUpperInvariant())));

    [Fact]
    public void Words_that_are_written_together_are_tagged_apart() =>
        Assert.Equal(
            (string[])["Dale/PROPN", "'s/PART", "boats/NOUN", "did/AUX", "n't/PART", "reach/VERB", "the/DET", "well/ADV", "-/PUNCT", "known/VERB", "quay/NOUN", "./PUNCT"],
            Tagged("Dale's boats didn't reach the well-known quay."));

    [Fact]
    public void A_hyphen_inside_a_word_of_the_dictionary_parts_nothing() =>
        Assert.Contains("e-mail/NOUN", Tagged("The nurse read the e-mail twice."));

    [Fact]
    public void Typographic_apostrophes_are_straight_ones_to_the_tagger() =>
        Assert.Equal(Tagged("It isn't Dale's boat."), Tagged("It isn’t Dale’s boat.").Select(w => w.Replace('’', '\'')).ToArray());

    [Theory]
    [InlineData("Why the Bridge Repairs Took Ten Years", "Why/ADV the/DET Bridge/NOUN Repairs/NOUN Took/VERB Ten/NUM Years/NOUN")]
    [InlineData("Farmers Fear New Tax on Small Boats", "Farmers/NOUN Fear/VERB New/ADJ Tax/NOUN on/ADP Small/ADJ Boats/NOUN")]
    public void A_headline_with_a_capital_on_every_word_is_tagged_as_running_text_is(string headline, string tagged) => Assert.Equal(tagged, string.Join(' ', Tagged(headline)));

    [Fact]
    public void A_report_in_another_language_gets_no_tags() =>
        Assert.Empty(WordTagger.Tag(Annotator.Annotate(new Report { Id = "a", Text = "Die Fähre fuhr nicht.", Language = "de" })));

    [Fact]
    public void The_same_words_have_the_same_tags_wherever_the_sentence_stands()
    {
        const string sentence = "Two crews searched the harbour after the lights failed.";
        string[] alone = Tagged(sentence);
        string[] thrice = [.. alone, .. alone, .. alone];
        Assert.Equal(thrice, Tagged($"{sentence} {sentence}\n\n{sentence}"));
    }

    public static TheoryData<string> HostileTexts => new(
        new string('a', 1_000_000),
        string.Concat(Enumerable.Repeat("word ", 1_000_000)),
        string.Concat(Enumerable.Repeat("a-", 200_000)),
        string.Concat(Enumerable.Repeat("n't's", 200_000)),
        new string('-', 100_000),
        "\uD800 run \uDC00 'd \uDFFF-\uD83D 's",
        "");

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void No_text_makes_it_fail(string text) => AssertSound(text);

    [Fact]
    public void Every_token_is_covered_by_its_words_in_order_whatever_the_text()
    {
        string[] pieces = ["'", "’", "n't", "-", "‑", " ", "cannot", "gonna", "'s", "4", "U.S.", ".", "\uD800", "É", "“", "the", "\n", "e-mail", "\u00AD", "\u0301"];
        Arbitrary<string> texts = Gen.Elements(pieces).ListOf(30).Select(p => string.Concat(p)).ToArbitrary();
        Prop.ForAll(texts, AssertSound).QuickCheckThrowOnFailure();
    }

    private static void AssertSound(string text)
    {
        AnnotatedReport report = Annotator.Outline(new Report { Id = "a", Text = text, Language = "en" });
        IReadOnlyList<TaggedWord> words = WordTagger.Tag(report);
        int word = 0;
        for (int t = 0; t < report.Tokens.Count; t++)
        {
            int at = report.Tokens[t].Span.Start, first = t;
            for (; word < words.Count && words[word].Token == first; word++)
            {
                Assert.True(words[word].Span.Start == at && words[word].Span.Length > 0);
                at = words[word].Span.End;
            }
            // A word may be several tokens: "Mr" and ".".
            while (report.Tokens[t].Span.End < at)
                t++;
            Assert.Equal(report.Tokens[t].Span.End, at);
        }
        Assert.Equal(words.Count, word);
    }

    private static string[] Tagged(string text) =>
        [.. WordTagger.Tag(Annotator.Annotate(new Report { Id = "a", Text = text, Language = "en" })).Select(w => $"{w.Span.In(text)}/{w.Tag.ToString().ToUpperInvariant()}")];
}
