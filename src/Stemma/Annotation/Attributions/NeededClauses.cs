using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Attributions;

/// <summary>Reads the clause that a verb needs: "said (that) …".</summary>
internal static class NeededClauses
{
    /// <summary>"said (that) …"</summary>
    public static void Read(SentenceWords words, int verb, VerbFrame frame, ContentDraft draft)
    {
        if (!frame.TakesClause)
            return;
        SentenceTree tree = words.Tree;
        (int left, int leftEnd, int right, int end) = (-1, -1, -1, -1);
        foreach (int child in tree.Children(verb))
        {
            if (tree.Relation(child) != Relation.ClauseComplement || (child > verb && Steals(words, verb, frame, child)))
                continue;
            if (child < verb)
                (left, leftEnd) = (left < 0 ? tree.First(child) : left, Math.Min(tree.Last(child), verb - 1));
            else
                (right, end) = (right < 0 ? Opening(words, verb, child) : right, tree.Last(child));
        }
        if (right > verb + 1 && words.Is(verb, WordClass.Bare) && Bare(words, verb, right) is >= 0 and var start)
            right = start;
        if (right >= 0)
            right = ToThat(words, right, end);
        if (right >= 0)
            draft.Take(right, end, "a clause that the verb needs", ClauseContents.KindOf(frame));
        else if (left >= 0)
            draft.Take(left, leftEnd, "a clause that the verb needs", ClauseContents.KindOf(frame));
    }

    // "said on his page that …": what stands before "that" is no part of what is said.
    private static int ToThat(SentenceWords words, int first, int end)
    {
        if (words.Tag(first) != UniversalTag.Adp || words.InMarks(first))
            return first;
        for (int i = first + 1; i < end && !words.Is(i, UniversalTag.Verb, UniversalTag.Aux) && !words.InMarks(i); i++)
        {
            if (words.Is(i, WordClass.Opener) && (words.Tag(i) == UniversalTag.Sconj || words.Tree.Relation(i) == Relation.Marker))
                return i;
        }
        return first;
    }

    // "said this week the plan for the port failed": what follows a verb that needs no "that", though the tree hangs its first words on the verb; -1 where it does not.
    private static int Bare(SentenceWords words, int verb, int clause)
    {
        int start = verb + 1;
        while (start < clause && (words.Is(start, WordClass.Time) || words.Tag(start) == UniversalTag.Adv || (words.Is(start, UniversalTag.Det, UniversalTag.Adj) && words.Is(start + 1, WordClass.Time))))
            start++;
        if (start >= clause || !words.StartsPhrase(start) || words.Tree.Child(clause, Relation.Marker) >= 0)
            return -1;
        for (int i = start; i < clause; i++)
        {
            if (words.InMarks(i) || words.IsMark(i, ',') || words.Is(i, WordClass.Opener) && words.Tag(i) == UniversalTag.Sconj)
                return -1;
        }
        return start;
    }

    // "those who backed him say …", "the official who told the story said …": the verb of speech is the main one, no part of what is said.
    private static bool Steals(SentenceWords words, int verb, VerbFrame frame, int clause)
    {
        SentenceTree tree = words.Tree;
        if (tree.Child(clause, Relation.Marker) >= 0 || words.InMarks(clause))
            return false;
        return frame.Cue is null or CueClass.Name && frame.Has(VerbUses.Object) || words.Frame(clause) is { Cue: CueClass.Say } && !words.IsIng(clause) && tree.Relation(verb) == Relation.RelativeClause && tree.Child(clause, Relation.Subject) is var subject && (subject < 0 || subject > clause);
    }

    // A clause without subject and "that" has the words before it, which the tree hung on the verb, for its subject.
    private static int Opening(SentenceWords words, int verb, int clause)
    {
        SentenceTree tree = words.Tree;
        int first = Math.Max(tree.First(clause), verb + 1);
        if (words.InMarks(first) || tree.Child(clause, Relation.Subject) >= 0 || tree.Child(clause, Relation.PassiveSubject) >= 0 || tree.Child(clause, Relation.Expletive) >= 0 || tree.Child(clause, Relation.Marker) >= 0)
            return first;
        foreach (int child in tree.Children(verb))
        {
            if (child > verb && child < first && tree.Last(child) == first - 1 && tree.Relation(child) is Relation.Object or Relation.IndirectObject or Relation.Subject)
                return Math.Max(tree.First(child), verb + 1);
        }
        return first;
    }
}
