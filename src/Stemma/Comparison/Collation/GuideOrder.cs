namespace Stemma.Comparison.Collation;

/// <summary>
/// In which order texts join the collation: first the one that is most like all others, then always the one that is most
/// like any that has joined (the order in which Prim's algorithm grows a tree of nearest neighbours).
/// </summary>
internal static class GuideOrder
{
    /// <summary>Marks kept of a text (bottom-k sketch, Cohen 1997): enough to rank neighbours.</summary>
    private const int Marks = 256;

    /// <summary>Marks kept where there are many texts.</summary>
    private const int FewMarks = 64;

    /// <summary>Above it, few marks are kept, so that a thousand texts are ordered in well under a second.</summary>
    private const int ManyTexts = 300;

    /// <summary>The numbers of the texts in the order in which they join. Quadratic in the texts, not in their length.</summary>
    public static int[] Of(WordRuns runs, IReadOnlyList<int[]> texts, CancellationToken cancellation)
    {
        int n = texts.Count, kept = n > ManyTexts ? FewMarks : Marks;
        uint[][] sketches = [.. Enumerable.Range(0, n).Select(t => Sketch(runs.Runs[t], texts[t], kept))];
        var sums = new long[n];
        for (int a = 0; a < n; a++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int b = a + 1; b < n; b++)
            {
                int shared = Shared(sketches[a], sketches[b]);
                sums[a] += shared;
                sums[b] += shared;
            }
        }
        var order = new int[n];
        var nearest = new int[n];
        Array.Fill(nearest, -1);
        for (int k = 0; k < n; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            int next = -1;
            for (int t = 0; t < n; t++)
            {
                if (nearest[t] != Joined && (next < 0 || (nearest[t], sums[t], texts[t].Length).CompareTo((nearest[next], sums[next], texts[next].Length)) > 0))
                    next = t;
            }
            order[k] = next;
            nearest[next] = Joined;
            for (int t = 0; t < n; t++)
            {
                if (nearest[t] != Joined)
                    nearest[t] = Math.Max(nearest[t], Shared(sketches[next], sketches[t]));
            }
        }
        return order;
    }

    private const int Joined = int.MinValue;

    // The smallest hashes of its runs and words: the same marks fall to the same words in every text.
    private static uint[] Sketch(int[] runs, int[] words, int kept)
    {
        var marks = new uint[runs.Length + words.Length];
        for (int i = 0; i < runs.Length; i++)
            marks[i] = Mixed((uint)runs[i] * 2);
        for (int i = 0; i < words.Length; i++)
            marks[runs.Length + i] = Mixed((uint)words[i] * 2 + 1);
        Array.Sort(marks);
        int n = 0;
        for (int i = 0; i < marks.Length && n < kept; i++)
        {
            if (n == 0 || marks[n - 1] != marks[i])
                marks[n++] = marks[i];
        }
        return marks[..n];
    }

    // The finaliser of MurmurHash3: spreads neighbouring numbers over the whole range.
    private static uint Mixed(uint x)
    {
        x = (x ^ (x >> 16)) * 0x85EBCA6Bu;
        x = (x ^ (x >> 13)) * 0xC2B2AE35u;
        return x ^ (x >> 16);
    }

    private static int Shared(uint[] a, uint[] b)
    {
        int i = 0, j = 0, shared = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
        return shared;
    }
}
