using Stemma.Annotation.Attributions;
using Stemma.Annotation.Syntax;

namespace Stemma.Annotation.Predications;

/// <summary>An argument by the numbers of its words in the sentence.</summary>
/// <param name="Role">How it takes part.</param>
/// <param name="Head">Its chief word.</param>
/// <param name="Run">All its words, without preposition and without marks at the ends.</param>
/// <param name="Preposition">The word of the preposition, -1 for none.</param>
/// <param name="Pronoun">The relative pronoun that stands for it, -1 for none.</param>
internal readonly record struct ArgumentWord(ArgumentRole Role, int Head, WordRun Run, int Preposition, int Pronoun)
{
    /// <summary>Adds the argument with this chief word, and one for each further member of a coordination.</summary>
    /// <param name="found">Where to add.</param>
    /// <param name="words">The sentence.</param>
    /// <param name="role">How it takes part.</param>
    /// <param name="head">Its chief word.</param>
    /// <param name="pronoun">The relative pronoun that stands for it, -1 for none.</param>
    public static void Add(List<ArgumentWord> found, SentenceWords words, ArgumentRole role, int head, int pronoun = -1)
    {
        ArgumentWord first = Of(words, role, head, pronoun);
        found.Add(first);
        foreach (int child in words.Tree.Children(head))
        {
            if (child > head && words.Tree.Relation(child) == Relation.Conjunct && words.StartsPhrase(child))
                found.Add(Of(words, role, child, pronoun) with { Preposition = first.Preposition });
        }
    }

    private static ArgumentWord Of(SentenceWords words, ArgumentRole role, int head, int pronoun)
    {
        SentenceTree tree = words.Tree;
        int first = tree.First(head), last = tree.Last(head), preposition = -1;
        foreach (int child in tree.Children(head))
        {
            // Clauses about the noun are no part of who it is, nor is what is set beside it.
            if (child > head && tree.Relation(child) is Relation.RelativeClause or Relation.AdverbialClause or Relation.Parataxis or Relation.Conjunct)
                last = Math.Min(last, tree.First(child) - 1);
            if (child < head && tree.Relation(child) == Relation.Case)
                (preposition, first) = (preposition < 0 ? child : preposition, child + 1);
        }
        return new ArgumentWord(role, head, words.Trimmed(Math.Min(first, head), Math.Max(last, head)) ?? new WordRun(head, head), preposition, pronoun);
    }
}
