using Stemma.Annotation.Attributions;
using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Predications;

/// <summary>Finds the grammatical subject of a verb, its own or one that another word hands on to it.</summary>
internal static class Subjects
{
    /// <summary>How many verbs may hand their subject on to one another.</summary>
    private const int Depth = 5;

    /// <summary>A word that takes part.</summary>
    /// <param name="Head">Its number in the sentence, -1 where there is none.</param>
    /// <param name="Pronoun">The relative pronoun that stands for it beside the verb, -1 where none does.</param>
    public readonly record struct Participant(int Head, int Pronoun);

    private static readonly Participant s_none = new(-1, -1);

    /// <summary>The subject of an active or passive verb, or of a word with a copula; a relative pronoun is replaced by its noun.</summary>
    public static Participant Of(SentenceWords words, int verb, int depth = Depth)
    {
        SentenceTree tree = words.Tree;
        int own = -1;
        foreach (int child in tree.Children(verb))
        {
            if (tree.Relation(child) is Relation.Subject or Relation.PassiveSubject && !words.Is(child, WordClass.Time) && (own < 0 || child < verb))
                own = child;
        }
        if (own >= 0)
            return Antecedent(words, own, verb);
        int head = tree.Head(verb);
        if (head == verb || depth == 0)
            return s_none;
        switch (tree.Relation(verb))
        {
            case Relation.Conjunct:
                return Of(words, head, depth - 1);
            case Relation.OpenComplement:
                return ObjectBefore(tree, head, verb) is >= 0 and var asked ? new Participant(asked, -1) : Of(words, head, depth - 1);
            case Relation.AdverbialClause or Relation.ClauseComplement:
                return IsFinite(words, verb) ? s_none : Of(words, head, depth - 1);
            case Relation.NounClause or Relation.RelativeClause:
                if (!IsInfinitive(words, verb))
                    return tree.Relation(verb) == Relation.NounClause || tree.Child(verb, Relation.Subject) < 0 ? new Participant(head, -1) : s_none;
                // "its plan to close", "Smith made a bid to close": whose plan it is, or who has it.
                int owner = tree.Child(head, Relation.Possessor);
                return owner >= 0 ? new Participant(owner, -1) : tree.Relation(head) is Relation.Object or Relation.Oblique ? Of(words, tree.Head(head), depth - 1) : s_none;
            default:
                return s_none;
        }
    }

    /// <summary>The noun that a relative pronoun stands for, with the pronoun; the word itself where it is none.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="word">The word.</param>
    /// <param name="verb">The verb that it depends on.</param>
    public static Participant Antecedent(SentenceWords words, int word, int verb)
    {
        SentenceTree tree = words.Tree;
        if (!words.Is(word, WordClass.Relative) || words.Tag(word) == UniversalTag.Noun)
            return new Participant(word, -1);
        for (int w = verb; ; w = tree.Head(w))
        {
            if (tree.Relation(w) is Relation.RelativeClause or Relation.NounClause && tree.Head(w) < word)
                return new Participant(tree.Head(w), word);
            if (tree.Head(w) == w || tree.Relation(w) != Relation.Conjunct)
                return new Participant(word, -1);
        }
    }

    /// <summary>True for "to close".</summary>
    public static bool IsInfinitive(SentenceWords words, int verb)
    {
        foreach (int child in words.Tree.Children(verb))
        {
            if (child < verb && words.Tag(child) == UniversalTag.Part && words.Is(child, WordClass.Infinitive))
                return true;
        }
        return false;
    }

    private static bool IsFinite(SentenceWords words, int verb)
    {
        if (words.IsIng(verb) || IsInfinitive(words, verb))
            return false;
        return words.Tree.Child(verb, Relation.Auxiliary) >= 0 || words.Tree.Child(verb, Relation.PassiveAuxiliary) >= 0;
    }

    private static int ObjectBefore(SentenceTree tree, int verb, int before)
    {
        foreach (int child in tree.Children(verb))
        {
            if (child < before && child > verb && tree.Relation(child) is Relation.Object or Relation.IndirectObject)
                return child;
        }
        return -1;
    }
}
