using Stemma.Reports;

namespace Stemma.Annotation.Times;

/// <summary>Reads from the verbs around a time whether its clause looks back or ahead.</summary>
/// <remarks>
/// The nearest cue before the time in its clause decides, then the nearest after it; where the clause has none, the
/// sentence decides if all its cues look back. Words come from times-tense.tsv.
/// </remarks>
internal sealed class TenseReader
{
    private readonly string _text;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly TenseCue[] _cues;

    /// <summary>Looks up the cues of a text once; linear in the number of its tokens.</summary>
    public TenseReader(string text, IReadOnlyList<Token> tokens, TenseWords words)
    {
        (_text, _tokens) = (text, tokens);
        _cues = new TenseCue[tokens.Count];
        for (int i = 0; i < tokens.Count; i++)
            _cues[i] = words.Of(_tokens[i].Span.Over(_text), i + 1 < tokens.Count ? _tokens[i + 1].Span.Over(_text) : []);
    }

    /// <summary>The tense around the tokens [first, end) of a sentence, and the cue.</summary>
    public (TimeTense Tense, TextSpan? Cue) Read(Sentence sentence, int first, int end)
    {
        int start = Math.Max(sentence.FirstToken, first - Reach), limit = Math.Min(sentence.FirstToken + sentence.TokenCount, end + Reach);
        for (int i = first - 1; i >= start && _cues[i] != TenseCue.Break; i--)
        {
            if (_cues[i] != TenseCue.None)
                return Told(i);
        }
        int from = end;
        // "Last month, X released": the clause goes on behind the comma.
        if (from < limit && _cues[from] == TenseCue.Break && first - 1 < sentence.FirstToken + LongestOpening)
            from++;
        for (int i = from; i < limit && _cues[i] != TenseCue.Break; i++)
        {
            if (_cues[i] != TenseCue.None)
                return Told(i);
        }
        return AllPast(start, limit, first, end);
    }

    // A clause without a cue looks back where all cues of the sentence do; that it looks ahead is never taken from afar.
    private (TimeTense Tense, TextSpan? Cue) AllPast(int start, int limit, int first, int end)
    {
        int past = -1;
        for (int i = start; i < limit; i++)
        {
            if ((i >= first && i < end) || _cues[i] is TenseCue.None or TenseCue.Break)
                continue;
            if (_cues[i] == TenseCue.Future)
                return (TimeTense.Unknown, null);
            past = i;
        }
        return past < 0 ? (TimeTense.Unknown, null) : Told(past);
    }

    private (TimeTense Tense, TextSpan? Cue) Told(int token) => (_cues[token] == TenseCue.Past ? TimeTense.Past : TimeTense.Future, _tokens[token].Span);

    /// <summary>In tokens to each side; a clause of news is rarely longer, and a text without full stops stays linear.</summary>
    private const int Reach = 60;

    /// <summary>In tokens before a time that opens its sentence: "In", "Late on".</summary>
    private const int LongestOpening = 2;
}
