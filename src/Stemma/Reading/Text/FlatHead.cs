using Stemma.Reports;

namespace Stemma.Reading.Text;

/// <summary>Reads what stands before the first paragraph of a plain text: breadcrumbs, headline, byline, date lines.</summary>
internal static class FlatHead
{
    /// <summary>In UTF-16 code units; longer lines are no headline.</summary>
    private const int LongestTitle = 200;

    /// <summary>In lines; more lines than this before the headline come from a dumped page, not from a copied article.</summary>
    private const int DumpLines = 6;

    /// <summary>In lines; the work before the first paragraph stays bounded.</summary>
    private const int MostLines = 400;

    /// <summary>In lines; how many lines before the first paragraph can be its headline in a dumped page.</summary>
    private const int TitleWindow = 12;

    /// <summary>Reads the head, which ends before the line <paramref name="firstProse"/>.</summary>
    public static void Read(ArticleParts parts, List<TextLine> lines, int firstProse)
    {
        string text = parts.Text;
        int end = Math.Min(firstProse, lines.Count);
        int from = Math.Max(0, end - MostLines);
        // A breadcrumb may hold the whole headline and look like prose, and stands in any of the first lines.
        int looked = Math.Min(lines.Count, Math.Max(end, 3));
        string[] heads = [.. lines.Skip(from).Take(looked - from).Select(l => l.Span.In(text))];
        for (int i = from; i < looked; i++)
        {
            if (heads[i - from].Length <= 300 && Breadcrumbs.Is(heads[i - from], Others(heads, i - from), out int cutEnd))
                CutBreadcrumb(parts, lines, i, cutEnd);
        }
        for (int i = from; i < end; i++)
            CutHeadLine(parts, lines[i]);
        int title = FindTitle(parts, lines, from, end);
        if (title < 0)
            return;
        SetTitle(parts, lines[title]);
        CutSiteNames(parts, lines, title, end);
        CutDump(parts, lines, title, end);
    }

    private static string[] Others(string[] heads, int self) =>
        [.. heads.Where((h, i) => Math.Abs(i - self) <= 8 && !string.Equals(h, heads[self], StringComparison.Ordinal))];

    private static void CutBreadcrumb(ArticleParts parts, List<TextLine> lines, int i, int cutEnd)
    {
        TextLine line = lines[i];
        if (cutEnd >= line.Span.Length)
        {
            line.Why = "breadcrumb";
            line.IsProse = false;
            return;
        }
        parts.Cuts.Add(line.Span.Start, line.Span.Start + cutEnd, "breadcrumb");
        var rest = new TextSpan(line.Span.Start + cutEnd, line.Span.End);
        while (rest.Length > 0 && char.IsWhiteSpace(parts.Text[rest.Start]))
            rest = new TextSpan(rest.Start + 1, rest.End);
        lines[i] = new TextLine(rest, line.AfterBlank) { IsProse = line.IsProse };
    }

    private static void CutHeadLine(ArticleParts parts, TextLine line)
    {
        if (!line.IsOpen)
            return;
        ReadOnlySpan<char> words = line.Span.Over(parts.Text);
        if (DatedLines.Read(words) is { } date)
        {
            line.Why = "date line";
            parts.Take(date);
        }
        else if (Bylines.ReadLine(parts.Text, line.Span) is { } byline)
        {
            line.Why = "byline";
            parts.TakeAuthors(byline.Authors);
            parts.TakeCredits(byline.Credits);
        }
        else if (Breadcrumbs.IsSectionLabel(words))
        {
            line.Why = "section label";
        }
        else
        {
            line.Why = JunkLines.Why(words);
        }
    }

    private static int FindTitle(ArticleParts parts, List<TextLine> lines, int from, int end)
    {
        string text = parts.Text;
        var open = new List<int>();
        for (int i = from; i < end; i++)
        {
            if (lines[i].IsOpen && lines[i].Span.Length <= LongestTitle)
                open.Add(i);
        }
        // A headline that is long and ends like a sentence is known by being given twice.
        if (open.Count == 0)
            return lines.Count > 1 && lines[0].IsOpen && lines[0].Span.Length <= LongestTitle && (IsRepeated(text, lines, 0) || IsSetApart(text, lines)) ? 0 : -1;
        if (open.Count <= DumpLines)
        {
            int found = open.FindIndex(i => i == open[0] ? CanBeTitle(text, lines, i) : IsRepeated(text, lines, i));
            return found < 0 ? -1 : open[found];
        }
        return open.TakeLast(TitleWindow).Where(i => Words(text, lines[i]) is >= 3 and <= 30)
            .Select(i => (i, score: Shared(text, lines, i, end) + (IsRepeated(text, lines, i) ? 2 : 0)))
            .OrderByDescending(c => c.score).ThenBy(c => c.i).Select(c => c.i).FirstOrDefault(-1);
    }

