namespace Stemma.Cli.Check;

/// <summary>A half-open run in one report, in UTF-16 code units of its text.</summary>
internal readonly record struct Place(string Report, int Start, int End);

/// <summary>The texts of the reports, and which of their words are no part of the article.</summary>
internal sealed class ReportTexts
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool[]> _running = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];

    /// <summary>Reads the reports and checks their own spans.</summary>
    public ReportTexts(Node dossier)
    {
        foreach (Node report in dossier.Items("reports"))
        {
            string id = report.Text("id"), text = report.Text("text");
            if (!_texts.TryAdd(id, text))
            {
                report.Fault($"a second report has the id “{id}”");
                continue;
            }
            _ids.Add(id);
            _running.Add(id, Running(report, id, text));
            if (report.Object("published", optional: true) is { } published && string.CompareOrdinal(published.Text("from"), published.Text("to")) > 0)
                published.Fault($"from {published.Text("from")} is after to {published.Text("to")}");
            foreach (Node credit in report.Items("creditWords"))
                TryPlace(credit, id, out _);
        }
        if (_ids.Count == 0)
            dossier.Faults.Add("reports", "there is none");
    }

    /// <summary>The ids in the order of the dossier.</summary>
    public IReadOnlyList<string> Ids => _ids;

    /// <summary>True where a report has the id.</summary>
    public bool Has(string id) => _texts.ContainsKey(id);

    /// <summary>The words of a place that was found sound.</summary>
    public string Words(Place place) => _texts[place.Report][place.Start..place.End];

    /// <summary>The text of a report.</summary>
    public string Of(string id) => _texts[id];

    /// <summary>For each code unit of a report: does it belong to the running text, outside of cuts and headings?</summary>
    public bool[] RunningText(string id) => _running[id];

    /// <summary>The words of a place without what is cut out of it, and without headings.</summary>
    public string RunningWords(Place place)
    {
        string text = _texts[place.Report];
        bool[] running = _running[place.Report];
        return string.Create(place.End - place.Start, (text, running, place.Start), static (into, from) =>
        {
            for (int i = 0; i < into.Length; i++)
                into[i] = from.running[from.Start + i] ? from.text[from.Start + i] : ' ';
        });
    }

    /// <summary>Reads a place and tells whether it is one: inside its report's text, not empty, not through a surrogate pair.</summary>
    /// <param name="node">The object that holds it.</param>
    /// <param name="report">The report's id; null where the object names it.</param>
    /// <param name="place">The place.</param>
    /// <param name="start">The name of the field with its start.</param>
    /// <param name="end">The name of the field with its end.</param>
    /// <param name="mayBeEmpty">True for the empty side of an edit.</param>
    public bool TryPlace(Node node, string? report, out Place place, string start = "start", string end = "end", bool mayBeEmpty = false)
    {
        place = new Place(report ?? node.Text("report"), node.Offset(start), node.Offset(end));
        if (!_texts.TryGetValue(place.Report, out string? text))
        {
            node.Fault($"there is no report “{place.Report}”");
            return false;
        }
        if (Problem(text, place.Start, place.End, mayBeEmpty) is not { } problem)
            return true;
        node.Fault($"[{place.Start}, {place.End}) of {place.Report} {problem}");
        return false;
    }

    private static string? Problem(string text, int start, int end, bool mayBeEmpty)
    {
        if (start < 0 || end > text.Length || start > end)
            return $"lies outside of its {text.Length} code units";
        if (start == end)
            return mayBeEmpty ? null : "is empty";
        return Cuts(text, start) || Cuts(text, end) ? $"cuts a surrogate pair: “{Shown.Of(text[start..end])}”" : null;
    }

    private static bool Cuts(string text, int at) => at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);

    private static bool[] Running(Node report, string id, string text)
    {
        bool[] running = new bool[text.Length];
        Array.Fill(running, true);
        int last = 0;
        foreach (Node cut in report.Items("cut"))
        {
            int start = cut.Offset("start"), end = cut.Offset("end");
            if (Problem(text, start, end, mayBeEmpty: false) is { } problem)
            {
                cut.Fault($"[{start}, {end}) of {id} {problem}");
                continue;
            }
            if (start < last)
                cut.Fault($"[{start}, {end}) of {id} begins before the end of the cut before it");
            last = Math.Max(last, end);
            running.AsSpan(start, end - start).Clear();
        }
        foreach (Node heading in report.Has("headings") ? report.Items("headings") : [])
        {
            int start = heading.Offset("start"), end = heading.Offset("end");
            if (Problem(text, start, end, mayBeEmpty: false) is { } problem)
                heading.Fault($"[{start}, {end}) of {id} {problem}");
            else
                running.AsSpan(start, end - start).Clear();
        }
        return running;
    }
}
