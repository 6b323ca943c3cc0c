using System.Runtime.CompilerServices;
using System.Text;
using Stemma.Reports;

namespace Stemma.Comparison.Passages;

/// <summary>The letters and digits that a stretch of a report shows its reader, without the parts that were cut.</summary>
internal static class PlainWords
{
    /// <summary>True where one of the words [first, end) holds a letter or a digit, or is a percent sign; a lone "$" is no word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool AreIn(string text, ComparedText words, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            foreach (Rune rune in words.Spans[i].Over(text).EnumerateRunes())
            {
                if (Rune.IsLetterOrDigit(rune) || rune.Value == '%')
                    return true;
            }
        }
        return false;
    }

    /// <summary>True where no letter and no digit stands between the two spans, outside of cuts.</summary>
    /// <remarks>Linear in what stands between.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool AreNoneBetween(Report report, TextSpan first, TextSpan second)
    {
        int at = first.End;
        int cut = at < second.Start ? FirstCutAfter(report.Cuts, at) : 0;
        while (at < second.Start)
        {
            if (cut < report.Cuts.Count && at >= report.Cuts[cut].Span.Start)
            {
                at = Math.Max(at, report.Cuts[cut++].Span.End);
                continue;
            }
            _ = Rune.DecodeFromUtf16(report.Text.AsSpan(at), out Rune rune, out int length);
            if (Rune.IsLetterOrDigit(rune))
                return false;
            at += length;
        }
        return true;
    }

    // Cuts are in order.
    private static int FirstCutAfter(IReadOnlyList<Cut> cuts, int position)
    {
        int low = 0, high = cuts.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (cuts[middle].Span.End <= position)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
