using Stemma.Annotation.Tagging;

namespace Stemma.Annotation.Syntax;

/// <summary>
/// For each word of a sentence how many quotation marks, commas and verbs stand before it, in one number, so that what stands between two
/// words is a subtraction.
/// </summary>
internal static class WordsPassed
{
    // Three counters of ten bits: a sentence is parsed in pieces of DependencyParser.LongestSentence words.
    private const int CommaBits = 10, VerbBits = 20, Mask = 1023;

    // More of them than these are taken for these.
    private const int Most = 3;

    private static readonly uint s_comma = WordFacts.HashOf(",");

    /// <summary>Counts.</summary>
    /// <param name="words">The words.</param>
    /// <param name="passed">Where the counts go, one more than there are words.</param>
    public static void Count(ReadOnlySpan<SyntaxWord> words, Span<int> passed)
    {
        int sum = 0;
        for (int i = 0; i < words.Length; i++)
        {
            passed[i] = sum;
            ref readonly SyntaxWord word = ref words[i];
            if (word.IsMark)
                sum++;
            else if (word.Tag == (byte)UniversalTag.Verb)
                sum += 1 << VerbBits;
            else if (word.Tag == (byte)UniversalTag.Punct && word.Word == s_comma)
                sum += 1 << CommaBits;
        }
        passed[words.Length] = sum;
    }

    /// <summary>Whether quotation marks stand between two words: 0 where one is no word, 1 none, 2 as many closed as opened, 3 else.</summary>
    public static uint Quotes(ReadOnlySpan<int> passed, int a, int b, int none)
    {
        if (a == none || b == none)
            return 0;
        int marks = (passed[b] & Mask) - (passed[a] & Mask);
        return marks == 0 ? 1u : (marks & 1) == 0 ? 2u : 3u;
    }

    /// <summary>0 where one is no word, else one more than the commas from the first word to the second.</summary>
    public static uint Commas(ReadOnlySpan<int> passed, int a, int b, int none) => Between(passed, a, b, none, CommaBits);

    /// <summary>The same of verbs.</summary>
    public static uint Verbs(ReadOnlySpan<int> passed, int a, int b, int none) => Between(passed, a, b, none, VerbBits);

    private static uint Between(ReadOnlySpan<int> passed, int a, int b, int none, int bits) =>
        a == none || b == none ? 0u : 1 + (uint)Math.Min(Math.Abs(((passed[b] >> bits) & Mask) - ((passed[a] >> bits) & Mask)), Most);
}
