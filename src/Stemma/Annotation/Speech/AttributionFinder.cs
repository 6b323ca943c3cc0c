using Stemma.Annotation.Marks;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Speech;

/// <summary>Finds the cue and the speaker of a marked stretch in its own sentence.</summary>
internal sealed class AttributionFinder(TokenView view, NounPhrases phrases, Subjects subjects, Func<NounPhrase, bool> speaks)
{
    /// <summary>In tokens outside marks: cues farther from the marks are not looked at.</summary>
    private const int Reach = 60;

    /// <summary>Verbs: of a sentence with more cues before the marks only the nearest are looked at.</summary>
    private const int MostCues = 6;

    /// <summary>In tokens: how far "quoted" stands before "as saying" at most.</summary>
    private const int RelayReach = 8;

    /// <summary>The attribution, null where the sentence holds no cue for the stretch.</summary>
    /// <param name="stretch">The stretch.</param>
    /// <param name="first">Its first token, mark included.</param>
    /// <param name="last">Its last token, mark included.</param>
    public Attribution? Of(MarkedStretch stretch, int first, int last)
    {
        Sentence sentence = view.Sentences[view.SentenceOf(first)];
        int low = sentence.FirstToken, high = low + sentence.TokenCount;
        Attribution? before = Before(first, low, high);
        if (before is { Near: true, Speaker: not null } && EndsForward(first))
            return before;
        Attribution? after = After(stretch, last, high);
        if (after is { Near: true })
            return after;
        if (before is not null)
            return before.Speaker is null && after is { Speaker: not null } ? after : before;
        return after ?? ByNoun(first, low);
    }

    // The position right beside the marks is telling enough: any noun phrase will do ("said one in the crowd").
    private NounPhrase? Inverted(int first, int high)
    {
        if (phrases.StartingAt(first, high) is { } phrase)
            return phrase;
        for (int i = first; i < high && i - first < RelayReach && !view.IsMark(i, ',') && view.StretchOf(i) < 0; i++)
        {
            if (phrases.NameAt(i) >= 0 && phrases.Names[phrases.NameAt(i)].Kind == NameKind.Person)
                return phrases.StartingAt(i, high);
        }
        return null;
    }

    // "said: “…”", "said, “…”": the words before the marks lead to them.
    private bool EndsForward(int first) => first > 0 && (view.IsMark(first - 1, ':') || view.IsMark(first - 1, ','));

    private Attribution? After(MarkedStretch stretch, int last, int high)
    {
        if (Signature(last + 1) is { } signed)
            return signed;
        int i = last + 1;
        while (i < high && !view.IsWord(i) && view.StretchOf(i) < 0 && i - last <= 2)
            i++;
        if (i >= high || !view.IsWord(i) || view.StretchOf(i) >= 0)
            return null;
        if (Phrase(i, high, "source", out int afterPhrase) && phrases.StartingAt(afterPhrase, high) is { } source)
            return new Attribution(source, Span(i, afterPhrase - 1), $"speaker by phrase: “{Words(i, afterPhrase - 1)}” after the quotation", true);
        if (view.Cue(i) is { Class: CueClass.Say or CueClass.Manner or CueClass.Think } here && here.Is(VerbForm.Past | VerbForm.Third)
            && !view.Is(i + 1 < high ? i + 1 : i, WordClass.Antecedent | WordClass.Infinitive) && Inverted(i + 1, high) is { } inverted)
            return new Attribution(inverted, view.Tokens[i].Span, $"speaker by cue: “{Words(i, i)}” right after the quotation, before its subject", true);
        bool joined = view.Is(i, WordClass.Conjunction | WordClass.Antecedent | WordClass.Preposition) && !view.Is(i, WordClass.Determiner);
        bool joinedByClause = view.Is(i, WordClass.Conjunction | WordClass.Antecedent);
        bool comma = EndsWithStop(stretch) || !view.IsWord(last + 1);
        for (int v = i; v < high && v - i < Reach && view.StretchOf(v) < 0; v++)
        {
            if (view.IsMark(v, ';'))
                break;
            if (Phrase(v, high, "source", out int next) && phrases.StartingAt(next, high) is { } told)
                return new Attribution(told, Span(v, next - 1), $"speaker by phrase: “{Words(v, next - 1)}” later in the sentence", false);
            if (view.Cue(v) is not { } cue || phrases.NameAt(v) >= 0 || IsNoun(v))
                continue;
            if (cue.Class == CueClass.Relay && Relayed(v, i, high) is { } relayed)
                return relayed;
            if (!cue.Is(VerbForm.Past | VerbForm.Third | VerbForm.Base) || cue.Class is CueClass.Name)
                continue;
            Subjects.Found found = subjects.Of(v, i);
            if (found.Subject is not { } subject || found.Passive || subject.First > v)
                continue;
            bool near = !joined && subject.First <= i + 1;
            if (!speaks(subject) && !(near && comma && cue.Class == CueClass.Say))
                continue;
            if (near)
                return new Attribution(subject, CueSpan(v), $"speaker by cue: “{Words(v, v)}” after the quotation", comma || cue.Class == CueClass.Say);
            bool beside = view.IsMark(subject.First - 1, ',') && v - subject.Last <= 2 && cue.Class == CueClass.Say && !joinedByClause;
            if (beside)
                return new Attribution(subject, CueSpan(v), $"speaker by cue: “{Words(v, v)}” after the quotation and the end of its clause", true);
            bool trailing = subject.First > 0 && (view.IsMark(subject.First - 1, ',') || StartsAfterComma(subject, i)) && cue.Class == CueClass.Say && ClosesSentence(v, high);
            if (trailing)
                return new Attribution(subject, CueSpan(v), $"speaker by cue: “{Words(v, v)}” at the end of the sentence", false);
        }
        return null;
    }

