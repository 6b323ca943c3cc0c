using System.Globalization;
using Stemma.Stories;

namespace Stemma.Presentation;

/// <summary>The findings in the words that the page and the terminal share.</summary>
public static class StoryWords
{
    // A kind of copying is named when it makes up at least this part of the shared characters, so that one edited
    // sentence in a verbatim copy is not made much of. Set by eye; nothing is measured against it.
    private const double NamedPart = 0.2;

    // Reports that a sentence lists before it only counts the others. Set by eye.
    private const int NamedReports = 6;

    /// <summary>"1 report", "8 reports".</summary>
    public static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary>"8 reports, 3 origins": the sentence that everything else explains.</summary>
    public static string Headline(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return dossier.Reports.Count == 0
            ? "No reports"
            : $"{Count(dossier.Reports.Count, "report")}, {Count(dossier.Lineage.Origins.Count, "origin")}";
    }

    /// <summary>The origins: those behind most reports first, then in reading order.</summary>
    public static IEnumerable<Origin> OriginsInOrder(StoryIndex story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return story.Dossier.Lineage.Origins.OrderByDescending(o => o.Reports.Count)
            .ThenBy(o => story.Report(o.Root)?.Number ?? 0).ThenBy(o => o.Root, StringComparer.Ordinal);
    }

    /// <summary>What the headline comes to, in one sentence.</summary>
    public static string Lead(StoryIndex story)
    {
        ArgumentNullException.ThrowIfNull(story);
        Dossier dossier = story.Dossier;
        Origin? largest = OriginsInOrder(story).FirstOrDefault();
        if (dossier.Reports.Count == 1)
            return "One report alone: there is nothing to compare it with.";
        if (largest is null || largest.Reports.Count < 2 || story.Lineage.Node(largest.Root) is not { } root)
            return "No report took text from another.";
        string which = largest.Reports.Count == dossier.Reports.Count ? "All of them" : FormattableString.Invariant($"{largest.Reports.Count} of them");
        string where = root.Lost is not { } lost ? Named(root) : "a dispatch that is not in the set" + (lost.Agency is { } agency ? $" ({agency})" : "");
        return $"{which} share text that goes back to {where}: in that they are one source.";
    }

