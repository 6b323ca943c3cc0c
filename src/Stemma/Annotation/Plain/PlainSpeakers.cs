using Stemma.Annotation.Marks;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Plain;

/// <summary>A cue beside marked words.</summary>
/// <param name="Cue">Its words.</param>
/// <param name="Speaker">Who speaks, null where a pronoun stands there or nobody that can be told.</param>
/// <param name="IsPronoun">True where a pronoun stands for the speaker.</param>
/// <param name="Rule">What was seen, in words.</param>
internal sealed record PlainCue(TextSpan Cue, Speaker? Speaker, bool IsPronoun, string Rule);

/// <summary>Finds cues before and after marked words and who is their subject.</summary>
internal sealed class PlainSpeakers
{
    /// <summary>In tokens: a cue stands this near to the marks; its subject this near to the cue; a noun phrase is this long at most.</summary>
    private const int ReachAfter = 10, ReachBefore = 40, SubjectReach = 14, LongestPhrase = 7;

    private readonly PlainView _view;
    private readonly IReadOnlyList<NameMention> _names;
    private readonly int[] _nameAt;
    private readonly Dictionary<string, string?> _full = new(StringComparer.Ordinal);

    /// <summary>Gathers the names.</summary>
    public PlainSpeakers(PlainView view, IReadOnlyList<NameMention> names)
    {
        (_view, _names) = (view, names);
        _nameAt = new int[view.Count];
        Array.Fill(_nameAt, -1);
        int token = 0;
        for (int n = 0; n < names.Count; n++)
        {
            while (token < view.Count && view.Tokens[token].Span.End <= names[n].Span.Start)
                token++;
            for (int t = token; t < view.Count && view.Tokens[t].Span.Start < names[n].Span.End; t++)
                _nameAt[t] = n;
            string name = names[n].Span.In(view.Text), last = PlainNames.LastWord(name);
            if (names[n].Kind == NameKind.Person && last.Length < name.Length)
                _full[last] = !_full.TryGetValue(last, out string? known) || known == name ? name : null;
        }
    }

    /// <summary>The cue in the words after the marks.</summary>
    public PlainCue? After(int last, int high)
    {
        int i = last + 1;
        while (i < high && !_view.IsWord(i) && i - last <= 2 && !_view.IsMark(i, '.'))
            i++;
        if (i >= high || !_view.IsWord(i))
            return null;
        if (Source(i, high) is { } source)
            return source;
        if (Verb(i, high) is { } verb)
        {
            if (verb.HasSubject)
                return new PlainCue(Span(i, verb.Last), null, true, $"speaker by cue: “{_view.Words(i, verb.Last)}” after the quotation");
            return Phrase(verb.Last + 1, high) is { } inverted ? new PlainCue(Span(i, verb.Last), inverted, false, $"speaker by cue: “{_view.Words(i, verb.Last)}” after the quotation, before its subject") : null;
        }
        // Its subject first: "…, X a déclaré".
        bool pronoun = _view.Is(i, WordClass.Subject);
        if (!pronoun && Phrase(i, high) is null)
            return null;
        for (int v = i + 1; v < high && v - i < ReachAfter && (_view.IsWord(v) || _view.IsMark(v, ',')); v++)
        {
            if (_nameAt[v] < 0 && _view.IsWord(v) && !_view.Is(v, WordClass.Relative | WordClass.Preposition) && Verb(v, high) is { HasSubject: false } cue)
                return new PlainCue(Span(v, cue.Last), pronoun ? null : Phrase(i, v), pronoun, $"speaker by cue: “{_view.Words(v, cue.Last)}” after the quotation and its subject");
        }
        return null;
    }

    /// <summary>The cue in the words before the marks.</summary>
    public PlainCue? Before(int first, int low)
    {
        for (int v = first - 1; v >= low && first - v < ReachBefore; v--)
        {
            if (!_view.IsWord(v) || _nameAt[v] >= 0)
                continue;
            if (Source(v, first) is { Speaker: not null } source)
                return source;
            if (CueAt(v) is not { } cue || !IsVerb(v, cue, low))
                continue;
            int from = v;
            while (from > low && _view.Is(from - 1, WordClass.Auxiliary | WordClass.Adverb) && !_view.Is(from - 1, WordClass.Subject))
                from--;
            if (cue.Class == CueClass.Manner && first - v > 2)
                continue;
            string rule = $"speaker by cue: “{_view.Words(from, v)}” before the quotation";
            if (from > low && _view.Is(from - 1, WordClass.Subject))
                return new PlainCue(Span(from, v), null, true, rule);
            if (Subject(low, from) is { } subject)
                return new PlainCue(Span(from, v), subject, false, rule);
        }
        return null;
    }

    /// <summary>Whom a pronoun beside the marks means: who spoke just before, else the only person named before it in its paragraph or the one before; null where that is not clear.</summary>
    public Speaker? Meant(int first, Speaker? before)
    {
        if (before is not null)
            return before;
        int paragraph = _view.Sentences[_view.SentenceOf(first)].Paragraph;
        NameMention? person = null;
        for (int i = first - 1; i >= 0 && _view.Sentences[_view.SentenceOf(i)].Paragraph >= paragraph - 1; i--)
        {
            if (_nameAt[i] < 0 || _names[_nameAt[i]] is not { Kind: NameKind.Person } name)
                continue;
            if (person is not null && NameOf(person) != NameOf(name))
                return null;
            person ??= name;
        }
        return person is null ? null : new Speaker(NameOf(person), null, person.Span);
    }

    /// <summary>True where the marked words are a sentence.</summary>
    public bool IsWholeSentence(MarkedStretch stretch, int first) => _view.Sentences[_view.SentenceOf(first)].Span.Length - stretch.Marked.Length <= 2;

