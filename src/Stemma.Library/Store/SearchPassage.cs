using Stemma.Reports;

namespace Stemma.Library.Store;

/// <summary>The part of a found report that shows best why it was found.</summary>
/// <param name="Span">The part, in the report's text; empty where no searched word stands in it.</param>
/// <param name="Words">The places of the words that were searched for in it, in order.</param>
public sealed record SearchPassage(TextSpan Span, IReadOnlyList<TextSpan> Words)
{
    /// <summary>In UTF-16 code units: two or three lines of a terminal. Set by eye.</summary>
    private const int Length = 220;

    /// <summary>In UTF-16 code units of article; what stands after is not shown, though it is found.</summary>
    private const int Looked = 200_000;

    /// <summary>Finds it: the window with the most different words, the first of equals. What is cut is not looked at.</summary>
    public static SearchPassage Of(Report report, SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(query);
        (string Word, bool IsStart)[] wanted = [.. query.Terms.Where(t => !t.IsExcluded && t.Field != SearchField.Outlet)
            .SelectMany(t => t.Words.Select((w, i) => (w, t.IsStart && i == t.Words.Count - 1))).Distinct()];
        if (wanted.Length == 0)
            return new SearchPassage(new TextSpan(0, 0), []);
        string text = report.Text.Length > Looked ? report.Text[..Looked] : report.Text;
        var found = new List<(int Wanted, TextSpan Span)>();
        int cut = 0;
        foreach (SearchWord word in SearchWords.Of(text))
        {
            while (cut < report.Cuts.Count && report.Cuts[cut].Span.End <= word.Span.Start)
                cut++;
            if (cut < report.Cuts.Count && report.Cuts[cut].Span.Overlaps(word.Span))
                continue;
            int index = Array.FindIndex(wanted, w => w.IsStart ? word.Folded.StartsWith(w.Word, StringComparison.Ordinal) : word.Folded == w.Word);
            if (index >= 0)
                found.Add((index, word.Span));
        }
        return found.Count == 0 ? new SearchPassage(new TextSpan(0, 0), []) : Best(text, report, found, wanted.Length);
    }

    private static SearchPassage Best(string text, Report report, List<(int Wanted, TextSpan Span)> found, int wanted)
    {
        int[] counts = new int[wanted];
        (int First, int Last, int Score) best = (0, 0, 0);
        int different = 0;
        for (int first = 0, last = -1; first < found.Count; first++)
        {
            while (last + 1 < found.Count && (last < first || found[last + 1].Span.End - found[first].Span.Start <= Length))
                different += counts[found[++last].Wanted]++ == 0 ? 1 : 0;
            int score = (different * 100) + Math.Min(99, last - first);
            if (score > best.Score)
                best = (first, last, score);
            different -= --counts[found[first].Wanted] == 0 ? 1 : 0;
        }
        TextSpan span = Around(text, report, new TextSpan(found[best.First].Span.Start, found[best.Last].Span.End));
        return new SearchPassage(span, [.. found.Skip(best.First).TakeWhile(f => f.Span.End <= span.End).Select(f => f.Span)]);
    }

    // As much before as after, to the ends of words, and not into another line or a cut part.
    private static TextSpan Around(string text, Report report, TextSpan core)
    {
        int room = Math.Max(0, Length - core.Length) / 2;
        int start = core.Start, end = core.End;
        int first = report.Cuts.Where(c => c.Span.End <= core.Start).Select(c => c.Span.End).DefaultIfEmpty(0).Max();
        int last = report.Cuts.Where(c => c.Span.Start >= core.End).Select(c => c.Span.Start).DefaultIfEmpty(text.Length).Min();
        while (start > first && core.Start - start < room && text[start - 1] != '\n')
            start--;
        while (end < Math.Min(last, text.Length) && end - core.End < room && text[end] != '\n')
            end++;
        while (start > first && start < core.Start && !char.IsWhiteSpace(text[start - 1]))
            start++;
        while (end < text.Length && end > core.End && !char.IsWhiteSpace(text[end]))
            end--;
        return new TextSpan(Math.Min(start, core.Start), Math.Max(end, core.End));
    }
}
