using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Attributions;

/// <summary>Finds the words that tell whose speech or thought a verb brings in.</summary>
internal static class CueSources
{
    /// <summary>How many verbs may hand their subject on to one another.</summary>
    private const int Depth = 5;

    /// <summary>In words: what stands between two commas and is no longer than this may be a time alone.</summary>
    private const int ShortGap = 5;

    /// <summary>The source and the word it hangs on.</summary>
    public readonly record struct Found(WordRun Run, int Head);

    /// <summary>The source of the verb, null where none is found.</summary>
    public static Found? Of(SentenceWords words, int verb, WordRun cue)
    {
        int head = words.Frame(verb) is { Cue: CueClass.Relay } && Relayed(words, verb) is >= 0 and var relayed ? relayed : Subject(words, verb, Depth);
        if (head < 0)
            return Before(words, verb, cue);
        SentenceTree tree = words.Tree;
        (int first, int last) = (tree.First(head), tree.Last(head));
        bool modifies = tree.Head(verb) == head && tree.Relation(verb) is Relation.NounClause or Relation.RelativeClause;
        if (head < cue.First)
            last = Math.Min(last, cue.First - 1);
        else
            first = Math.Max(first, cue.Last + 1);
        if (tree.Relation(head) == Relation.Agent)
            first = Math.Max(first, FirstAfterCase(words, head));
        (first, last) = Around(words, head, first, last);
        first = Opening(words, head, first);
        if (!modifies && cue.First - last > 2 && words.IsMark(last + 1, ',') && words.IsMark(cue.First - 1, ',') && Describes(words, last + 2, cue.First - 2))
            last = cue.First - 2;
        return words.Trimmed(first, last) is { } run ? new Found(run, words.Is(head, WordClass.Relative) ? Antecedent(tree, verb) : head) : null;
    }

    // "quoted Smith as saying", "Smith was quoted as saying": the words are Smith's.
    private static int Relayed(SentenceWords words, int verb)
    {
        SentenceTree tree = words.Tree;
        int relayed = tree.Child(verb, Relation.PassiveSubject) is >= 0 and var passive ? passive : tree.Child(verb, Relation.Object);
        return relayed >= 0 && !words.InMarks(relayed) ? relayed : -1;
    }

    // The noun that "who" stands for.
    private static int Antecedent(SentenceTree tree, int verb)
    {
        int word = verb;
        while (tree.Head(word) != word && tree.Relation(word) != Relation.RelativeClause)
            word = tree.Head(word);
        return tree.Head(word) == word ? -1 : tree.Head(word);
    }

    /// <summary>The word that is the subject of the verb, or of the verb that it goes with; -1 where there is none.</summary>
    public static int Subject(SentenceWords words, int verb, int depth = Depth)
    {
        SentenceTree tree = words.Tree;
        int before = -1, after = -1;
        foreach (int child in tree.Children(verb))
        {
            if (tree.Relation(child) != Relation.Subject || words.Is(child, WordClass.Time))
                continue;
            // "the rule that says": the noun speaks.
            if (tree.Relation(verb) == Relation.RelativeClause && words.Is(child, WordClass.Opener))
                return tree.Head(verb);
            if (child < verb)
                before = child;
            else if (after < 0)
                after = child;
        }
        if (before >= 0 || after >= 0)
            return before >= 0 ? before : after;
        if (tree.Child(verb, Relation.Agent) is >= 0 and var agent)
            return agent;
        if (depth == 0 || tree.Head(verb) == verb || IsPassive(tree, verb))
            return -1;
        int head = tree.Head(verb);
        switch (tree.Relation(verb))
        {
            case Relation.Conjunct:
                return Subject(words, head, depth - 1);
            case Relation.OpenComplement or Relation.AdverbialClause or Relation.Parataxis:
                // "urged Smith to say", "quoted Smith as saying": the object of the first verb speaks.
                if (words.Frame(head) is { } frame && (frame.Cue == CueClass.Relay || (tree.Relation(verb) == Relation.OpenComplement && frame.Has(VerbUses.Order))) && ObjectBefore(tree, head, verb) is >= 0 and var asked)
                    return asked;
                return tree.Child(head, Relation.PassiveSubject) is >= 0 and var passive ? passive : Subject(words, head, depth - 1);
            case Relation.NounClause or Relation.RelativeClause:
                return head;
            default:
                return -1;
        }
    }

