using System.Globalization;
using Stemma.Annotation.Chains;
using Stemma.Annotation.Names;
using Stemma.Annotation.Tagging;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Speech;

/// <summary>Tells which name a speaker's phrase stands for: the full name of a surname, of "he", of "the Chinese leader".</summary>
internal sealed class SpeakerResolver
{
    /// <summary>In sentences: a pronoun's name stands no farther back.</summary>
    private const int PronounReach = 5;

    /// <summary>
    /// In steps of the model's weights: what it counts that a person spoke last or is the subject of the sentence. GAP has hardly
    /// any speech, so the model does not know. Set by reading some 60 pronouns of reports where both differed. To be
    /// weighed anew when the model is learned anew.
    /// </summary>
    private const int SpeakerTrust = 6000, SubjectTrust = 2500;

    /// <summary>In the same steps: of two persons that fit as well as that the pronoun is not told to be either.</summary>
    private const int LeastMargin = 100;

    private readonly TokenView _view;
    private readonly NounPhrases _phrases;
    private readonly Subjects _subjects;
    private readonly NameGroups _groups;
    private readonly Dictionary<OfficeHeld, int> _holders;
    private readonly OfficeBook _offices = new();
    private readonly ToldBeside _told;
    private readonly Dictionary<int, int> _speakerOfSentence = [];
    private Dictionary<int, PronounReading>? _readings;

    public SpeakerResolver(TokenView view, NounPhrases phrases, Subjects subjects)
    {
        (_view, _phrases, _subjects) = (view, phrases, subjects);
        _groups = NameGroups.Of(view.Text, phrases.Names);
        _told = new ToldBeside(view, phrases);
        _holders = Holders();
        for (int m = 0; m < phrases.Names.Count; m++)
        {
            if (phrases.Names[m].Kind != NameKind.Person)
                continue;
            foreach (Office office in Office.ToldOf(view.Text, phrases.Names[m]))
                _offices.Add(office, _groups.GroupOf(m));
        }
    }

    /// <summary>The speaker that the phrase stands for, null where that is not clear, with what helped to find out (null where the words tell it).</summary>
    public (Speaker? Speaker, string? Reason) Resolve(NounPhrase phrase)
    {
        TextSpan span = SpanOf(phrase);
        int sentence = _view.SentenceOf(phrase.First);
        switch (phrase.Kind)
        {
            case PhraseKind.Name:
                int mention = _phrases.NameAt(phrase.Head);
                if (phrase.Last > phrase.Head && _phrases.NameAt(phrase.Last) is >= 0 and var second && second != mention && Joined(phrase.Head, phrase.Last))
                    return (new Speaker(Joint(mention, second), span, null), null);
                if (_phrases.NameAt(phrase.First) is >= 0 and var first && first != mention && IsJoint(phrase))
                    return (new Speaker(Joint(first, mention), span, null), null);
                if (phrase.First < phrase.Head && _view.Is(phrase.First, WordClass.Subject) && IsJoint(phrase)
                    && Resolve(new NounPhrase(phrase.First, phrase.First, phrase.First, PhraseKind.Pronoun)) is { Speaker: { Mention: not null } other, Reason: var why })
                    return (new Speaker($"{other.Name} and {NameOf(mention)}", span, null), why);
                _speakerOfSentence[sentence] = mention;
                TextSpan name = _phrases.Names[mention].Span;
                span = new TextSpan(span.Start, _told.EndOf(phrase, span.End));
                return (new Speaker(NameOf(mention), span, name == span ? null : name), null);
            case PhraseKind.Pronoun:
                return Pronoun(phrase, span, sentence);
            default:
                return Nominal(phrase, span, sentence);
        }
    }

    /// <summary>The words of the phrase.</summary>
    public TextSpan SpanOf(NounPhrase phrase) => new(_view.Tokens[phrase.First].Span.Start, _view.WordSpan(phrase.Last).End);

