using FsCheck;
using FsCheck.Fluent;
using Stemma.Presentation;
using Stemma.Reports;

namespace Stemma.Tests.Presentation;

public class WordDiffTests
{
    [Theory]
    [InlineData("the fog came very quickly", "the fog came quickly", "[very→]")]
    [InlineData("the captain was right", "the skipper was right", "[captain→skipper]")]
    [InlineData("near the port", "off the old port", "[near→off][→old]")]
    [InlineData("don’t go", "don’t go", "")]
    [InlineData("", "new words", "[→new words]")]
    [InlineData("a ‘new’ sea", "a “new” sea", "")]
    public void The_changed_words_are_marked_and_no_others(string older, string newer, string expected)
    {
        IReadOnlyList<WordChange> changes = WordDiff.Changes(older, new TextSpan(0, older.Length), newer, new TextSpan(0, newer.Length))!;
        Assert.Equal(expected, string.Concat(changes.Select(c => $"[{c.Old.In(older)}→{c.New.In(newer)}]")));
    }

    [Fact]
    public void Outside_the_changes_both_texts_have_the_same_words()
    {
        Gen<string> texts = Gen.Elements("fog", "the", "sea", "a", "b", ",", "ran").ArrayOf().Select(w => string.Join(' ', w));
        Prop.ForAll(texts.ToArbitrary(), texts.ToArbitrary(), (a, b) =>
        {
            IReadOnlyList<WordChange> changes = WordDiff.Changes(a, new TextSpan(0, a.Length), b, new TextSpan(0, b.Length))!;
            return Rest(a, changes.Select(c => c.Old)) == Rest(b, changes.Select(c => c.New));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Texts_that_are_too_long_to_compare_are_not_compared()
    {
        string text = string.Concat(Enumerable.Repeat("word ", 100_000));
        Assert.Null(WordDiff.Changes(text, new TextSpan(0, text.Length), text, new TextSpan(0, text.Length)));
    }

    private static string Rest(string text, IEnumerable<TextSpan> spans)
    {
        foreach (TextSpan span in spans.Reverse())
            text = text.Remove(span.Start, span.Length);
        return string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
