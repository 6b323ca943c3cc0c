using System.Collections.Frozen;

namespace Stemma.Languages;

/// <summary>Nouns and adjectives that bring in somebody's words, thoughts or wishes: "claim", "hope", "certain". Immutable.</summary>
internal sealed class CueWordLists
{
    private static readonly Lazy<CueWordLists> s_english = new(() => new CueWordLists("En"));

    private readonly FrozenSet<string> _nouns, _adjectives, _lightVerbs;

    private CueWordLists(string language)
    {
        ILookup<string, string> rows = TableFile.Rows(language + "/cue-words.tsv").ToLookup(r => r[0], r => r[1], StringComparer.Ordinal);
        _nouns = Words(rows["noun"]);
        _adjectives = Words(rows["adjective"]);
        _lightVerbs = Words(rows["light"]);
    }

    /// <summary>The English lists; read when they are first asked for.</summary>
    public static CueWordLists English => s_english.Value;

    /// <summary>True for a noun, in its base form, whose clause or object is somebody's words, thought or wish.</summary>
    public bool IsNoun(string word) => _nouns.Contains(word);

    /// <summary>True for an adjective whose clause or object is what somebody thinks or feels.</summary>
    public bool IsAdjective(string word) => _adjectives.Contains(word);

    /// <summary>True for a verb, in its base form, that says little beside such a noun: "made the claim that", "expressed support for".</summary>
    public bool IsLightVerb(string word) => _lightVerbs.Contains(word);

    private static FrozenSet<string> Words(IEnumerable<string> rows) => rows.SelectMany(r => r.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}
