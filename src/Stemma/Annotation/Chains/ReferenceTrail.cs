using Stemma.Annotation.Names;
using Stemma.Reports;

namespace Stemma.Annotation.Chains;

/// <summary>Of whom a report has spoken up to a place, by name or pronoun, in text order.</summary>
internal sealed class ReferenceTrail
{
    /// <summary>In sentences: a pronoun's antecedent stands no farther back.</summary>
    private const int Reach = 6;

    /// <summary>Places that are looked at before a pronoun, and after it, so that a text of nothing but names costs little.</summary>
    private const int MostBefore = 60, MostAfter = 8;

    /// <summary>
    /// In tokens: how far before and after a pronoun it counts how often a chain is spoken of. About what a snippet of GAP holds,
    /// where the weights were learned; over whole reports the one whom they are about would be everybody.
    /// </summary>
    private const int WindowBefore = 120, WindowAfter = 40;

    /// <summary>Chains that are weighed for one pronoun, the nearest ones.</summary>
    private const int MostChains = 14;

    private readonly TokenView _view;
    private readonly IReadOnlyList<NameMention> _mentions;
    private readonly List<Reference> _names = [];
    private readonly List<Reference> _trail = [];
    private readonly ChainFacts[] _facts;
    private readonly int[] _subjects;
    private readonly int[] _male;
    private readonly int[] _female;
    private readonly int[] _named;
    private int _next;
    private int _oldestName;
    private int _oldestPassed;
    private int _newestName;

    /// <summary>Makes the trail of a report, at its start.</summary>
    public ReferenceTrail(TokenView view, SentenceGrammar grammar, IReadOnlyList<NameMention> mentions, NameGroups groups)
    {
        (_view, _mentions) = (view, mentions);
        _facts = [.. Enumerable.Range(0, groups.Count).Select(g => ChainFacts.Of(groups, g))];
        (_named, _subjects, _male, _female) = (new int[groups.Count], new int[groups.Count], new int[groups.Count], new int[groups.Count]);
        int token = 0;
        for (int m = 0; m < mentions.Count; m++)
        {
            TextSpan span = mentions[m].Span;
            while (token < view.Count && view.Tokens[token].Span.End <= span.Start)
                token++;
            if (token >= view.Count || view.Tokens[token].Span.Start >= span.End)
                continue;
            int last = token, first = token, start = mentions[m].Title?.Start ?? span.Start;
            while (last + 1 < view.Count && view.Tokens[last + 1].Span.Start < span.End)
                last++;
            while (first > 0 && view.Tokens[first - 1].Span.Start >= start)
                first--;
            _names.Add(new Reference(first, last, groups.GroupOf(m), m, view.SentenceOf(token), grammar.RoleOf(first, last)));
        }
    }

    /// <summary>The mention of a name.</summary>
    public NameMention MentionOf(Reference name) => _mentions[name.Mention];

    /// <summary>What the names of a chain tell.</summary>
    public ref readonly ChainFacts FactsOf(int chain) => ref _facts[chain];

    /// <summary>How often the chain is named around the pronoun.</summary>
    public int NamedAround(int chain) => _named[chain];

    /// <summary>How many of these names are subjects.</summary>
    public int SubjectsAround(int chain) => _subjects[chain];

    /// <summary>The pronouns of the gender not far before that stand for the chain.</summary>
    public int PronounsOf(int chain, char gender) => gender == 'm' ? _male[chain] : _female[chain];

    /// <summary>The chain of the first person who is named around the pronoun, -1 where none is.</summary>
    public int FirstPerson
    {
        get
        {
            for (int i = _oldestName; i < _newestName; i++)
            {
                if (MentionOf(_names[i]).Kind == NameKind.Person)
                    return _names[i].Chain;
            }
            return -1;
        }
    }

    /// <summary>What the report has spoken of so far, in text order.</summary>
    public IReadOnlyList<Reference> Passed => _trail;

    /// <summary>Goes on to a pronoun and gives the chains that it may stand for: the nearest before it first, then those after it.</summary>
    public List<Antecedent> AntecedentsOf(Reference pronoun)
    {
        for (; _next < _names.Count && _names[_next].First < pronoun.First; _next++)
            _trail.Add(_names[_next]);
        MoveWindow(pronoun.First);
        var found = new List<Antecedent>(MostChains);
        for (int i = _trail.Count - 1; i >= 0 && _trail.Count - i <= MostBefore && pronoun.Sentence - _trail[i].Sentence <= Reach; i--)
            Note(found, _trail[i], pronoun);
        int before = found.Count;
        for (int i = _next; i < _names.Count && i - _next < MostAfter && _names[i].Sentence == pronoun.Sentence; i++)
        {
            if (PlaceOf(found, _names[i].Chain) is var known && (known < 0 || known >= before))
                Note(found, _names[i], pronoun);
        }
        return found;
    }

    /// <summary>Notes whom the pronoun stands for.</summary>
    public void Pass(Reference pronoun)
    {
        _trail.Add(pronoun);
        Count(pronoun, 1);
    }

    private void MoveWindow(int token)
    {
        for (; _newestName < _names.Count && _names[_newestName].First <= token + WindowAfter; _newestName++)
            Count(_names[_newestName], 1);
        for (; _oldestName < _newestName && _names[_oldestName].First < token - WindowBefore; _oldestName++)
            Count(_names[_oldestName], -1);
        for (; _oldestPassed < _trail.Count && _trail[_oldestPassed].First < token - WindowBefore; _oldestPassed++)
        {
            if (_trail[_oldestPassed].IsPronoun)
                Count(_trail[_oldestPassed], -1);
        }
    }

    private void Count(Reference place, int by)
    {
        if (place.Chain < 0)
            return;
        if (place.IsPronoun)
        {
            (place.Gender == 'm' ? _male : _female)[place.Chain] += by;
            return;
        }
        _named[place.Chain] += by;
        _subjects[place.Chain] += place.Role == GrammarRole.Subject ? by : 0;
    }

    /// <summary>False for what stands inside quoted words as seen from outside them: the reporter does not take up whom a speaker names.</summary>
    public bool IsInSight(Reference place, Reference pronoun) =>
        _view.StretchOf(place.First) < 0 || _view.StretchOf(place.First) == _view.StretchOf(pronoun.First);

    private void Note(List<Antecedent> found, Reference place, Reference pronoun)
    {
        if (place.Chain < 0 || !IsInSight(place, pronoun))
            return;
        int known = PlaceOf(found, place.Chain);
        if (known >= 0)
        {
            if (found[known].Name.IsPronoun && !place.IsPronoun)
                found[known] = found[known] with { Name = place };
        }
        else if (found.Count < MostChains && _facts[place.Chain].CanBe(pronoun.Gender))
        {
            found.Add(new Antecedent(place.Chain, place, place));
        }
    }

    private static int PlaceOf(List<Antecedent> found, int chain)
    {
        for (int i = 0; i < found.Count; i++)
        {
            if (found[i].Chain == chain)
                return i;
        }
        return -1;
    }
}