    private bool Joined(int from, int to)
    {
        for (int i = from + 1; i < to; i++)
        {
            if (_view.Is(i, WordClass.Joint) && _phrases.NameAt(i) < 0)
                return true;
        }
        return false;
    }

    private bool IsJoint(NounPhrase phrase)
    {
        for (int i = phrase.First; i < phrase.Head; i++)
        {
            if (_view.Is(i, WordClass.Joint) && _phrases.NameAt(i) < 0)
                return true;
        }
        return false;
    }

    private string NameOf(int mention) => _groups.Names[_groups.GroupOf(mention)];

    private string Joint(int a, int b) => $"{NameOf(a)} and {NameOf(b)}";

    private (Speaker?, string?) Pronoun(NounPhrase phrase, TextSpan span, int sentence)
    {
        int token = phrase.First;
        string word = span.In(_view.Text);
        if (_view.Is(token, WordClass.PersonM | WordClass.PersonF))
        {
            char gender = _view.Is(token, WordClass.PersonM) ? 'm' : 'f';
            if (PersonBefore(token, sentence, gender) is >= 0 and var mention)
            {
                _speakerOfSentence[sentence] = mention;
                return (new Speaker(NameOf(mention), span, _phrases.Names[mention].Span), $"“{word}” is {NameOf(mention)}, {Place(mention, token, sentence)}");
            }
        }
        else if (_view.Is(token, WordClass.Plural | WordClass.Thing) && ThingBefore(token, sentence, _view.Is(token, WordClass.Plural)) is { } thing
            && Resolve(thing) is { Speaker: { } speaker })
        {
            return (speaker with { Span = span, Mention = speaker.Mention ?? speaker.Span }, $"“{word}” is {speaker.Name}, the subject before");
        }
        return (null, $"whom “{word}” stands for is not clear");
    }

    // Where the report names the person whom the pronoun stands for.
    private string Place(int mention, int token, int sentence)
    {
        TextSpan name = _phrases.Names[mention].Span;
        if (name.Start > _view.Tokens[token].Span.Start)
            return "named right after it";
        int back = 0;
        while (sentence - back > 0 && _view.Sentences[sentence - back].Span.Start > name.Start)
            back++;
        if (back > 0 && _speakerOfSentence.TryGetValue(sentence - 1, out int speaker) && speaker >= 0 && _groups.GroupOf(speaker) == _groups.GroupOf(mention))
            return "who spoke before";
        return back switch { 0 => "named before in the sentence", 1 => "named in the sentence before", _ => $"named {back.ToString(CultureInfo.InvariantCulture)} sentences before" };
    }

    // Whom the pronoun stands for, by all that speaks for each person; who spoke last, and who the sentence is about, counts on top.
    private int PersonBefore(int token, int sentence, char gender)
    {
        if (!Readings.TryGetValue(token, out PronounReading reading))
            return -1;
        (int mention, int trust) = ToldBefore(token, sentence, gender);
        int told = mention < 0 ? -1 : _groups.GroupOf(mention);
        int best = -1, top = reading.Scores[^1], second = int.MinValue;
        for (int c = 0; c < reading.Antecedents.Count; c++)
        {
            int chain = reading.Antecedents[c].Chain;
            if (_groups.KindOf(chain) != NameKind.Person)
                continue;
            int score = reading.Scores[c] + (chain == told ? trust : 0);
            if (score > top)
                (best, top, second) = (c, score, Math.Max(second, best < 0 ? int.MinValue : top));
            else
                second = Math.Max(second, score);
        }
        if (best < 0)
            return mention;
        if (second > int.MinValue && top - second < LeastMargin)
            return -1;
        Antecedent antecedent = reading.Antecedents[best];
        return antecedent.Name.IsPronoun ? _groups.MentionsOf(antecedent.Chain)[0] : antecedent.Name.Mention;
    }

