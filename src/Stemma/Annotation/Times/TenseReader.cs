using Stemma.Annotation.Marks;
using Stemma.Reports;

namespace Stemma.Annotation.Times;

/// <summary>Reads from the verbs around a time whether its clause looks back or ahead.</summary>
/// <remarks>
/// The nearest cue before the time in its clause decides, then the nearest after it; where the clause has none, "until",
/// "by" and the like look ahead, and else the sentence decides if all its cues look back. Words between quotation marks
/// have a tense of their own: what stands outside ("he added") never decides it. Words come from times-tense.tsv.
/// </remarks>
internal sealed class TenseReader
{
    private readonly string _text;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly TenseCue[] _cues;

    // For each token the number of the innermost marked stretch that it stands in, counted from 1, 0 for none.
    private readonly int[] _voices;

    /// <summary>Looks up the cues of a text once; linear in the number of its tokens.</summary>
    public TenseReader(string text, IReadOnlyList<Token> tokens, IReadOnlyList<MarkedStretch> stretches, TenseWords words)
    {
        (_text, _tokens) = (text, tokens);
        _cues = new TenseCue[tokens.Count];
        for (int i = 0; i < tokens.Count; i++)
        {
            _cues[i] = words.Of(_tokens[i].Span.Over(_text), i + 1 < tokens.Count ? _tokens[i + 1].Span.Over(_text) : []);
            // "will be held", "could safely be reopened": the auxiliary tells the tense.
            if (_cues[i] == TenseCue.Past && (Is(i - 1, TenseCue.Bare) || (Is(i - 1, TenseCue.None) && Is(i - 2, TenseCue.Bare))))
                _cues[i] = TenseCue.None;
        }
        _voices = Voices(tokens, stretches);
    }

    /// <summary>The tense around the tokens [first, end) of a sentence, and the cue.</summary>
    public (TimeTense Tense, TextSpan? Cue) Read(Sentence sentence, int first, int end)
    {
        int start = Math.Max(sentence.FirstToken, first - Reach), limit = Math.Min(sentence.FirstToken + sentence.TokenCount, end + Reach);
        int voice = first < _voices.Length ? _voices[first] : 0;
        for (int i = first - 1; i >= start && !Breaks(i, voice); i--)
        {
            if (Tells(i))
                return Told(i);
        }
        int from = end;
        // "Last month, X released": the clause goes on behind the comma.
        if (from < limit && _cues[from] == TenseCue.Break && first - 1 < sentence.FirstToken + LongestOpening)
            from++;
        for (int i = from; i < limit && !Breaks(i, voice); i++)
        {
            if (Tells(i))
                return Told(i);
        }
        if (first - 1 >= start && _cues[first - 1] == TenseCue.Reach)
            return (TimeTense.Future, _tokens[first - 1].Span);
        return AllPast(start, limit, first, end, voice);
    }

    // A clause without a cue looks back where all cues of the sentence do; that it looks ahead is never taken from afar.
    private (TimeTense Tense, TextSpan? Cue) AllPast(int start, int limit, int first, int end, int voice)
    {
        int past = -1;
        for (int i = start; i < limit; i++)
        {
            if ((i >= first && i < end) || !Tells(i) || _voices[i] != voice)
                continue;
            if (_cues[i] == TenseCue.Future)
                return (TimeTense.Unknown, null);
            past = i;
        }
        return past < 0 ? (TimeTense.Unknown, null) : Told(past);
    }

    private static int[] Voices(IReadOnlyList<Token> tokens, IReadOnlyList<MarkedStretch> stretches)
    {
        var voices = new int[tokens.Count];
        // An outer stretch comes before those in it, which therefore overwrite it; marks nest only a few deep.
        int first = 0;
        for (int s = 0; s < stretches.Count; s++)
        {
            while (first < tokens.Count && tokens[first].Span.End <= stretches[s].Inside.Start)
                first++;
            for (int i = first; i < tokens.Count && tokens[i].Span.Start < stretches[s].Inside.End; i++)
                voices[i] = s + 1;
        }
        return voices;
    }

    private bool Is(int token, TenseCue cue) => token >= 0 && _cues[token] == cue;

    private bool Tells(int token) => _cues[token] is TenseCue.Past or TenseCue.Future;

    private bool Breaks(int token, int voice) => _cues[token] == TenseCue.Break || _voices[token] != voice;

    private (TimeTense Tense, TextSpan? Cue) Told(int token) => (_cues[token] == TenseCue.Past ? TimeTense.Past : TimeTense.Future, _tokens[token].Span);

    /// <summary>In tokens to each side; a clause of news is rarely longer, and a text without full stops stays linear.</summary>
    private const int Reach = 60;

    /// <summary>In tokens before a time that opens its sentence: "In", "Late on".</summary>
    private const int LongestOpening = 2;
}
