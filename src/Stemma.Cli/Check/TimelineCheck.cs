using System.Globalization;

namespace Stemma.Cli.Check;

/// <summary>The timeline: days in order, times inside their sentences, kinds that fit the tellings, one rank each, origins that hold the tellers.</summary>
internal static class TimelineCheck
{
    /// <summary>Checks the timeline.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="texts">Its reports.</param>
    /// <param name="origins">The reports of each origin.</param>
    public static void Run(Node dossier, ReportTexts texts, Dictionary<string, HashSet<string>> origins)
    {
        string last = "";
        Node[] events = dossier.Items("timeline");
        var ranks = new HashSet<int>();
        foreach (Node happened in events)
        {
            string from = happened.Text("from"), to = happened.Text("to");
            Days(happened, from, to);
            if (string.CompareOrdinal(from, last) < 0)
                happened.Fault($"{from} comes after {last}");
            last = from;
            Node[] tellings = happened.Items("tellings");
            HashSet<string> tellers = Tellers(tellings, texts);
            Kind(happened, tellings);
            int rank = happened.Offset("rank");
            if (rank < 1 || rank > events.Length || !ranks.Add(rank))
                happened.Fault($"the rank {rank} is no number of its own from 1 to {events.Length}");
            if (happened.Object("label", optional: true) is { } label && texts.TryPlace(label, null, out Place place) && !tellers.Contains(place.Report))
                label.Fault("is taken from a report that does not tell the event");
            foreach (string id in happened.Texts("undated").Where(id => !tellers.Contains(id)))
                happened.Fault($"names “{id}” as undated, which does not tell it");
            ClaimCheck.Origins(happened, tellers, origins);
        }
    }

    private static HashSet<string> Tellers(Node[] tellings, ReportTexts texts)
    {
        var tellers = new HashSet<string>(StringComparer.Ordinal);
        foreach (Node telling in tellings)
        {
            Days(telling, telling.Text("from"), telling.Text("to"));
            if (!texts.TryPlace(telling, null, out Place sentence))
                continue;
            tellers.Add(sentence.Report);
            if (texts.TryPlace(telling, sentence.Report, out Place time, "timeStart", "timeEnd") && (time.Start < sentence.Start || time.End > sentence.End))
                telling.Fault($"the time “{Shown.Of(texts.Words(time))}” lies outside of its sentence");
        }
        return tellers;
    }

    private static void Kind(Node happened, Node[] tellings)
    {
        string kind = happened.Text("kind");
        bool plan = tellings.Length > 0 && Array.TrueForAll(tellings, t => t.Text("kind") == "planned");
        if (plan != (kind == "planned"))
            happened.Fault($"the kind “{kind}” does not fit its tellings");
        if (!happened.Truth("conflict"))
            return;
        Node[] told = plan ? tellings : [.. tellings.Where(t => t.Text("kind") != "planned")];
        bool apart = told.Any(a => told.Any(b => string.CompareOrdinal(a.Text("from"), b.Text("to")) > 0));
        if (!apart)
            happened.Fault("is called a conflict, but its tellings can all be right");
        DossierChecker.NeedsReason(happened);
    }

    private static void Days(Node node, string from, string to)
    {
        if (!IsDay(from) || !IsDay(to) || string.CompareOrdinal(from, to) > 0)
            node.Fault($"from {from} to {to} is no interval of days");
    }

    private static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
