using Stemma.Reading.Html.Bodies;
using Stemma.Reports;

namespace Stemma.Reading.Html;

/// <summary>What a page shows to its readers around the headline: the day of publication, of the last change, and the authors.</summary>
/// <param name="Published">The day with a word such as "published", or a line that is a date and nothing else.</param>
/// <param name="Mentioned">The first day that stands there among other words which are no sentence.</param>
/// <param name="Changed">The day with a word such as "updated".</param>
/// <param name="Authors">The names in the byline.</param>
/// <param name="Sign">What says that they are the authors.</param>
internal sealed record VisibleHead(StatedDate? Published, StatedDate? Mentioned, StatedDate? Changed, IReadOnlyList<string> Authors, BylineSign Sign)
{
    /// <summary>In blocks: how far before the headline and behind it byline and date stand, pictures and share bars between them counted.</summary>
    private const int Before = 10, Behind = 30;

    /// <summary>In paragraphs of prose after the headline; the lead may stand before the byline.</summary>
    private const int MostProse = 2;

    /// <summary>In UTF-16 code units of a line with byline or date.</summary>
    private const int LongestLine = 160;

    /// <summary>In dates: a line may tell of publication and change.</summary>
    private const int MostDates = 3;

    /// <summary>In blocks: how close to the headline a line is in its head whatever its class says, and a name alone is the author.</summary>
    private const int Close = 4;

    private static readonly string[] s_headParts = ["byline", "date line", "author note", "page header", "share bar", "tags"];
    private static readonly string[] s_neverHead = ["navigation", "comments", "read also", "cookie notice", "newsletter"];

    /// <summary>Reads the blocks around the headline, or around the first paragraph where the page shows none.</summary>
    public static VisibleHead Read(PageTree tree, PageBlock? title)
    {
        IReadOnlyList<PageBlock> blocks = tree.Page.Blocks;
        int at = 0;
        while (at < blocks.Count && (title is null ? !tree.Counts(at) : !ReferenceEquals(blocks[at], title)))
            at++;
        var found = new Findings(tree.Page.Text);
        int prose = 0;
        for (int i = at; i < Math.Min(blocks.Count, at + Behind) && prose < MostProse; i++)
        {
            if (tree.Counts(i) && blocks[i].Span.Length > LongestLine)
                prose++;
            else if (CanTell(tree, i, title, i - at))
                found.Look(blocks[i], tree.Parts[blocks[i].Node] == "byline", i - at <= Close && title is not null, i > 0 ? blocks[i - 1] : null);
        }
        for (int i = Math.Min(at, blocks.Count) - 1; i >= Math.Max(0, at - Before); i--)
        {
            if (CanTell(tree, i, title, at - i))
                found.Look(blocks[i], tree.Parts[blocks[i].Node] == "byline", false, i > 0 ? blocks[i - 1] : null, isAbove: true);
        }
        if (found.Authors.Count == 0)
            LookBehind(tree, found);
        if (found.Published is null && found.Mentioned is null)
            LookEverywhere(tree, found);
        return new VisibleHead(found.Published, found.Mentioned, found.Changed, found.Authors, found.Sign);
    }

    // "Published on 3 May 2024" in a box at the side: only where nothing around the headline tells a day.
    private static void LookEverywhere(PageTree tree, Findings found)
    {
        foreach (PageBlock block in tree.Page.Blocks)
        {
            if (block.Span.Length <= LongestLine && !(tree.Parts[block.Node] is { } part && s_neverHead.Contains(part)))
                found.LookForSaidDay(block);
        }
    }

    // "Written by Jane Doe" under the article: only where nothing around the headline names anybody.
    private static void LookBehind(PageTree tree, Findings found)
    {
        IReadOnlyList<PageBlock> blocks = tree.Page.Blocks;
        int last = blocks.Count - 1;
        while (last >= 0 && !(tree.Counts(last) && blocks[last].Span.Length > LongestLine))
            last--;
        for (int i = last + 1; last >= 0 && i < Math.Min(blocks.Count, last + Behind) && found.Authors.Count == 0; i++)
        {
            if (blocks[i].Span.Length <= LongestLine && !(tree.Parts[blocks[i].Node] is { } part && s_neverHead.Contains(part)))
                found.LookForSaid(blocks[i]);
        }
    }

