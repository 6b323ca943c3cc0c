using System.Collections.Frozen;
using Stemma.Languages;

namespace Stemma.Annotation.Times;

/// <summary>The words of one language that tell whether a clause looks back or ahead, from times-tense.tsv.</summary>
/// <remarks>Immutable, safe to share between threads.</remarks>
internal sealed class TenseWords
{
    private readonly FrozenDictionary<string, TenseCue>.AlternateLookup<ReadOnlySpan<char>> _cues;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _firstOfTwo;
    private readonly (string Ending, TenseCue Cue)[] _endings;
    private readonly int _longest;

    private TenseWords(string language)
    {
        string[][] rows = [.. TimeVocabulary.Table(language, "times-tense")];
        TenseCue Cue(string[] row) => Enum.Parse<TenseCue>(row[1], ignoreCase: true);
        _cues = rows.Where(r => r[0][0] != '*').ToFrozenDictionary(r => r[0], Cue, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _firstOfTwo = rows.Where(r => r[0].Contains(' ', StringComparison.Ordinal)).Select(r => r[0][..r[0].IndexOf(' ', StringComparison.Ordinal)])
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _endings = [.. rows.Where(r => r[0][0] == '*').Select(r => (r[0][1..], Cue(r)))];
        _longest = rows.Max(r => r[0].Length);
    }

    /// <summary>English.</summary>
    public static TenseWords English { get; } = new("En");

    private static readonly FrozenDictionary<string, Lazy<TenseWords>> s_others = LanguageData.Tags.Select(t => LanguageData.For(t)!).Where(l => l.Level == LanguageLevel.Plain)
        .Distinct().ToFrozenDictionary(l => l.Folder, l => new Lazy<TenseWords>(() => new TenseWords(l.Folder)), StringComparer.Ordinal);

    /// <summary>The words of a language.</summary>
    public static TenseWords Of(LanguageData language) => s_others.TryGetValue(language.Folder, out Lazy<TenseWords>? words) ? words.Value : English;

    /// <summary>What a word tells, or it and the next together.</summary>
    public TenseCue Of(ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        if (word.Length > _longest)
            return Ending(word);
        Span<char> pair = stackalloc char[_longest];
        word.ToLowerInvariant(pair);
        Span<char> lower = pair[..word.Length];
        if (_firstOfTwo.Contains(lower) && word.Length + 1 + next.Length <= _longest)
        {
            pair[word.Length] = ' ';
            next.ToLowerInvariant(pair[(word.Length + 1)..]);
            if (_cues.TryGetValue(pair[..(word.Length + 1 + next.Length)], out TenseCue both))
                return both;
        }
        if (!_cues.TryGetValue(lower, out TenseCue cue))
            return Ending(word);
        // "May" and "Will" are names.
        return cue == TenseCue.Future && char.IsUpper(word[0]) ? TenseCue.None : cue;
    }

    // A word with a capital is a name more often than a verb; "They'll" is not.
    private TenseCue Ending(ReadOnlySpan<char> word)
    {
        foreach ((string ending, TenseCue cue) in _endings)
        {
            bool isClitic = ending[0] is '\'' or '’';
            if (word.Length > ending.Length + (isClitic ? 0 : 1) && (isClitic || char.IsLower(word[0])) && word.EndsWith(ending, StringComparison.Ordinal))
                return cue;
        }
        return TenseCue.None;
    }
}

/// <summary>What a word tells of the tense of its clause.</summary>
internal enum TenseCue : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It looks back.</summary>
    Past,

    /// <summary>It looks ahead.</summary>
    Future,

    /// <summary>Another clause starts.</summary>
    Break,

    /// <summary>A past form right after it is no past tense: "be held".</summary>
    Bare,

    /// <summary>Right before a time it looks ahead to it: "until May".</summary>
    Reach,

    /// <summary>Right before a weekday it looks ahead to it whatever the clause does: "put off until Friday".</summary>
    Ahead,
}
