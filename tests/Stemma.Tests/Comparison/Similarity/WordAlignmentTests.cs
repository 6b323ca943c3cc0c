using FsCheck;
using FsCheck.Fluent;
using Stemma.Annotation;
using Stemma.Comparison.Similarity;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Tests.Comparison.Similarity;

public class WordAlignmentTests
{
    private static ComparableWord[] Words(string text) => ReportWords.Of(Annotator.Annotate(new Report { Id = "x", Text = text }), Lexicon.English).All.ToArray();

    private static WordAlignment Align(string a, string b) => WordAlignment.Of(Words(a), Words(b), Lexicon.English);

    [Fact]
    public void Words_are_compared_without_case_spelling_and_inflection_and_map_back()
    {
        const string Text = "The U.S. Neighbours bought twenty-one per cent.";
        Assert.Equal(["the", "US", "neighbors", "bought", "21", "percent"], Words(Text).Select(w => w.Form));
        Assert.Equal(["The", "U.S.", "Neighbours", "bought", "twenty-one", "per cent"], Words(Text).Select(w => w.Span.In(Text)));
    }

    [Fact]
    public void Forms_that_serve_several_reports_are_those_of_each_by_itself()
    {
        var forms = new WordForms(Lexicon.English);
        Gen<string> text = Gen.Elements("per", "cent", "per-cent", "%", "US", "us", "U.S.", "One", "one", "twenty-one", "21st", "ice-cold", "Harbour", "’").ListOf().Select(w => string.Join(' ', w));
        Prop.ForAll(text.ToArbitrary(), t => ReportWords.Of(Annotator.Annotate(new Report { Id = "x", Text = t }), forms).All.SequenceEqual(Words(t))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_country_is_not_the_pronoun()
    {
        Assert.True(Words("US")[0].IsContent);
        Assert.False(Words("us")[0].IsContent);
    }

    [Fact]
    public void Synonyms_stand_for_each_other_between_the_same_words()
    {
        AlignedWords pair = Align("They buy ferries", "They purchase ferries").Pairs[1];
        Assert.Equal((1, 1, false), (pair.A, pair.B, pair.Same));
    }

    [Fact]
    public void Indices_rise_and_each_word_is_used_once()
    {
        Gen<string> text = Gen.Elements("the", "ferry", "burns", "burned", "harbour", "harbor", "no", "9", "nine", ",").ListOf().Select(w => string.Join(' ', w));
        Prop.ForAll(text.Two().ToArbitrary(), t =>
        {
            var pairs = Align(t.Item1, t.Item2).Pairs;
            return pairs.Zip(pairs.Skip(1)).All(p => p.First.A < p.Second.A && p.First.B < p.Second.B) && pairs.All(p => p.Weight is > 0 and <= 1);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_text_is_aligned_with_itself_word_by_word() =>
        Assert.All(Align("The ferry burns in the old harbour.", "The ferry burns in the old harbour.").Pairs, p => Assert.True(p.Same && p.A == p.B));
}
