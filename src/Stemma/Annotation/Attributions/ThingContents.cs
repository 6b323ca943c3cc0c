using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Attributions;

/// <summary>Reads what a verb is about where that is no clause: "vowed to fight", "praised the plan", "called for calm".</summary>
internal static class ThingContents
{
    /// <summary>"vowed to fight", "urged them to stay".</summary>
    public static void Infinitive(SentenceWords words, int verb, WordRun cue, VerbFrame frame, ContentDraft draft)
    {
        SentenceTree tree = words.Tree;
        int open = tree.Child(verb, Relation.OpenComplement);
        if (open <= verb || !(frame.Has(VerbUses.Infinitive | VerbUses.Order) || frame.Cue == CueClass.Think))
            return;
        int thing = tree.Child(verb, Relation.Object);
        bool order = thing > verb && thing < open;
        draft.Take(order ? Math.Max(tree.First(thing), cue.Last + 1) : Math.Max(tree.First(open), cue.Last + 1), tree.Last(open), order ? "what is wanted of somebody" : "what is to be done",
            order && frame.Has(VerbUses.Order) ? AttributionKind.Order : frame.Has(VerbUses.Infinitive) ? AttributionKind.Intention : ClauseContents.KindOf(frame));
    }

    /// <summary>"praised the plan", "accused Smith of theft".</summary>
    public static void Object(SentenceWords words, int verb, WordRun cue, VerbFrame frame, ContentDraft draft)
    {
        SentenceTree tree = words.Tree;
        int thing = tree.Child(verb, Relation.Object);
        if (thing <= cue.Last || !frame.TakesObject || Subjectless(words, verb, cue))
            return;
        int last = tree.Last(thing);
        foreach (int child in tree.Children(verb))
        {
            if (child > thing && (tree.Relation(child) == Relation.OpenComplement || (tree.Relation(child) == Relation.AdverbialClause && tree.Child(child, Relation.Marker) is >= 0 and var marker && words.Is(marker, WordClass.Tail))))
                last = Math.Max(last, tree.Last(child));
            if (child > thing && tree.Relation(child) == Relation.Oblique && tree.Child(child, Relation.Case) is >= 0 and var preposition && words.Is(preposition, WordClass.Tail | WordClass.Opener | WordClass.With))
                last = Math.Max(last, tree.Last(child));
        }
        // "urged the owners to sell", where the tree hangs the infinitive on the noun.
        if (frame.Has(VerbUses.Order) && tree.Child(thing, Relation.NounClause) is >= 0 and var wanted && words.Is(tree.First(wanted), WordClass.Infinitive))
        {
            draft.Take(Math.Max(tree.First(thing), cue.Last + 1), last, "what is wanted of somebody", AttributionKind.Order);
            return;
        }
        draft.Take(Math.Max(tree.First(thing), cue.Last + 1), last, "what the verb is about", frame.Has(VerbUses.Object) || frame.Emotion > frame.Communication ? AttributionKind.Stance : ClauseContents.KindOf(frame));
    }

    /// <summary>"called for calm", "insisted on going".</summary>
    public static void Prepositional(SentenceWords words, int verb, WordRun cue, VerbFrame frame, ContentDraft draft)
    {
        SentenceTree tree = words.Tree;
        foreach (int child in tree.Children(verb))
        {
            if (child <= cue.Last || tree.Relation(child) is not (Relation.Oblique or Relation.AdverbialClause))
                continue;
            int preposition = tree.Child(child, tree.Relation(child) == Relation.Oblique ? Relation.Case : Relation.Marker);
            if (preposition <= cue.Last)
                continue;
            string word = words.Folded(preposition);
            if (!frame.Prepositions.Contains(word, StringComparer.Ordinal) && !(frame.Minds && words.Is(preposition, WordClass.Topic)))
                continue;
            int last = tree.Last(child);
            foreach (int other in tree.Children(verb))
                last = other > child && tree.Relation(other) == Relation.OpenComplement ? Math.Max(last, tree.Last(other)) : last;
            draft.Take(preposition + 1, last, "what the verb is about", ClauseContents.KindOf(frame));
            draft.Preposition = preposition;
            return;
        }
    }

    // "to read the paper": nobody is said to do it.
    private static bool Subjectless(SentenceWords words, int verb, WordRun cue) => words.Is(cue.First, WordClass.Infinitive) || CueSubjects.Subject(words, verb) < 0;
}
