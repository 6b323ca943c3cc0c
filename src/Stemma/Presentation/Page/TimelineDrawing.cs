using System.Globalization;
using Stemma.Stories;

namespace Stemma.Presentation.Page;

/// <summary>The days of the story as three lanes: what was published, what happened, what was planned.</summary>
internal static class TimelineDrawing
{
    // Pixels.
    private const int Width = 880;
    private const int Left = 92;
    private const int Row = 24;
    private const int Radius = 9;
    private const int Head = 28;
    private const int Gap = 14;
    private const int LabelWidth = 58;

    // In days: a wider time is a long bar that tells nothing; a longer story has days too narrow to tell apart.
    private const int WidestBar = 31;
    private const int LongestStory = 120;

    // In days: a wider time is cut where the drawing ends, and does not make it wider.
    private const int WideBar = 10;

    // Marks of one lane: what a reader wants first. A drawing of more is no help to anybody, and the list has all.
    private const int MostMarks = 60;

    private sealed record Bar(DateOnly From, DateOnly To, string Anchor, string Text, string Title, string Class);

    public static void Write(Html html, PageStory page)
    {
        (string Name, List<Bar> Bars)[] lanes = [("Published", Published(page)), ("Happened", Events(page, planned: false)), ("Planned", Events(page, planned: true))];
        if (Range(lanes) is not (var first, var last) || lanes[1].Bars.Count + lanes[2].Bars.Count == 0)
            return;
        int days = last.DayNumber - first.DayNumber + 1;
        double step = (Width - Left - 8) / (double)days;
        int y = Head;
        Markup marks = Html.Fragment(inner =>
        {
            foreach ((string name, List<Bar> bars) in lanes)
            {
                Bar[] shown = [.. bars.Where(b => b.From <= last && b.To >= first)];
                if (shown.Length > 0)
                    y += WriteLane(inner, page, name, shown, y, first, step) + Gap;
            }
        });
        html.Raw("<div class=\"scroll drawing\" role=\"region\" aria-label=\"Timeline as a drawing\" tabindex=\"0\">\n");
        html.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{y}\" viewBox=\"0 0 {Width} {y}\" role=\"group\" aria-label=\"Drawing of what was published and what happened when\">\n");
        int every = Math.Max(1, (int)Math.Ceiling(LabelWidth / step));
        for (int d = 0; d < days && X(d, step) < Width - (LabelWidth / 2); d += every)
            html.Write($"<line class=\"day\" x1=\"{X(d, step)}\" x2=\"{X(d, step)}\" y1=\"{Head - 8}\" y2=\"{y - Gap}\"/><text class=\"head\" x=\"{X(d, step)}\" y=\"14\">{first.AddDays(d).ToString("d MMM", CultureInfo.InvariantCulture)}</text>\n");
        html.Write($"{marks}</svg>\n</div>\n<p class=\"note\">In the first lane the numbers are those of the reports, in the others how many reports tell it. Open or inferred days and plans have a broken line.</p>\n");
    }

    private static int WriteLane(Html html, PageStory page, string name, Bar[] bars, int y, DateOnly first, double step)
    {
        html.Write($"<text class=\"lane\" x=\"4\" y=\"{y + Row - 7}\">{name}</text>\n");
        var ends = new List<double>();
        foreach (Bar bar in bars)
        {
            DateOnly from = bar.From < first ? first : bar.From;
            double x = X(from.DayNumber - first.DayNumber, step) + 2, width = Math.Max((2 * Radius) + 1, ((bar.To.DayNumber - from.DayNumber + 1) * step) - 4);
            width = Math.Min(width, Width - x);
            int row = ends.FindIndex(end => end <= x);
            if (row < 0)
            {
                row = ends.Count;
                ends.Add(0);
            }
            ends[row] = x + width + 2;
            int top = y + (row * Row);
            html.Write($"<a href=\"{page.Href(bar.Anchor)}\" class=\"mark{bar.Class}\"><title>{bar.Title}</title><rect x=\"{x}\" y=\"{top}\" width=\"{width}\" height=\"{2 * Radius}\" rx=\"{Radius}\"/><text class=\"no\" x=\"{x + (width / 2)}\" y=\"{top + Radius + 4}\">{bar.Text}</text></a>\n");
        }
        return ends.Count * Row;
    }

    private static double X(int day, double step) => Left + (day * step);

    private static List<Bar> Published(PageStory page)
    {
        var bars = new List<Bar>();
        foreach (NumberedReport report in page.Story.Reports.Take(MostMarks))
        {
            if (report.Report.Published is { } date && TryDay(date.From, out DateOnly from) && TryDay(date.To, out DateOnly to) && to.DayNumber - from.DayNumber is >= 0 and < WidestBar)
                bars.Add(new Bar(from, to, PageStory.Report(report), report.Number.ToString(CultureInfo.InvariantCulture), $"{report.Label}: {StoryWords.Published(report.Report)}", date.How == "inferred" ? " inferred" : ""));
        }
        return bars;
    }

    private static List<Bar> Events(PageStory page, bool planned)
    {
        var bars = new List<Bar>();
        foreach ((int i, DossierEvent happening) in page.Dossier.Timeline.Index().Where(e => e.Item.Kind is "happened" or "planned" && (e.Item.Kind == "planned") == planned)
            .OrderBy(e => e.Item.Rank).ThenBy(e => e.Index).Take(MostMarks).OrderBy(e => e.Index))
        {
            if (!TryDay(happening.From, out DateOnly from) || !TryDay(happening.To, out DateOnly to) || to.DayNumber - from.DayNumber is < 0 or >= WidestBar)
                continue;
            int reports = happening.Tellings.Select(t => t.Report).Distinct(StringComparer.Ordinal).Count();
            string title = $"{TimelineWords.When(happening)}: {TimelineWords.Label(page.Story, happening)} (told by {StoryWords.Count(reports, "report")})";
            bars.Add(new Bar(from, to, PageStory.Event(i + 1), happening.Conflict ? "≠" : reports.ToString(CultureInfo.InvariantCulture), title, (planned ? " planned" : "") + (happening.Conflict ? " conflict" : "")));
        }
        return bars;
    }

    // From the first to the last of what happened and was published near the reports; a plan years ahead would press all else into a corner.
    private static (DateOnly First, DateOnly Last)? Range((string Name, List<Bar> Bars)[] lanes)
    {
        Bar[] core = lanes[0].Bars.Count > 0 ? [.. lanes[0].Bars] : [.. lanes[1].Bars, .. lanes[2].Bars];
        if (core.Length == 0)
            return null;
        DateOnly first = core.Min(b => b.From), last = core.Max(b => b.To);
        foreach (Bar bar in lanes.SelectMany(l => l.Bars).Where(b => b.To.DayNumber - b.From.DayNumber < WideBar).OrderBy(b => Math.Max(first.DayNumber - b.From.DayNumber, b.To.DayNumber - last.DayNumber)))
        {
            DateOnly from = bar.From < first ? bar.From : first, to = bar.To > last ? bar.To : last;
            if (to.DayNumber - from.DayNumber >= LongestStory || Math.Max(first.DayNumber - from.DayNumber, to.DayNumber - last.DayNumber) > WidestBar)
                break;
            (first, last) = (from, to);
        }
        return last.DayNumber - first.DayNumber < LongestStory ? (first, last) : null;
    }

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
