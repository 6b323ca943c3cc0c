using System.Collections.Frozen;

namespace Stemma.Languages;

/// <summary>What a word or phrase does to the meaning of the statement it stands in.</summary>
internal enum MeaningClass
{
    /// <summary>None of these, though its words are.</summary>
    Plain,

    /// <summary>Turns the statement round: "not".</summary>
    Negation,

    /// <summary>Holds a negation of its own: "failed".</summary>
    Lexical,

    /// <summary>How sure, allowed or required it is told to be: "may".</summary>
    Modal,

    /// <summary>Takes back some of it: "almost".</summary>
    Hedge,

    /// <summary>Makes it hang on something else: "if".</summary>
    Condition,

    /// <summary>How much of a whole, how often: "all".</summary>
    Quantity,

    /// <summary>How exact the number after it is: "about".</summary>
    Measure,

    /// <summary>How strongly: "very".</summary>
    Degree,

    /// <summary>Who is meant: "we".</summary>
    Person,

    /// <summary>Which way round: "before".</summary>
    Relation,

    /// <summary>A verb that says little by itself: "make".</summary>
    Light,

    /// <summary>An ending or a beginning that turns a word round: "-less", "un-".</summary>
    Contrary,
}

/// <summary>A phrase that bears on the meaning of its statement.</summary>
/// <param name="Class">What it does.</param>
/// <param name="Label">What it says, as a reader is told.</param>
/// <param name="Length">In words.</param>
internal readonly record struct MeaningWord(MeaningClass Class, string Label, int Length);

/// <summary>The words that change what a statement says when they come or go: negation, modality, hedges, conditions, quantities.</summary>
/// <remarks>Words are given in lower case with straight apostrophes. Immutable, safe to share between threads.</remarks>
internal sealed class MeaningWords
{
    /// <summary>The English words.</summary>
    public static MeaningWords English { get; } = new("En", hasDictionary: true);

    private static readonly FrozenDictionary<string, Lazy<MeaningWords>> s_others = LanguageData.Tags.Select(t => LanguageData.For(t)!).Where(l => l.Level == LanguageLevel.Plain)
        .Distinct().ToFrozenDictionary(l => l.Folder, l => new Lazy<MeaningWords>(() => new MeaningWords(l.Folder, hasDictionary: false)), StringComparer.Ordinal);

    private static readonly MeaningWords s_none = new(null, hasDictionary: false);

    /// <summary>The words of a language by its BCP 47 primary tag; none for a language without tables.</summary>
    public static MeaningWords For(string tag) =>
        LanguageData.For(tag) is not { } language ? s_none : s_others.TryGetValue(language.Folder, out Lazy<MeaningWords>? words) ? words.Value : English;

    /// <summary>True where near-synonyms of the language are known, so that their absence tells something.</summary>
    public bool HasDictionary { get; }

    private readonly FrozenDictionary<string, MeaningWord> _phrases, _measures;
    private readonly (string Ending, MeaningWord Word)[] _endings;
    private readonly string[] _beginnings;
    private readonly FrozenSet<string> _light;
    private readonly FrozenDictionary<string, int> _longest;
    private readonly FrozenDictionary<string, string[]> _contractions;
    private readonly (string Ending, string[] Full)[] _contractedEndings;

