using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Attributions;

/// <summary>Tells where what a verb of speech brings in ends, where the tree goes too far or not far enough.</summary>
internal static class ContentEnds
{
    /// <summary>"said that …, and that …": the second clause as well.</summary>
    public static int Continued(SentenceWords words, int last)
    {
        int next = last + 1;
        while (next < words.Count && words.IsMark(next, ','))
            next++;
        if (next + 2 >= words.Count || words.InMarks(next) || words.Tag(next) != UniversalTag.Cconj || !words.Is(next + 1, WordClass.Opener) || words.Tag(next + 1) == UniversalTag.Adp)
            return last;
        int clause = words.Tree.Head(next + 1);
        return clause > next + 1 ? Math.Max(last, words.Tree.Last(clause)) : last;
    }

    /// <summary>Before ", adding that …", ", while Jones said …" and "and Jones said …", which the tree may have hung into what is said.</summary>
    public static int Shortened(SentenceWords words, int verb, int first, int last)
    {
        SentenceTree tree = words.Tree;
        for (int i = Math.Max(first + 1, verb + 2); i <= last; i++)
        {
            if (words.InMarks(i) || words.Frame(i) is not { } frame)
                continue;
            if (words.Tag(i - 1) == UniversalTag.Cconj && words.IsIng(i) && words.IsIng(verb) && frame.Tells)
                return i - 2;
            if (words.IsMark(i - 1, ',') && words.IsIng(i) && (frame.Cue is CueClass.Say or CueClass.Name or CueClass.Think || frame.Tells))
                return i - 2;
            if (!frame.Tells || words.IsIng(i))
                continue;
            int subject = tree.Child(i, Relation.Subject);
            bool own = subject >= 0 && subject < i;
            int start = own ? tree.First(subject) : CueGroups.Of(words, i).First;
            // "says she hopes to win, but she knows …": what somebody says of her own mind goes on.
            if (own && frame.Cue == CueClass.Think && words.Tag(subject) == UniversalTag.Pron && SaysOf(words, first, words.Folded(subject)))
                continue;
            if (own && start - 2 > first && words.Is(start - 1, WordClass.Conjunction) && words.IsMark(start - 2, ','))
                return start - 3;
            if (own && start - 1 > first && words.IsMark(start - 1, ',') && BeforeClause(words, first, start - 1) is >= 0 and var cut)
                return cut;
            if (own && tree.Relation(i) != Relation.Conjunct)
                continue;
            for (int c = start - 1; c > first && start - c <= (own ? 2 : 1); c--)
            {
                if (words.Tag(c) == UniversalTag.Cconj)
                    return c - 1;
            }
        }
        return last;
    }

    private static bool SaysOf(SentenceWords words, int first, string pronoun)
    {
        int word = words.Is(first, WordClass.Opener) ? first + 1 : first;
        return word < words.Count && words.Folded(word) == pronoun;
    }

    // "…, and when pressed on it, Jones said": the word before the first comma; -1 where no "and" and no such clause stand before the second one.
    private static int BeforeClause(SentenceWords words, int first, int comma)
    {
        for (int i = comma - 1; i > first + 1; i--)
        {
            if (words.InMarks(i))
                return -1;
            if (words.Tag(i) == UniversalTag.Cconj && words.IsMark(i - 1, ','))
                return i + 1 < comma && (words.Is(i + 1, WordClass.Conjunction) || words.Is(i + 1, UniversalTag.Adp, UniversalTag.Sconj) || words.Tag(i + 1) is UniversalTag.Adv or UniversalTag.Verb) ? i - 2 : -1;
        }
        return -1;
    }
}
