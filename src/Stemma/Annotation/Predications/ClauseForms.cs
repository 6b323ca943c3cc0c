using Stemma.Annotation.Attributions;
using Stemma.Annotation.Clauses;
using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;

namespace Stemma.Annotation.Predications;

/// <summary>Tells in which form a clause gives what it tells: in the present or the past, in its own right or in passing.</summary>
internal static class ClauseForms
{
    /// <summary>In words, each hanging on the next.</summary>
    private const int Depth = 8;

    /// <summary>True for the present tense, by the first word of the verb's group: "is open", "stays", not "has stayed".</summary>
    public static bool IsNow(SentenceWords words, int word)
    {
        SentenceTree tree = words.Tree;
        int finite = word;
        foreach (int child in tree.Children(word))
        {
            if (child < finite && tree.Relation(child) is Relation.Auxiliary or Relation.PassiveAuxiliary or Relation.Copula)
                finite = child;
        }
        if (ClauseWords.English.LooksBack(words.Folded(finite)) || words.Tag(finite) is not (UniversalTag.Verb or UniversalTag.Aux))
            return false;
        FormKinds kinds = PartOfSpeechTagger.English.KindsOf(words.Span(finite).Over(words.Text));
        bool perfect = finite != word && WordTagger.BaseForm(words.Span(finite).Over(words.Text), UniversalTag.Verb) == "have" && words.IsPast(word);
        return !perfect && (kinds & FormKinds.Past) == FormKinds.None && (finite != word || (kinds & (FormKinds.Third | FormKinds.Verb)) != FormKinds.None);
    }

    /// <summary>True where it is told in passing: beside a noun ("the man who left", "a bid to leave"), as a circumstance without a verb of its own tense ("leaving the house"), as an order ("leave the house").</summary>
    public static bool IsAside(SentenceWords words, int word)
    {
        SentenceTree tree = words.Tree;
        for (int w = word, depth = Depth; depth > 0; depth--)
        {
            switch (tree.Relation(w))
            {
                case Relation.RelativeClause or Relation.NounClause or Relation.ClauseSubject or Relation.Other:
                    return true;
                case Relation.AdverbialClause when !HasTense(words, w):
                    return true;
                case Relation.Root:
                    return words.Tag(w) == UniversalTag.Verb && !words.IsPast(w) && !HasTense(words, w) && Subjects.Of(words, w).Head < 0;
                case Relation.Conjunct or Relation.OpenComplement or Relation.ClauseComplement when tree.Head(w) != w:
                    w = tree.Head(w);
                    break;
                default:
                    return false;
            }
        }
        return false;
    }

    private static bool HasTense(SentenceWords words, int word)
    {
        SentenceTree tree = words.Tree;
        return tree.Child(word, Relation.Subject) >= 0 || tree.Child(word, Relation.PassiveSubject) >= 0
            || ((tree.Child(word, Relation.Auxiliary) >= 0 || tree.Child(word, Relation.PassiveAuxiliary) >= 0 || tree.Child(word, Relation.Copula) >= 0) && !Subjects.IsInfinitive(words, word));
    }
}
