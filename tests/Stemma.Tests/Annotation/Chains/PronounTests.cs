using FsCheck.Fluent;
using Stemma.Annotation;
using Stemma.Annotation.Chains;
using Stemma.Reports;
using Stemma.Tests.Stories;

namespace Stemma.Tests.Annotation.Chains;

public class PronounTests
{
    private static string[] Resolved(string text) =>
        [.. Pronouns.Resolve(Annotated.Report(text)).Select(r => $"{r.Span.In(text)} = {r.Name}")];

    [Theory]
    [InlineData("Ana Lund opened the mill in May. She sold it in June.", "She = Ana Lund")]
    [InlineData("Robert Lund met his brother at the mill.", "his = Robert Lund")]
    [InlineData("When she came home, Ana Lund opened the window.", "she = Ana Lund")]
    [InlineData("The dog followed Robert Lund and bit him.", "him = Robert Lund")]
    public void A_pronoun_stands_for_the_only_person(string text, string expected) => Assert.Equal([expected], Resolved(text));

    [Theory]
    [InlineData("Robert Lund met Anna Moen at the harbour. She thanked him.", "She = Anna Moen", "him = Robert Lund")]
    [InlineData("Mrs Torvald wrote to Mr Skarn. He never answered her.", "He = Skarn", "her = Torvald")]
    public void A_first_name_or_a_title_tells_who_is_he_and_who_she(string text, string first, string second) => Assert.Equal([first, second], Resolved(text));

    [Fact]
    public void Whom_the_sentence_is_about_is_meant_sooner_than_whom_it_mentions()
    {
        const string Text = "Robert Lund left the council in May after a quarrel with Peter Holm. He now runs a bakery in the old town, and his bread sells well.";
        Assert.Equal(["He = Robert Lund", "his = Robert Lund"], Resolved(Text));
    }

    [Fact]
    public void Nobody_is_meant_where_nobody_is_named() => Assert.Empty(Resolved("He came late, and she left early. His coat was wet."));

    [Fact]
    public void Bodies_and_places_are_nobody() => Assert.Empty(Resolved("The World Harbour Court ruled in Norway. He disagreed."));

    [Fact]
    public void The_chain_has_every_place_that_names_the_person()
    {
        const string Text = "Ana Lund spoke first. Lund said the mill was old. She wants to sell it.";
        ResolvedPronoun she = Assert.Single(Pronouns.Resolve(Annotated.Report(Text)));
        Assert.Equal(["Ana Lund", "Lund"], she.Chain.Select(s => s.In(Text)));
        Assert.Equal("Lund", she.Mention.In(Text));
    }

    [Fact]
    public void A_reporter_does_not_take_up_whom_a_speaker_names()
    {
        const string Text = "Robert Lund came to the hall on Friday. “We will miss Peter Holm,” he said.";
        Assert.Equal(["he = Robert Lund"], Resolved(Text));
    }

    [Fact]
    public void A_given_name_is_a_person_whatever_the_engine_took_it_for()
    {
        const string Text = "The mayor thanked Mill for the bread that he had baked.";
        int start = Text.IndexOf("Mill", StringComparison.Ordinal);
        ResolvedPronoun he = Assert.Single(Pronouns.Resolve(Annotated.Report(Text), [new TextSpan(start, start + 4)]));
        Assert.Equal("Mill", he.Name);
    }

    [Fact]
    public void Whatever_the_text_a_pronoun_stands_for_a_name_of_it() =>
        FsCheck.Check.One(AnyText.Config(100), Prop.ForAll(AnyText.Texts.ToArbitrary(), text =>
        {
            AnnotatedReport report = Annotated.Report(text);
            IReadOnlyList<ResolvedPronoun> found = Pronouns.Resolve(report);
            Assert.All(found, r => Assert.Contains(r.Mention, r.Chain));
            Assert.All(found, r => Assert.All(r.Chain, m => Assert.Contains(report.Names, n => n.Span == m)));
            Assert.Equal(found.Select(r => r.Span.Start).Order(), found.Select(r => r.Span.Start));
            Assert.Equal(found.Select(r => (r.Span, r.Mention)), Pronouns.Resolve(report).Select(r => (r.Span, r.Mention)));
        }));

    [Theory]
    [InlineData("Ana Lund met Robert Holm and he said she ")]
    [InlineData("he she his ")]
    [InlineData("Ana Bo Kari Per ")]
    public void A_text_of_nothing_but_names_and_pronouns_is_read(string piece) =>
        Assert.NotNull(Pronouns.Resolve(Annotated.Report(string.Concat(Enumerable.Repeat(piece, 20_000)))));
}