    // The subject of the same sentence; else, sentence by sentence backwards, its speaker or its subject; with what that counts.
    private (int Mention, int Trust) ToldBefore(int token, int sentence, char gender)
    {
        Sentence own = _view.Sentences[sentence];
        if (_subjects.MainSubject(own.FirstToken, token) is { Kind: PhraseKind.Name } s && s.Last < token && Fits(_phrases.NameAt(s.Head), gender))
            return (_phrases.NameAt(s.Head), SubjectTrust);
        for (int k = sentence - 1; k >= 0 && sentence - k <= PronounReach; k--)
        {
            if (_speakerOfSentence.TryGetValue(k, out int speaker) && Fits(speaker, gender))
                return (speaker, SpeakerTrust);
            Sentence earlier = _view.Sentences[k];
            NounPhrase? main = _subjects.MainSubject(earlier.FirstToken, earlier.FirstToken + earlier.TokenCount);
            if (main is { Kind: PhraseKind.Name } name && Fits(_phrases.NameAt(name.Head), gender))
                return (_phrases.NameAt(name.Head), SubjectTrust);
            // Somebody else is spoken of: whoever spoke before has lost the word.
            if (main is not { Kind: PhraseKind.Pronoun } && LastNamedIn(earlier, gender) is >= 0 and var named)
                return k == sentence - 1 ? (named, SubjectTrust) : (-1, 0);
        }
        return (-1, 0);
    }

    // The last fitting person whom the sentence names outside quotation marks, not as the owner of something; -1 where none.
    private int LastNamedIn(Sentence sentence, char gender)
    {
        for (int i = sentence.FirstToken + sentence.TokenCount - 1, n = 0; i >= sentence.FirstToken && n < LongestSearch; i--, n++)
        {
            if (_phrases.NameAt(i) is >= 0 and var name && _view.StretchOf(i) < 0 && !_view.IsPossessive(i) && Fits(name, gender))
                return name;
        }
        return -1;
    }

    /// <summary>In tokens: how much of a very long sentence is searched for a person.</summary>
    private const int LongestSearch = 200;

    private Dictionary<int, PronounReading> Readings => _readings ??= PronounResolver.Resolve(_view, _view.Syntax.Words, _phrases.Names, _groups).ToDictionary(r => r.Pronoun.First);

    private bool Fits(int mention, char gender)
    {
        if (mention < 0 || _phrases.Names[mention].Kind != NameKind.Person)
            return false;
        char known = _groups.Genders[_groups.GroupOf(mention)];
        return known == '-' || known == gender;
    }

    private NounPhrase? ThingBefore(int token, int sentence, bool plural)
    {
        for (int k = sentence; k >= 0 && sentence - k <= 1; k--)
        {
            Sentence s = _view.Sentences[k];
            int end = k == sentence ? token : s.FirstToken + s.TokenCount;
            if (_subjects.MainSubject(s.FirstToken, end) is not { } main || main.Last >= end)
                continue;
            if (main.Kind == PhraseKind.Pronoun)
                continue;
            bool joint = main.Kind == PhraseKind.Name && IsJointName(main);
            bool person = main.Kind == PhraseKind.Name && _phrases.Names[_phrases.NameAt(main.Head)].Kind == NameKind.Person;
            bool many = main.Kind == PhraseKind.Nominal && _view.Folded(main.Head).EndsWith('s');
            if (plural ? joint || many : !joint && !person && !many)
                return main;
        }
        return null;
    }

    private bool IsJointName(NounPhrase phrase) => Joined(phrase.Head, phrase.Last) || IsJoint(phrase);

