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
    private int _next;

    /// <summary>Makes the trail of a report, at its start.</summary>
    public ReferenceTrail(TokenView view, SentenceGrammar grammar, IReadOnlyList<NameMention> mentions, NameGroups groups)
    {
        (_view, _mentions) = (view, mentions);
        _facts = [.. Enumerable.Range(0, groups.Count).Select(g => ChainFacts.Of(groups, g))];
        (_subjects, _male, _female) = (new int[groups.Count], new int[groups.Count], new int[groups.Count]);
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
            var name = new Reference(first, last, groups.GroupOf(m), m, view.SentenceOf(token), grammar.RoleOf(first, last));
            _names.Add(name);
            _subjects[name.Chain] += name.Role == GrammarRole.Subject ? 1 : 0;
        }
    }

    /// <summary>The mention of a name.</summary>
    public NameMention MentionOf(Reference name) => _mentions[name.Mention];

    /// <summary>What the names of a chain tell.</summary>
    public ref readonly ChainFacts FactsOf(int chain) => ref _facts[chain];

    /// <summary>How many of the chain's names in the whole report are subjects.</summary>
    public int SubjectsOf(int chain) => _subjects[chain];

    /// <summary>The pronouns of the gender so far that stand for the chain.</summary>
    public int PronounsOf(int chain, char gender) => gender == 'm' ? _male[chain] : _female[chain];

    /// <summary>The chain of the first person whom the report names up to here, -1 where it named none.</summary>
    public int FirstPerson { get; private set; } = -1;

    /// <summary>What the report has spoken of so far, in text order.</summary>
    public IReadOnlyList<Reference> Passed => _trail;

    /// <summary>Goes on to a pronoun and gives the chains that it may stand for: the nearest before it first, then those after it.</summary>
    public List<Antecedent> AntecedentsOf(Reference pronoun)
    {
        for (; _next < _names.Count && _names[_next].First < pronoun.First; _next++)
        {
            _trail.Add(_names[_next]);
            if (FirstPerson < 0 && MentionOf(_names[_next]).Kind == NameKind.Person)
                FirstPerson = _names[_next].Chain;
        }
        var found = new List<Antecedent>(MostChains);
        for (int i = _trail.Count - 1; i >= 0 && _trail.Count - i <= MostBefore && pronoun.Sentence - _trail[i].Sentence <= Reach; i--)
            Note(found, _trail[i], pronoun.Gender);
        int before = found.Count;
        for (int i = _next; i < _names.Count && i - _next < MostAfter && _names[i].Sentence == pronoun.Sentence; i++)
        {
            if (PlaceOf(found, _names[i].Chain) is var known && (known < 0 || known >= before))
                Note(found, _names[i], pronoun.Gender);
        }
        return found;
    }

    /// <summary>Notes whom the pronoun stands for.</summary>
    public void Pass(Reference pronoun)
    {
        _trail.Add(pronoun);
        if (pronoun.Chain >= 0)
            (pronoun.Gender == 'm' ? _male : _female)[pronoun.Chain]++;
    }

    private void Note(List<Antecedent> found, Reference place, char gender)
    {
        if (place.Chain < 0)
            return;
        int known = PlaceOf(found, place.Chain);
        if (known >= 0)
        {
            if (found[known].Name.IsPronoun && !place.IsPronoun)
                found[known] = found[known] with { Name = place };
        }
        else if (found.Count < MostChains && _facts[place.Chain].CanBe(gender))
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
