using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Speech;

/// <summary>Finds who speaks where somebody else passes it on: "agencies quoted him as saying".</summary>
internal sealed class RelayedSpeech(TokenView view, NounPhrases phrases, Subjects subjects, CueWords cues)
{
    /// <summary>In tokens: how far "saying" stands after "quoted" at most.</summary>
    private const int Reach = 8;

    /// <summary>The attribution of a relaying verb: "he was quoted by agencies as saying" and "agencies quoted him as saying" are both his.</summary>
    public MarkedAttribution? At(int verb, int low, int high)
    {
        int saying = -1;
        for (int i = verb + 1; i < high && i - verb <= Reach && view.StretchOf(i) < 0; i++)
        {
            if (view.Cue(i) is { Class: CueClass.Say or CueClass.Name } inner && inner.Is(VerbForm.Ing))
                saying = i;
        }
        if (saying < 0)
            return null;
        Subjects.Found found = subjects.Of(verb, low);
        NounPhrase? speaker = found.Passive ? found.Subject : ObjectAt(verb + 1, saying);
        string cue = cues.Words(verb, saying);
        return speaker is { } s ? new MarkedAttribution(s, cues.Span(verb, saying), $"speaker by cue: “{cue}”, words that another relays", true) : null;
    }

    private NounPhrase? ObjectAt(int i, int high)
    {
        if (view.Is(i, WordClass.PersonM | WordClass.PersonF | WordClass.Plural) && !view.Is(i + 1, WordClass.Determiner))
            return new NounPhrase(i, i, i, PhraseKind.Pronoun);
        return phrases.StartingAt(i, high);
    }
}
