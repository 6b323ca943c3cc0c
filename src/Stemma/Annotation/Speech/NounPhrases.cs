using Stemma.Languages;

namespace Stemma.Annotation.Speech;

/// <summary>Finds the noun phrase that ends or starts at a token, by closed classes and names alone.</summary>
internal sealed class NounPhrases
{
    /// <summary>In tokens: no speaker is told in more words.</summary>
    private const int LongestPhrase = 16;

    /// <summary>In tokens: the words before a noun that belong to it.</summary>
    private const int LongestCore = 8;

    private const WordClass Breaks = WordClass.Preposition | WordClass.Conjunction | WordClass.Relative | WordClass.Auxiliary | WordClass.Negation | WordClass.Subject;

    private readonly TokenView _view;
    private readonly IReadOnlyList<NameMention> _names;
    private readonly int[] _nameAt;

    /// <summary>Makes the finder for one report.</summary>
    public NounPhrases(TokenView view, IReadOnlyList<NameMention> names)
    {
        (_view, _names) = (view, names);
        _nameAt = new int[view.Count];
        Array.Fill(_nameAt, -1);
        int token = 0;
        for (int m = 0; m < names.Count; m++)
        {
            while (token < view.Count && view.Tokens[token].Span.Start < names[m].Span.Start)
                token++;
            for (int i = token; i < view.Count && view.Tokens[i].Span.Start < names[m].Span.End; i++)
                _nameAt[i] = m;
        }
    }

    /// <summary>The mention that holds the token, -1 where none does.</summary>
    public int NameAt(int token) => _nameAt[token];

    /// <summary>The mentions.</summary>
    public IReadOnlyList<NameMention> Names => _names;

    /// <summary>The phrase whose last token is <paramref name="last"/>, not before <paramref name="low"/>; null where none ends there.</summary>
    public NounPhrase? EndingAt(int last, int low)
    {
        if (last < low || _view.StretchOf(last) >= 0)
            return null;
        if (_view.Is(last, WordClass.Subject) || (_view.Is(last, WordClass.Plural) && !_view.Is(last, WordClass.Determiner)) || _view.Is(last, WordClass.Pair))
            return new NounPhrase(last, last, last, PhraseKind.Pronoun);
        if (!_view.IsWord(last) && !(_view.IsMark(last, '.') && _nameAt[last] >= 0) && _view.Tokens[last].Kind != TokenKind.Number)
            return null;
        if (_nameAt[last] < 0 && (_view.Is(last, Breaks | WordClass.Time | WordClass.Adverb) && !_view.Is(last, WordClass.Determiner)))
            return null;
        if (_nameAt[last] < 0 && _view.IsPossessive(last))
            return null;
        int first = CoreStart(last, low);
        NounPhrase core = Build(first, last, last);
        // "Norway and its allies".
        if (core.Kind == PhraseKind.Nominal && _view.Is(first, WordClass.Determiner) && WithJointBefore(first, low) is var joint && joint < first)
            return core with { First = joint > low && _view.Is(joint - 1, WordClass.Definite) ? joint - 1 : joint };
        return WithHeadBefore(core, low);
    }

