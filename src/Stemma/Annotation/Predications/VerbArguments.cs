using Stemma.Annotation.Attributions;
using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Predications;

/// <summary>Finds who takes part in what a verb tells.</summary>
internal static class VerbArguments
{
    /// <summary>The arguments of the verb, in text order.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="lemma">Its base form.</param>
    /// <param name="headline">True in a headline, where forms of "be" are left out.</param>
    public static List<ArgumentWord> Of(SentenceWords words, int verb, string lemma, bool headline)
    {
        SentenceTree tree = words.Tree;
        var found = new List<ArgumentWord>();
        bool passive = CueSubjects.IsPassive(words, verb) || (headline && LacksBe(words, verb));
        Subjects.Participant subject = Subjects.Of(words, verb);
        if (subject.Head < 0 && !passive)
            subject = new Subjects.Participant(CueSubjects.Subject(words, verb), -1);
        int theme = -1;
        foreach (int child in tree.Children(verb))
        {
            switch (tree.Relation(child))
            {
                case Relation.Object when !passive && subject.Head >= 0 && Factuality.English.Undergoes(lemma) && IsAmount(words, child):
                    ArgumentWord.Add(found, words, ArgumentRole.Extent, child);
                    break;
                case Relation.Object:
                    Subjects.Participant thing = Subjects.Antecedent(words, child, verb);
                    theme = thing.Head;
                    ArgumentWord.Add(found, words, ArgumentRole.Theme, theme, thing.Pronoun);
                    break;
                case Relation.IndirectObject:
                    ArgumentWord.Add(found, words, ArgumentRole.Recipient, child);
                    break;
                case Relation.Agent:
                    ArgumentWord.Add(found, words, ArgumentRole.Agent, child);
                    break;
                case Relation.Oblique when tree.Child(child, Relation.Case) is >= 0 and var preposition:
                    ArgumentWord.Add(found, words, passive && words.Is(preposition, WordClass.Agent) && !words.Is(child, WordClass.Time) ? ArgumentRole.Agent : ArgumentRole.Beside, child);
                    break;
                default:
                    break;
            }
        }
        // "the aircraft they intend to launch": the noun before a clause that has a subject of its own and no object.
        if (theme < 0 && !passive && Gap(words, verb, subject.Head) is >= 0 and var gap)
            ArgumentWord.Add(found, words, ArgumentRole.Theme, theme = gap);
        if (subject.Head >= 0 && subject.Head != verb && !found.Exists(a => a.Head == subject.Head))
            ArgumentWord.Add(found, words, SubjectRole(passive, theme, lemma), subject.Head, subject.Pronoun);
        found.Sort((a, b) => a.Head.CompareTo(b.Head));
        return found;
    }

    private static ArgumentRole SubjectRole(bool passive, int theme, string lemma) =>
        passive ? theme >= 0 ? ArgumentRole.Recipient : ArgumentRole.Theme
        : theme < 0 && Factuality.English.Undergoes(lemma) ? ArgumentRole.Theme : ArgumentRole.Agent;

    // "Bridge closed by storm", "Mayor chosen to lead talks": headlines tell what happens in the present, so a past form without an object is passive.
    private static bool LacksBe(SentenceWords words, int verb)
    {
        SentenceTree tree = words.Tree;
        return words.IsPast(verb) && tree.Child(verb, Relation.Object) < 0 && tree.Child(verb, Relation.Auxiliary) < 0 && tree.Child(verb, Relation.ClauseComplement) < 0;
    }

    // "340 points", "$20", "5 %".
    private static bool IsAmount(SentenceWords words, int word) =>
        words.Is(word, UniversalTag.Num, UniversalTag.Sym) || words.Tree.Child(word, Relation.Number) >= 0;

    private static int Gap(SentenceWords words, int verb, int subject)
    {
        SentenceTree tree = words.Tree;
        int clause = verb;
        while (tree.Relation(clause) == Relation.OpenComplement && tree.Head(clause) != clause)
            clause = tree.Head(clause);
        if (tree.Relation(clause) != Relation.RelativeClause || tree.Head(clause) > clause || subject == tree.Head(clause) || tree.Child(clause, Relation.Subject) < 0)
            return -1;
        return clause == verb || tree.Child(clause, Relation.Object) < 0 ? tree.Head(clause) : -1;
    }
}
