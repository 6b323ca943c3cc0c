using Stemma.Languages;

namespace Stemma.Annotation.Speech;

/// <summary>Tells phrases that can speak from those that cannot: "the minister" but not "the weather".</summary>
internal sealed class Voices(TokenView view, NounPhrases phrases)
{
    /// <summary>True for a name, a pronoun, a role, people, a body or a paper that speaks for one.</summary>
    public bool CanSpeak(NounPhrase phrase)
    {
        if (phrase.Kind != PhraseKind.Nominal)
            return true;
        string head = view.Folded(phrase.Head);
        if (Vocabulary.English.IsPeopleNoun(head) || NameTables.English.RoleOf(head) is not null || phrases.NameAt(phrase.Head) >= 0)
            return true;
        int hyphen = head.LastIndexOf('-');
        return hyphen >= 0 && NameTables.English.RoleOf(head[(hyphen + 1)..]) is not null;
    }
}
