using Stemma.Languages;

namespace Stemma.Annotation.Tagging;

/// <summary>
/// Base forms by a table of irregular forms, then by rules that take off endings, each of which may ask that a dictionary
/// knows the result (as WordNet's morphy does).
/// </summary>
/// <remarks>Immutable, safe to share between threads.</remarks>
internal sealed class Lemmatizer
{
    private sealed record Rule(string Ending, bool Doubled, string By, FormKinds Needs);

    /// <summary>In UTF-16 code units: a longer word is its own base form.</summary>
    private const int LongestWord = 64;

    /// <summary>In UTF-16 code units: nothing shorter is left of a word.</summary>
    private const int ShortestBase = 2;

    private static readonly Lazy<Lemmatizer> s_english = new(() => new Lemmatizer(PartOfSpeechTagger.English, TableFile.Rows("En/lemmas.tsv.gz"), TableFile.Rows("En/lemma-rules.tsv")));

    private readonly PartOfSpeechTagger _tagger;
    private readonly Dictionary<(string Word, UniversalTag Tag), string> _irregular = [];
    private readonly Rule[][] _rules = new Rule[(int)UniversalTag.X + 1][];

    /// <summary>Makes a lemmatizer.</summary>
    /// <param name="tagger">Knows the forms of dictionary words.</param>
    /// <param name="irregular">Rows: form, tag, base form.</param>
    /// <param name="rules">Rows: tag, ending, what replaces it, the form that the result must be known as or "-"; in the order of trying.</param>
    public Lemmatizer(PartOfSpeechTagger tagger, IEnumerable<string[]> irregular, IEnumerable<string[]> rules)
    {
        _tagger = tagger;
        foreach (string[] row in irregular)
            _irregular[(row[0], Enum.Parse<UniversalTag>(row[1], ignoreCase: true))] = row[2];
        ILookup<string, string[]> byTag = rules.ToLookup(r => r[0], StringComparer.OrdinalIgnoreCase);
        for (int t = 0; t < _rules.Length; t++)
            _rules[t] = [.. byTag[((UniversalTag)t).ToString()].Select(Read)];
    }

    /// <summary>The lemmatizer of English; its tables are read when it is first asked for.</summary>
    public static Lemmatizer English => s_english.Value;

    /// <summary>The base form of a word.</summary>
    public string BaseForm(ReadOnlySpan<char> word, UniversalTag tag)
    {
        if (tag is UniversalTag.Propn or UniversalTag.X or UniversalTag.Sym or UniversalTag.Punct || word.Length is 0 or > LongestWord)
            return word.ToString();
        string folded = Vocabulary.Fold(word);
        if (_irregular.TryGetValue((folded, tag), out string? irregular))
            return irregular;
        // Adjectives made of names keep their capital, as names do.
        if (tag == UniversalTag.Adj && char.IsUpper(word[0]) && (_tagger.KindsOf(folded) & (FormKinds.Proper | FormKinds.Adjective)) == FormKinds.Proper)
            return word.ToString();
        foreach (Rule rule in _rules[(int)tag])
        {
            if (Apply(rule, folded) is { } lemma)
                return lemma;
        }
        return folded;
    }

    private string? Apply(Rule rule, string word)
    {
        int rest = word.Length - rule.Ending.Length - (rule.Doubled ? 1 : 0);
        if (rest < ShortestBase || !word.EndsWith(rule.Ending, StringComparison.Ordinal) || (rule.Doubled && word[rest] != word[rest - 1]))
            return null;
        string lemma = string.Concat(word.AsSpan(0, rest), rule.By);
        return rule.Needs == FormKinds.None || (_tagger.KindsOf(lemma) & rule.Needs) != FormKinds.None ? lemma : null;
    }

    private static Rule Read(string[] row)
    {
        bool doubled = row[1].StartsWith('=');
        return new Rule(doubled ? row[1][1..] : row[1], doubled, row[2], row[3] == "-" ? FormKinds.None : Enum.Parse<FormKinds>(row[3]));
    }
}
