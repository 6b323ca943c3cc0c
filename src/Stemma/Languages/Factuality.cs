using System.Collections.Frozen;

namespace Stemma.Languages;

/// <summary>What a word says of what it goes with.</summary>
internal enum FactEffect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is so.</summary>
    Yes,

    /// <summary>It is not so.</summary>
    No,

    /// <summary>It is open.</summary>
    Perhaps,

    /// <summary>It is more likely than not.</summary>
    Likely,

    /// <summary>It is meant or foreseen.</summary>
    Ahead,
}

/// <summary>The effects of a word where it stands as it is, and where it is negated.</summary>
/// <param name="Plain">As it is.</param>
/// <param name="Negated">Negated.</param>
internal readonly record struct FactEffects(FactEffect Plain, FactEffect Negated);

/// <summary>What words say of the polarity and certainty of what they go with; see factuality.tsv. Immutable.</summary>
internal sealed class Factuality
{
    private static readonly Lazy<Factuality> s_english = new(() => new Factuality("En"));

    private readonly FrozenDictionary<string, FactEffects> _clauses, _things, _words;
    private readonly FrozenSet<string> _undergoing;

    private Factuality(string language)
    {
        ILookup<string, string[]> rows = TableFile.Rows(language + "/factuality.tsv").ToLookup(r => r[1], StringComparer.Ordinal);
        (_clauses, _things, _words) = (Effects(rows["clause"]), Effects(rows["thing"]), Effects(rows["word"]));
        _undergoing = TableFile.Lines(language + "/undergoing-verbs.txt").ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The English words; read when they are first asked for.</summary>
    public static Factuality English => s_english.Value;

    /// <summary>What a verb, adjective or noun in its base form says of the clause that it takes.</summary>
    public FactEffects OnClause(string word) => _clauses.GetValueOrDefault(word);

    /// <summary>What a verb in its base form says of the act that its object names.</summary>
    public FactEffects OnThing(string word) => _things.GetValueOrDefault(word);

    /// <summary>What a word in small letters says of the word that it stands with.</summary>
    public FactEffects OnWord(string word) => _words.GetValueOrDefault(word);

    /// <summary>True for a verb, in its base form, whose subject changes or comes about where it has no object: "fell".</summary>
    public bool Undergoes(string verb) => _undergoing.Contains(verb);

    private static FrozenDictionary<string, FactEffects> Effects(IEnumerable<string[]> rows) =>
        rows.ToFrozenDictionary(r => r[0], r => new FactEffects(Effect(r[2]), Effect(r[3])), StringComparer.Ordinal);

    private static FactEffect Effect(string cell) => cell == "-" ? FactEffect.None : Enum.Parse<FactEffect>(cell, ignoreCase: true);
}
