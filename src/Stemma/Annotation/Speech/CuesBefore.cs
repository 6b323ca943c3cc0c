using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Speech;

/// <summary>Finds the cue and the speaker of a marked stretch in the words before it.</summary>
internal sealed class CuesBefore(TokenView view, NounPhrases phrases, Subjects subjects, Voices voices, CueWords cues, RelayedSpeech relays, Clauses clauses)
{
    /// <summary>In tokens outside marks: cues farther from the marks are not looked at.</summary>
    private const int Reach = 60;

    /// <summary>Verbs: of a sentence with more cues before the marks only the nearest are looked at.</summary>
    private const int MostCues = 6;

    /// <summary>In tokens: how far after its verb "by" and who did it may stand.</summary>
    private const int AgentReach = 8;

    /// <summary>The attribution by what leads to the stretch in its sentence, null where nothing does.</summary>
    /// <param name="first">The first token of the stretch, mark included.</param>
    /// <param name="low">The first token of the sentence.</param>
    /// <param name="high">The token after the sentence.</param>
    public MarkedAttribution? Of(int first, int low, int high)
    {
        MarkedAttribution? weak = null;
        bool gap = false;
        int seen = 0;
        // What a clause with "while" says ends where the main clause begins.
        if (clauses.OpensWithSubordinate(low, first) && clauses.MainStart(low, first) is >= 0 and var main)
            low = main;
        for (int v = first - 1; v >= low && first - v < Reach; v--)
        {
            if (view.StretchOf(v) >= 0)
                continue;
            if (view.IsMark(v, ';'))
                break;
            if (cues.Phrase(v, high, "source", out int next) && phrases.StartingAt(next, first) is { } source)
                return new MarkedAttribution(source, cues.Span(v, next - 1), $"speaker by phrase: “{cues.Words(v, next - 1)}” before the quotation", next + 6 > first);
            if (view.Cue(v) is not { } cue || phrases.NameAt(v) >= 0 || cues.IsNoun(v))
                continue;
            if (++seen > MostCues)
                break;
            bool near = first - v <= 3;
            if (cue.Class == CueClass.Manner && !near)
                continue;
            if (cue.Class == CueClass.Relay && relays.At(v, low, high) is { } relayed)
                return relayed;
            Subjects.Found found = subjects.Of(v, low);
            bool ing = cue.Is(VerbForm.Ing);
            if (found.Subject is null && v == low && cue.Class == CueClass.Say && cue.Is(VerbForm.Past | VerbForm.Third) && cues.LeadsTo(first) && phrases.StartingAt(v + 1, first) is { } after && voices.CanSpeak(after))
                return new MarkedAttribution(after, view.Tokens[v].Span, $"speaker by cue: “{cues.Words(v, v)}” before its subject and the quotation", true);
            if (found.Passive || (IsBareParticiple(v, cue) && Agent(v, first) is not null))
            {
                if (cue.Class is CueClass.Say or CueClass.Name)
                    weak ??= new MarkedAttribution(Agent(v, high) is { } agent && voices.CanSpeak(agent) ? agent : null, cues.CueSpan(v), $"passive cue “{cues.Words(v, v)}” before the quotation", near);
                continue;
            }
            NounPhrase? subject = ing ? FiniteSubject(v, low) ?? found.Subject : found.Subject;
            if (subject is not { } s || !voices.CanSpeak(s) || s.First > first)
                continue;
            bool say = cue.Class is CueClass.Say;
            var attribution = new MarkedAttribution(s, cues.CueSpan(v), $"speaker by cue: “{cues.Words(v, v)}” before the quotation", near || cues.LeadsTo(first) && !gap);
            // A verb of calling in the future, or "she expects", may stand inside what another says: look farther for who says it.
            bool uncertain = !say && (cues.HasModal(v, low) || (cue.Class == CueClass.Think && s.Kind == PhraseKind.Pronoun));
            if (!uncertain)
                return weak is { Speaker: not null } ? weak : attribution;
            weak ??= attribution with { Weak = true };
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
            if (view.StretchOf(v) >= 0 || phrases.NameAt(v) >= 0 || cues.IsNoun(v) || view.Cue(v) is not { } cue || !cue.Is(VerbForm.Past | VerbForm.Third))
                continue;
            seen++;
            Subjects.Found found = subjects.Of(v, low);
            if (found is { Passive: false, Subject: { } subject } && voices.CanSpeak(subject))
                return subject;
        }
        return null;
    }

    private bool IsBareParticiple(int v, CueForm cue) => cue.Is(VerbForm.Participle) && v + 1 < view.Count && view.Is(v + 1, WordClass.Agent);

    // "described by officials as".
    private NounPhrase? Agent(int verb, int high)
    {
        for (int i = verb + 1; i < high && i - verb < AgentReach && view.StretchOf(i) < 0; i++)
        {
            if (view.Is(i, WordClass.Agent))
                return phrases.StartingAt(i + 1, high);
        }
        return null;
    }
}
