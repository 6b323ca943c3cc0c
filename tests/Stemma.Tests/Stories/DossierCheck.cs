using System.Globalization;
using Stemma.Stories;

namespace Stemma.Tests.Stories;

/// <summary>Holds a dossier to what its readers rely on: every span lies in its report, every id names something, shares are shares.</summary>
internal static class DossierCheck
{
    /// <summary>What is wrong with the dossier, one line each; empty for a sound one.</summary>
    public static IReadOnlyList<string> Faults(Dossier dossier)
    {
        var faults = new List<string>();
        Dictionary<string, DossierReport> reports = dossier.Reports.ToDictionary(r => r.Id, StringComparer.Ordinal);

        void Place(string what, string report, int start, int end)
        {
            if (!reports.TryGetValue(report, out DossierReport? found))
                faults.Add($"{what}: no report “{report}”");
            else if (start < 0 || end <= start || end > found.Text.Length)
                faults.Add($"{what}: [{start}, {end}) is no place in {report} ({found.Text.Length} code units)");
            else if (char.IsLowSurrogate(found.Text[start]) && start > 0 && char.IsHighSurrogate(found.Text[start - 1]))
                faults.Add($"{what}: [{start}, {end}) cuts a surrogate pair in {report}");
        }

        void Span(string what, DossierSpan span) => Place(what, span.Report, span.Start, span.End);

        void Known(string what, IEnumerable<string> ids, IReadOnlySet<string> known)
        {
            foreach (string id in ids.Where(i => !known.Contains(i)))
                faults.Add($"{what}: nothing has the id “{id}”");
        }

        void Unique(string what, IEnumerable<string> ids)
        {
            foreach (IGrouping<string, string> same in ids.GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Count() > 1))
                faults.Add($"{what}: two have the id “{same.Key}”");
        }

        void Share(string what, double value)
        {
            if (!(value is >= 0 and <= 1))
                faults.Add(what + ": " + value.ToString(CultureInfo.InvariantCulture) + " is not between 0 and 1");
        }

        foreach (DossierReport report in dossier.Reports)
        {
            int last = 0;
            foreach (DossierCut cut in report.Cut)
            {
                Place("cut", report.Id, cut.Start, cut.End);
                if (cut.Start < last)
                    faults.Add($"cut: [{cut.Start}, {cut.End}) of {report.Id} lies before the end of the one before it");
                last = cut.End;
            }
            if (report.Published is { } published && string.CompareOrdinal(published.From, published.To) > 0)
                faults.Add($"published: {report.Id} from {published.From} to {published.To}");
        }
        HashSet<string> names = [.. dossier.Names.Select(n => n.Id)];
        Dictionary<string, DossierQuote> quotes = dossier.Quotes.ToDictionary(q => q.Id, StringComparer.Ordinal);
        HashSet<string> passages = [.. dossier.Passages.Select(p => p.Id)];
        HashSet<string> origins = [.. dossier.Lineage.Origins.Select(o => o.Id)];
        HashSet<string> nodes = [.. reports.Keys, .. dossier.Lineage.Lost.Select(l => l.Id)];
        Unique("names", dossier.Names.Select(n => n.Id));
        Unique("passages", dossier.Passages.Select(p => p.Id));
        Unique("origins", dossier.Lineage.Origins.Select(o => o.Id));
        Unique("claims", dossier.Claims.Select(c => c.Id));
        Unique("wordings", dossier.Wordings.Select(w => w.Id));

        foreach (DossierName name in dossier.Names)
        {
            foreach (DossierSpan mention in name.Mentions)
                Span($"name {name.Name}", mention);
        }
        foreach (DossierTime time in dossier.Times)
            Place("time", time.Report, time.Start, time.End);
        foreach (DossierQuote quote in dossier.Quotes)
        {
            Place("quote", quote.Report, quote.Start, quote.End);
            if (quote.Cue is { } cue)
                Place("cue", quote.Report, cue.Start, cue.End);
            if (quote.Speaker is { Start: { } start, End: { } end })
                Place("speaker", quote.Report, start, end);
            if (quote.Speaker?.Id is { } id)
                Known("speaker", [id], names);
            if (quote.Reasons.Count == 0)
                faults.Add($"quote {quote.Id}: no reason");
        }
        foreach (DossierWording wording in dossier.Wordings)
        {
            Known($"wording {wording.Id}", wording.Quotes, quotes.Keys.ToHashSet(StringComparer.Ordinal));
            foreach (WordingPair pair in wording.Pairs)
            {
                Known($"wording {wording.Id}", [pair.A, pair.B], wording.Quotes.ToHashSet(StringComparer.Ordinal));
                foreach (WordingEdit edit in pair.Edits)
                {
                    DossierQuote a = quotes[pair.A], b = quotes[pair.B];
                    if (edit.AStart < a.Start || edit.AEnd > a.End || edit.AEnd < edit.AStart || edit.BStart < b.Start || edit.BEnd > b.End || edit.BEnd < edit.BStart)
                        faults.Add($"wording {wording.Id}: an edit lies outside its quotations");
                }
            }
        }
        foreach (DossierPassage passage in dossier.Passages)
        {
            Span($"passage {passage.Id}", passage.A);
            Span($"passage {passage.Id}", passage.B);
            Share($"passage {passage.Id}", passage.Similarity);
        }
        foreach (LineageLink link in dossier.Lineage.Links)
        {
            Known("link", [link.From, link.To], nodes);
            Known("link", link.Passages, passages);
            Share("link", link.Share);
            Share("link", link.Confidence);
            if (link.Reasons.Count == 0)
                faults.Add($"link {link.From} → {link.To}: no reason");
        }
        foreach (LostDispatch lost in dossier.Lineage.Lost)
            Known("lost", lost.Children, nodes);
        foreach (Origin origin in dossier.Lineage.Origins)
            Known("origin", [origin.Root, .. origin.Reports], nodes);
        Known("origins", reports.Keys, dossier.Lineage.Origins.SelectMany(o => o.Reports).ToHashSet(StringComparer.Ordinal));
        foreach (DossierClaim claim in dossier.Claims)
        {
            Known($"claim {claim.Id}", claim.Origins, origins);
            foreach (DossierTelling telling in claim.Tellings)
            {
                Place("telling", telling.Report, telling.Start, telling.End);
                Place("telling", telling.Report, telling.ValueStart, telling.ValueEnd);
            }
        }
        foreach (DossierEvent happened in dossier.Timeline)
        {
            Known("timeline", happened.Origins, origins);
            foreach (DossierEventTelling telling in happened.Tellings)
            {
                Span("timeline", new DossierSpan(telling.Report, telling.Start, telling.End));
                Span("timeline", new DossierSpan(telling.Report, telling.TimeStart, telling.TimeEnd));
            }
            Span("timeline", happened.Label!);
        }
        return faults;
    }
}
