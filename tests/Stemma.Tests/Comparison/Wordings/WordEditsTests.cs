using FsCheck;
using FsCheck.Fluent;
using Stemma.Annotation;
using Stemma.Comparison.Similarity;
using Stemma.Comparison.Wordings;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Tests.Comparison.Wordings;

public class WordEditsTests
{
    private static WordingSide Side(string text)
    {
        AnnotatedReport report = Annotator.Annotate(new Report { Id = "x", Text = text });
        return new WordingSide(report, new TextSpan(0, text.Length), ReportWords.Of(report, Lexicon.English).All.ToArray(), MeaningWords.English);
    }

    private static IReadOnlyList<WordEdit> Edits(string a, string b)
    {
        WordingSide left = Side(a), right = Side(b);
        return WordEdits.Between(left, right, WordAlignment.Of(left.Words, right.Words, Lexicon.English), Lexicon.English, MeaningWords.English);
    }

    [Fact]
    public void What_the_edits_leave_is_the_same_on_both_sides()
    {
        Gen<string> text = Gen.Elements("the", "ferry", "burns", "burned", "harbour", "harbor", "no", "9", "nine", "north").ListOf().Select(w => string.Join(' ', w));
        Prop.ForAll(text.Two().ToArbitrary(), t =>
        {
            WordingSide a = Side(t.Item1), b = Side(t.Item2);
            IReadOnlyList<WordEdit> edits = WordEdits.Between(a, b, WordAlignment.Of(a.Words, b.Words, Lexicon.English), Lexicon.English, MeaningWords.English);
            IEnumerable<string> left = a.Words.Where(w => !edits.Any(e => e.A.Overlaps(w.Span))).Select(w => w.Form), right = b.Words.Where(w => !edits.Any(e => e.B.Overlaps(w.Span))).Select(w => w.Form);
            bool inOrder = edits.Zip(edits.Skip(1)).All(e => e.First.A.End <= e.Second.A.Start && e.First.B.End <= e.Second.B.Start);
            bool told = edits.All(e => (e.Kind == EditKind.Insert) == e.A.IsEmpty && (e.Kind == EditKind.Delete) == e.B.IsEmpty);
            return inOrder && told && left.SequenceEqual(right) && edits.All(e => e.Nature.IsHouseStyle()) == (WordEdits.Classify(edits, a.Words, b.Words) == WordingChange.Same);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("The harbour is open.", "The harbor is open.", EditNature.Spelling)]
    [InlineData("The café is open.", "The cafe is open.", EditNature.Spelling)]
    [InlineData("We do not sell boats.", "We don’t sell boats.", EditNature.Spelling)]
    [InlineData("It is the oldest mill.", "It’s the oldest mill.", EditNature.Spelling)]
    [InlineData("We bought nine boats.", "We bought 9 boats.", EditNature.Spelling)]
    [InlineData("A half-time job on the pier.", "A half time job on the pier.", EditNature.Punctuation)]
    [InlineData("The pier, the mill and the harbour burned.", "The pier, the mill, and the harbour burned.", EditNature.Punctuation)]
    [InlineData("The pier is in the town.", "The pier is within the town.", EditNature.FunctionWord)]
    [InlineData("The pier burns.", "The pier burned.", EditNature.Inflection)]
    [InlineData("We will buy boats.", "We will purchase boats.", EditNature.Synonym)]
    [InlineData("Mayor Ada Moor sold the boats.", "Mayor Moor sold the boats.", EditNature.NameForm)]
    [InlineData("The pier is safe.", "The pier is safe, and the mill looks safe as well.", EditNature.Addition)]
    [InlineData("The pier is safe, but we will not stop there.", "The pier is safe.", EditNature.Omission)]
    [InlineData("They improve the old pier.", "They enhance the old pier.", EditNature.Rephrased)]
    [InlineData("This is an invasion of the island.", "This is a conquest of the island.", EditNature.OtherWord)]
    [InlineData("A very quiet town.", "A quiet town.", EditNature.Degree)]
    [InlineData("The alleged thief fled north.", "The thief fled north.", EditNature.Hedge)]
    [InlineData("Almost everybody on the pier ran.", "Everybody on the pier ran.", EditNature.Hedge)]
    [InlineData("All fishermen lost their boats.", "Some fishermen lost their boats.", EditNature.Quantity)]
    [InlineData("About 40 boats burned.", "40 boats burned.", EditNature.Quantity)]
    [InlineData("We told Ada Moor to leave.", "We told Ben Hale to leave.", EditNature.Name)]
    [InlineData("We will close the pier.", "They will close the pier.", EditNature.Name)]
    [InlineData("We sold 40 boats.", "We sold 50 boats.", EditNature.Number)]
    [InlineData("Prices rise on the island.", "Prices fall on the island.", EditNature.Opposite)]
    [InlineData("We close before the storm.", "We close after the storm.", EditNature.Opposite)]
    [InlineData("If the repairs go well, one lane opens in May.", "One lane opens in May.", EditNature.Condition)]
    [InlineData("The pier may reopen in spring.", "The pier will reopen in spring.", EditNature.Modality)]
    [InlineData("The pier might collapse.", "The pier must collapse.", EditNature.Modality)]
    [InlineData("We plan to close the pier.", "We close the pier.", EditNature.Modality)]
    [InlineData("The pier is not safe.", "The pier is safe.", EditNature.Negation)]
    [InlineData("The pier is safe.", "The pier isn’t safe.", EditNature.Negation)]
    [InlineData("I do not believe that the pier is safe.", "The pier is safe.", EditNature.Negation)]
    public void The_gravest_edit_says_what_was_changed(string a, string b, EditNature nature)
    {
        IReadOnlyList<WordEdit> edits = Edits(a, b);
        Assert.True(edits.Count > 0 && edits.Max(e => e.Nature) == nature, string.Join("; ", edits.Select(e => $"{e.Nature} {e.A.In(a)} → {e.B.In(b)} ({e.Note})")));
    }

    [Theory]
    [InlineData("The pier is not safe.", "The pier is unsafe.")]
    [InlineData("It is not possible to reopen the pier.", "It is impossible to reopen the pier.")]
    [InlineData("The council did not answer the letter.", "The council failed to answer the letter.")]
    [InlineData("We will close the pier on Monday.", "We are closing the pier on Monday.")]
    [InlineData("The council has to take a decision.", "The council must make a decision.")]
    public void What_says_the_same_otherwise_is_not_called_a_changed_meaning(string a, string b) =>
        Assert.DoesNotContain(Edits(a, b), e => e.Nature.Effect() == MeaningEffect.Changed);

    [Fact]
    public void A_note_says_what_became_of_it()
    {
        Assert.Equal("possible → to come", Assert.Single(Edits("One lane could reopen.", "One lane will reopen.")).Note);
        Assert.Equal("“not” is gone", Assert.Single(Edits("The pier is not safe.", "The pier is safe.")).Note);
        Assert.Equal("Ada Moor → Ben Hale: another name", Assert.Single(Edits("We told Ada Moor to leave.", "We told Ben Hale to leave.")).Note);
    }

    [Fact]
    public void Broken_and_endless_words_are_harmless()
    {
        Assert.NotEmpty(Edits("\ud800café \udc00 not", "\ud800cafe may"));
        string many = string.Concat(Enumerable.Repeat("not may ", 3000));
        Assert.NotEmpty(Edits(many, many.Replace("may", "must", StringComparison.Ordinal)));
    }
}
