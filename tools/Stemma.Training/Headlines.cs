using Stemma.Annotation.Tagging;

namespace Stemma.Training;

/// <summary>Copies of sentences as headlines are written: a capital on every word but short ones of the closed classes. Treebanks have few headlines, news many.</summary>
internal static class Headlines
{
    /// <summary>In sentences: one in so many has a copy, if it is as long as headlines are.</summary>
    private const int Every = 6;

    /// <summary>In words: headlines are no longer.</summary>
    private const int Longest = 16;

    /// <summary>In words: what is shorter is a heading or an exclamation.</summary>
    private const int Shortest = 4;

    /// <summary>In letters: a longer word of the closed classes has a capital too.</summary>
    private const int LongestSmall = 3;

    /// <summary>True where a sentence of the training text is copied.</summary>
    public static bool Copies(GoldSentence sentence, int place) => place % Every == 0 && IsOne(sentence);

    /// <summary>True where the sentence is as long as headlines are.</summary>
    public static bool IsOne(GoldSentence sentence) => sentence.Words.Length is >= Shortest and <= Longest;

    /// <summary>The copy of a sentence; a stop at its end is left out.</summary>
    public static GoldSentence Of(GoldSentence sentence)
    {
        GoldWord[] words = [.. sentence.Words.Select((w, i) => i > 0 && IsSmall(w) ? w : w with { Form = char.ToUpperInvariant(w.Form[0]) + w.Form[1..] })];
        return sentence with { Words = words[^1].Form == "." ? words[..^1] : words };
    }

    private static bool IsSmall(GoldWord word) =>
        word.Form.Length <= LongestSmall && word.Tag is UniversalTag.Adp or UniversalTag.Cconj or UniversalTag.Det or UniversalTag.Part or UniversalTag.Sconj or UniversalTag.Punct;
}