    private static bool CanBeTitle(string text, List<TextLine> lines, int i)
    {
        ReadOnlySpan<char> line = lines[i].Span.Over(text);
        if (i + 1 >= lines.Count)
            return false;
        bool sentence = line.TrimEnd(" \"'”’»)]") is [.., '.' or '。' or ';' or ':' or ','];
        return !sentence || IsRepeated(text, lines, i) || i == 0 && IsSetApart(text, lines);
    }

    // The first line stands before a blank line, and no other line does: the writer set it apart.
    private static bool IsSetApart(string text, List<TextLine> lines) =>
        lines.Count > 2 && lines[1].AfterBlank && lines[0].Span.Length <= 120 && !lines.Skip(2).Any(l => l.AfterBlank) && !HasInnerStop(lines[0].Span.Over(text));

    private static bool HasInnerStop(ReadOnlySpan<char> line)
    {
        for (int i = 1; i + 2 < line.Length; i++)
        {
            if (line[i] is '.' or '!' or '?' && line[i + 1] == ' ' && char.IsLower(line[i - 1]))
                return true;
        }
        return false;
    }

    private static bool IsRepeated(string text, List<TextLine> lines, int at)
    {
        string line = FoldedLine.Fold(lines[at].Span.Over(text));
        for (int i = Math.Max(0, at - 8); i < Math.Min(lines.Count, at + 9); i++)
        {
            if (i != at && Math.Abs(lines[i].Span.Length - line.Length) < 20 && string.Equals(FoldedLine.Fold(lines[i].Span.Over(text)), line, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    // The share of the line's longer words that the first paragraphs use too.
    private static double Shared(string text, List<TextLine> lines, int at, int firstProse)
    {
        var body = new HashSet<string>(StringComparer.Ordinal);
        foreach (TextLine line in lines.Skip(firstProse).Take(6))
            body.UnionWith(LongWords(text, line));
        string[] words = [.. LongWords(text, lines[at])];
        return words.Length == 0 ? 0 : (double)words.Count(body.Contains) / words.Length;
    }

    private static IEnumerable<string> LongWords(string text, TextLine line) =>
        FoldedLine.Fold(line.Span.Over(text)[..Math.Min(line.Span.Length, 1000)])
            .Split([' ', ',', '.', ':', '"', '\'', '?', '!', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 3);

    private static int Words(string text, TextLine line) => line.Span.Over(text).Count(' ') + 1;

    private static void SetTitle(ArticleParts parts, TextLine line)
    {
        line.IsTitle = true;
        parts.Title = line.Span.In(parts.Text);
        parts.TitleSpan = line.Span;
    }

    // "Harbour Gazette World News" under a headline: names and a section of the site, no sentence.
    private static void CutSiteNames(ArticleParts parts, List<TextLine> lines, int title, int end)
    {
        for (int i = title + 1; i < end; i++)
        {
            if (lines[i].IsOpen && Breadcrumbs.EndsWithSection(lines[i].Span.Over(parts.Text)))
                lines[i].Why = "section label";
        }
    }

    // Where known labels show a dumped page, all before the headline is the page's, and so are very short lines between it and the article.
    private static void CutDump(ArticleParts parts, List<TextLine> lines, int title, int end)
    {
        int before = 0;
        bool isPage = false;
        for (int i = 0; i < end; i++)
        {
            before += i < title && lines[i].IsOpen ? 1 : 0;
            isPage |= lines[i].IsOfPage;
        }
        if (!isPage || before + CountOpen(lines, title, end) <= DumpLines)
            return;
        for (int i = 0; i < title; i++)
        {
            // A sentence is none, unless a table says so: such lines are cut already.
            if (lines[i].IsOpen && !ShortSentences.Ends(lines[i].Span.Over(parts.Text)))
                lines[i].Why = "navigation";
        }
        for (int i = title + 1; i < end; i++)
        {
            if (lines[i].IsOpen && Words(parts.Text, lines[i]) < 5 && !JunkLines.EndsLikeASentence(lines[i].Span.Over(parts.Text)))
                lines[i].Why = "page header";
        }
    }

    private static int CountOpen(List<TextLine> lines, int from, int to)
    {
        int count = 0;
        for (int i = from + 1; i < to; i++)
            count += lines[i].IsOpen ? 1 : 0;
        return count;
    }
}
