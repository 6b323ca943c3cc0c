using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Speech;

/// <summary>Finds a noun that carries somebody's words before a marked stretch, and whose words they are.</summary>
internal sealed class CueNouns(TokenView view, NounPhrases phrases, Subjects subjects, Voices voices, CueWords cues)
{
    /// <summary>In tokens: a noun that carries words stands this near before the marks.</summary>
    private const int Reach = 4;

    /// <summary>The attribution by a noun: "in her letter on the “quiet years”", "a call for “restraint”"; null where none stands there.</summary>
    public MarkedAttribution? Before(int first, int low)
    {
        for (int i = first - 1; i >= low && first - i <= Reach; i--)
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
            if (speaker is { } s && voices.CanSpeak(s) && s.Last < i)
                return new MarkedAttribution(s, view.Tokens[i].Span, $"speaker by noun: “{cues.Words(i, i)}” before the quotation", false);
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
}
