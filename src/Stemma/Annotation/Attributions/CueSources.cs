using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Attributions;

/// <summary>Finds the words that tell whose speech or thought a verb brings in.</summary>
internal static class CueSources
{
    /// <summary>The source and the word it hangs on.</summary>
    public readonly record struct Found(WordRun Run, int Head);

    /// <summary>The source of the verb, null where none is found.</summary>
    public static Found? Of(SentenceWords words, int verb, WordRun cue)
    {
        if (cue.First > 0 && DescribedNouns.IsWho(words, cue.First - 1))
            return new Found(new WordRun(cue.First - 1, cue.First - 1), DescribedNouns.NounBefore(words, cue.First - 1));
        int head = words.Frame(verb) is { Cue: CueClass.Relay } && Relayed(words, verb) is >= 0 and var relayed ? relayed : CueSubjects.Subject(words, verb);
        if (head < 0 && words.IsIng(verb))
            head = OpeningClauses.MainSubject(words, verb);
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
            first = Math.Max(first, SourceRuns.FirstAfterCase(words, head));
        (first, last) = SourceRuns.Around(words, head, first, last);
        first = SourceRuns.Opening(words, head, first);
        if (!modifies && cue.First - last > 2 && words.IsMark(last + 1, ',') && words.IsMark(cue.First - 1, ',') && SourceRuns.Describes(words, last + 2, cue.First - 2))
            last = cue.First - 2;
        return SourceRuns.Core(words, head, first, last) is { } run ? new Found(run, words.Is(head, WordClass.Relative) ? Antecedent(tree, verb) : head) : null;
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

    // The tree gives no subject: the noun phrase that stands right before the verb.
    private static Found? Before(SentenceWords words, int verb, WordRun cue)
    {
        SentenceTree tree = words.Tree;
        int end = cue.First - 1;
        if (end > 0 && words.Is(end, WordClass.Time))
            end--;
        int close = end;
        if (end > 0 && words.IsMark(end, ',') && DescribedNouns.Described(words, end) is >= 0 and var described)
            end = described;
        if (end < 0 || words.Tag(end) is not (UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron) && !(end == 0 && words.Tag(end) == UniversalTag.Adv) || words.InMarks(end) || CueSubjects.IsPassive(words, verb) || words.IsIng(verb))
            return null;
        int head = end;
        while (tree.Head(head) != head && tree.Head(head) < verb && words.Is(tree.Head(head), UniversalTag.Noun, UniversalTag.Propn) && tree.Last(tree.Head(head)) <= end)
            head = tree.Head(head);
        (int first, int last) = SourceRuns.Around(words, head, Math.Min(tree.First(head), end), end == close ? end : close - 1);
        first = SourceRuns.Opening(words, head, first);
        return SourceRuns.Core(words, head, first, last) is { } run ? new Found(run, head) : null;
    }
}