    /// <summary>"64 %" with a space that does not break; never 0 % or 100 % for what is only near it.</summary>
    public static string Percent(double share)
    {
        double percent = Math.Clamp(double.IsNaN(share) ? 0 : share, 0, 1) * 100;
        if (percent is > 0 and < 1)
            return "<\u00A01\u00A0%";
        if (percent is > 99 and < 100)
            percent = 99;
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Round(percent)}\u00A0%");
    }

    /// <summary>How sure a link is: "sure", "likely", "possible".</summary>
    public static string Confidence(double confidence) => confidence switch
    {
        >= 0.9 => "sure",
        >= 0.6 => "likely",
        _ => "possible",
    };

    /// <summary>"12 March 2031", "12–14 March 2031", "28 February – 3 March 2031".</summary>
    /// <param name="from">The first day, ISO 8601.</param>
    /// <param name="to">The last day, ISO 8601.</param>
    /// <param name="shortMonths">True for "Mar" in place of "March".</param>
    public static string Days(string from, string to, bool shortMonths = false)
    {
        string month = shortMonths ? "MMM" : "MMMM";
        if (!TryDay(from, out DateOnly first) || !TryDay(to, out DateOnly last))
            return from == to ? from : $"{from} – {to}";
        if (first == last)
            return Day(first, $"d {month} yyyy");
        if (first.Year != last.Year)
            return $"{Day(first, $"d {month} yyyy")} – {Day(last, $"d {month} yyyy")}";
        return first.Month == last.Month
            ? $"{Day(first, "%d")}–{Day(last, $"d {month} yyyy")}"
            : $"{Day(first, $"d {month}")} – {Day(last, $"d {month} yyyy")}";
    }

    /// <summary>When something happened, no finer than it is known: "March 2031", "1998", "week of 10–16 March 2031".</summary>
    public static string When(DossierEvent happening)
    {
        ArgumentNullException.ThrowIfNull(happening);
        bool parsed = TryDay(happening.From, out DateOnly first) & TryDay(happening.To, out _);
        return (happening.Precision, parsed) switch
        {
            ("month", true) => Day(first, "MMMM yyyy"),
            ("year", true) => Day(first, "yyyy"),
            ("interval", true) when happening.Undated.Count > 0 => $"between {Short(happening.From, happening.To)}",
            ("season", true) when TryDay(happening.To, out DateOnly end) => first.Year == end.Year ? $"{Day(first, "MMMM")} to {Day(end, "MMMM yyyy")}" : $"{Day(first, "MMMM yyyy")} to {Day(end, "MMMM yyyy")}",
            ("week", _) => $"week of {Days(happening.From, happening.To)}",
            _ => Days(happening.From, happening.To),
        };
    }

    // "27 Feb and 10 Apr 2031"
    private static string Short(string from, string to) => Days(from, to, shortMonths: true) is var days && days.Contains(" – ", StringComparison.Ordinal)
        ? days.Replace(" – ", " and ", StringComparison.Ordinal) : days.Replace("–", " and ", StringComparison.Ordinal);

    /// <summary>When a report was published: "12 March 2031", "9–11 March 2031, inferred", "undated".</summary>
    public static string Published(DossierReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Published is { } date
            ? Days(date.From, date.To) + (date.How == "inferred" ? ", inferred" : "")
            : "undated";
    }

    /// <summary>How the words of a link were taken: "verbatim", "edited", "verbatim and reworded"; empty where no passage is known.</summary>
    public static string Manner(StoryIndex story, LineageLink link)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(link);
        string[] kinds = ["verbatim", "edited", "reworded"];
        long[] sizes = new long[kinds.Length];
        foreach (string id in link.Passages)
        {
            if (story.Passage(id) is not { } passage)
                continue;
            DossierSpan side = passage.A.Report == link.To ? passage.A : passage.B;
            int kind = Array.IndexOf(kinds, passage.Kind);
            if (kind >= 0)
                sizes[kind] += Math.Max(0, side.End - side.Start);
        }
        long all = sizes.Sum();
        return all == 0 ? "" : Join([.. kinds.Where((_, i) => sizes[i] >= all * NamedPart)]);
    }

    /// <summary>One sentence for each thing that the lineage says, most important first.</summary>
    public static IEnumerable<string> LineageInWords(StoryIndex story)
    {
        ArgumentNullException.ThrowIfNull(story);
        foreach (LineageNode node in story.Lineage.Rows)
        {
            if (node.Lost is { } lost)
                yield return TakersOf(lost, node, story);
            else if (node.Parents.Count > 1 || (node.Parents.Count == 1 && story.Lineage.Node(node.Parents[0].From)!.Lost is null))
                yield return $"{Named(node)} took {Join([.. node.Parents.Select(p => $"{Percent(p.Share)} of its words from {Named(story.Lineage.Node(p.From)!)}")])}.";
        }
        string[] alone = [.. story.Lineage.Roots.Where(n => n.Lost is null && !story.Dossier.Lineage.Links.Any(l => l.From == n.Id)).Select(Named)];
        if (alone.Length > 0 && story.Reports.Count > 1)
            yield return $"{JoinSome(alone)} took no text from the others, and none took from {(alone.Length == 1 ? "it" : "them")}.";
    }

    private static string TakersOf(LostDispatch lost, LineageNode node, StoryIndex story)
    {
        string[] takers = [.. story.Lineage.Rows.SelectMany(n => n.Parents.Where(p => p.From == node.Id).Select(p => $"{Named(n)} ({Percent(p.Share)})"))];
        string who = takers.Length == 0 ? Count(lost.Children.Count, "report") : JoinSome(takers);
        return $"{who} took text from a dispatch that is not in the set{(lost.Agency is { } agency ? $", credited to {agency}" : "")}.";
    }

    private static string JoinSome(string[] parts) =>
        parts.Length <= NamedReports ? Join(parts) : $"{string.Join(", ", parts.Take(NamedReports))} and {Count(parts.Length - NamedReports, "other")}";

    /// <summary>"3 Harbour Post"; a lost dispatch by its label.</summary>
    public static string Named(LineageNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node.Report is { } report ? string.Create(CultureInfo.InvariantCulture, $"{report.Number}\u00A0{report.Label}") : "the " + char.ToLowerInvariant(node.Label[0]) + node.Label[1..];
    }

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string Join(IReadOnlyList<string> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return parts.Count switch
        {
            0 => "",
            1 => parts[0],
            _ => string.Join(", ", parts.Take(parts.Count - 1)) + " and " + parts[^1],
        };
    }

    /// <summary>A text cut at a word to at most <paramref name="most"/> code units, "…" put at the end where it was cut.</summary>
    public static string Shorten(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= most)
            return text;
        int end = text.LastIndexOf(' ', most - 1);
        if (end < most / 2)
            end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end].TrimEnd() + "…";
    }

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static string Day(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
