using System.Collections.Frozen;

namespace Stemma.Languages;

/// <summary>What is known of names: titles, first names, countries, cities, organisations.</summary>
/// <remarks>Words are looked up folded by <see cref="Vocabulary.Fold"/> unless told otherwise. Immutable.</remarks>
internal sealed class NameTables
{
    /// <summary>The English tables.</summary>
    public static NameTables English { get; } = new("En");

    private readonly FrozenDictionary<string, Role> _titles;
    private readonly FrozenSet<string> _titleFirsts;
    private readonly FrozenSet<string> _titleLasts;
    private readonly FrozenSet<string> _titleWords;
    private readonly FrozenSet<string> _rankWords;
    private readonly FrozenDictionary<string, char> _firstNames;
    private readonly FrozenSet<string> _particles;
    private readonly FrozenDictionary<string, string> _countries;
    private readonly FrozenDictionary<string, string> _adjectives;
    private readonly FrozenDictionary<string, string> _capitals;
    private readonly FrozenDictionary<string, string> _cities;
    private readonly FrozenDictionary<string, char> _keys;
    private readonly FrozenDictionary<string, char> _known;
    private readonly FrozenSet<string> _leads;

    private NameTables(string language)
    {
        _titles = TableFile.Rows(language + "/titles.tsv").ToFrozenDictionary(r => r[0], r => new Role(r[1][0], r[2]), StringComparer.Ordinal);
        LongestTitle = _titles.Keys.Max(t => t.Count(c => c == ' ') + 1);
        _titleFirsts = _titles.Keys.Where(t => t.Contains(' ')).Select(t => t[..t.IndexOf(' ', StringComparison.Ordinal)]).ToFrozenSet(StringComparer.Ordinal);
        _titleLasts = _titles.Keys.Select(t => t[(t.LastIndexOf(' ') + 1)..]).ToFrozenSet(StringComparer.Ordinal);
        _titleWords = TableFile.Lines(language + "/titlewords.txt").ToFrozenSet(StringComparer.Ordinal);
        _rankWords = TableFile.Lines(language + "/rank-words.txt").ToFrozenSet(StringComparer.Ordinal);
        _firstNames = TableFile.Rows(language + "/firstnames.tsv.gz").ToFrozenDictionary(r => r[0], r => r[1][0], StringComparer.Ordinal);
        _particles = TableFile.Lines(language + "/particles.txt").ToFrozenSet(StringComparer.Ordinal);
        var countries = new Dictionary<string, string>(StringComparer.Ordinal);
        var adjectives = new Dictionary<string, string>(StringComparer.Ordinal);
        var capitals = new Dictionary<string, string>(StringComparer.Ordinal);
        var cities = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string[] row in TableFile.Rows(language + "/countries.tsv"))
        {
            Add(countries, row[1], row[0]);
            Add(adjectives, row[2], row[0]);
            Add(adjectives, row[3], row[0]);
            Add(capitals, row[4], row[0]);
        }
        foreach (string[] row in TableFile.Rows(language + "/placeforms.tsv"))
        {
            Dictionary<string, string> table = row[0] switch { "country" => countries, "adjective" => adjectives, "seat" => capitals, _ => cities };
            table[Vocabulary.Fold(row[1])] = row[0] == "city" ? Vocabulary.Fold(row[2]) : row[2];
        }
        _countries = countries.ToFrozenDictionary(StringComparer.Ordinal);
        _adjectives = adjectives.ToFrozenDictionary(StringComparer.Ordinal);
        _capitals = capitals.ToFrozenDictionary(StringComparer.Ordinal);
        _cities = cities.ToFrozenDictionary(StringComparer.Ordinal);
        var keys = new Dictionary<string, char>(StringComparer.Ordinal);
        var known = new Dictionary<string, char>(StringComparer.Ordinal);
        var leads = new Dictionary<string, char>(StringComparer.Ordinal);
        foreach (string[] row in TableFile.Rows(language + "/organisations.tsv"))
            (row[0] switch { "key" => keys, "lead" => leads, _ => known })[Vocabulary.Fold(row[1])] = row[2][0];
        _keys = keys.ToFrozenDictionary(StringComparer.Ordinal);
        _leads = leads.Keys.ToFrozenSet(StringComparer.Ordinal);
        _known = known.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The most words a title has.</summary>
    public int LongestTitle { get; }

    /// <summary>The title or role that the folded words (parted by one blank) are, null where they are none.</summary>
    public Role? RoleOf(string words) => _titles.TryGetValue(words, out Role role) ? role : null;

    /// <summary>True for the first word of a title of several words.</summary>
    public bool OpensLongRole(string word) => _titleFirsts.Contains(word);

    /// <summary>True for the last word of a title.</summary>
    public bool ClosesRole(string word) => _titleLasts.Contains(word);

    /// <summary>True for words that stand before a title: "former", "deputy".</summary>
    public bool IsTitleWord(string word) => _titleWords.Contains(word);

    /// <summary>True for words that make another office of a role: "deputy", "former".</summary>
    public bool IsRankWord(string word) => _rankWords.Contains(word);

    /// <summary>'m', 'f' or 'b' for a first name, null where it is none.</summary>
    public char? GenderOf(string firstName) => _firstNames.TryGetValue(firstName, out char gender) ? gender : null;

    /// <summary>True for small words inside names: "de", "van".</summary>
    public bool IsParticle(string word) => _particles.Contains(word);

    /// <summary>The country that the folded name is a name of, null where it is none.</summary>
    public string? CountryOf(string name) => _countries.GetValueOrDefault(name);

    /// <summary>The country of the folded adjective or noun for a people, null where it is none.</summary>
    public string? CountryOfAdjective(string word) => _adjectives.GetValueOrDefault(word);

    /// <summary>The country whose capital or seat of government the folded name is, null where it is none.</summary>
    public string? CountryOfCapital(string name) => _capitals.GetValueOrDefault(name);

    /// <summary>One spelling, folded, for all spellings of a city.</summary>
    public string CityKey(string name) => _cities.GetValueOrDefault(name, name);

    /// <summary>'o' organisation, 'p' place, 'x' other, for a word inside a name that shows it; null where it shows nothing.</summary>
    public char? KindByWord(string word) => _keys.TryGetValue(word, out char kind) ? kind : null;

    /// <summary>True for a word that makes a place of what follows it in a name: "Lake", "San".</summary>
    public bool LeadsPlace(string word) => _leads.Contains(word);

    /// <summary>'o', 'p' or 'x' for a whole folded name that is known; null where it is not.</summary>
    public char? KindOfName(string name)
    {
        if (_known.TryGetValue(name, out char kind))
            return kind;
        return _countries.ContainsKey(name) || _capitals.ContainsKey(name) || _cities.ContainsKey(name) ? 'p' : null;
    }

    private static void Add(Dictionary<string, string> table, string words, string country)
    {
        foreach (string word in words.Split('|', StringSplitOptions.RemoveEmptyEntries))
            table.TryAdd(Vocabulary.Fold(word), country);
    }
}
