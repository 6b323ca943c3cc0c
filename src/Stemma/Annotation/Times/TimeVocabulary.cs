using System.Collections.Frozen;
using Stemma.Languages;

namespace Stemma.Annotation.Times;

/// <summary>The words of time of one language: to each word its classes with a value in each.</summary>
/// <remarks>Literal words of the rules are classes of their own, named by the word. Immutable after it is made.</remarks>
internal sealed class TimeVocabulary
{
    private readonly FrozenDictionary<string, Entry[]>.AlternateLookup<ReadOnlySpan<char>> _entries;
    private readonly FrozenDictionary<string, int> _classes;

    /// <summary>One class of a word.</summary>
    /// <param name="Class">The number of the class.</param>
    /// <param name="Value">Its value.</param>
    /// <param name="NeedsCapital">True where only the capitalised word is of the class.</param>
    public readonly record struct Entry(int Class, int Value, bool NeedsCapital);

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
        _entries = entries.ToFrozenDictionary(e => e.Key, e => e.Value.ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        LongestWord = entries.Keys.Max(k => k.Length);
        _classes = classes.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The number of a class, -1 where nothing is of it.</summary>
    public int ClassOf(string name) => _classes.GetValueOrDefault(name, -1);

    /// <summary>The classes of a word in lower case.</summary>
    public ReadOnlySpan<Entry> Of(ReadOnlySpan<char> word) => _entries.TryGetValue(word, out Entry[]? entries) ? entries : [];

    /// <summary>The number of classes.</summary>
    public int Count => _classes.Count;

    /// <summary>The longest word of the table in UTF-16 code units.</summary>
    public int LongestWord { get; }

    /// <summary>The rows of a table of this language.</summary>
    public static IEnumerable<string[]> Table(string language, string name) => TableFile.Rows($"{language}/{name}.tsv");
}