    private CueForm? CueAt(int token) => _view.Language.Words.CueOf(_view.Bare(token)) is { } cue && cue.Is(VerbForm.Third | VerbForm.Past | VerbForm.Participle) ? cue : null;

    // A participle needs its auxiliary; a form of the present or the past does not.
    private bool IsVerb(int token, CueForm cue, int low) =>
        cue.Is(VerbForm.Third | VerbForm.Past) ? token == low || !_view.Is(token - 1, WordClass.Determiner) || _view.Is(token - 1, WordClass.Subject)
            : token > low && _view.Is(token - 1, WordClass.Auxiliary | WordClass.Adverb);

    private readonly record struct VerbFound(int Last, bool HasSubject);

    // "dit", "a déclaré", "a-t-il ajouté", "explique-t-elle".
    private VerbFound? Verb(int first, int high)
    {
        int enclitic = _view.Language.Names.Enclitic(_view.Folded(first));
        string word = enclitic > 0 ? _view.Folded(first)[..^enclitic] : _view.Bare(first);
        if (_view.Language.Words.CueOf(word) is { } cue && cue.Is(VerbForm.Third | VerbForm.Past) && cue.Class is not CueClass.Name)
            return new VerbFound(first, enclitic > 0);
        if ((_view.Language.Words.ClassOf(word) & WordClass.Auxiliary) == WordClass.None)
            return null;
        int v = first + 1;
        while (v < high && v - first <= 2 && _view.Is(v, WordClass.Adverb))
            v++;
        return v < high && _view.IsWord(v) && _view.Language.Words.CueOf(_view.Bare(v)) is { Class: not CueClass.Name } told && told.Is(VerbForm.Participle) ? new VerbFound(v, enclitic > 0) : null;
    }

    // "selon X"
    private PlainCue? Source(int i, int high)
    {
        string words = "";
        for (int n = 0; n < 4 && i + n < high && _view.IsWord(i + n); n++)
        {
            words = n == 0 ? _view.Folded(i) : words + " " + _view.Folded(i + n);
            if (_view.Language.Words.PhraseUse(words) == "source")
                return Phrase(i + n + 1, high) is { } told ? new PlainCue(Span(i, i + n), told, false, $"speaker by phrase: “{words}”") : null;
        }
        return null;
    }

    // Who stands before the verb: the nearest person, else the phrase that the clause begins with.
    private Speaker? Subject(int low, int verb)
    {
        for (int i = verb - 1; i >= low && verb - i < SubjectReach; i--)
        {
            if (_nameAt[i] >= 0 && _names[_nameAt[i]].Kind == NameKind.Person)
                return Named(_names[_nameAt[i]]);
        }
        for (int i = low; i < verb; i++)
        {
            if (Phrase(i, verb) is { } phrase)
                return phrase;
        }
        return null;
    }

    // A noun phrase from the token on: a name, a person after a role, or a determiner with its nouns.
    private Speaker? Phrase(int first, int high)
    {
        if (first >= high || !_view.IsWord(first))
            return null;
        // A short title with its stop: "M. Morin".
        if (first + 2 < high && _view.IsMark(first + 1, '.') && _view.Language.Names.IsTitle(_view.Folded(first)) && _nameAt[first + 2] >= 0)
            return Named(_names[_nameAt[first + 2]]);
        int end = first;
        NameMention? person = null, other = null;
        while (end < high && end - first < LongestPhrase && _view.IsWord(end) && !Ends(end, first))
        {
            if (_nameAt[end] >= 0)
            {
                NameMention name = _names[_nameAt[end]];
                person ??= name.Kind == NameKind.Person ? name : null;
                other ??= end == first ? name : null;
            }
            end++;
        }
        // "le maire d'Orval, Paul Morin": the person whose role it is follows a comma.
        if (person is null && other is null && end < high && _view.IsMark(end, ',') && end + 1 < high && _nameAt[end + 1] >= 0 && _names[_nameAt[end + 1]].Kind == NameKind.Person)
            person = _names[_nameAt[end + 1]];
        if ((person ?? other) is { } named)
            return Named(named);
        bool isPhrase = end - first > 1 && (_view.Is(first, WordClass.Determiner)) || (end > first && _view.Elided(first) > 0);
        if (!isPhrase || Enumerable.Range(first, end - first).All(t => _view.Language.Words.ClassOf(_view.Bare(t)) != WordClass.None))
            return null;
        var span = new TextSpan(_view.Is(first, WordClass.Definite) ? _view.Tokens[first + 1].Span.Start : _view.BareSpan(first).Start, _view.Tokens[end - 1].Span.End);
        return new Speaker(span.In(_view.Text), span, null);
    }

    // A verb, a pronoun or a new clause ends the phrase; "de" and "du" go on with it.
    private bool Ends(int token, int first) =>
        token > first && _nameAt[token] < 0 && (_view.Is(token, WordClass.Relative | WordClass.Conjunction | WordClass.Be | WordClass.Time)
            || (_view.Is(token, WordClass.Auxiliary | WordClass.Subject | WordClass.Negation) && !_view.Is(token, WordClass.Determiner))
            || (_view.Is(token, WordClass.Preposition) && !_view.Is(token, WordClass.Of)) || CueAt(token) is not null);

    private Speaker Named(NameMention name) => new(NameOf(name), name.Span, name.Span);

    private string NameOf(NameMention name)
    {
        string words = name.Span.In(_view.Text);
        return _full.TryGetValue(words, out string? full) && full is not null ? full : words;
    }

    private TextSpan Span(int first, int last) => new(_view.Tokens[first].Span.Start, _view.Tokens[last].Span.End);
}
