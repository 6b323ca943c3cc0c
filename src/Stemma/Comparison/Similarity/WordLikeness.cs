using Stemma.Languages;

namespace Stemma.Comparison.Similarity;

/// <summary>How far two words say the same.</summary>
/// <remarks>Set by hand with <see cref="SentenceSimilarity"/>, see there.</remarks>
internal static class WordLikeness
{
    /// <summary>A word of the same stem but another form counts so much of a same word.</summary>
    public const double SameStem = 0.97;

    /// <summary>A synonym or a derived word counts so much of a same word.</summary>
    private const double Related = 0.8;

    /// <summary>A word that begins alike counts so much of a same word.</summary>
    private const double LikeBeginning = 0.6;

    /// <summary>In letters: a common beginning of this length makes two words alike, whatever their ends.</summary>
    private const int SureBeginning = 5;

    /// <summary>In letters: a shorter one, of words that differ in no more than <see cref="ShortEnding"/> after it.</summary>
    private const int ShortBeginning = 4;

    /// <summary>In letters.</summary>
    private const int ShortEnding = 3;

    /// <summary>From 0, nothing in common, to 1, the same word but for house style.</summary>
    public static double Of(in ComparableWord x, in ComparableWord y, Lexicon lexicon)
    {
        if (string.Equals(x.Form, y.Form, StringComparison.Ordinal))
            return 1;
        if (string.Equals(x.Stem, y.Stem, StringComparison.Ordinal))
            return SameStem;
        if (!x.IsContent || !y.IsContent)
            return 0;
        if (lexicon.AreSynonyms(x.Form, y.Form) || lexicon.AreDerived(x.Form, y.Form))
            return Related;
        int same = x.Form.AsSpan().CommonPrefixLength(y.Form);
        bool begins = same >= SureBeginning || (same >= ShortBeginning && same >= Math.Max(x.Form.Length, y.Form.Length) - ShortEnding);
        return begins && !char.IsDigit(x.Form[0]) ? LikeBeginning : 0;
    }
}
