using Stemma.Annotation.Attributions;
using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Predications;

/// <summary>Finds who takes part in what a noun of doing tells: "the mayor's resignation", "the sale of the bridge by the town".</summary>
internal static class NounArguments
{
    /// <summary>The arguments of the noun, in text order.</summary>
    public static List<ArgumentWord> Of(SentenceWords words, int noun)
    {
        SentenceTree tree = words.Tree;
        var found = new List<ArgumentWord>();
        foreach (int child in tree.Children(noun))
        {
            switch (tree.Relation(child))
            {
                case Relation.Possessor:
                    ArgumentWord.Add(found, words, ArgumentRole.Agent, child);
                    break;
                case Relation.NounPhrase when tree.Child(child, Relation.Case) is >= 0 and var preposition:
                    ArgumentWord.Add(found, words, words.Is(preposition, WordClass.Of) ? ArgumentRole.Theme : words.Is(preposition, WordClass.Agent) ? ArgumentRole.Agent : ArgumentRole.Beside, child);
                    break;
                case Relation.Compound when child < noun && words.Is(child, UniversalTag.Noun, UniversalTag.Propn):
                    ArgumentWord.Add(found, words, ArgumentRole.Theme, child);
                    break;
                default:
                    break;
            }
        }
        // "Smith made a promise", "the company reported a loss": who does what the verb says.
        if (!found.Exists(a => a.Role == ArgumentRole.Agent) && tree.Relation(noun) == Relation.Object && words.Tag(tree.Head(noun)) == UniversalTag.Verb
            && !CueSubjects.IsPassive(words, tree.Head(noun)) && Subjects.Of(words, tree.Head(noun)) is { Head: >= 0 } subject && subject.Head != noun)
        {
            ArgumentWord.Add(found, words, ArgumentRole.Agent, subject.Head, subject.Pronoun);
        }
        found.Sort((a, b) => a.Head.CompareTo(b.Head));
        return found;
    }
}
