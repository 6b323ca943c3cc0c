using Stemma.Annotation;
using Stemma.Comparison.Similarity;
using Stemma.Reports;

namespace Stemma.Stories.Claims;

/// <summary>Tells whether two values are given as the words of two sources: "120,000, said the unions", "45,000 according to the police".</summary>
internal static class Sources
{
    /// <summary>True where both reports name a source and the names have no word of content in common.</summary>
    public static bool Differ(ClaimSentence a, TextSpan x, ClaimSentence b, TextSpan y)
    {
        string[] left = Of(a, x), right = Of(b, y);
        return left.Length > 0 && right.Length > 0 && !left.Intersect(right, StringComparer.Ordinal).Any();
    }

    /// <summary>True where both reports name a source and the names share a word of content.</summary>
    public static bool AreOne(ClaimSentence a, TextSpan x, ClaimSentence b, TextSpan y) => Of(a, x).Intersect(Of(b, y), StringComparer.Ordinal).Any();

    // The stems of the words that tell who gives the value, and who tells that they do; none where nobody does, or a pronoun.
    private static string[] Of(ClaimSentence sentence, TextSpan value)
    {
        var stems = new List<string>();
        foreach (Attribution attribution in sentence.Attributions)
        {
            if (attribution is { Kind: AttributionKind.Speech, Source: { } source } && attribution.Content.Any(c => c.Contains(value)))
                stems.AddRange(sentence.Words.Where(w => w.IsContent && source.Contains(w.Span)).Select(w => w.Stem));
        }
        return [.. stems];
    }
}
