using Stemma.Annotation;
using Stemma.Annotation.Chains;
using Stemma.Annotation.Names;
using Stemma.Reports;

namespace Stemma.Comparison.Names;

/// <summary>The mentions, over all reports, of one person or thing.</summary>
internal sealed record NameCluster(NameKind Kind, IReadOnlyList<NamePlace> Mentions);

/// <summary>Joins the name groups of single reports over all reports.</summary>
internal sealed class NameClusters
{
    private readonly Dictionary<string, List<NamePlace>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _personsByPart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, char> _genders = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<AnnotatedReport> _reports;
    private readonly IReadOnlyList<NameGroups> _groups;

    private NameClusters(IReadOnlyList<AnnotatedReport> reports, IReadOnlyList<NameGroups> groups) => (_reports, _groups) = (reports, groups);

    /// <summary>The clusters, in the ordinal order of their keys.</summary>
    public static IReadOnlyList<NameCluster> Of(IReadOnlyList<AnnotatedReport> reports, IReadOnlyList<NameGroups> groups)
    {
        var clusters = new NameClusters(reports, groups);
        clusters.AddAll();
        return [.. clusters._byKey.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => new NameCluster(clusters.KindOf(p.Value), p.Value))];
    }

    private void AddAll()
    {
        var parts = new List<(int Report, int Group, string Word)>();
        var things = new HashSet<string>(StringComparer.Ordinal);
        IReadOnlyDictionary<string, string> forms = Forms();
        for (int r = 0; r < _reports.Count; r++)
        {
            for (int g = 0; g < _groups[r].Count; g++)
            {
                string name = _groups[r].Names[g];
                string[] words = NameWords.Of(name);
                NameKind kind = _groups[r].KindOf(g);
                if (words.Length == 1 && kind is (NameKind.Person or NameKind.Other))
                    parts.Add((r, g, words[0]));
                else if (kind == NameKind.Person)
                    AddPerson(r, g, words, forms);
                else
                    things.Add(Add(r, g, NameWords.KindKey(kind, ThingNames.Key(name))));
            }
        }
        foreach ((int report, int group, string word) in parts)
            AddPart(report, group, word, things);
        foreach ((string acronym, string full) in Acronyms.Of(_reports))
            Merge(NameWords.KindKey(NameKind.Organisation, full), NameWords.KindKey(NameKind.Organisation, acronym));
    }

    // The names of persons that are forms of fuller names. Two names that one report has both are two persons: it would have said.
    private IReadOnlyDictionary<string, string> Forms()
    {
        var reportsOf = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        for (int r = 0; r < _reports.Count; r++)
        {
            for (int g = 0; g < _groups[r].Count; g++)
            {
                string[] words = _groups[r].KindOf(g) == NameKind.Person ? NameWords.Of(_groups[r].Names[g]) : [];
                if (words.Length < 2)
                    continue;
                string name = string.Join(' ', words);
                if (!reportsOf.TryGetValue(name, out HashSet<int>? reports))
                    reportsOf.Add(name, reports = []);
                reports.Add(r);
            }
        }
        return PersonNames.Forms(reportsOf.Keys, PersonNames.Differences.Spelling, (a, b) => reportsOf[a].Overlaps(reportsOf[b]));
    }

    private void AddPerson(int report, int group, string[] words, IReadOnlyDictionary<string, string> forms)
    {
        string name = string.Join(' ', words);
        for (int n = 0; n < LongestWay && forms.TryGetValue(name, out string? fuller); n++)
            name = fuller;
        string key = Add(report, group, NameWords.KindKey(NameKind.Person, name));
        char gender = _groups[report].Genders[group];
        if (gender != '-')
            _genders[key] = _genders.TryGetValue(key, out char other) && other != gender ? '?' : gender;
        Note(PersonNames.Surname(words), key);
        Note(words[0], key);
    }

    /// <summary>Steps from an initial over a middle name or a spelling to the fullest form.</summary>
    private const int LongestWay = 8;

    private void Note(string part, string key)
    {
        if (!_personsByPart.TryGetValue(part, out SortedSet<string>? keys))
            _personsByPart.Add(part, keys = new SortedSet<string>(StringComparer.Ordinal));
        keys.Add(key);
    }

    // A surname alone, or a first name that stands alone (family names come first in some languages): the one person of the
    // story who has it. A report that itself names two such persons has left it by itself, and so do two in the story.
    private void AddPart(int report, int group, string word, HashSet<string> things)
    {
        string thing = NameWords.KindKey(NameKind.Other, ThingNames.Key(_groups[report].Names[group]));
        NameKind kind = _groups[report].KindOf(group);
        if (kind == NameKind.Other && things.Contains(thing))
        {
            Add(report, group, thing);
            return;
        }
        string[] fitting = Bearers(word, _groups[report].Genders[group]);
        if (fitting.Length == 1)
            Add(report, group, fitting[0]);
        else
            Add(report, group, kind == NameKind.Person ? NameWords.KindKey(kind, word) : thing);
    }

    // The persons whom the word can mean: by surname sooner than by first name, by its letters sooner than by its sound.
    private string[] Bearers(string word, char gender)
    {
        bool Fits(string key) => gender == '-' || !_genders.TryGetValue(key, out char other) || other is '?' || other == gender;
        string[] fitting = _personsByPart.TryGetValue(word, out SortedSet<string>? keys) ? [.. keys.Where(Fits)] : [];
        string[] bySurname = [.. fitting.Where(k => PersonNames.Surname(k[s_personKey.Length..].Split(' ')) == word)];
        if (bySurname.Length > 0)
            return bySurname;
        if (keys is not null)
            return fitting;
        return [.. _personsByPart.Where(p => NameSound.Alike(p.Key, word, surname: true)).SelectMany(p => p.Value.Where(Fits)
            .Where(k => NameSound.Alike(PersonNames.Surname(k[s_personKey.Length..].Split(' ')), word, surname: true))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private string Add(int report, int group, string key)
    {
        if (!_byKey.TryGetValue(key, out List<NamePlace>? places))
            _byKey.Add(key, places = []);
        NameGroups groups = _groups[report];
        foreach (int m in groups.MentionsOf(group))
            places.Add(new NamePlace(report, _reports[report].Names[m].Span));
        return key;
    }

    private void Merge(string into, string from)
    {
        if (into == from || !_byKey.TryGetValue(into, out List<NamePlace>? target) || !_byKey.Remove(from, out List<NamePlace>? moved))
            return;
        target.AddRange(moved);
    }

    // The kind that most mentions have; between two as common the more telling one (person, organisation, place, other).
    private NameKind KindOf(List<NamePlace> places) =>
        places.Select(p => KindAt(p)).GroupBy(k => k).OrderByDescending(g => g.Key != NameKind.Other).ThenByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;

    private NameKind KindAt(NamePlace place)
    {
        IReadOnlyList<NameMention> names = _reports[place.Report].Names;
        int low = 0, high = names.Count - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (names[middle].Span < place.Span)
                low = middle + 1;
            else
                high = middle;
        }
        return names[low].Kind;
    }

    private static readonly string s_personKey = NameWords.KindKey(NameKind.Person, "");
}
