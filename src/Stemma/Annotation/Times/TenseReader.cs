using System.Buffers;
using Stemma.Annotation.Marks;
using Stemma.Reports;

namespace Stemma.Annotation.Times;

/// <summary>Reads from the verbs around a time whether its clause looks back or ahead.</summary>
/// <remarks>
/// The nearest cue before the time in its clause decides, then the nearest after it; where the clause has none, "until",
/// "by" and the like look ahead, and else the sentence decides if all its cues look back. Words between quotation marks
/// have a tense of their own: what stands outside ("he added") never decides it. Words come from times-tense.tsv.
/// </remarks>
internal sealed class TenseReader : IDisposable
{
    private readonly string _text;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly TenseWords _words;

    // For each token, in the low byte, what it tells whatever stands before it, plus one, 0 until somebody asks; above it the number of
    // the innermost marked stretch that it stands in, counted from 1, 0 for none. Rented when a tense is first asked for.
    private int[]? _known;

    private readonly IReadOnlyList<MarkedStretch> _stretches;

    /// <summary>Makes one for a text. The voices are read when a tense is first asked for, a token's cue when the token is looked at.</summary>
    public TenseReader(string text, IReadOnlyList<Token> tokens, IReadOnlyList<MarkedStretch> stretches, TenseWords words)
    {
        (_text, _tokens, _stretches, _words) = (text, tokens, stretches, words);
    }

    /// <summary>Gives back the memory that was rented.</summary>
    public void Dispose()
    {
        if (_known is not null)
            ArrayPool<int>.Shared.Return(_known);
        _known = null;
    }

    /// <summary>The tense around the tokens [first, end) of a sentence, and the cue.</summary>
    public (TimeTense Tense, TextSpan? Cue) Read(Sentence sentence, int first, int end)
    {
        int start = Math.Max(sentence.FirstToken, first - Reach), limit = Math.Min(sentence.FirstToken + sentence.TokenCount, end + Reach);
        int voice = first < _tokens.Count ? VoiceOf(first) : 0;
        for (int i = first - 1; i >= start && !Breaks(i, voice); i--)
        {
            if (Tells(i))
                return Tense(i);
        }
        int from = end;
        // "Last month, X released": the clause goes on behind the comma.
        if (from < limit && CueOf(from) == TenseCue.Break && first - 1 < sentence.FirstToken + LongestOpening)
            from++;
        for (int i = from; i < limit && !Breaks(i, voice); i++)
        {
            if (Tells(i))
                return Tense(i);
        }
        if (first - 1 >= start && CueOf(first - 1) is TenseCue.Reach or TenseCue.Ahead)
            return (TimeTense.Future, _tokens[first - 1].Span);
        return AllPast(start, limit, first, end, voice);
    }

    /// <summary>The word before the token that makes a weekday one to come: "until", "as early as"; null for none.</summary>
    public TextSpan? Ahead(Sentence sentence, int first)
    {
        for (int i = first - 1; i >= Math.Max(sentence.FirstToken, first - 2); i--)
        {
            // "Until Monday, nobody knew" opens with the past; "not until Monday" tells when it came.
            if (CueOf(i) == TenseCue.Ahead && char.IsLower(_text[_tokens[i].Span.Start]))
                return i > sentence.FirstToken && IsPairOfPast(i - 1) ? null : _tokens[i].Span;
        }
        return null;
    }

    private bool IsPairOfPast(int token) => Told(token) == TenseCue.Past && _words.Of(_tokens[token].Span.Over(_text), []) != TenseCue.Past;

    // A clause without a cue looks back where all cues of the sentence do; that it looks ahead is never taken from afar.
    private (TimeTense Tense, TextSpan? Cue) AllPast(int start, int limit, int first, int end, int voice)
    {
        int past = -1;
        for (int i = start; i < limit; i++)
        {
            if ((i >= first && i < end) || !Tells(i) || VoiceOf(i) != voice)
                continue;
            if (CueOf(i) == TenseCue.Future)
                return (TimeTense.Unknown, null);
            past = i;
        }
        return past < 0 ? (TimeTense.Unknown, null) : Tense(past);
    }

    private int[] Known()
    {
        int[] known = ArrayPool<int>.Shared.Rent(_tokens.Count);
        Array.Clear(known);
        // An outer stretch comes before those in it, which therefore overwrite it; marks nest only a few deep.
        int first = 0;
        for (int s = 0; s < _stretches.Count; s++)
        {
            while (first < _tokens.Count && _tokens[first].Span.End <= _stretches[s].Inside.Start)
                first++;
            for (int i = first; i < _tokens.Count && _tokens[i].Span.Start < _stretches[s].Inside.End; i++)
                known[i] = (s + 1) << BitsOfCue;
        }
        return known;
    }

    private int VoiceOf(int token) => (_known ??= Known())[token] >> BitsOfCue;

    private TenseCue CueOf(int token)
    {
        TenseCue cue = Told(token);
        // "will be held", "could safely be reopened": the auxiliary tells the tense.
        bool bare = cue == TenseCue.Past && token > 0
            && (Told(token - 1) == TenseCue.Bare || (token > 1 && Told(token - 1) is TenseCue.None or TenseCue.Past && Told(token - 2) == TenseCue.Bare));
        return bare ? TenseCue.None : cue;
    }

    private TenseCue Told(int token)
    {
        ref int known = ref (_known ??= Known())[token];
        if ((known & MaskOfCue) == 0)
            known |= 1 + (int)_words.Of(_tokens[token].Span.Over(_text), token + 1 < _tokens.Count ? _tokens[token + 1].Span.Over(_text) : []);
        return (TenseCue)((known & MaskOfCue) - 1);
    }

    private bool Tells(int token) => CueOf(token) is TenseCue.Past or TenseCue.Future;

    private bool Breaks(int token, int voice) => CueOf(token) == TenseCue.Break || VoiceOf(token) != voice;

    private (TimeTense Tense, TextSpan? Cue) Tense(int token) => (CueOf(token) == TenseCue.Past ? TimeTense.Past : TimeTense.Future, _tokens[token].Span);

    private const int BitsOfCue = 8, MaskOfCue = (1 << BitsOfCue) - 1;

    /// <summary>In tokens to each side; a clause of news is rarely longer, and a text without full stops stays linear.</summary>
    private const int Reach = 60;

    /// <summary>In tokens before a time that opens its sentence: "In", "Late on".</summary>
    private const int LongestOpening = 2;
}
