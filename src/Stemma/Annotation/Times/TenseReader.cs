using System.Collections.Frozen;
using Stemma.Reports;

namespace Stemma.Annotation.Times;

/// <summary>Reads from the verbs around a time whether its clause looks back or ahead.</summary>
/// <remarks>
/// The nearest cue before the time in its clause decides, then the nearest after it; where the clause has none, the
/// sentence decides if all its cues look back. Words come from times-tense.tsv.
/// </remarks>
internal sealed class TenseReader
{
    private readonly FrozenDictionary<string, Cue> _cues;
    private readonly (string Ending, Cue Cue)[] _endings;
    private readonly int _longest;

    private enum Cue
    {
        None,
        Past,
        Future,
        Break,
    }

    private TenseReader(string language)
    {
        string[][] rows = [.. TimeVocabulary.Table(language, "times-tense")];
        _cues = rows.Where(r => r[0][0] != '*').ToFrozenDictionary(r => r[0], r => Enum.Parse<Cue>(r[1], ignoreCase: true), StringComparer.Ordinal);
        _endings = [.. rows.Where(r => r[0][0] == '*').Select(r => (r[0][1..], Enum.Parse<Cue>(r[1], ignoreCase: true)))];
        _longest = rows.Max(r => r[0].Length);
    }

    /// <summary>English.</summary>
    public static TenseReader English { get; } = new("En");

    /// <summary>The tense around the tokens [first, end) of a sentence, and the cue.</summary>
    public (TimeTense Tense, TextSpan? Cue) Read(string text, IReadOnlyList<Token> tokens, Sentence sentence, int first, int end)
    {
        int start = Math.Max(sentence.FirstToken, first - Reach), limit = Math.Min(sentence.FirstToken + sentence.TokenCount, end + Reach);
        for (int i = first - 1; i >= start; i--)
        {
            Cue cue = At(text, tokens, i, limit);
            if (cue == Cue.Break)
                break;
            if (cue != Cue.None)
                return Told(cue, tokens[i]);
        }
        int from = end;
        // "Last month, X released": the clause goes on behind the comma.
        if (from < limit && At(text, tokens, from, limit) == Cue.Break && first - 1 < sentence.FirstToken + LongestOpening)
            from++;
        for (int i = from; i < limit; i++)
        {
            Cue cue = At(text, tokens, i, limit);
            if (cue == Cue.Break)
                break;
            if (cue != Cue.None)
                return Told(cue, tokens[i]);
        }
        (TimeTense Tense, TextSpan? Cue) whole = Whole(text, tokens, start, limit, first, end);
        return whole.Tense == TimeTense.Past ? whole : (TimeTense.Unknown, null);
    }

    private (TimeTense Tense, TextSpan? Cue) Whole(string text, IReadOnlyList<Token> tokens, int start, int limit, int first, int end)
    {
        (TimeTense Tense, TextSpan? Cue) all = (TimeTense.Unknown, null);
        for (int i = start; i < limit; i++)
        {
            if (i >= first && i < end)
                continue;
            Cue cue = At(text, tokens, i, limit);
            if (cue is Cue.None or Cue.Break)
                continue;
            (TimeTense Tense, TextSpan? Cue) told = Told(cue, tokens[i]);
            if (all.Tense != TimeTense.Unknown && all.Tense != told.Tense)
                return (TimeTense.Unknown, null);
            all = told;
        }
        return all;
    }

    private static (TimeTense Tense, TextSpan? Cue) Told(Cue cue, Token token) => (cue == Cue.Past ? TimeTense.Past : TimeTense.Future, token.Span);

    private Cue At(string text, IReadOnlyList<Token> tokens, int i, int limit)
    {
        TextSpan span = tokens[i].Span;
        if (span.Length > _longest)
            return Ending(span.Over(text));
        string word = span.In(text).ToLowerInvariant();
        if (i + 1 < limit && tokens[i + 1].Span.Length <= _longest && _cues.TryGetValue(word + " " + tokens[i + 1].Span.In(text).ToLowerInvariant(), out Cue pair))
            return pair;
        return _cues.TryGetValue(word, out Cue cue) ? cue : Ending(span.Over(text));
    }

    // A word with a capital is a name more often than a verb.
    private Cue Ending(ReadOnlySpan<char> word)
    {
        foreach ((string ending, Cue cue) in _endings)
        {
            if (word.Length > ending.Length + 1 && char.IsLower(word[0]) && word.EndsWith(ending, StringComparison.Ordinal))
                return cue;
        }
        return Cue.None;
    }

    /// <summary>In tokens to each side; a clause of news is rarely longer, and a text without full stops stays linear.</summary>
    private const int Reach = 60;

    /// <summary>In tokens before a time that opens its sentence: "In", "Late on".</summary>
    private const int LongestOpening = 2;
}