    // “…” — Ana Lund: a name after a dash, and nothing more in the paragraph.
    private Attribution? Signature(int i)
    {
        while (i + 1 < view.Count && view.IsMark(i, '.'))
            i++;
        if (i + 1 >= view.Count || !IsDash(i) || phrases.NameAt(i + 1) < 0)
            return null;
        int paragraph = view.Sentences[view.SentenceOf(i)].Paragraph;
        int end = i + 1;
        while (end < view.Count && phrases.NameAt(end) == phrases.NameAt(i + 1))
            end++;
        while (end < view.Count && view.IsMark(end, '.'))
            end++;
        bool ends = end >= view.Count || view.Sentences[view.SentenceOf(end)].Paragraph != paragraph;
        return ends && phrases.StartingAt(i + 1, end) is { } name ? new Attribution(name, null, "speaker by signature: the name after the dash", true) : null;
    }

    private bool IsDash(int i) => view.Tokens[i].Span.Length == 1 && view.First(i) is ('—' or '–' or '―' or '-');

    private bool StartsAfterComma(NounPhrase subject, int low) =>
        subject.First - 1 > low && view.IsMark(subject.First - 1, ',');

    // Only a time, a place or a hearer follows: "told reporters on Monday."
    private bool ClosesSentence(int verb, int high)
    {
        for (int i = verb + 1; i < high && i - verb < Reach; i++)
        {
            if (view.StretchOf(i) >= 0 || view.Is(i, WordClass.Antecedent))
                return false;
            if (view.IsMark(i, ',') || view.IsMark(i, '.'))
                return true;
        }
        return true;
    }

    private Attribution? Before(int first, int low, int high)
    {
        Attribution? weak = null;
        bool gap = false;
        int seen = 0;
        for (int v = first - 1; v >= low && first - v < Reach; v--)
        {
            if (view.StretchOf(v) >= 0)
                continue;
            if (view.IsMark(v, ';'))
                break;
            if (Phrase(v, high, "source", out int next) && phrases.StartingAt(next, first) is { } source)
                return new Attribution(source, Span(v, next - 1), $"speaker by phrase: “{Words(v, next - 1)}” before the quotation", next + 6 > first);
            if (view.Cue(v) is not { } cue || phrases.NameAt(v) >= 0 || IsNoun(v))
                continue;
            if (++seen > MostCues)
                break;
            bool near = first - v <= 3;
            if (cue.Class == CueClass.Manner && !near)
                continue;
            if (cue.Class == CueClass.Relay && Relayed(v, low, high) is { } relayed)
                return relayed;
            Subjects.Found found = subjects.Of(v, low);
            bool ing = cue.Is(VerbForm.Ing);
            if (found.Subject is null && v == low && cue.Class == CueClass.Say && cue.Is(VerbForm.Past | VerbForm.Third) && EndsForward(first) && phrases.StartingAt(v + 1, first) is { } after && speaks(after))
                return new Attribution(after, view.Tokens[v].Span, $"speaker by cue: “{Words(v, v)}” before its subject and the quotation", true);
            if (found.Passive || (IsBareParticiple(v, cue) && Agent(v, first) is not null))
            {
                if (cue.Class is CueClass.Say or CueClass.Name)
                    weak ??= new Attribution(Agent(v, high) is { } agent && speaks(agent) ? agent : null, CueSpan(v), $"passive cue “{Words(v, v)}” before the quotation", near);
                continue;
            }
            NounPhrase? subject = ing ? FiniteSubject(v, low) ?? found.Subject : found.Subject;
            if (subject is not { } s || !speaks(s) || s.First > first)
                continue;
            bool say = cue.Class is CueClass.Say;
            var attribution = new Attribution(s, CueSpan(v), $"speaker by cue: “{Words(v, v)}” before the quotation", near || EndsForward(first) && !gap);
            // A verb of calling in the future, or "she expects", may stand inside what another says: look farther for who says it.
            bool uncertain = !say && (HasModal(v, low) || (cue.Class == CueClass.Think && s.Kind == PhraseKind.Pronoun));
            if (!uncertain)
                return weak is { Speaker: not null } ? weak : attribution;
            weak ??= attribution;
            gap = true;
        }
        return weak;
    }