    private (Speaker?, string?) Nominal(NounPhrase phrase, TextSpan span, int sentence)
    {
        var core = new TextSpan(span.Start, _view.WordSpan(phrase.Head).End);
        bool owned = _view.Is(phrase.First, WordClass.Thing) && _view.Is(phrase.First, WordClass.Determiner);
        bool definite = _view.Is(phrase.First, WordClass.Definite) || _view.IsPossessive(phrase.First);
        NounPhrase? owner = owned ? ThingBefore(phrase.First, sentence, plural: false) : null;
        if ((definite || owner is { Kind: PhraseKind.Name }) && HolderOf(phrase, core, owner) is >= 0 and var holder)
        {
            _speakerOfSentence[sentence] = holder;
            return (new Speaker(NameOf(holder), span, _phrases.Names[holder].Span), $"“{core.In(_view.Text)}” is {NameOf(holder)}, whom the report gives that office");
        }
        if (owner is { Kind: PhraseKind.Name } body)
            return (new Speaker($"{NameOf(_phrases.NameAt(body.Head))}’s {Text(phrase.First + 1, phrase.Last)}", span, null), null);
        if (!_view.Is(phrase.First, WordClass.Subject) && _view.Is(phrase.First, WordClass.PersonM | WordClass.PersonF) && phrase.First < phrase.Last
            && PersonBefore(phrase.First, sentence, _view.Is(phrase.First, WordClass.PersonM) ? 'm' : 'f') is >= 0 and var person)
            return (new Speaker($"{NameOf(person)}’s {Text(phrase.First + 1, phrase.Last)}", span, null), $"“{Text(phrase.First, phrase.First)}” is {NameOf(person)}’s");
        // "its chairman" would be one person in every report.
        if (_view.Is(phrase.First, WordClass.PersonM | WordClass.PersonF | WordClass.Plural | WordClass.Thing) && _view.Is(phrase.First, WordClass.Determiner) && phrase.First < phrase.Last)
            return (null, $"whose “{span.In(_view.Text)}” is meant is not clear");
        int from = _view.Is(phrase.First, WordClass.Definite) && phrase.First < phrase.Last ? phrase.First + 1 : phrase.First;
        return (new Speaker(Text(from, phrase.Last), span, null), null);
    }

    // A mention of the one person whom this report gives the office, -1 where none or two: a country's office first, then any
    // whose words say no other; "its chairman" is the chairman of the owner.
    private int HolderOf(NounPhrase phrase, TextSpan core, NounPhrase? owner)
    {
        if (RoleEvidence.Read(core.Over(_view.Text)) is { Group: not null, Country: not null } held)
            return _holders.GetValueOrDefault(held, -1);
        if (Office.Read(Text(phrase.First, phrase.Last)) is not { } office)
            return -1;
        if (owner is { } body)
            office = office with { Words = new HashSet<string>(office.Words.Concat(Vocabulary.Fold(NameOf(_phrases.NameAt(body.Head))).Split(' ')), StringComparer.Ordinal) };
        return _offices.HolderOf(office) is >= 0 and var group ? _groups.MentionsOf(group)[0] : -1;
    }

    private string Text(int first, int last) => new TextSpan(_view.Tokens[first].Span.Start, _view.WordSpan(last).End).In(_view.Text);

    // For each office the first mention of the one person whom this report gives it, -1 where it gives it to two. A country's own ("Norway’s Moen") will do for its leader.
    private Dictionary<OfficeHeld, int> Holders()
    {
        var holders = new Dictionary<OfficeHeld, int>();
        for (int m = 0; m < _phrases.Names.Count; m++)
        {
            if (_phrases.Names[m].Kind != NameKind.Person)
                continue;
            OfficeHeld office = RoleEvidence.Of(_view.Text, _phrases.Names[m]);
            if (office.Country is not null)
                Hold(holders, new OfficeHeld(office.Country, office.Group ?? LeaderGroup), m);
        }
        return holders;
    }

    private void Hold(Dictionary<OfficeHeld, int> holders, OfficeHeld office, int mention)
    {
        if (!holders.TryGetValue(office, out int other))
            holders.Add(office, mention);
        else if (other >= 0 && _groups.GroupOf(other) != _groups.GroupOf(mention))
            holders[office] = -1;
    }

    /// <summary>The group of titles.tsv that holds heads of state and of government.</summary>
    private const string LeaderGroup = "leader";
}
