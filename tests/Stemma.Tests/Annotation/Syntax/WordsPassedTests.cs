using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;

namespace Stemma.Tests.Annotation.Syntax;

/// <summary>What stands between two words of a sentence: quotation marks, commas, verbs.</summary>
public class WordsPassedTests
{
    private const int NoWord = 12;

    // 0 “  1 Boats  2 ,  3 he  4 said  5 ,  6 sank  7 ”  8 ,  9 and  10 left
    private static int[] Passed()
    {
        (string, UniversalTag)[] words =
        [
            ("“", UniversalTag.Punct), ("Boats", UniversalTag.Noun), (",", UniversalTag.Punct), ("he", UniversalTag.Pron), ("said", UniversalTag.Verb), (",", UniversalTag.Punct),
            ("sank", UniversalTag.Verb), ("”", UniversalTag.Punct), (",", UniversalTag.Punct), ("and", UniversalTag.Cconj), ("left", UniversalTag.Verb),
        ];
        var passed = new int[words.Length + 1];
        WordsPassed.Count([.. words.Select(w => SyntaxWord.Of(w.Item1, PartOfSpeechTagger.English, w.Item2))], passed);
        return passed;
    }

    [Theory]
    [InlineData(1, 3, 1)]
    [InlineData(1, 6, 2)]
    [InlineData(3, 4, 0)]
    [InlineData(1, 11, 3)]
    public void Commas_between_two_words_are_counted(int from, int to, int commas) => Assert.Equal(1u + (uint)commas, WordsPassed.Commas(Passed(), from, to, NoWord));

    [Theory]
    [InlineData(0, 4, 0)]
    [InlineData(1, 6, 1)]
    [InlineData(4, 11, 3)]
    public void Verbs_from_one_word_to_another_are_counted(int from, int to, int verbs) => Assert.Equal(1u + (uint)verbs, WordsPassed.Verbs(Passed(), from, to, NoWord));

    [Theory]
    [InlineData(1, 6, 1u)]
    [InlineData(0, 10, 2u)]
    [InlineData(1, 10, 3u)]
    public void Marks_tell_whether_one_word_is_inside_them_and_the_other_is_not(int from, int to, uint side) => Assert.Equal(side, WordsPassed.Quotes(Passed(), from, to, NoWord));

    [Fact]
    public void Nothing_stands_between_a_word_and_none()
    {
        int[] passed = Passed();
        Assert.Equal((0u, 0u, 0u), (WordsPassed.Commas(passed, NoWord, 3, NoWord), WordsPassed.Verbs(passed, 3, NoWord, NoWord), WordsPassed.Quotes(passed, NoWord, 3, NoWord)));
    }
}