    /// <summary>The phrase whose first token is <paramref name="first"/>, ending before <paramref name="high"/>; null where none starts there.</summary>
    public NounPhrase? StartingAt(int first, int high)
    {
        if (first >= high || _view.StretchOf(first) >= 0)
            return null;
        int i = first;
        if (_view.Is(i, WordClass.Subject) && !_view.Is(i, WordClass.Determiner))
            return new NounPhrase(i, i, i, PhraseKind.Pronoun);
        if (_view.Is(i, WordClass.Pair) && (i + 1 >= high || _view.Is(i + 1, WordClass.Adverb | WordClass.Auxiliary) || _view.Cue(i + 1) is not null))
            return new NounPhrase(i, i, i, PhraseKind.Pronoun);
        if (!_view.IsWord(i) || (_nameAt[i] < 0 && _view.Is(i, Breaks | WordClass.Time) && !_view.Is(i, WordClass.Determiner)))
            return null;
        int afterName = -1;
        while (i < high && i - first < LongestCore && _view.StretchOf(i) < 0 && GoesOn(i, first))
        {
            bool name = _nameAt[i] >= 0;
            i = name ? EndOfName(i) : i + 1;
            if (name && !_view.IsPossessive(i - 1))
                afterName = i;
            if (i - 1 >= 0 && _nameAt[i - 1] >= 0 && !_view.IsPossessive(i - 1) && _names[_nameAt[i - 1]].Kind == NameKind.Person && !IsFollowedByOneInOffice(i, high))
                break;
        }
        if (i == first || i - 1 < first)
            return null;
        // "Delta Bank lost money" but "Delta Bank officials": what follows a name belongs to it where it can speak.
        if (afterName > first && afterName < i && !IsSpeaker(i - 1))
            i = afterName;
        int head = i - 1;
        NounPhrase phrase = Build(first, head, head);
        if (phrase.Kind == PhraseKind.Name && i + 1 < high && _view.Is(i, WordClass.Joint) && _nameAt[i + 1] >= 0 && _view.StretchOf(i + 1) < 0)
            return phrase with { Last = EndOfName(i + 1) - 1 };
        return phrase.Kind == PhraseKind.Nominal ? WithNameAfter(phrase with { Last = EndOfTail(i, high, first) }, high) : phrase;
    }

    /// <summary>"the head nurse, Ana Lund,": a role, its holder's name and a mark are one phrase around the name; any other phrase stays as it is.</summary>
    public NounPhrase WithNameAfter(NounPhrase role, int high)
    {
        int start = role.Last + 2;
        if (role.Kind != PhraseKind.Nominal || start >= high || !_view.IsMark(role.Last + 1, ',') || _view.StretchOf(role.Last + 1) >= 0 || !IsRole(role.Head))
            return role;
        int name = start;
        while (name < high && name - start < LongestCore && _nameAt[name] < 0)
            name++;
        if (name >= high || _nameAt[name] < 0 || _view.StretchOf(name) >= 0)
            return role;
        NameMention holder = _names[_nameAt[name]];
        int end = EndOfName(name);
        bool alone = (holder.Title ?? holder.Span).Start == _view.Tokens[start].Span.Start && !_view.IsPossessive(end - 1) && (end >= high || !_view.IsWord(end));
        return alone && holder.Kind == NameKind.Person ? new NounPhrase(role.First, end - 1, end - 1, PhraseKind.Name) : role;
    }

    // "Quennell campaign manager Ana Lund": a person stands there for an office.
    private bool IsFollowedByOneInOffice(int i, int high)
    {
        int name = i;
        while (name < high && name - i <= LongestOffice && _nameAt[name] < 0 && _view.IsWord(name) && char.IsLower(_view.First(name)) && _view.StretchOf(name) < 0 && !_view.Is(name, Breaks | WordClass.Determiner))
            name++;
        return name > i && name - i <= LongestOffice && name < high && _nameAt[name] >= 0 && _view.StretchOf(name) < 0 && IsRole(name - 1) && _names[_nameAt[name]].Kind == NameKind.Person;
    }

    /// <summary>In words: "deputy campaign manager".</summary>
    private const int LongestOffice = 3;

    private bool IsSpeaker(int head)
    {
        string word = _view.Folded(head);
        return Vocabulary.English.IsPeopleNoun(word) || NameTables.English.RoleOf(word) is not null || Vocabulary.English.IsSpeechNoun(word) || NameTables.English.KindByWord(word) is not null;
    }

    // What one person can be: "engineer", but not "council".
    private bool IsRole(int head)
    {
        string word = _view.Folded(head);
        return (NameTables.English.RoleOf(word) is not null || Vocabulary.English.IsPeopleNoun(word)) && NameTables.English.KindByWord(word) is null;
    }

    private int EndOfName(int token)
    {
        int name = _nameAt[token], i = token;
        while (i < _view.Count && _nameAt[i] == name)
            i++;
        return i;
    }

