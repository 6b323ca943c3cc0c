using System.Globalization;

namespace Stemma.Comparison.Fingerprints;

/// <summary>Says in words why two documents were taken for copies.</summary>
internal static class CopyReasons
{
    /// <summary>The reasons, one sentence each.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="lengthA">In words.</param>
    /// <param name="lengthB">In words.</param>
    public static IReadOnlyList<string> Of(CopyPair pair, int lengthA, int lengthB)
    {
        if (pair.Kind == CopyKind.Identical)
            return [Say($"the same {lengthA} words in the same order")];
        int passages = pair.Passages.Count;
        var reasons = new List<string>
        {
            Say($"{Percent(pair.SharedA, lengthA)} of the words of the one ({pair.SharedA} of {lengthA}) and {Percent(pair.SharedB, lengthB)} of the other ({pair.SharedB} of {lengthB}) stand in both, in {passages} {(passages == 1 ? "passage" : "passages")}; the longest run without a change has {pair.LongestRun} words"),
        };
        if (pair.Kind == CopyKind.Quotation)
            reasons.Add("nearly all of it stands in quotation marks in both: both may have heard the same speaker, so that the pair makes no cluster");
        if (pair.StockWords > 0)
            reasons.Add(Say($"{pair.StockWords} of the shared words are stock text of many documents"));
        return reasons;
    }

    // Rounded down: nothing is called whole that is not.
    private static string Percent(int part, int whole) => Say($"{(long)part * 100 / whole} %");

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
