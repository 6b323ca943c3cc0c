using Stemma.Annotation.Marks;
using Stemma.Annotation.Syntax;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation;

/// <summary>The tokens of a report with what the tables know of each: the view that names and quotations are found on.</summary>
internal sealed class TokenView
{
    private readonly Token[] _tokens;
    private readonly string[] _folded;
    private readonly WordClass[] _classes;
    private readonly int[] _sentences;
    private readonly int[] _stretches;
    private ReportSyntax? _syntax;

    /// <summary>Makes the view. Linear in the number of tokens.</summary>
    public TokenView(string text, IReadOnlyList<Paragraph> paragraphs, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, IReadOnlyList<MarkedStretch> stretches)
    {
        (Text, Paragraphs, Tokens, Sentences, Stretches) = (text, paragraphs, tokens, sentences, stretches);
        _tokens = [.. tokens];
        _folded = new string[tokens.Count];
        _classes = new WordClass[tokens.Count];
        _sentences = new int[tokens.Count];
        _stretches = new int[tokens.Count];
        for (int s = 0; s < sentences.Count; s++)
            _sentences.AsSpan(sentences[s].FirstToken, sentences[s].TokenCount).Fill(s);
        int stretch = 0;
        for (int i = 0; i < _tokens.Length; i++)
        {
            TextSpan span = _tokens[i].Span;
            _folded[i] = _tokens[i].Kind == TokenKind.Word && span.Length <= LongestWord ? Vocabulary.Fold(span.Over(text)) : "";
            _classes[i] = Vocabulary.English.ClassOf(_folded[i]);
            // "Monday’s" tells a time as "Monday" does.
            if (_classes[i] == WordClass.None && _folded[i].EndsWith("'s", StringComparison.Ordinal))
                _classes[i] = Vocabulary.English.ClassOf(Stem(i)) & WordClass.Time;
            while (stretch < stretches.Count && (stretches[stretch].Marked.End <= span.Start || stretches[stretch].Depth > 0))
                stretch++;
            _stretches[i] = stretch < stretches.Count && stretches[stretch].Marked.Start <= span.Start ? stretch : -1;
        }
    }

    /// <summary>The report's text.</summary>
    public string Text { get; }

    /// <summary>Its paragraphs.</summary>
    public IReadOnlyList<Paragraph> Paragraphs { get; }

    /// <summary>Its tokens.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>Its sentences.</summary>
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>Its marked stretches.</summary>
    public IReadOnlyList<MarkedStretch> Stretches { get; }

    /// <summary>Its words with their parts of speech and its trees; tagged when they are first asked for.</summary>
    public ReportSyntax Syntax => _syntax ??= new ReportSyntax(Text, Tokens, Sentences);

    /// <summary>The number of tokens.</summary>
    public int Count => _tokens.Length;

    /// <summary>The token's word folded; empty for what is no word.</summary>
    public string Folded(int token) => _folded[token];

    /// <summary>What closed-class word the token can be.</summary>
    public bool Is(int token, WordClass classes) => (_classes[token] & classes) != WordClass.None;

    /// <summary>The cue verb form that the token can be.</summary>
    public CueForm? Cue(int token) => Vocabulary.English.CueOf(_folded[token]);

    /// <summary>The sentence of the token.</summary>
    public int SentenceOf(int token) => _sentences[token];

    /// <summary>The outermost stretch that holds the token, -1 where none does.</summary>
    public int StretchOf(int token) => _stretches[token];

    /// <summary>The first token that starts at a place of the text or behind it; the number of tokens where none does.</summary>
    public int FirstTokenFrom(int place)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Tokens[middle].Span.Start < place)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>The first outermost stretch that ends behind a place of the text, or one inside it; the number of all where none does.</summary>
    public int FirstStretchBehind(int place)
    {
        int low = 0, high = Stretches.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Stretches[middle].Marked.Start < place)
                low = middle + 1;
            else
                high = middle;
        }
        // Back over those inside another to the one that holds the place.
        int before = low - 1;
        while (before > 0 && Stretches[before].Depth > 0)
            before--;
        return before >= 0 && Stretches[before].Marked.End > place ? before : low;
    }

    /// <summary>True where the token is a word.</summary>
    public bool IsWord(int token) => _tokens[token].Kind == TokenKind.Word;

    /// <summary>True where the token is a word that starts with a capital.</summary>
    public bool IsCapitalised(int token) => IsWord(token) && char.IsUpper(Text[_tokens[token].Span.Start]);

    /// <summary>True where the token is this mark.</summary>
    public bool IsMark(int token, char mark) => _tokens[token].Span.Length == 1 && Text[_tokens[token].Span.Start] == mark;

    /// <summary>The first code unit of the token.</summary>
    public char First(int token) => Text[_tokens[token].Span.Start];

    /// <summary>True where nothing or white space alone stands between the token and the one before it.</summary>
    public bool FollowsGap(int token) => token > 0 && _tokens[token - 1].Span.End < _tokens[token].Span.Start;

    /// <summary>True for "Smith’s" and for "workers" before a lone apostrophe.</summary>
    public bool IsPossessive(int token)
    {
        string word = _folded[token];
        if (word.EndsWith("'s", StringComparison.Ordinal))
            return (_classes[token] & WordClass.Clause) == WordClass.None;
        return word.EndsWith('s') && token + 1 < Count && _stretches[token] == _stretches[token + 1] && !EndsStretch(token + 1)
            && First(token + 1) is ('\'' or '’') && _tokens[token + 1].Span.Start == _tokens[token].Span.End;
    }

    private bool EndsStretch(int token) => _stretches[token] >= 0 && Stretches[_stretches[token]].Marked.End == _tokens[token].Span.End;

    /// <summary>The token's span without a possessive ending.</summary>
    public TextSpan WordSpan(int token)
    {
        TextSpan span = _tokens[token].Span;
        return _folded[token].EndsWith("'s", StringComparison.Ordinal) ? new TextSpan(span.Start, span.End - 2) : span;
    }

    /// <summary>The token's folded word without a possessive ending.</summary>
    public string Stem(int token)
    {
        string word = _folded[token];
        return word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
    }

    /// <summary>In UTF-16 code units; anything longer is in no table.</summary>
    private const int LongestWord = 64;
}
