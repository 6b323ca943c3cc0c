namespace Stemma.Languages;

/// <summary>What is known of the words of a language: stems, spellings, synonyms, sister terms, opposites, stop words.</summary>
/// <remarks>
/// Words are given folded to lower case, in any inflection; an apostrophe may be straight or curly. A word that is not known
/// has a stem and no relations. Immutable, safe to share between threads; the tables are read when first asked for.
/// </remarks>
public sealed class Lexicon
{
    private readonly Lazy<Dictionary<string, string>> _spelling = new(() => Pairs("En/spelling.tsv.gz", "En/spelling-more.tsv"));
    private readonly Lazy<HashSet<string>> _american;
    private readonly Lazy<Dictionary<string, string>> _irregular = new(() => Pairs("En/irregular.tsv.gz"));
    private readonly Lazy<HashSet<string>> _stopWords = new(() => new(TableFile.Lines("En/stopwords.txt"), StringComparer.Ordinal));
    private readonly Lazy<WordRelations> _relations = new(() => WordRelations.Read("En/lexicon.tsv.gz"));

    private readonly Lazy<NearWords> _near = new(() => new NearWords("En/near-words.tsv.gz"));

    private Lexicon() => _american = new(() => new(_spelling.Value.Values, StringComparer.Ordinal));

    /// <summary>The English lexicon.</summary>
    public static Lexicon English { get; } = new();

    /// <summary>The word in one spelling: "neighbouring" and "neighboring" give "neighboring".</summary>
    public string Fold(string word)
    {
        if (word.Contains('’'))
            word = word.Replace('’', '\'');
        return _spelling.Value.TryGetValue(word, out string? american) ? american : word;
    }

    /// <summary>How the word is spelled where American and British writers differ.</summary>
    internal StyleTrait SpellingOf(string word) => _spelling.Value.ContainsKey(word) ? StyleTrait.British : _american.Value.Contains(word) ? StyleTrait.American : StyleTrait.None;

    /// <summary>The word without its inflection and spelling: two forms of one word have one stem ("met" and "meeting", "organise" and "organized").</summary>
    public string Stem(string word)
    {
        string folded = Fold(word);
        if (folded.EndsWith("'s", StringComparison.Ordinal))
            folded = folded[..^2];
        return EnglishStemmer.Stem(_irregular.Value.TryGetValue(folded, out string? plain) ? plain : folded);
    }

    /// <summary>True for words that are in every text and tell nothing of its content.</summary>
    public bool IsStopWord(string word) => _stopWords.Value.Contains(Fold(word));

    /// <summary>True where the two words can stand for each other in one of their usual senses; false for two forms of one word.</summary>
    public bool AreSynonyms(string a, string b) => Are(WordRelations.Relation.Synonym, a, b);

    /// <summary>The numbers of the senses the word has, sorted: two words of different stems that share one are synonyms. For comparing many words with many.</summary>
    internal int[] SenseGroups(string word)
    {
        WordRelations relations = _relations.Value;
        List<string> lemmas = Lemmas(word, s_detachments.Length);
        if (lemmas.Count == 1)
            return relations.Groups(WordRelations.Relation.Synonym, lemmas[0]);
        int[] groups = [.. lemmas.SelectMany(l => relations.Groups(WordRelations.Relation.Synonym, l)).Distinct()];
        Array.Sort(groups);
        return groups;
    }

    /// <summary>
    /// True where the two words name different kinds of one thing, as "lunch" and "dinner" do: in a usual sense both are
    /// directly below one term that is neither general nor broad, and they are concrete things or times. False for synonyms.
    /// </summary>
    public bool AreSisters(string a, string b) => Are(WordRelations.Relation.Sister, a, b) && !Are(WordRelations.Relation.Synonym, a, b);

    /// <summary>
    /// True for sister terms of which one place has but one: what is eaten, plants, days of the week, months. Other
    /// sisters may well be said of one thing, as "ship" and "boat" are.
    /// </summary>
    public bool AreExclusive(string a, string b) => Are(WordRelations.Relation.Exclusive, a, b) && !Are(WordRelations.Relation.Synonym, a, b);

    /// <summary>True where one word is derived from the other, as "invasion" from "invade".</summary>
    public bool AreDerived(string a, string b) => Are(WordRelations.Relation.Form, a, b);

    /// <summary>True where the two words are opposites, as "rise" and "fall" are.</summary>
    public bool AreOpposites(string a, string b) => Are(WordRelations.Relation.Opposite, a, b);

    /// <summary>How near the two words can be in any of their senses: for telling what a rewording did, not for finding it.</summary>
    internal Nearness NearnessOf(string a, string b)
    {
        Nearness nearest = Nearness.Unknown;
        foreach (string x in Lemmas(a, s_detachments.Length))
        {
            foreach (string y in Lemmas(b, s_detachments.Length))
            {
                Nearness found = _near.Value.Between(x, y);
                nearest = found > nearest ? found : nearest;
            }
        }
        return nearest;
    }

    private bool Are(WordRelations.Relation relation, string a, string b)
    {
        if (string.Equals(a, b, StringComparison.Ordinal))
            return false;
        WordRelations relations = _relations.Value;
        // Kinds of things are nouns: "headed" is no kind of what "faced" is one of.
        int suffixes = relation is WordRelations.Relation.Sister or WordRelations.Relation.Exclusive ? NounDetachments : s_detachments.Length;
        List<string> left = Lemmas(a, suffixes);
        if (!left.Exists(x => relations.Groups(relation, x).Length > 0))
            return false;
        List<string> right = Lemmas(b, suffixes);
        foreach (string x in left)
        {
            foreach (string y in right)
            {
                if (!string.Equals(x, y, StringComparison.Ordinal) && relations.Are(relation, x, y))
                    return true;
            }
        }
        return false;
    }

    // The dictionary forms a word may have, by the rules of detachment of WordNet's morphy; each stands in the table.
    private List<string> Lemmas(string word, int suffixes)
    {
        string folded = Fold(word);
        WordRelations relations = _relations.Value;
        var lemmas = new List<string>(4);
        void Try(string form)
        {
            if (form.Length > 1 && relations.Knows(form) && !lemmas.Contains(form))
                lemmas.Add(form);
        }
        Try(word);
        if (!ReferenceEquals(folded, word))
            Try(folded);
        if (_irregular.Value.TryGetValue(folded, out string? plain))
            Try(plain);
        char last = folded.Length > 0 ? folded[^1] : '\0';
        foreach ((string suffix, string by) in s_detachments.AsSpan(0, suffixes))
        {
            if (suffix[^1] != last)
                continue;
            if (folded.Length > suffix.Length + 1 && folded.EndsWith(suffix, StringComparison.Ordinal))
            {
                string stem = folded[..^suffix.Length];
                Try(stem + by);
                if (by.Length == 0 && stem.Length > 2 && stem[^1] == stem[^2])
                    Try(stem[..^1]);
            }
        }
        return lemmas;
    }

    /// <summary>How many of the first <see cref="s_detachments"/> are for nouns.</summary>
    private const int NounDetachments = 6;

    private static readonly (string Suffix, string By)[] s_detachments =
    [
        ("'s", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ves", "f"), ("men", "man"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e"),
        ("er", ""), ("er", "e"), ("est", ""), ("est", "e"), ("ier", "y"), ("iest", "y"),
    ];

    private static Dictionary<string, string> Pairs(params ReadOnlySpan<string> paths)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            foreach (string[] row in TableFile.Rows(path))
                pairs[row[0]] = row[1];
        }
        return pairs;
    }
}
