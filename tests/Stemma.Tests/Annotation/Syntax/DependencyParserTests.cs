using FsCheck;
using FsCheck.Fluent;
using Stemma.Annotation;
using Stemma.Annotation.Syntax;
using Stemma.Reports;

namespace Stemma.Tests.Annotation.Syntax;

/// <summary>Trees: every word hangs on another or heads its sentence, whatever the text.</summary>
public class DependencyParserTests
{
    [Theory]
    [InlineData("The board sold the ferry.", "sold", "board", Relation.Subject)]
    [InlineData("The board sold the ferry.", "sold", "ferry", Relation.Object)]
    [InlineData("The ferry was sold by the board.", "sold", "ferry", Relation.PassiveSubject)]
    [InlineData("She said that the bridge is old.", "said", "old", Relation.ClauseComplement)]
    [InlineData("They plan to build a bridge.", "plan", "build", Relation.OpenComplement)]
    [InlineData("The owner of the mill smiled.", "owner", "mill", Relation.NounPhrase)]
    [InlineData("The man who built the mill smiled.", "man", "built", Relation.RelativeClause)]
    public void A_plain_sentence_has_the_tree_that_a_reader_gives_it(string text, string head, string dependent, Relation relation)
    {
        (ReportSyntax syntax, SentenceTree tree) = Parsed(text);
        int Word(string word) => Enumerable.Range(0, tree.Count).Single(i => syntax.Words[i].Span.In(text) == word);
        Assert.Equal(head, syntax.Words[tree.Head(Word(dependent))].Span.In(text));
        Assert.Equal(relation, tree.Relation(Word(dependent)));
    }

    [Fact]
    public void An_abbreviation_and_its_stop_are_one_word()
    {
        const string Text = "Mr. J. Falk left...";
        Assert.Equal(["Mr.", "J.", "Falk", "left", "..."], Parsed(Text).Syntax.Words.Select(w => w.Span.In(Text)));
    }

    [Fact]
    public void Every_word_reaches_the_head_of_its_sentence_whatever_the_text()
    {
        string[] pieces = ["said", " ", "Ana", "the", ",", ".", "“", "”", "that", "to", "?", "\n", "'s", "4", "\uD800", "and", "who", "’"];
        Arbitrary<string> texts = Gen.Elements(pieces).ListOf(60).Select(p => string.Concat(p)).ToArbitrary();
        Prop.ForAll(texts, AssertSound).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("said ", 2_000)]
    [InlineData("he said, ", 1_000)]
    [InlineData("(", 3_000)]
    [InlineData("and ", 3_000)]
    public void No_text_makes_it_fail(string piece, int times) => AssertSound(string.Concat(Enumerable.Repeat(piece, times)));

    private static void AssertSound(string text)
    {
        AnnotatedReport report = Annotator.Outline(new Report { Id = "a", Text = text, Language = "en" });
        var syntax = new ReportSyntax(text, report.Tokens, report.Sentences);
        for (int s = 0; s < report.Sentences.Count; s++)
        {
            SentenceTree tree = syntax.Tree(s);
            Assert.Equal(syntax.FirstWord(s + 1) - syntax.FirstWord(s), tree.Count);
            for (int i = 0; i < tree.Count; i++)
            {
                int word = i, steps = 0;
                while (tree.Head(word) != word && steps++ <= tree.Count)
                    word = tree.Head(word);
                Assert.Equal(word, tree.Head(word));
                Assert.Equal(tree.Head(i) == i, tree.Relation(i) == Relation.Root);
                Assert.True(tree.First(i) <= i && i <= tree.Last(i) && tree.First(tree.Head(i)) <= tree.First(i) && tree.Last(tree.Head(i)) >= tree.Last(i));
            }
        }
    }

    private static (ReportSyntax Syntax, SentenceTree Tree) Parsed(string text)
    {
        AnnotatedReport report = Annotator.Outline(new Report { Id = "a", Text = text, Language = "en" });
        var syntax = new ReportSyntax(text, report.Tokens, report.Sentences);
        return (syntax, syntax.Tree(0));
    }
}