    private bool GoesOn(int i, int first)
    {
        if (_nameAt[i] >= 0)
            return true;
        if (!_view.IsWord(i) && _view.Tokens[i].Kind != TokenKind.Number)
            return _view.IsMark(i, '.') && i > first && (_nameAt[i - 1] < 0 ? Vocabulary.English.IsAbbreviation(_view.Folded(i - 1)) : OwnsAfterStop(i));
        if (i > first && OwnsAfterStop(i - 1))
            return true;
        if (_view.Is(i, WordClass.Determiner))
            return i == first || _view.Is(i - 1, WordClass.Determiner);
        if (_view.Is(i, Breaks | WordClass.Time | WordClass.Adverb))
            return false;
        bool afterDeterminer = i > first && _view.Is(i - 1, WordClass.Determiner);
        if (i > first && !afterDeterminer && _view.Cue(i) is { } cue && cue.Is(VerbForm.Past | VerbForm.Third | VerbForm.Ing) && !Vocabulary.English.IsPeopleNoun(_view.Folded(i)))
            return false;
        return i == first || afterDeterminer || !_view.Folded(i).EndsWith("ed", StringComparison.Ordinal);
    }

    // "Acme Corp.’s chief": the stop of an abbreviation stands before the ending.
    private bool OwnsAfterStop(int stop) =>
        stop + 1 < _view.Count && _view.IsMark(stop, '.') && _view.Folded(stop + 1) is "'s" && !_view.FollowsGap(stop + 1);

    // "of state", "at a university in Seoul": what follows the head and belongs to it.
    private int EndOfTail(int i, int high, int first)
    {
        int end = i - 1;
        while (i + 1 < high && i - first < LongestPhrase && _view.Is(i, WordClass.Tail))
        {
            int start = i + 1;
            if (_view.Is(start, WordClass.Time) || _view.Is(start, WordClass.Subject))
                break;
            int k = start;
            while (k < high && k - start < LongestCore && _view.StretchOf(k) < 0 && GoesOn(k, start))
                k++;
            if (k == start)
                break;
            end = k - 1;
            i = k;
        }
        return end;
    }

    private int CoreStart(int last, int low)
    {
        int first = last;
        if (_nameAt[last] >= 0)
        {
            NameMention name = _names[_nameAt[last]];
            int start = (name.Title ?? name.Span).Start;
            while (first > low && _view.Tokens[first - 1].Span.Start >= start)
                first--;
            return WithJointBefore(NameModifiers(first, low, last), low);
        }
        while (first > low && last - first < LongestCore)
        {
            int t = first - 1;
            if (_view.StretchOf(t) >= 0 || (!_view.IsWord(t) && _view.Tokens[t].Kind != TokenKind.Number && _nameAt[t] < 0))
                break;
            if (_view.Is(t, WordClass.Opener))
                break;
            if (_view.Is(t, WordClass.Determiner))
            {
                first = t;
                if (!(t > low && _view.Is(t - 1, WordClass.Determiner)))
                    break;
                continue;
            }
            if (_nameAt[t] < 0 && (_view.Is(t, Breaks | WordClass.Adverb | WordClass.Time) || IsVerb(t)))
                break;
            first = t;
            if (_view.IsPossessive(t))
            {
                while (first > low && _nameAt[t] >= 0 && _nameAt[first - 1] == _nameAt[t])
                    first--;
                while (first > low && _view.Is(first - 1, WordClass.Determiner))
                    first--;
                break;
            }
        }
        return first;
    }

