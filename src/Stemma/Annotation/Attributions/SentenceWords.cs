using Stemma.Annotation.Marks;
using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Attributions;

/// <summary>The words of one sentence with its tree, what the tables know of them, and the quotation marks around them.</summary>
internal sealed class SentenceWords
{
    private readonly ReportSyntax _syntax;
    private readonly TokenView _view;
    private readonly VerbFrame?[] _frames;
    private readonly int _firstFrame;

    /// <summary>Makes the view of the words of a tree.</summary>
    /// <param name="view">The report.</param>
    /// <param name="syntax">Its words.</param>
    /// <param name="tree">The tree of a sentence, or of a piece of one.</param>
    /// <param name="frames">What the tables know of the words of the sentence.</param>
    /// <param name="firstFrame">The first word of the tree among them.</param>
    public SentenceWords(TokenView view, ReportSyntax syntax, SentenceTree tree, VerbFrame?[] frames, int firstFrame)
    {
        (_view, _syntax, _frames, _firstFrame) = (view, syntax, frames, firstFrame);
        Tree = tree;
    }

    /// <summary>The tree.</summary>
    public SentenceTree Tree { get; }

    /// <summary>The number of words.</summary>
    public int Count => Tree.Count;

    /// <summary>The report's text.</summary>
    public string Text => _view.Text;

    /// <summary>A word's part of speech.</summary>
    public UniversalTag Tag(int word) => _syntax.Words[Tree.FirstWord + word].Tag;

    /// <summary>True where the word has one of two tags.</summary>
    public bool Is(int word, UniversalTag a, UniversalTag b) => Tag(word) is var tag && (tag == a || tag == b);

    /// <summary>True for a word that a noun phrase can start with.</summary>
    public bool StartsPhrase(int word) => Tag(word) is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron or UniversalTag.Det or UniversalTag.Adj or UniversalTag.Num;

    /// <summary>True for marks.</summary>
    public bool IsMark(int word) => Tag(word) == UniversalTag.Punct;

    /// <summary>True where the word is this mark.</summary>
    public bool IsMark(int word, char mark) => Span(word).Length == 1 && Text[Span(word).Start] == mark;

    /// <summary>Where the word stands.</summary>
    public TextSpan Span(int word) => _syntax.Words[Tree.FirstWord + word].Span;

    /// <summary>Where the run stands.</summary>
    public TextSpan Span(WordRun run) => new(Span(run.First).Start, Span(run.Last).End);

    /// <summary>The token of the report that the word is, or is a part of.</summary>
    public int Token(int word) => _syntax.Words[Tree.FirstWord + word].Token;

    /// <summary>The word in small letters.</summary>
    public string Folded(int word) => Vocabulary.Fold(Span(word).Over(Text));

    /// <summary>True where the word can be one of these.</summary>
    public bool Is(int word, WordClass classes) => _view.Is(Token(word), classes);

    /// <summary>True for a verb that ends as participles of the present do.</summary>
    public bool IsIng(int word) => Tag(word) == UniversalTag.Verb && PartOfSpeechTagger.English.KindsOf(Span(word).Over(Text)).HasFlag(FormKinds.Ing);

    /// <summary>True for a verb that can be a past form or a participle of the past.</summary>
    public bool IsPast(int word) => Tag(word) == UniversalTag.Verb && PartOfSpeechTagger.English.KindsOf(Span(word).Over(Text)).HasFlag(FormKinds.Past);

    /// <summary>True for a verb that the dictionary has: a word of another language may be tagged as one.</summary>
    public bool IsKnown(int word) => (PartOfSpeechTagger.English.KindsOf(Span(word).Over(Text)) & (FormKinds.Verb | FormKinds.Third | FormKinds.Past | FormKinds.Ing)) != FormKinds.None;

    /// <summary>What the tables know of the verb; null where the word is none.</summary>
    public VerbFrame? Frame(int word) => _frames[_firstFrame + word];

    /// <summary>The outermost stretch in marks that holds the word, -1 where none does.</summary>
    public int Stretch(int word) => _view.StretchOf(Token(word));

    /// <summary>True inside quotation marks, the marks included.</summary>
    public bool InMarks(int word) => Stretch(word) >= 0;

    /// <summary>The stretch.</summary>
    public MarkedStretch StretchAt(int stretch) => _view.Stretches[stretch];

    /// <summary>The first word of the stretch that this word stands in.</summary>
    public int StretchFirst(int word)
    {
        int stretch = Stretch(word);
        while (word > 0 && Stretch(word - 1) == stretch)
            word--;
        return word;
    }

    /// <summary>The last word of the stretch that this word stands in.</summary>
    public int StretchLast(int word)
    {
        int stretch = Stretch(word);
        while (word + 1 < Count && Stretch(word + 1) == stretch)
            word++;
        return word;
    }

    /// <summary>The first word behind the marks that a stretch opens with; the number of words where none follows.</summary>
    public int FirstInMarks(int marks)
    {
        while (marks < Count && InMarks(marks) && IsMark(marks))
            marks++;
        return marks;
    }

    /// <summary>The run without marks at its ends; null where nothing else is in it.</summary>
    public WordRun? Trimmed(int first, int last)
    {
        while (first <= last && IsMark(first))
            first++;
        while (last >= first && IsMark(last))
            last--;
        return first <= last ? new WordRun(first, last) : null;
    }

    /// <summary>True where a verb, an auxiliary included, stands between the two words, these included.</summary>
    public bool HasVerb(int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (Is(i, UniversalTag.Verb, UniversalTag.Aux))
                return true;
        }
        return false;
    }
}
