using Stemma.Reports;

namespace Stemma.Presentation;

/// <summary>A word-level difference: what of the older text became what of the newer one; equal runs are not listed.</summary>
/// <param name="Old">The run in the older text, maybe empty.</param>
/// <param name="New">The run in the newer text, maybe empty.</param>
internal readonly record struct WordChange(TextSpan Old, TextSpan New);

/// <summary>Marks the words that differ between two short texts, for showing only: what counts as copied is decided elsewhere.</summary>
/// <remarks>The shortest edit script of Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), section 4, on words.</remarks>
internal static class WordDiff
{
    // Words, both sides together. Above it no difference is shown: the work grows with words times differences.
    // Set so that the worst pair (all words differ) takes a few milliseconds; measure a page of 60 reports when it changes.
    private const int MostWords = 1200;

    /// <summary>The changes in text order; null where the texts are too long to compare.</summary>
    public static IReadOnlyList<WordChange>? Changes(string older, TextSpan olderSpan, string newer, TextSpan newerSpan)
    {
        List<TextSpan> a = Words(older, olderSpan);
        List<TextSpan> b = Words(newer, newerSpan);
        if (a.Count + b.Count > MostWords)
            return null;
        bool[] keptA = new bool[a.Count];
        bool[] keptB = new bool[b.Count];
        Match(a.Count, b.Count, (i, j) => Same(a[i].Over(older), b[j].Over(newer)), keptA, keptB);
        return Changes(a, b, keptA, keptB, olderSpan.Start, newerSpan.Start);
    }

    // Another house style of quotation marks is no change of the words.
    private static bool Same(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.SequenceEqual(b) || (a.Length == 1 && b.Length == 1 && Quotes.IsMark(a[0]) && Quotes.IsMark(b[0]));

    private static List<WordChange> Changes(List<TextSpan> a, List<TextSpan> b, bool[] keptA, bool[] keptB, int endA, int endB)
    {
        var changes = new List<WordChange>();
        int i = 0, j = 0;
        while (i < a.Count || j < b.Count)
        {
            int fromA = i, fromB = j;
            while (i < a.Count && !keptA[i])
                i++;
            while (j < b.Count && !keptB[j])
                j++;
            if (i > fromA || j > fromB)
                changes.Add(new WordChange(Run(a, fromA, i, endA), Run(b, fromB, j, endB)));
            if (i < a.Count && j < b.Count)
            {
                endA = a[i++].End;
                endB = b[j++].End;
            }
        }
        return changes;
    }

    private static TextSpan Run(List<TextSpan> words, int from, int to, int at) =>
        from < to ? new TextSpan(words[from].Start, words[to - 1].End) : new TextSpan(at, at);

    // Forward Myers with the trace of every step kept, walked back to mark the words that stay.
    private static void Match(int n, int m, Func<int, int, bool> same, bool[] keptA, bool[] keptB)
    {
        int most = n + m;
        int[] best = new int[2 * most + 2];
        var trace = new List<int[]>();
        for (int d = 0; d <= most; d++)
        {
            trace.Add(best[(most - d)..(most + d + 2)]);
            for (int k = -d; k <= d; k += 2)
            {
                bool down = k == -d || (k != d && best[most + k - 1] < best[most + k + 1]);
                int x = down ? best[most + k + 1] : best[most + k - 1] + 1;
                int y = x - k;
                while (x < n && y < m && same(x, y))
                {
                    x++;
                    y++;
                }
                best[most + k] = x;
                if (x < n || y < m)
                    continue;
                WalkBack(trace, n, m, keptA, keptB);
                return;
            }
        }
    }

    private static void WalkBack(List<int[]> trace, int x, int y, bool[] keptA, bool[] keptB)
    {
        for (int d = trace.Count - 1; d >= 0; d--)
        {
            int[] best = trace[d];
            int k = x - y;
            bool down = k == -d || (k != d && best[d + k - 1] < best[d + k + 1]);
            int previousK = down ? k + 1 : k - 1;
            int previousX = d == 0 ? 0 : best[d + previousK];
            int previousY = d == 0 ? 0 : previousX - previousK;
            while (x > previousX && y > previousY)
            {
                keptA[--x] = true;
                keptB[--y] = true;
            }
            (x, y) = (previousX, previousY);
        }
    }

    private static List<TextSpan> Words(string text, TextSpan span)
    {
        var words = new List<TextSpan>();
        int i = span.Start;
        while (i < span.End)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            int start = i;
            bool letters = char.IsLetterOrDigit(text[i]);
            do
                i++;
            while (letters && i < span.End && (char.IsLetterOrDigit(text[i]) || IsInside(text, i, span.End)));
            words.Add(new TextSpan(start, i));
        }
        return words;
    }

    // "don't", "US-led", "1.5" and letters beyond the basic plane stay one word.
    private static bool IsInside(string text, int i, int end) =>
        char.IsSurrogate(text[i]) || (text[i] is '\'' or '’' or '-' or '.' or ',' && i + 1 < end && char.IsLetterOrDigit(text[i + 1]));
}
