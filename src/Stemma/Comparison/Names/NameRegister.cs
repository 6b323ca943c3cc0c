using Stemma.Annotation;
using Stemma.Annotation.Names;
using Stemma.Reports;

namespace Stemma.Comparison.Names;

/// <summary>Who and what the reports of a story name, each once, whatever its spellings.</summary>
/// <remarks>
/// The names do not depend on the order of the reports; the indexes in <see cref="RegisteredName.Mentions"/> follow it.
/// Two persons with one surname stay two; a surname that could be either's stays by itself. Immutable.
/// </remarks>
public sealed class NameRegister
{
    private readonly Dictionary<NamePlace, int> _ids = [];
    private readonly IReadOnlyList<AnnotatedReport> _reports;
    private readonly Dictionary<OfficeHeld, int> _holders = [];
    private readonly OfficeBook _offices = new();

    private NameRegister(IReadOnlyList<AnnotatedReport> reports)
    {
        _reports = reports;
        NameGroups[] groups = [.. reports.Select(r => NameGroups.Of(r.Text, r.Names))];
        IReadOnlyList<NameCluster> clusters = NameClusters.Of(reports, groups);
        Names = [.. clusters.Select(c => Registered(c, reports))
            .OrderBy(n => n.Name, StringComparer.Ordinal).ThenBy(n => n.Kind).ThenBy(n => string.Join('\n', n.Variants), StringComparer.Ordinal)
            .ThenBy(n => reports[n.Mentions[0].Report].Report.Id, StringComparer.Ordinal)];
        for (int id = 0; id < Names.Count; id++)
        {
            foreach (NamePlace place in Names[id].Mentions)
                _ids[place] = id;
        }
        GatherOffices();
    }

    /// <summary>The register of the reports. Linear in the number of mentions but for sorting.</summary>
    /// <param name="reports">The reports of one story.</param>
    public static NameRegister Of(IReadOnlyList<AnnotatedReport> reports) => new(reports);

    /// <summary>All names, by name in ordinal order; a name's index is its id.</summary>
    public IReadOnlyList<RegisteredName> Names { get; }

    /// <summary>
    /// The id of the name at the span: of the mention that is the span or holds it, or of the one person named inside it
    /// ("US President Bo Dale"); null where there is none.
    /// </summary>
    /// <param name="report">The index of the report.</param>
    /// <param name="span">A mention, or words around one.</param>
    public int? At(int report, TextSpan span)
    {
        if (_ids.TryGetValue(new NamePlace(report, span), out int exact))
            return exact;
        IReadOnlyList<NameMention> names = _reports[report].Names;
        int? found = null;
        for (int i = FirstEndingAfter(names, span.Start); i < names.Count && names[i].Span.Start < span.End; i++)
        {
            bool holds = names[i].Span.Contains(span);
            if (!holds && !(span.Contains(names[i].Span) && names[i].Kind == NameKind.Person))
                continue;
            int id = _ids[new NamePlace(report, names[i].Span)];
            if (found is { } other && other != id)
                return null;
            found = id;
        }
        return found;
    }

    /// <summary>
    /// The id of a speaker: of the name the report gives, or of the one person whom any report of the story gives the office
    /// that the words tell ("the Chinese leader"); null where it is no name or not clear.
    /// </summary>
    /// <param name="report">The index of the report.</param>
    /// <param name="speaker">A speaker of that report.</param>
    public int? Of(int report, Speaker speaker)
    {
        if (speaker.Mention is { } mention && At(report, mention) is { } named)
            return named;
        if (speaker.Span is not { } span)
            return speaker.Mention is { } before ? Holder(_reports[report].Text, before) : null;
        if (_ids.TryGetValue(new NamePlace(report, span), out int exact))
            return exact;
        return Holder(_reports[report].Text, span);
    }

    private int? Holder(string text, TextSpan span)
    {
        OfficeHeld office = RoleEvidence.Read(span.Over(text));
        if (office is { Country: not null, Group: not null })
            return _holders.TryGetValue(office, out int id) && id >= 0 ? id : null;
        // Another report's office is told by more than the role: "the council leader", but not "the leader".
        if (Office.Read(span.Over(text)) is not { Definite: true, Words.Count: > 0 } told)
            return null;
        return _offices.HolderOf(told) is >= 0 and var holder ? holder : null;
    }

    private void GatherOffices()
    {
        for (int r = 0; r < _reports.Count; r++)
        {
            foreach (NameMention mention in _reports[r].Names)
            {
                if (mention.Kind != NameKind.Person)
                    continue;
                int id = _ids[new NamePlace(r, mention.Span)];
                foreach (Office told in Office.ToldOf(_reports[r].Text, mention))
                    _offices.Add(told, id);
                if (RoleEvidence.Of(_reports[r].Text, mention) is not { Country: not null, Group: not null } office)
                    continue;
                // Two holders of one office in one story (a successor, a slip): neither is taken.
                _holders[office] = _holders.TryGetValue(office, out int other) && other != id ? -1 : id;
            }
        }
    }

    private static int FirstEndingAfter(IReadOnlyList<NameMention> names, int start)
    {
        int low = 0, high = names.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (names[middle].Span.End <= start)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static RegisteredName Registered(NameCluster cluster, IReadOnlyList<AnnotatedReport> reports)
    {
        NamePlace[] places = [.. cluster.Mentions.OrderBy(m => m.Report).ThenBy(m => m.Span)];
        string[] forms = [.. places.Select(p => NameWords.OneLine(p.Span.In(reports[p.Report].Text)))];
        return new RegisteredName(NameWords.Fullest(forms), cluster.Kind, [.. forms.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], places);
    }
}
