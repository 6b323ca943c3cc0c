using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Attributions;

/// <summary>Tells which words stand around a cue verb and belong to it.</summary>
internal static class CueGroups
{
    /// <summary>The verb with its auxiliaries, the adverbs among them and its particle: "has since made … up".</summary>
    public static WordRun Of(SentenceWords words, int verb)
    {
        SentenceTree tree = words.Tree;
        int first = verb, last = verb;
        while (first > 0 && BelongsBefore(words, first - 1, verb))
            first--;
        while (last + 1 < tree.Count && tree.Head(last + 1) == verb && tree.Relation(last + 1) == Relation.Particle)
            last++;
        // "Jolly said": what looks like an adverb is the one who speaks.
        if (first == 0 && first < verb && words.Tag(0) == UniversalTag.Adv && tree.Child(verb, Relation.Subject) < 0)
            first++;
        return new WordRun(first, words.Frame(verb) is { IsPair: true } ? Math.Max(last, verb + 1) : last);
    }

    private static bool BelongsBefore(SentenceWords words, int word, int verb)
    {
        if (words.Tag(word) is not (UniversalTag.Aux or UniversalTag.Adv or UniversalTag.Part) || words.InMarks(word))
            return false;
        SentenceTree tree = words.Tree;
        int head = tree.Head(word);
        // "when asked" opens a clause; the word is no part of the verb.
        return (head == verb || (head != word && tree.Head(head) == verb)) && !words.Is(word, WordClass.Conjunction | WordClass.Relative);
    }
}