    private MeaningWords(string? folder, bool hasDictionary)
    {
        HasDictionary = hasDictionary;
        var phrases = new Dictionary<string, MeaningWord>(StringComparer.Ordinal);
        var measures = new Dictionary<string, MeaningWord>(StringComparer.Ordinal);
        var beginnings = new List<string>();
        var light = new List<string>();
        var endings = new List<(string, MeaningWord)>();
        var longest = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string[] row in folder is null ? [] : TableFile.Rows(folder + "/meaning-words.tsv"))
        {
            MeaningClass kind = Enum.Parse<MeaningClass>(row[0], ignoreCase: true);
            foreach (string words in row[2].Split('|'))
            {
                if (kind == MeaningClass.Light)
                {
                    light.Add(words);
                    continue;
                }
                var word = new MeaningWord(kind, row[1], words.Count(c => c == ' ') + 1);
                if (kind == MeaningClass.Contrary && words[^1] == '-')
                {
                    beginnings.Add(words[..^1]);
                    continue;
                }
                if (words[0] == '-')
                {
                    endings.Add((words[1..], word));
                    continue;
                }
                // Of two classes the one that stands first in the table counts.
                (kind == MeaningClass.Measure ? measures : phrases).TryAdd(words, word);
                string first = words.Split(' ')[0];
                longest[first] = Math.Max(longest.GetValueOrDefault(first), word.Length);
            }
        }
        _phrases = phrases.ToFrozenDictionary(StringComparer.Ordinal);
        _measures = measures.ToFrozenDictionary(StringComparer.Ordinal);
        _longest = longest.ToFrozenDictionary(StringComparer.Ordinal);
        _light = light.ToFrozenSet(StringComparer.Ordinal);
        _beginnings = [.. beginnings];
        _endings = [.. endings];
        string[][] contractions = [.. folder is null ? [] : TableFile.Rows(folder + "/contractions.tsv")];
        _contractions = contractions.Where(r => r[0][0] != '-').ToFrozenDictionary(r => r[0], r => r[1].Split('|'), StringComparer.Ordinal);
        _contractedEndings = [.. contractions.Where(r => r[0][0] == '-').Select(r => (r[0][1..], r[1].Split('|')))];
    }

    /// <summary>The longest phrase of the tables that begins with the first of the words, null where none does.</summary>
    public MeaningWord? At(ReadOnlySpan<string> words)
    {
        if (words.IsEmpty)
            return null;
        string first = words[0];
        if (_longest.TryGetValue(first, out int longest))
        {
            for (int length = Math.Min(longest, words.Length); length > 0; length--)
            {
                string phrase = length == 1 ? first : string.Join(' ', words[..length]!);
                bool numbered = length < words.Length && words[length] is { Length: > 0 } next && char.IsAsciiDigit(next[0]);
                if ((numbered && _measures.TryGetValue(phrase, out MeaningWord found)) || _phrases.TryGetValue(phrase, out found))
                    return found;
            }
        }
        foreach ((string ending, MeaningWord word) in _endings)
        {
            if (word.Class != MeaningClass.Contrary && first.Length > ending.Length && first.EndsWith(ending, StringComparison.Ordinal))
                return word;
        }
        return null;
    }

    /// <summary>True for a verb that says little by itself.</summary>
    public bool IsLight(string word) => _light.Contains(word);

    /// <summary>True where one word is the other with an ending or a beginning that turns it round: "hope", "hopeless"; "safe", "unsafe".</summary>
    public bool AreContrary(string a, string b) => IsContrary(a, b) || IsContrary(b, a);

    private bool IsContrary(string a, string b)
    {
        foreach (string beginning in _beginnings)
        {
            if (b.Length == a.Length + beginning.Length && b.StartsWith(beginning, StringComparison.Ordinal) && b.EndsWith(a, StringComparison.Ordinal))
                return true;
        }
        foreach ((string ending, MeaningWord word) in _endings)
        {
            if (word.Class == MeaningClass.Contrary && b.Length > ending.Length + 2 && b.EndsWith(ending, StringComparison.Ordinal) && !a.EndsWith(ending, StringComparison.Ordinal)
                && a.StartsWith(b.AsSpan(0, b.Length - ending.Length - 1), StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>What a contracted word stands for, each way with its words parted by blanks; none where it is not contracted.</summary>
    public IEnumerable<string> InFull(string word)
    {
        if (_contractions.TryGetValue(word, out string[]? whole))
        {
            foreach (string full in whole)
                yield return full;
            yield break;
        }
        foreach ((string ending, string[] full) in _contractedEndings)
        {
            if (word.Length <= ending.Length || !word.EndsWith(ending, StringComparison.Ordinal))
                continue;
            foreach (string way in full)
                yield return word[..^ending.Length] + " " + way;
        }
    }
}
