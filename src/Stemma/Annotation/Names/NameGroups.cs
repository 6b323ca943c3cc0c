using Stemma.Annotation.Chains;
using Stemma.Languages;

namespace Stemma.Annotation.Names;

/// <summary>Which mentions of one report name the same person, organisation or place.</summary>
internal sealed class NameGroups
{
    private readonly string _text;
    private readonly IReadOnlyList<NameMention> _mentions;
    private readonly List<List<int>> _groups = [];
    private readonly int[] _of;
    private readonly string[][] _words;
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);

    private NameGroups(string text, IReadOnlyList<NameMention> mentions)
    {
        (_text, _mentions) = (text, mentions);
        _of = new int[mentions.Count];
        Array.Fill(_of, -1);
        _words = [.. mentions.Select(m => NameWords.Of(m.Span.Over(text)))];
        GatherForms();
        var byKey = new Dictionary<string, int>(StringComparer.Ordinal);
        var byPart = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int m = 0; m < mentions.Count; m++)
        {
            string[] words = PersonWords(m);
            bool part = mentions[m].Kind == NameKind.Person && words.Length == 1;
            if (!part)
                Join(m, Key(m, words), byKey, byPart, words);
        }
        var full = new Introductions(mentions, _groups);
        char[] known = [.. Enumerable.Range(0, _groups.Count).Select(GenderOfGroup)];
        for (int m = 0; m < mentions.Count; m++)
        {
            if (_of[m] < 0)
                JoinPart(m, byKey, byPart, full, known);
        }
        foreach (List<int> group in _groups)
            group.Sort();
        Names = [.. Enumerable.Range(0, _groups.Count).Select(FullestName)];
        Genders = [.. Enumerable.Range(0, _groups.Count).Select(GenderOfGroup)];
    }

    /// <summary>The groups of the mentions, which stand in text order.</summary>
    public static NameGroups Of(string text, IReadOnlyList<NameMention> mentions) => new(text, mentions);

    /// <summary>The number of groups.</summary>
    public int Count => _groups.Count;

    /// <summary>The fullest usual form of each group's name.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>'m', 'f' or '-' for each group.</summary>
    public IReadOnlyList<char> Genders { get; }

    /// <summary>The group of a mention.</summary>
    public int GroupOf(int mention) => _of[mention];

    /// <summary>The mentions of a group in text order.</summary>
    public IReadOnlyList<int> MentionsOf(int group) => _groups[group];

    /// <summary>What the group names.</summary>
    public NameKind KindOf(int group) => _mentions[_groups[group][0]].Kind;

    private string[] PersonWords(int m) => _words[m];

    private string Key(int m, string[] words)
    {
        string key = NameWords.KindKey(_mentions[m].Kind, _mentions[m].Kind == NameKind.Person ? string.Join(' ', words) : ThingNames.Key(_mentions[m].Span.Over(_text)));
        for (int n = 0; n < LongestWay && _keys.TryGetValue(key, out string? fuller); n++)
            key = fuller;
        return key;
    }

    /// <summary>Steps from an initial over a middle name to the fullest form.</summary>
    private const int LongestWay = 4;

    // The keys of forms that stand for a fuller name of the report.
    private void GatherForms()
    {
        var full = new HashSet<string>(StringComparer.Ordinal);
        for (int m = 0; m < _mentions.Count; m++)
        {
            if (_mentions[m].Kind == NameKind.Person && _words[m].Length > 1)
                full.Add(string.Join(' ', _words[m]));
        }
        foreach ((string form, string fuller) in PersonNames.Forms(full, PersonNames.Differences.None, (_, _) => false))
            _keys.Add(NameWords.KindKey(NameKind.Person, form), NameWords.KindKey(NameKind.Person, fuller));
        foreach (IGrouping<string, string> acronym in ThingNames.Acronyms(_text, _mentions).GroupBy(a => a.Acronym, a => a.Full, StringComparer.Ordinal))
        {
            if (acronym.Distinct(StringComparer.Ordinal).Count() == 1 && acronym.Key != acronym.First())
                _keys.Add(NameWords.KindKey(NameKind.Organisation, acronym.Key), NameWords.KindKey(NameKind.Organisation, acronym.First()));
        }
    }

    private void Join(int m, string key, Dictionary<string, int> byKey, Dictionary<string, List<int>> byPart, string[] words)
    {
        if (!byKey.TryGetValue(key, out int group))
        {
            group = _groups.Count;
            byKey.Add(key, group);
            _groups.Add([]);
        }
        if (_mentions[m].Kind == NameKind.Person)
        {
            NotePart(words[0], group, byPart);
            NotePart(PersonNames.Surname(words), group, byPart);
        }
        _of[m] = group;
        _groups[group].Add(m);
    }

    private static void NotePart(string part, int group, Dictionary<string, List<int>> byPart)
    {
        if (!byPart.TryGetValue(part, out List<int>? groups))
            byPart.Add(part, groups = []);
        if (groups.Count <= MostBearers && !groups.Contains(group))
            groups.Add(group);
    }

    // A surname alone belongs to the one person of the report who has it; where two have it, a title may tell ("Mrs Smith"),
    // or the full name told just before, and otherwise it stays by itself.
    private void JoinPart(int m, Dictionary<string, int> byKey, Dictionary<string, List<int>> byPart, Introductions full, char[] genders)
    {
        string word = PersonWords(m)[0];
        if (byPart.TryGetValue(word, out List<int>? groups) && groups.Count <= MostBearers)
        {
            char gender = TitleGender(m);
            List<int> fitting = groups.FindAll(g => gender == '-' || genders[g] == '-' || genders[g] == gender);
            List<int> bySurname = fitting.FindAll(g => PersonNames.Surname(PersonWords(_groups[g][0])) == word);
            if (bySurname.Count > 0)
                fitting = bySurname;
            if (fitting.Count > 1 && full.Latest(_mentions[m].Span.Start, fitting) is >= 0 and var introduced)
                fitting = [introduced];
            if (fitting.Count == 1)
            {
                _of[m] = fitting[0];
                _groups[fitting[0]].Add(m);
                full.Called(fitting[0]);
                return;
            }
        }
        Join(m, NameWords.KindKey(NameKind.Person, word + "\n" + (groups is null ? "" : TitleGender(m).ToString())), byKey, [], [word]);
    }

    /// <summary>Persons: a surname that more persons of one report bear tells nothing.</summary>
    private const int MostBearers = 8;

    private char TitleGender(int m)
    {
        if (_mentions[m].Title is not { } title)
            return '-';
        foreach (string word in Vocabulary.Fold(title.Over(_text)).Split(' ', '.'))
        {
            if (NameTables.English.RoleOf(word) is { Gender: not '-' } role)
                return role.Gender;
        }
        return '-';
    }

    private char GenderOfGroup(int group)
    {
        foreach (int m in _groups[group])
        {
            if (TitleGender(m) is var gender && gender != '-')
                return gender;
        }
        foreach (int m in _groups[group])
        {
            if (_mentions[m].Kind != NameKind.Person)
                continue;
            string[] words = Vocabulary.Fold(_mentions[m].Span.Over(_text)).Split(' ');
            if (words.Length > 1 && NameTables.English.GenderOf(words[0]) is 'm' or 'f' && NameTables.English.GenderOf(words[0]) is { } first)
                return first;
        }
        return '-';
    }

    private string FullestName(int group) => _groups[group].Count == 1 ? NameWords.OneLine(_mentions[_groups[group][0]].Span.In(_text)) : NameWords.Fullest(_groups[group].Select(m => _mentions[m].Span.In(_text)));
}
