using System.Collections.Frozen;

namespace Stemma.Languages;

/// <summary>The words that quotations, names and sentences are found by: closed classes, cue verbs, titles, abbreviations.</summary>
/// <remarks>Words are looked up folded: lower case, straight apostrophes. Immutable, safe to share between threads.</remarks>
internal sealed class Vocabulary
{
    /// <summary>The English vocabulary.</summary>
    public static Vocabulary English { get; } = new("En");

    /// <summary>The vocabulary of another language, from the tables in its folder.</summary>
    public static Vocabulary In(string folder) => folder == "En" ? English : new Vocabulary(folder);

    private readonly FrozenDictionary<string, WordClass> _classes;
    private readonly FrozenDictionary<string, CueForm> _cues;
    private readonly FrozenSet<string> _speechNouns;
    private readonly FrozenSet<string> _people;
    private readonly FrozenDictionary<string, string> _phrases;
    private readonly FrozenSet<string> _sourceOpeners;
    private readonly FrozenSet<string> _abbreviations;
    private readonly FrozenSet<string> _closers;
    private readonly FrozenSet<string> _elisions;

    private Vocabulary(string language)
    {
        _classes = Classes(language + "/words.tsv");
        _cues = Cues(language + "/cues.tsv");
        _speechNouns = Set(language + "/speechnouns.txt");
        _people = Set(language + "/peoplenouns.txt");
        _phrases = TableFile.Rows(language + "/phrases.tsv").ToFrozenDictionary(r => r[1], r => r[0], StringComparer.Ordinal);
        _sourceOpeners = _phrases.Where(p => p.Value == "source" && p.Key.Contains(' ')).Select(p => p.Key.Split(' ')[0]).ToFrozenSet(StringComparer.Ordinal);
        _abbreviations = Set(language + "/abbreviations.txt");
        _closers = Set(language + "/closers.txt");
        _elisions = Set(language + "/elisions.txt");
    }

    /// <summary>What the folded word can be; none for words of the open classes.</summary>
    public WordClass ClassOf(string word) => _classes.GetValueOrDefault(word);

    /// <summary>The cue verb that the folded word is a form of, null where it is none.</summary>
    public CueForm? CueOf(string word) => _cues.TryGetValue(word, out CueForm form) ? form : null;

    /// <summary>True for nouns that carry somebody's words: "statement", "letter".</summary>
    public bool IsSpeechNoun(string word) => _speechNouns.Contains(word);

    /// <summary>True for nouns of those who speak: "officials", "ministry".</summary>
    public bool IsPeopleNoun(string word) => _people.Contains(word);

    /// <summary>What the folded phrase (words parted by one blank) does: "source" or "work"; null where it is no phrase of the table.</summary>
    public string? PhraseUse(string words) => _phrases.GetValueOrDefault(words);

    /// <summary>True for the first word of a phrase that names a source: "according".</summary>
    public bool OpensSourcePhrase(string word) => _sourceOpeners.Contains(word);

    /// <summary>True where a full stop after the word ends no sentence: "Mr".</summary>
    public bool IsAbbreviation(string word) => _abbreviations.Contains(word);

    /// <summary>True where a full stop after the word may end a sentence or not: "Inc", "U.S.".</summary>
    public bool IsClosingAbbreviation(string word) => _closers.Contains(word);

    /// <summary>True for words that lost their beginning: "tis" after an apostrophe.</summary>
    public bool IsElision(string word) => _elisions.Contains(word);

    /// <summary>The word in lower case with straight apostrophes, as the tables have it.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        return string.Create(word.Length, word, static (target, source) =>
        {
            for (int i = 0; i < source.Length; i++)
                target[i] = source[i] == '’' ? '\'' : source[i] == '‑' ? '-' : char.ToLowerInvariant(source[i]);
        });
    }

    private static FrozenSet<string> Set(string path) =>
        TableFile.Lines(path).Select(line => Fold(line)).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, WordClass> Classes(string path)
    {
        var classes = new Dictionary<string, WordClass>(StringComparer.Ordinal);
        foreach (string[] row in TableFile.Rows(path))
        {
            WordClass value = ClassNamed(row[0]);
            foreach (string word in row[1].Split(' '))
                classes[word] = classes.GetValueOrDefault(word) | value;
        }
        return classes.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static WordClass ClassNamed(string name) =>
        Enum.TryParse(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out WordClass value)
            ? value
            : throw new InvalidOperationException($"words.tsv: no word class is called {name}.");

    private static FrozenDictionary<string, CueForm> Cues(string path)
    {
        VerbForm[] columns = [VerbForm.Base, VerbForm.Third, VerbForm.Past, VerbForm.Participle, VerbForm.Ing];
        var cues = new Dictionary<string, CueForm>(StringComparer.Ordinal);
        foreach (string[] row in TableFile.Rows(path))
        {
            CueClass kind = Enum.Parse<CueClass>(row[5], ignoreCase: true);
            for (int i = 0; i < columns.Length; i++)
            {
                foreach (string word in row[i].Split('|'))
                {
                    VerbForm form = columns[i] | (cues.TryGetValue(word, out CueForm known) && known.Lemma == row[0] ? known.Form : VerbForm.None);
                    cues[word] = new CueForm(row[0], kind, form);
                }
            }
        }
        return cues.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
