using Stemma.Annotation;
using Stemma.Reports;

namespace Stemma.Library.Store;

/// <summary>Sentences of one version that became others in the next.</summary>
/// <param name="Old">In the older version's text; empty where something was added.</param>
/// <param name="New">In the newer version's text; empty where something was left out.</param>
public readonly record struct VersionChange(TextSpan Old, TextSpan New);

/// <summary>What changed from one version of a report to the next, sentence by sentence; what is cut, and spacing, is no change.</summary>
public static class VersionChanges
{
    /// <summary>In pairs of sentences: where more differ, all between the first and the last difference is one change.</summary>
    private const int MostPairs = 1_000_000;

    /// <summary>The changes in text order.</summary>
    public static IReadOnlyList<VersionChange> Between(Report older, Report newer)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        (string Words, TextSpan Span)[] a = Sentences(older), b = Sentences(newer);
        int start = 0, endA = a.Length, endB = b.Length;
        while (start < endA && start < endB && a[start].Words == b[start].Words)
            start++;
        while (endA > start && endB > start && a[endA - 1].Words == b[endB - 1].Words)
        {
            endA--;
            endB--;
        }
        List<(int A, int B)> kept = (long)(endA - start) * (endB - start) <= MostPairs ? Common(a[start..endA], b[start..endB]) : [];
        var changes = new List<VersionChange>();
        int i = start, j = start;
        foreach ((int keptA, int keptB) in kept.Select(k => (k.A + start, k.B + start)).Append((endA, endB)))
        {
            if (keptA > i || keptB > j)
                changes.Add(new VersionChange(Run(a, i, keptA), Run(b, j, keptB)));
            (i, j) = (keptA + 1, keptB + 1);
        }
        return changes;
    }

    /// <summary>True where a report has a sentence with these words.</summary>
    public static bool Holds(Report report, string words) => Sentences(report).Any(s => s.Words == words);

    /// <summary>The sentences of a part of a report, in words alone, as <see cref="Holds"/> compares them.</summary>
    public static IReadOnlyList<string> SentencesIn(Report report, TextSpan part) => [.. Sentences(report).Where(s => part.Contains(s.Span)).Select(s => s.Words)];

    private static (string Words, TextSpan Span)[] Sentences(Report report) =>
        [.. Annotator.Outline(report).Sentences.Select(s => (string.Join(' ', SearchWords.Of(s.Span.In(report.Text)).Select(w => w.Folded)), s.Span)).Where(s => s.Item1.Length > 0)];

    private static TextSpan Run((string Words, TextSpan Span)[] sentences, int from, int to) =>
        from < to ? new TextSpan(sentences[from].Span.Start, sentences[to - 1].Span.End)
            : new TextSpan(from > 0 ? sentences[from - 1].Span.End : 0, from > 0 ? sentences[from - 1].Span.End : 0);

    // The longest common subsequence, by the table of all pairs.
    private static List<(int A, int B)> Common((string Words, TextSpan Span)[] a, (string Words, TextSpan Span)[] b)
    {
        var longest = new int[a.Length + 1, b.Length + 1];
        for (int i = a.Length - 1; i >= 0; i--)
        {
            for (int j = b.Length - 1; j >= 0; j--)
                longest[i, j] = a[i].Words == b[j].Words ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }
        var common = new List<(int A, int B)>();
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i].Words == b[j].Words)
                common.Add((i++, j++));
            else if (longest[i + 1, j] >= longest[i, j + 1])
                i++;
            else
                j++;
        }
        return common;
    }
}
