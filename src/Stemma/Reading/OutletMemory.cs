using Stemma.Reports;

namespace Stemma.Reading;

/// <summary>Cuts the lines that an outlet repeats over several of its reports: prompts, self-portraits, notices that no table knows.</summary>
/// <remarks>
/// Needs no more than the reports that are read together. A line that recurs because one report is a copy or an update of another is no such line:
/// reports that share much of their text stand for one. Learned from what the best extractors do with templates (Yi, Liu, Li: Eliminating noisy information in web pages, KDD 2003).
/// </remarks>
public static class OutletMemory
{
    /// <summary>In reports of one outlet, copies counted once; two can share a line by chance or by topic.</summary>
    private const int FewestReports = 3;

    /// <summary>Part of the outlet's reports, 0 to 1, that must hold a line of a large set; prompts change with section and season.</summary>
    private const double LeastShare = 0.2;

    /// <summary>Part of a report's kept text, 0 to 1, that lines of one other report of the outlet may hold; with more it is a copy or an update.</summary>
    private const double MostShared = 0.4;

    /// <summary>In UTF-16 code units; shorter lines recur in articles too, longer ones are paragraphs.</summary>
    private const int ShortestLine = 6, LongestLine = 400;

    /// <summary>In reports: a sentence that so few share may be the background that the outlet tells each time, unless it stands at an end.</summary>
    private const int FewestForSentence = 5;

    /// <summary>In kept lines from the report's beginning or end.</summary>
    private const int Edge = 3;

    private readonly record struct Line(string Folded, TextSpan Span, bool IsEdge);

    /// <summary>The reports in the same order, those of outlets with enough reports with more cuts; linear in the text but for the copies of one outlet.</summary>
    public static IReadOnlyList<Report> Apply(IReadOnlyList<Report> reports)
    {
        var result = reports.ToArray();
        IEnumerable<int[]> groups = Enumerable.Range(0, reports.Count).Where(i => OutletOf(reports[i]) is not null)
            .GroupBy(i => OutletOf(reports[i])!, StringComparer.Ordinal).Where(g => g.Count() >= FewestReports).Select(g => g.ToArray());
        foreach (int[] group in groups)
        {
            Line[][] lines = [.. group.Select(i => LinesOf(reports[i]))];
            bool[] copies = Copies(lines);
            Dictionary<string, int> times = Count(lines, copies);
            int different = copies.Count(isCopy => !isCopy);
            for (int g = 0; g < group.Length; g++)
            {
                Line[] repeated = [.. lines[g].Where(l => IsRepeated(l, times.GetValueOrDefault(l.Folded), different, reports[group[g]].Text))];
                if (repeated.Length > 0)
                    result[group[g]] = WithCuts(reports[group[g]], repeated);
            }
        }
        return result;
    }

    private static string? OutletOf(Report report)
    {
        if (Uri.TryCreate(report.Url, UriKind.Absolute, out Uri? uri))
            return uri.Host.ToLowerInvariant();
        return report.Outlet is { Length: > 0 } outlet ? FoldedLine.Fold(outlet) : null;
    }

    private static bool IsRepeated(Line line, int times, int reports, string text)
    {
        if (times < Math.Max(FewestReports, reports * LeastShare))
            return false;
        return line.IsEdge || times >= FewestForSentence || !JunkLines.EndsLikeASentence(line.Span.Over(text));
    }

    private static Line[] LinesOf(Report report)
    {
        var spans = new List<TextSpan>();
        int start = 0;
        foreach (TextSpan cut in report.Cuts.Select(c => c.Span).Concat(report.TitleSpan is { } title ? [title] : []).Order().Append(new TextSpan(report.Text.Length, report.Text.Length)))
        {
            for (int at = start; at < cut.Start;)
            {
                int end = report.Text.IndexOf('\n', at, cut.Start - at);
                end = end < 0 ? cut.Start : end;
                if (new TextSpan(at, end).Trimmed(report.Text) is { IsEmpty: false } line)
                    spans.Add(line);
                at = end + 1;
            }
            start = Math.Max(start, cut.End);
        }
        return [.. spans.Select((s, i) => new Line(s.Length is >= ShortestLine and <= LongestLine ? FoldedLine.Fold(s.Over(report.Text)) : "", s, i < Edge || i >= spans.Count - Edge))];
    }

    // In how many reports each line stands, copies of a report not counted.
    private static Dictionary<string, int> Count(Line[][] lines, bool[] copies)
    {
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < lines.Length; i++)
        {
            foreach (string line in copies[i] ? [] : lines[i].Select(l => l.Folded).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal))
                times[line] = times.GetValueOrDefault(line) + 1;
        }
        return times;
    }

    // A report is a copy where one earlier report of the outlet holds much of it, by length of lines.
    private static bool[] Copies(Line[][] lines)
    {
        var holders = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        bool[] copies = new bool[lines.Length];
        for (int i = 0; i < lines.Length; i++)
        {
            var shared = new Dictionary<int, int>();
            foreach (Line line in lines[i].Where(l => l.Folded.Length > 0))
            {
                if (!holders.TryGetValue(line.Folded, out List<int>? earlier))
                    holders[line.Folded] = earlier = [];
                // Lines of many reports tell nothing of copying.
                foreach (int other in earlier.Count <= FewestReports ? earlier : [])
                    shared[other] = shared.GetValueOrDefault(other) + line.Span.Length;
                if (earlier.Count <= FewestReports && (earlier.Count == 0 || earlier[^1] != i))
                    earlier.Add(i);
            }
            int length = lines[i].Sum(l => l.Span.Length);
            copies[i] = shared.Values.Any(s => s > length * MostShared);
        }
        return copies;
    }

    private static Report WithCuts(Report report, Line[] repeated)
    {
        var cuts = new CutMarks(report.Text);
        foreach (Cut cut in report.Cuts)
            cuts.Add(cut.Span.Start, cut.Span.End, cut.Why);
        foreach (Line line in repeated)
            cuts.Add(line.Span.Start, line.Span.End, "line that this outlet repeats");
        return report with { Cuts = cuts.ToCuts() };
    }
}
