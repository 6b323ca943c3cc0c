using Stemma.Annotation.Marks;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Plain;

/// <summary>The tokens of a report with what the tables of its language know of each.</summary>
internal sealed class PlainView
{
    /// <summary>In UTF-16 code units; anything longer is in no table.</summary>
    private const int LongestWord = 64;

    private readonly string[] _folded;
    private readonly WordClass[] _classes;
    private readonly int[] _sentences;

    /// <summary>Makes the view. Linear in the number of tokens.</summary>
    public PlainView(string text, IReadOnlyList<Paragraph> paragraphs, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, IReadOnlyList<MarkedStretch> stretches, LanguageData language)
    {
        (Text, Paragraphs, Tokens, Sentences, Stretches, Language) = (text, paragraphs, tokens, sentences, stretches, language);
        _folded = new string[tokens.Count];
        _classes = new WordClass[tokens.Count];
        _sentences = new int[tokens.Count];
        for (int s = 0; s < sentences.Count; s++)
            _sentences.AsSpan(sentences[s].FirstToken, sentences[s].TokenCount).Fill(s);
        for (int i = 0; i < tokens.Count; i++)
        {
            _folded[i] = IsWord(i) && tokens[i].Span.Length <= LongestWord ? Vocabulary.Fold(tokens[i].Span.Over(text)) : "";
            _classes[i] = language.Words.ClassOf(_folded[i]);
        }
    }

    public string Text { get; }

    public IReadOnlyList<Paragraph> Paragraphs { get; }

    public IReadOnlyList<Token> Tokens { get; }

    public IReadOnlyList<Sentence> Sentences { get; }

    public IReadOnlyList<MarkedStretch> Stretches { get; }

    public LanguageData Language { get; }

    public int Count => Tokens.Count;

    /// <summary>The word folded, empty for what is no word.</summary>
    public string Folded(int token) => _folded[token];

    /// <summary>True where the token can be of one of the classes.</summary>
    public bool Is(int token, WordClass classes) => (_classes[token] & classes) != WordClass.None;

    public bool IsWord(int token) => Tokens[token].Kind == TokenKind.Word;

    public bool IsMark(int token, char mark) => token >= 0 && token < Count && Tokens[token].Span.Length == 1 && Text[Tokens[token].Span.Start] == mark;

    /// <summary>The number of the sentence that the token stands in.</summary>
    public int SentenceOf(int token) => _sentences[token];

    /// <summary>The token after the sentence.</summary>
    public int EndOf(int sentence) => Sentences[sentence].FirstToken + Sentences[sentence].TokenCount;

    /// <summary>How many letters of the word are a small word written together with it.</summary>
    public int Elided(int token) => _folded[token].Contains('\'') ? Language.Names.Elided(_folded[token]) : 0;

    /// <summary>The word without a small word written before it.</summary>
    public string Bare(int token) => _folded[token][Elided(token)..];

    /// <summary>The span of the word without a small word written before it.</summary>
    public TextSpan BareSpan(int token) => new(Tokens[token].Span.Start + Elided(token), Tokens[token].Span.End);

    /// <summary>True where the word, without a small word before it, begins with a capital.</summary>
    public bool IsCapital(int token) => IsWord(token) && char.IsUpper(Text[BareSpan(token).Start]);

    /// <summary>The words from the first token to the last.</summary>
    public string Words(int first, int last) => Text[Tokens[first].Span.Start..Tokens[last].Span.End];
}