    // "Smith praised the plan, calling it “bold”": the -ing form goes with the nearest finite cue before it.
    private NounPhrase? FiniteSubject(int ing, int low)
    {
        if (ing > low && view.Is(ing - 1, WordClass.Be))
            return null;
        if (ing > low && phrases.EndingAt(ing - 1, low) is { } direct && direct.First > low && view.Is(direct.First - 1, WordClass.With))
            return direct;
        int seen = 0;
        for (int v = ing - 1; v >= low && ing - v < Reach / 2 && seen < MostCues; v--)
        {
            if (view.StretchOf(v) >= 0 || phrases.NameAt(v) >= 0 || IsNoun(v) || view.Cue(v) is not { } cue || !cue.Is(VerbForm.Past | VerbForm.Third))
                continue;
            seen++;
            Subjects.Found found = subjects.Of(v, low);
            if (found is { Passive: false, Subject: { } subject } && speaks(subject))
                return subject;
        }
        return null;
    }

    private bool HasModal(int verb, int low)
    {
        for (int i = verb - 1; i >= low && verb - i <= 3; i--)
        {
            if (view.Is(i, WordClass.Modal | WordClass.Infinitive))
                return true;
        }
        return false;
    }

    // "his remarks", "the report": a noun that is spelt like a verb.
    private bool IsNoun(int v)
    {
        if (v == 0 || !view.IsWord(v) || view.Cue(v) is not { } cue)
            return false;
        bool afterDeterminer = view.Is(v - 1, WordClass.Determiner) && !view.Is(v - 1, WordClass.Subject) || view.IsPossessive(v - 1);
        if (afterDeterminer)
            return !cue.Is(VerbForm.Past) || Vocabulary.English.IsSpeechNoun(view.Folded(v));
        if (!Vocabulary.English.IsSpeechNoun(view.Folded(v)) || cue.Is(VerbForm.Past))
            return false;
        // "Democratic claims about": a verb would have an object or a clause here.
        bool objectFollows = v + 1 >= view.Count || !view.Is(v + 1, WordClass.Preposition | WordClass.Be) || view.Is(v + 1, WordClass.Antecedent);
        if (!objectFollows && cue.Is(VerbForm.Third))
            return true;
        bool plural = view.Folded(v - 1).EndsWith('s');
        if (!cue.Is(VerbForm.Third) && !plural && !view.Is(v - 1, WordClass.Subject | WordClass.Auxiliary | WordClass.Infinitive))
            return true;
        // "in response to", "vague calls for": no subject can stand right before.
        return phrases.NameAt(v - 1) < 0 && !view.Is(v - 1, WordClass.Subject | WordClass.Auxiliary | WordClass.Adverb | WordClass.Infinitive | WordClass.Antecedent)
            && !Vocabulary.English.IsPeopleNoun(view.Folded(v - 1)) && NameTables.English.RoleOf(view.Folded(v - 1)) is null;
    }

    private bool IsBareParticiple(int v, CueForm cue) => cue.Is(VerbForm.Participle) && v + 1 < view.Count && view.Is(v + 1, WordClass.Agent);

