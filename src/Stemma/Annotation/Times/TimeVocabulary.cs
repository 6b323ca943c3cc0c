using System.Collections.Frozen;
using Stemma.Languages;

namespace Stemma.Annotation.Times;

/// <summary>The words of time of one language: to each word its classes with a value in each.</summary>
/// <remarks>
/// Literal words of the rules are classes of their own, named by the word. Words are looked up once for every atom of a text, so they
/// lie in a table that most other words miss at the first place. Immutable after it is made.
/// </remarks>
internal sealed class TimeVocabulary
{
    private readonly FrozenDictionary<string, int> _classes;

    // An open table of a power of two places: the word, its hash and its two lists of classes.
    private readonly Place[] _places;

    // The same for single marks of ASCII, which need no search.
    private readonly Word[] _marks = new Word[128];

    /// <summary>The classes of a word, as a stretch of <see cref="Classes"/>.</summary>
    /// <param name="First">Where they start.</param>
    /// <param name="Count">How many.</param>
    public readonly record struct Word(int First, int Count);

    private readonly record struct Entry(int Class, int Value, bool NeedsCapital);

    private record struct Place(string Written, uint Hash, Word Lower, Word Capital);

    /// <summary>Reads the table and takes in the literals and classes that the rules name.</summary>
    public TimeVocabulary(IEnumerable<string[]> rows, IEnumerable<string> names)
    {
        var classes = new Dictionary<string, int>(StringComparer.Ordinal);
        var entries = new Dictionary<string, List<Entry>>(StringComparer.Ordinal);
        int Id(string name)
        {
            if (!classes.TryGetValue(name, out int id))
                classes[name] = id = classes.Count;
            return id;
        }
        void Add(string word, Entry entry)
        {
            if (!entries.TryGetValue(word, out List<Entry>? list))
                entries[word] = list = [];
            list.Add(entry);
        }
        foreach (string[] row in rows)
            Add(row[0], new Entry(Id(row[1]), int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture), row.Length > 3));
        foreach (string name in names)
        {
            bool isNew = !classes.ContainsKey(name);
            int id = Id(name);
            if (isNew && !char.IsUpper(name[0]))
                Add(name, new Entry(id, 0, false));
        }
        _classes = classes.ToFrozenDictionary(StringComparer.Ordinal);
        LongestWord = entries.Keys.Max(k => k.Length);
        var all = new List<(int, decimal)>();
        int cap = ClassOf("CAP");
        Word Lay(IEnumerable<Entry> own, bool capital)
        {
            int first = all.Count;
            if (capital && cap >= 0)
                all.Add((cap, 0));
            all.AddRange(own.Select(e => (e.Class, (decimal)e.Value)));
            return new Word(first, all.Count - first);
        }
        AnyCapital = Lay([], true);
        _places = new Place[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)entries.Count * PlacesOfWord)];
        foreach ((string word, List<Entry> own) in entries)
        {
            uint hash = HashOf(word), at = hash;
            while (_places[at & (_places.Length - 1)].Written is not null)
                at++;
            _places[at & (_places.Length - 1)] = new Place(word, hash, Lay(own.Where(e => !e.NeedsCapital), false), Lay(own, true));
            if (word is [< (char)128 and var mark])
                _marks[mark] = _places[at & (_places.Length - 1)].Lower;
        }
        Classes = [.. all];
    }

    /// <summary>The classes of all words, one list behind the other.</summary>
    public (int Class, decimal Value)[] Classes { get; }

    /// <summary>The number of a class, -1 where nothing is of it.</summary>
    public int ClassOf(string name) => _classes.GetValueOrDefault(name, -1);

    /// <summary>The classes of a word.</summary>
    /// <param name="lower">The word in lower case.</param>
    /// <param name="capital">True where it is written with a capital.</param>
    public Word Of(ReadOnlySpan<char> lower, bool capital)
    {
        uint hash = HashOf(lower);
        for (uint at = hash; ; at++)
        {
            ref readonly Place place = ref _places[at & (_places.Length - 1)];
            if (place.Written is null)
                return capital ? AnyCapital : default;
            if (place.Hash == hash && lower.SequenceEqual(place.Written))
                return capital ? place.Capital : place.Lower;
        }
    }

    /// <summary>The classes of a single code unit that is no letter.</summary>
    public Word OfMark(char mark) => mark < 128 ? _marks[mark] : Of([mark], false);

    /// <summary>The classes of a capitalised word that is not in the table.</summary>
    public Word AnyCapital { get; }

    /// <summary>The number of classes.</summary>
    public int Count => _classes.Count;

    /// <summary>The longest word of the table in UTF-16 code units.</summary>
    public int LongestWord { get; }

    /// <summary>The rows of a table of this language.</summary>
    public static IEnumerable<string[]> Table(string language, string name) => TableFile.Rows($"{language}/{name}.tsv");

    // The ends, the middle and the length tell the words of a table of some hundred apart well enough.
    private static uint HashOf(ReadOnlySpan<char> word)
    {
        uint length = (uint)word.Length;
        uint ends = word[0] | ((uint)word[^1] << 16), inner = word[word.Length / 2] | ((uint)word[word.Length > 1 ? 1 : 0] << 16);
        uint hash = (ends * 0x9E3779B1) ^ (inner * 0x85EBCA6B) ^ (length * 0xC2B2AE35);
        return hash ^ (hash >> 15);
    }

    /// <summary>In places of the table to a word: nine of ten words that are none of these miss at the first place.</summary>
    private const uint PlacesOfWord = 8;
}