    /// <summary>True for a verb in the passive.</summary>
    public static bool IsPassive(SentenceTree tree, int verb) => tree.Child(verb, Relation.PassiveAuxiliary) >= 0 || tree.Child(verb, Relation.PassiveSubject) >= 0;

    private static int ObjectBefore(SentenceTree tree, int verb, int before)
    {
        foreach (int child in tree.Children(verb))
        {
            if (child < before && tree.Relation(child) is Relation.Object or Relation.IndirectObject)
                return child;
        }
        return -1;
    }

    // The tree gives no subject: the noun phrase that stands right before the verb.
    private static Found? Before(SentenceWords words, int verb, WordRun cue)
    {
        SentenceTree tree = words.Tree;
        int end = cue.First - 1;
        if (end > 0 && words.Is(end, WordClass.Time))
            end--;
        if (end < 0 || words.Tag(end) is not (UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron) || words.InMarks(end) || IsPassive(tree, verb) || words.IsIng(verb))
            return null;
        int head = end;
        while (tree.Head(head) != head && tree.Head(head) < verb && words.Is(tree.Head(head), UniversalTag.Noun, UniversalTag.Propn) && tree.Last(tree.Head(head)) <= end)
            head = tree.Head(head);
        (int first, int last) = Around(words, head, tree.First(head), end);
        first = Opening(words, head, first);
        return words.Trimmed(first, last) is { } run ? new Found(run, head) : null;
    }

    // What stands in marks is no part of a source unless it is short and inside it.
    private static (int First, int Last) Around(SentenceWords words, int head, int first, int last)
    {
        for (int i = head; i >= first; i--)
        {
            if (words.IsMark(i, ';') || (words.InMarks(i) && !words.InMarks(head) && words.StretchFirst(i) <= first))
            {
                first = i + 1;
                break;
            }
        }
        for (int i = head; i <= last; i++)
        {
            if (words.IsMark(i, ';') || (words.InMarks(i) && !words.InMarks(head) && words.StretchLast(i) >= last))
            {
                last = i - 1;
                break;
            }
        }
        return (first, last);
    }

    // Without "and", "in" or "meanwhile" before it, with the title before a name.
    private static int Opening(SentenceWords words, int head, int first)
    {
        while (first < head && (words.IsMark(first) || (words.Tag(first) is UniversalTag.Cconj or UniversalTag.Sconj && !words.Is(first, WordClass.Pair))
            || (words.Tag(first) is UniversalTag.Adp or UniversalTag.Adv && !words.Is(first, WordClass.About) && !words.Is(first + 1, UniversalTag.Num, UniversalTag.Det))))
            first++;
        if (words.Tag(first) != UniversalTag.Propn)
            return first;
        while (first > 0 && words.Tag(first - 1) is UniversalTag.Propn or UniversalTag.Noun or UniversalTag.Adj && !words.InMarks(first - 1) && !words.Is(first - 1, WordClass.Time))
            first--;
        return first > 0 && words.Tag(first - 1) == UniversalTag.Det && words.Tag(first) != UniversalTag.Propn ? first - 1 : first;
    }

    // "Smith, the minister who resigned, said", not "Smith, on Friday, said".
    private static bool Describes(SentenceWords words, int first, int last)
    {
        if (last < first || (words.Is(first, WordClass.Preposition | WordClass.Conjunction | WordClass.Adverb) && !words.Is(first, WordClass.Relative | WordClass.Determiner)) || words.IsIng(first))
            return false;
        if (last - first >= ShortGap)
            return true;
        for (int i = first; i <= last; i++)
        {
            if (words.Is(i, WordClass.Time))
                return false;
        }
        return true;
    }

    private static int FirstAfterCase(SentenceWords words, int head)
    {
        int first = words.Tree.First(head);
        while (first < head && words.Tree.Head(first) == head && words.Tree.Relation(first) == Relation.Case)
            first++;
        return first;
    }
}