    // "described by officials as".
    private NounPhrase? Agent(int verb, int high)
    {
        for (int i = verb + 1; i < high && i - verb < RelayReach && view.StretchOf(i) < 0; i++)
        {
            if (view.Is(i, WordClass.Agent))
                return phrases.StartingAt(i + 1, high);
        }
        return null;
    }

    // "he was quoted by agencies as saying" and "agencies quoted him as saying": he speaks in both.
    private Attribution? Relayed(int verb, int low, int high)
    {
        int saying = -1;
        for (int i = verb + 1; i < high && i - verb <= RelayReach && view.StretchOf(i) < 0; i++)
        {
            if (view.Cue(i) is { Class: CueClass.Say or CueClass.Name } inner && inner.Is(VerbForm.Ing))
                saying = i;
        }
        if (saying < 0)
            return null;
        Subjects.Found found = subjects.Of(verb, low);
        NounPhrase? speaker = found.Passive ? found.Subject : ObjectAt(verb + 1, saying);
        string cue = Words(verb, saying);
        return speaker is { } s ? new Attribution(s, Span(verb, saying), $"speaker by cue: “{cue}”, words that another relays", true) : null;
    }

    private NounPhrase? ObjectAt(int i, int high)
    {
        if (view.Is(i, WordClass.PersonM | WordClass.PersonF | WordClass.Plural) && !view.Is(i + 1, WordClass.Determiner))
            return new NounPhrase(i, i, i, PhraseKind.Pronoun);
        return phrases.StartingAt(i, high);
    }

    // "in a letter on the “new era”", "a call for “restraint”": a noun that carries words.
    private Attribution? ByNoun(int first, int low)
    {
        for (int i = first - 1; i >= low && first - i <= NounReach; i--)
        {
            if (view.StretchOf(i) >= 0 || !view.IsWord(i) || phrases.NameAt(i) >= 0)
                break;
            if (!Vocabulary.English.IsSpeechNoun(view.Folded(i)))
            {
                if (view.Is(i, WordClass.Preposition | WordClass.Determiner | WordClass.Opener))
                    continue;
                break;
            }
            NounPhrase? owner = phrases.EndingAt(i, low) is { } noun ? Owner(noun) : null;
            NounPhrase? speaker = owner ?? subjects.MainSubject(low, i);
            if (speaker is { } s && speaks(s) && s.Last < i)
                return new Attribution(s, view.Tokens[i].Span, $"speaker by noun: “{Words(i, i)}” before the quotation", false);
            return null;
        }
        return null;
    }

    // "Smith’s letter": the owner speaks.
    private NounPhrase? Owner(NounPhrase noun)
    {
        for (int i = noun.First; i < noun.Last; i++)
        {
            if (view.IsPossessive(i) && phrases.NameAt(i) >= 0)
                return new NounPhrase(noun.First, i, i, PhraseKind.Name);
            if (view.Is(i, WordClass.PersonM | WordClass.PersonF | WordClass.Plural | WordClass.Thing) && view.Is(i, WordClass.Determiner))
                return new NounPhrase(i, i, i, PhraseKind.Pronoun);
        }
        return null;
    }

    /// <summary>True where the phrase of this use starts at the token; <paramref name="next"/> is the token after it.</summary>
    public bool Phrase(int i, int high, string use, out int next)
    {
        string words = "";
        for (int n = 1; n <= 4 && i + n <= high && view.IsWord(i + n - 1); n++)
        {
            words = n == 1 ? view.Folded(i) : words + " " + view.Folded(i + n - 1);
            if (Vocabulary.English.PhraseUse(words) == use)
            {
                next = i + n;
                return true;
            }
        }
        next = i;
        return false;
    }

    private bool EndsWithStop(MarkedStretch stretch) => stretch.Inside.End > stretch.Inside.Start && view.Text[stretch.Inside.End - 1] is (',' or '.' or '?' or '!' or '…' or '—');

    // The verb with its auxiliaries: "has said".
    private TextSpan CueSpan(int verb)
    {
        int first = verb;
        while (first > 0 && view.StretchOf(first - 1) < 0 && view.Is(first - 1, WordClass.Auxiliary) && !view.Is(first - 1, WordClass.Determiner))
            first--;
        return Span(first, verb);
    }

    private TextSpan Span(int first, int last) => new(view.Tokens[first].Span.Start, view.Tokens[last].Span.End);

    private string Words(int first, int last) => Span(first, last).In(view.Text);

    /// <summary>In tokens: a noun that carries words stands this near before the marks.</summary>
    private const int NounReach = 4;
}
