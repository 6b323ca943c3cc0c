using System.Collections.Frozen;
using Stemma.Comparison.Similarity;
using Stemma.Languages;

namespace Stemma.Stories.Claims;

/// <summary>Tells where a number may have grown between two reports: "there are now 41 cases".</summary>
internal static class Updates
{
    private static readonly Lazy<FrozenSet<string>> s_cues = new(() => TableFile.Lines("En/update-cues.txt").ToFrozenSet(StringComparer.Ordinal));

    /// <summary>True where the reports are of different days, or of days that are not known, and one of the sentences says that its count is one of the moment.</summary>
    public static bool May(ClaimSentence a, ClaimSentence b) => (a.Published is null || a.Published != b.Published) && (Says(a) || Says(b));

    private static bool Says(ClaimSentence sentence)
    {
        for (int i = 0; i < sentence.Words.Length; i++)
        {
            ComparableWord word = sentence.Words[i];
            if (s_cues.Value.Contains(word.Form) || (i > 0 && s_cues.Value.Contains(sentence.Words[i - 1].Form + " " + word.Form)))
                return true;
        }
        return false;
    }
}
