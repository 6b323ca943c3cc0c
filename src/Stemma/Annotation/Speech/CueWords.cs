using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Speech;

/// <summary>Reads cues: which words are cue verbs and which only look like them, phrases that name a source, what a cue spans.</summary>
internal sealed class CueWords(TokenView view, NounPhrases phrases)
{
    /// <summary>True for a noun that is spelt like a verb: "his remarks", "the report".</summary>
    public bool IsNoun(int v)
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

    /// <summary>The verb with its auxiliaries: "has said".</summary>
    public TextSpan CueSpan(int verb)
    {
        int first = verb;
        while (first > 0 && view.StretchOf(first - 1) < 0 && view.Is(first - 1, WordClass.Auxiliary) && !view.Is(first - 1, WordClass.Determiner))
            first--;
        return Span(first, verb);
    }

    /// <summary>The text from the first token to the last.</summary>
    public TextSpan Span(int first, int last) => new(view.Tokens[first].Span.Start, view.Tokens[last].Span.End);

    /// <summary>The words from the first token to the last.</summary>
    public string Words(int first, int last) => Span(first, last).In(view.Text);

    /// <summary>True where "will", "could" or "to" stands before the verb.</summary>
    public bool HasModal(int verb, int low)
    {
        for (int i = verb - 1; i >= low && verb - i <= 3; i--)
        {
            if (view.Is(i, WordClass.Modal | WordClass.Infinitive))
                return true;
        }
        return false;
    }

    /// <summary>True where a colon or comma leads to the marks: "said: “…”", "said, “…”".</summary>
    public bool LeadsTo(int first) => first > 0 && (view.IsMark(first - 1, ':') || view.IsMark(first - 1, ','));
}
