using System.Collections.Frozen;

namespace Stemma.Languages;

/// <summary>How much is known of a language.</summary>
internal enum LanguageLevel
{
    /// <summary>Tables alone: quotations, speakers, names and dates.</summary>
    Plain,

    /// <summary>Trained weights and dictionaries as well.</summary>
    Full,
}

/// <summary>A language whose tables ship, as languages.tsv lists them.</summary>
/// <remarks>Its tables are read when first asked for. Immutable, safe to share between threads.</remarks>
internal sealed class LanguageData
{
    private static readonly FrozenDictionary<string, LanguageData> s_languages = Load();

    private readonly Lazy<Vocabulary> _words;
    private readonly Lazy<NameWordTable> _names;

    private LanguageData(string folder, LanguageLevel level)
    {
        (Folder, Level) = (folder, level);
        _words = new(() => Vocabulary.In(folder));
        _names = new(() => new NameWordTable(folder));
    }

    /// <summary>The language of a BCP 47 primary tag, null where no tables ship for it.</summary>
    public static LanguageData? For(string tag) => s_languages.GetValueOrDefault(tag);

    /// <summary>The tags of all languages whose tables ship, in ordinal order.</summary>
    public static IEnumerable<string> Tags => s_languages.Keys.Order(StringComparer.Ordinal);

    /// <summary>The folder of its tables.</summary>
    public string Folder { get; }

    /// <summary>How much is known of it.</summary>
    public LanguageLevel Level { get; }

    /// <summary>Its closed classes, cues, phrases and abbreviations.</summary>
    public Vocabulary Words => _words.Value;

    /// <summary>What the plain level needs to know of names.</summary>
    public NameWordTable Names => _names.Value;

    private static FrozenDictionary<string, LanguageData> Load()
    {
        var folders = new Dictionary<string, LanguageData>(StringComparer.Ordinal);
        var languages = new Dictionary<string, LanguageData>(StringComparer.Ordinal);
        foreach (string[] row in TableFile.Rows("languages.tsv"))
        {
            if (!folders.TryGetValue(row[1], out LanguageData? data))
                folders[row[1]] = data = new LanguageData(row[1], Enum.Parse<LanguageLevel>(row[2], ignoreCase: true));
            languages[row[0]] = data;
        }
        return languages.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