    // Before a name: "the", "Russian gas giant", "China’s".
    private int NameModifiers(int first, int low, int last)
    {
        int f = first;
        for (int n = 0; n < 4 && f > low; n++)
        {
            int t = f - 1;
            if (_view.StretchOf(t) >= 0 || !_view.IsWord(t) || _view.Is(t, Breaks | WordClass.Time | WordClass.Adverb))
                return _view.IsMark(t, ',') && _names[_nameAt[last]].Title is not null ? f : first;
            if (_view.Is(t, WordClass.Determiner))
                return _view.Is(t, WordClass.Opener) ? first : t;
            if (_view.IsPossessive(t))
                return _nameAt[t] >= 0 ? t : first;
            // "an allegation Smith denies": two phrases, not one.
            if (_nameAt[t] < 0 && Vocabulary.English.IsSpeechNoun(_view.Folded(t)))
                return first;
            f = t;
            if (n == 0 && _nameAt[t] >= 0 && _names[_nameAt[t]].Kind is (NameKind.Organisation or NameKind.Place) && _names[_nameAt[last]].Title is not null)
            {
                while (f > low && _nameAt[f - 1] == _nameAt[t])
                    f--;
                return f > low && _view.Is(f - 1, WordClass.Determiner) ? f - 1 : f;
            }
            if (NameTables.English.CountryOfAdjective(_view.Folded(t)) is not null || Vocabulary.English.IsPeopleNoun(_view.Folded(t)) || NameTables.English.RoleOf(_view.Folded(t)) is not null)
                first = f;
        }
        return first;
    }

    // "Smith and Jones": the joint subject of a verb.
    private int WithJointBefore(int first, int low)
    {
        if (first - 2 >= low && _view.Is(first - 1, WordClass.Joint) && _nameAt[first - 2] < 0 && _view.StretchOf(first - 2) < 0
            && _view.Is(first - 2, WordClass.Subject) && _view.Is(first - 2, WordClass.PersonM | WordClass.PersonF))
            return first - 2;
        if (first - 2 < low || !_view.Is(first - 1, WordClass.Joint) || _nameAt[first - 2] < 0 || _view.IsPossessive(first - 2) || _view.StretchOf(first - 2) >= 0)
            return first;
        NameMention other = _names[_nameAt[first - 2]];
        int start = first - 2;
        while (start > low && _view.Tokens[start - 1].Span.Start >= (other.Title ?? other.Span).Start)
            start--;
        // "met Smith and Jones said": what an other verb governs is no subject of this one.
        bool governed = start > low && (IsVerb(start - 1) || _view.Is(start - 1, WordClass.Preposition));
        return governed ? first : start;
    }

    private bool IsVerb(int t) => _view.Cue(t) is { } cue && cue.Is(VerbForm.Past | VerbForm.Third) && !Vocabulary.English.IsPeopleNoun(_view.Folded(t));

    private NounPhrase Build(int first, int last, int head) =>
        new(first, last, head, _nameAt[head] >= 0 && !_view.IsPossessive(head) ? PhraseKind.Name : PhraseKind.Nominal);

    // "a spokesman for the council": the phrase before the preposition is what speaks.
    private NounPhrase WithHeadBefore(NounPhrase core, int low)
    {
        if (core.Kind == PhraseKind.Name && _names[_nameAt[core.Head]].Kind == NameKind.Person)
            return core;
        NounPhrase phrase = core;
        for (int n = 0; n < 3; n++)
        {
            int t = phrase.First - 1;
            if (t - 1 < low || _view.StretchOf(t) >= 0 || !_view.Is(t, WordClass.Tail) || _view.StretchOf(t - 1) >= 0)
                break;
            if (_nameAt[t - 1] >= 0 && !_view.IsPossessive(t - 1) && _names[_nameAt[t - 1]].Kind == NameKind.Person)
                return new NounPhrase(CoreStart(t - 1, low), core.Last, t - 1, PhraseKind.Name);
            if (!_view.IsWord(t - 1) || _nameAt[t - 1] >= 0 || _view.Is(t - 1, Breaks | WordClass.Time | WordClass.Adverb) || core.Last - phrase.First > LongestPhrase)
                break;
            int first = CoreStart(t - 1, low);
            bool speaks = Vocabulary.English.IsPeopleNoun(_view.Folded(t - 1)) || NameTables.English.RoleOf(_view.Folded(t - 1)) is not null;
            if (!speaks && !_view.Is(first, WordClass.Determiner))
                break;
            if (!speaks && !_view.Is(t, WordClass.Of))
                break;
            phrase = new NounPhrase(first, core.Last, t - 1, PhraseKind.Nominal);
        }
        return phrase;
    }
}