    private static bool CanTell(PageTree tree, int i, PageBlock? title, int distance)
    {
        PageBlock block = tree.Page.Blocks[i];
        if (block.Span.Length > LongestLine || ReferenceEquals(block, title) || block.Kind == BlockKind.Heading && distance > Close)
            return false;
        return tree.Parts[block.Node] is not { } part || s_headParts.Contains(part) || distance <= Close && title is not null && !s_neverHead.Contains(part);
    }

    private sealed class Findings(string text)
    {
        public BylineSign Sign { get; private set; } = (BylineSign)int.MaxValue;

        public StatedDate? Published { get; private set; }

        public StatedDate? Mentioned { get; private set; }

        public StatedDate? Changed { get; private set; }

        public IReadOnlyList<string> Authors { get; private set; } = [];

        public void Look(PageBlock block, bool isByline, bool isClose, PageBlock? label, bool isAbove = false)
        {
            string line = WithBlanksBeforeMonths(block.Span.In(text));
            int date = LookForDates(line, label is { Span.Length: < 30 } ? label.Span.In(text) : "", isAbove);
            // "Author" on one line, the name on the next.
            bool isLabelled = label is not null && IsLead(label.Span.In(text));
            if (HeadByline.Read(isLabelled ? $"{label!.Span.In(text)} {line}" : line, isByline, date, isClose) is { } byline && byline.Sign < Sign)
                (Authors, Sign) = byline;
        }

        /// <summary>Takes the day after a word such as "published" or "updated" that begins the line.</summary>
        public void LookForSaidDay(PageBlock block)
        {
            ReadOnlySpan<char> line = block.Span.Over(text);
            if (!line.ContainsAnyInRange('0', '9') || DatedLines.Read(line) is not { Date: { } day } dated || DatedLines.KindOf(line[..day.Start].ToString()) is null)
                return;
            if (dated.IsChange)
                Changed ??= day;
            else
                Published ??= day;
        }

        /// <summary>Takes the names after words such as "written by"; "by" alone stands in teasers too.</summary>
        public void LookForSaid(PageBlock block)
        {
            string line = block.Span.In(text);
            if (Bylines.Leads.Any(lead => lead.Contains(' ', StringComparison.Ordinal) && line.StartsWith(lead, StringComparison.OrdinalIgnoreCase))
                && HeadByline.Read(line, isMarked: false, -1, isClose: false) is { Sign: BylineSign.Said } byline)
                (Authors, Sign) = byline;
        }

        // "Ada QuillNovember 3": two elements stand side by side without a blank.
        private static string WithBlanksBeforeMonths(string line)
        {
            for (int i = line.Length - 2; i > 0; i--)
            {
                if (!char.IsUpper(line[i]) || !char.IsLower(line[i - 1]))
                    continue;
                int end = i;
                while (end < line.Length && char.IsLetter(line[end]))
                    end++;
                if (StatedDates.Month(line[i..end]) is not null)
                    line = line.Insert(i, " ");
            }
            return line;
        }

        private static bool IsLead(string line) => Bylines.Leads.Contains(line.TrimEnd(':', ' ').ToLowerInvariant(), StringComparer.Ordinal);

        // Above the headline many sites show the day of the visit.
        private int LookForDates(string line, string label, bool isAbove)
        {
            if (!line.AsSpan().ContainsAnyInRange('0', '9'))
                return -1;
            int first = -1;
            int from = 0;
            for (int n = 0; n < MostDates && from < line.Length && StatedDates.Find(line[from..], out _) is { } date; n++)
            {
                string before = line[from..(from + date.Start)];
                string? kind = DatedLines.KindOf(before.Length > 0 ? before : label);
                if (kind == "changed")
                    Changed ??= date;
                else if (kind is not null || !isAbove && DatedLines.Read(line) is not null)
                    Published ??= date;
                else if (!JunkLines.EndsLikeASentence(line))
                    Mentioned ??= date;
                first = first < 0 ? from + date.Start : first;
                from += Math.Max(1, date.End);
            }
            return first;
        }
    }
}
