using System.Collections.Frozen;
using Stemma.Comparison.Similarity;
using Stemma.Languages;

namespace Stemma.Stories.Claims;

/// <summary>Tells where a number may have grown between two reports: "there are now 41 cases".</summary>
internal static class Updates
{
    private static readonly Lazy<FrozenSet<string>> s_cues = new(() => TableFile.Lines("En/update-cues.txt").ToFrozenSet(StringComparer.Ordinal));

    /// <summary>In words: how near to a number a cue speaks of it.</summary>
    private const int Near = 6;

    /// <summary>True where the reports are of different days, or of days that are not known, and one of the sentences says of its number that it is one of the moment.</summary>
    public static bool May(ClaimSentence a, in Quantity x, ClaimSentence b, in Quantity y) => (a.Published is null || a.Published != b.Published) && (Says(a, x) || Says(b, y));

    /// <summary>True where the words beside a number say that it is one of the moment.</summary>
    public static bool Says(ClaimSentence sentence, in Quantity quantity)
    {
        int end = Math.Min(sentence.Words.Length, quantity.LastOfPhrase + Near + 1);
        for (int i = Math.Max(0, quantity.FirstOfPhrase - Near); i < end; i++)
        {
            ComparableWord word = sentence.Words[i];
            if (s_cues.Value.Contains(word.Form) || (i > 0 && s_cues.Value.Contains(sentence.Words[i - 1].Form + " " + word.Form)))
                return true;
        }
        return false;
    }
}
