using System.Globalization;
using Stemma.Reports;

namespace Stemma.Comparison.Wordings;

/// <summary>Compares the marks between two words.</summary>
internal static class Punctuation
{
    /// <summary>In UTF-16 code units: what is longer between two words is no punctuation.</summary>
    private const int Longest = 8;

    /// <summary>True where the marks differ by more than their shape: curly or straight, one dash or another.</summary>
    public static bool Differs(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.SequenceEqual(b) || a.Length > Longest || b.Length > Longest)
            return false;
        int i = 0, j = 0;
        while (true)
        {
            while (i < a.Length && char.IsWhiteSpace(a[i]))
                i++;
            while (j < b.Length && char.IsWhiteSpace(b[j]))
                j++;
            if (i == a.Length || j == b.Length)
                return i != a.Length || j != b.Length;
            if (Plain(a[i++]) != Plain(b[j++]))
                return true;
        }
    }

    /// <summary>Where the marks stand, white space around them left out.</summary>
    /// <param name="between">What stands between the words.</param>
    /// <param name="start">Where that starts in its text.</param>
    public static TextSpan Marks(ReadOnlySpan<char> between, int start)
    {
        int first = 0, end = between.Length;
        while (first < end && char.IsWhiteSpace(between[first]))
            first++;
        while (end > first && char.IsWhiteSpace(between[end - 1]))
            end--;
        return first == end ? new TextSpan(start, start) : new TextSpan(start + first, start + end);
    }

    private static char Plain(char c) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.DashPunctuation => '-',
        UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation => '"',
        _ => c is '\'' or '„' or '‚' ? '"' : c,
    };
}
