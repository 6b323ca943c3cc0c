using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Chains;

/// <summary>What parts of speech tell of the build of sentences: which part a phrase plays, how many verbs and clauses lie between two places.</summary>
internal sealed class SentenceGrammar
{
    /// <summary>In tokens: how far the words that belong to a name are followed on either side.</summary>
    private const int Reach = 14;

    private readonly TokenView _view;
    private readonly UniversalTag[] _tags;
    private readonly int[] _verbs;
    private readonly int[] _subordinators;
    private readonly int[] _coordinators;
    private readonly int[] _commas;

    /// <summary>Reads the tags once. Linear.</summary>
    public SentenceGrammar(TokenView view, IReadOnlyList<TaggedWord> words)
    {
        _view = view;
        _tags = TagsOf(view, words);
        int n = view.Count;
        (_verbs, _subordinators, _coordinators, _commas) = (new int[n + 1], new int[n + 1], new int[n + 1], new int[n + 1]);
        bool inVerb = false;
        for (int i = 0; i < n; i++)
        {
            bool verb = _tags[i] is UniversalTag.Verb or UniversalTag.Aux;
            _verbs[i + 1] = _verbs[i] + (verb && !inVerb ? 1 : 0);
            inVerb = verb || (inVerb && _tags[i] is UniversalTag.Adv or UniversalTag.Part);
            _subordinators[i + 1] = _subordinators[i] + (_tags[i] is UniversalTag.Sconj || (view.Is(i, WordClass.Antecedent) && _tags[i] is UniversalTag.Pron) ? 1 : 0);
            _coordinators[i + 1] = _coordinators[i] + (_tags[i] is UniversalTag.Cconj || view.IsMark(i, ';') ? 1 : 0);
            _commas[i + 1] = _commas[i] + (view.IsMark(i, ',') ? 1 : 0);
        }
    }

    /// <summary>The part of speech of a token.</summary>
    public UniversalTag TagOf(int token) => _tags[token];

    /// <summary>The groups of verbs ("had been seen" is one) that start in [from, to).</summary>
    public int VerbsIn(int from, int to) => _verbs[to] - _verbs[from];

    /// <summary>The words in [from, to) that open a clause inside another.</summary>
    public int SubordinatorsIn(int from, int to) => _subordinators[to] - _subordinators[from];

    /// <summary>The words and marks in [from, to) that join clauses or phrases.</summary>
    public int CoordinatorsIn(int from, int to) => _coordinators[to] - _coordinators[from];

    /// <summary>The commas in [from, to).</summary>
    public int CommasIn(int from, int to) => _commas[to] - _commas[from];

    /// <summary>True where a noun phrase goes on after a word that could open it: "her old house".</summary>
    public bool OpensNounPhrase(int token)
    {
        int next = token + 1;
        if (next >= _view.Count || _view.SentenceOf(next) != _view.SentenceOf(token))
            return false;
        return _tags[next] is UniversalTag.Noun or UniversalTag.Adj or UniversalTag.Propn or UniversalTag.Num or UniversalTag.X
            || _view.First(next) is '"' or '“' or '`'
            || (_tags[next] is UniversalTag.Adv or UniversalTag.Verb && next + 1 < _view.Count && _tags[next + 1] is UniversalTag.Noun or UniversalTag.Adj);
    }

    /// <summary>The part that the name of the tokens [first, last] plays in its clause.</summary>
    public GrammarRole RoleOf(int first, int last)
    {
        if (_view.IsPossessive(last))
            return GrammarRole.Possessor;
        Sentence sentence = _view.Sentences[_view.SentenceOf(first)];
        int low = sentence.FirstToken, high = low + sentence.TokenCount;
        int before = Before(first, low);
        bool verbFollows = VerbAfter(last, high);
        if (before < low)
            return GrammarRole.Subject;
        UniversalTag tag = _tags[before];
        if (tag is UniversalTag.Adp)
            return GrammarRole.Oblique;
        if (verbFollows)
            return GrammarRole.Subject;
        if (tag is UniversalTag.Verb or UniversalTag.Aux)
            return _view.Cue(before) is { } cue && cue.Is(VerbForm.Past | VerbForm.Third) && before > low && !_view.IsWord(before - 1) ? GrammarRole.Subject : GrammarRole.Object;
        if (tag is UniversalTag.Punct && before > low && _tags[before - 1] is UniversalTag.Noun or UniversalTag.Propn)
            return GrammarRole.Appositive;
        return GrammarRole.None;
    }

    /// <summary>The token before the noun phrase that ends in the name: over "the former coach" and "Smith and".</summary>
    public int Before(int first, int low)
    {
        int i = first - 1;
        for (int n = 0; n < Reach && i >= low; n++, i--)
        {
            bool joint = _tags[i] is UniversalTag.Cconj && i > low && _tags[i - 1] is UniversalTag.Propn && !_view.IsPossessive(i - 1);
            if (!joint && !(_tags[i] is UniversalTag.Adj or UniversalTag.Noun or UniversalTag.Det or UniversalTag.Num or UniversalTag.Propn || (_view.IsMark(i, '.') && !_view.FollowsGap(i))))
                break;
        }
        return i;
    }

    // "Smith", over adverbs, "and Jones", "(aged 4)", ", the mayor,", "who had left", to a verb that can be the name's own.
    private bool VerbAfter(int last, int high)
    {
        int i = last + 1;
        for (int n = 0; n < Reach && i < high; n++)
        {
            switch (_tags[i])
            {
                case UniversalTag.Aux:
                    return true;
                case UniversalTag.Verb:
                    return !_view.Folded(i).EndsWith("ing", StringComparison.Ordinal);
                case UniversalTag.Adv or UniversalTag.Propn or UniversalTag.Num:
                    i++;
                    continue;
                case UniversalTag.Cconj when i + 1 < high && _tags[i + 1] is UniversalTag.Propn:
                    i++;
                    continue;
                case UniversalTag.Punct when _view.IsMark(i, ',') || _view.IsMark(i, '('):
                    int close = Closing(i, high);
                    if (close < 0)
                        return false;
                    i = close + 1;
                    continue;
                default:
                    return _view.Is(i, WordClass.Antecedent) && _tags[i] is UniversalTag.Pron;
            }
        }
        return false;
    }

    private int Closing(int open, int high)
    {
        char mark = _view.IsMark(open, '(') ? ')' : ',';
        for (int i = open + 1; i < high && i - open <= Reach; i++)
        {
            if (_view.IsMark(i, mark))
                return i;
        }
        return -1;
    }

    private static UniversalTag[] TagsOf(TokenView view, IReadOnlyList<TaggedWord> words)
    {
        var tags = new UniversalTag[view.Count];
        Array.Fill(tags, UniversalTag.X);
        for (int w = words.Count - 1; w >= 0; w--)
        {
            // Of "Smith’s" and "isn’t" the first part counts, of "well-known" the last.
            bool last = w + 1 == words.Count || words[w + 1].Token != words[w].Token;
            bool clitic = !last && words[w + 1].Span.Start == words[w].Span.End && view.First(words[w].Token) != '-' && view.Text[words[w + 1].Span.Start] is not ('-' or '‑');
            if (last || (clitic && view.Tokens[words[w].Token].Span.Start == words[w].Span.Start))
                tags[words[w].Token] = words[w].Tag;
        }
        return tags;
    }
}
