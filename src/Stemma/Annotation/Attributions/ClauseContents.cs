using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Attributions;

/// <summary>Reads what a verb brings in by its clause: "said that …", "wants to …", "praised …", "called for …".</summary>
internal static class ClauseContents
{
    /// <summary>In words: a clause that the tree hangs elsewhere is looked for this far behind a verb of speech.</summary>
    private const int Reach = 25;

    /// <summary>The attribution by the verb, null where it brings in nothing.</summary>
    public static SentenceAttribution? Of(SentenceWords words, int verb)
    {
        if (words.InMarks(verb) || words.Frame(verb) is not { } frame || frame.Has(VerbUses.Never))
            return null;
        // "Dubbed “the Bear”, he …", "Painted on the wall is …": nobody says it.
        if (verb == 0 && frame.Cue == CueClass.Name && CueSubjects.IsPassive(words, verb))
            return null;
        WordRun cue = CueGroups.Of(words, verb);
        var draft = new ContentDraft();
        NeededClauses.Read(words, verb, frame, draft);
        if (!draft.Found)
            Governor(words, verb, frame, draft);
        if (!draft.Found)
            Following(words, verb, frame, draft);
        if (!draft.Found)
            Marked(words, verb, cue, frame, draft);
        if (!draft.Found)
            Surface(words, verb, cue, frame, draft);
        draft.IsClause = draft.Found;
        if (!draft.Found)
            ThingContents.Infinitive(words, verb, cue, frame, draft);
        if (!draft.Found)
            ThingContents.Object(words, verb, cue, frame, draft);
        if (!draft.Found)
            ThingContents.Prepositional(words, verb, cue, frame, draft);
        if (!draft.Found)
            return null;
        if (draft.Preposition == cue.Last + 1)
            cue = cue with { Last = draft.Preposition };
        else if (draft.Preposition >= 0)
            draft.First = draft.Preposition;
        if (draft.First > verb && words.Is(draft.First, WordClass.Opener))
            draft.Last = ContentEnds.Continued(words, draft.Last);
        if (draft.First > verb)
            draft.Last = draft.LeadsOn ? ContentEnds.Shortened(words, verb, draft.First, draft.Last) : OpeningClauses.End(words, verb, draft.First, ContentEnds.Shortened(words, verb, draft.First, draft.Last));
        CueSources.Found? source = CueSources.Of(words, verb, cue);
        return Content(words, draft, cue, source) is { } content
            ? new SentenceAttribution(cue, source?.Run, source?.Head ?? -1, [content], draft.Kind, draft.Rule, draft.IsClause)
            : null;
    }

    /// <summary>What a clause that the verb brings in gives.</summary>
    internal static AttributionKind KindOf(VerbFrame frame) => frame.Tells || frame.Cue == CueClass.Name ? AttributionKind.Speech : AttributionKind.Belief;

    // "…, Smith said": the tree hangs the cue on what is said.
    private static void Governor(SentenceWords words, int verb, VerbFrame frame, ContentDraft draft)
    {
        SentenceTree tree = words.Tree;
        int head = tree.Head(verb);
        if (!frame.Tells || head >= verb || tree.Child(verb, Relation.OpenComplement) >= 0)
            return;
        int first = tree.First(head), last = tree.First(verb) - 1;
        bool main = tree.Relation(verb) == Relation.Parataxis
            || (tree.Relation(verb) == Relation.AdverbialClause && frame.Cue == CueClass.Say && tree.Child(verb, Relation.Marker) < 0 && tree.Child(verb, Relation.Subject) >= 0);
        bool beside = main && last > first && (words.IsMark(last) || words.IsMark(last + 1)) && tree.Child(verb, Relation.Object) < 0;
        if (!beside && !(tree.Relation(verb) is Relation.Conjunct or Relation.AdverbialClause or Relation.RelativeClause && AllMarked(words, first, last)))
            return;
        draft.Take(first, last, "the clause that the verb is put beside", KindOf(frame));
    }

    // "As the Courier reported, …": the clause behind the comma.
    private static void Following(SentenceWords words, int verb, VerbFrame frame, ContentDraft draft)
    {
        SentenceTree tree = words.Tree;
        if (!frame.Tells || tree.Relation(verb) != Relation.AdverbialClause || tree.Child(verb, Relation.Object) >= 0 || !words.Is(tree.First(verb), WordClass.Opener) || tree.First(verb) > 1)
            return;
        int comma = tree.Last(verb) + 1;
        if (comma + 1 < words.Count && words.IsMark(comma, ',') && words.HasVerb(comma + 1, words.Count - 1))
        {
            draft.Take(comma + 1, words.Count - 1, "the clause that the cue leads to", KindOf(frame));
            draft.LeadsOn = true;
        }
    }

    private static bool AllMarked(SentenceWords words, int first, int last)
    {
        bool any = false;
        for (int i = first; i <= last; i++)
        {
            if (words.IsMark(i))
                continue;
            if (!words.InMarks(i))
                return false;
            any = true;
        }
        return any;
    }

    // 'called the plan “a gift”', 'asked voters to “turn away”': the words in marks and what leads to them.
    private static void Marked(SentenceWords words, int verb, WordRun cue, VerbFrame frame, ContentDraft draft)
    {
        if (!frame.Tells)
            return;
        SentenceTree tree = words.Tree;
        int marks = cue.Last + 1;
        while (marks < words.Count && !words.InMarks(marks))
        {
            if (words.Frame(marks) is { Tells: true } || words.IsMark(marks, ';'))
                return;
            marks++;
        }
        if (marks == words.Count || !(tree.Holds(verb, marks) || Between(words, verb, cue.Last + 1, marks - 1)))
            return;
        int thing = tree.Child(verb, Relation.Object);
        if (thing >= 0 && thing < marks && tree.Last(thing) < marks && !Reaches(tree, verb, marks))
            return;
        int start = cue.Last + 1;
        if (frame.Has(VerbUses.Order) || frame.Cue == CueClass.Say)
        {
            int hearer = tree.Child(verb, Relation.IndirectObject) is >= 0 and var indirect ? indirect : thing;
            if (hearer > verb && hearer < marks && words.Is(marks - 1, UniversalTag.Punct, UniversalTag.Sconj))
                start = Math.Min(tree.Last(hearer) + 1, marks);
        }
        bool aside = start < marks && (words.IsMark(marks - 1, ',') || words.IsMark(marks - 1, ':') || (words.Tag(start) == UniversalTag.Adp && !words.Is(start, WordClass.Opener)));
        int end = words.StretchLast(marks), last = end;
        // 'the “broken” system of the town': the phrase that words in marks are a part of.
        for (int i = marks; i <= end; i++)
        {
            last = Math.Max(last, Math.Min(tree.Last(i), words.Count - 1));
            if (tree.Head(i) is var head && head > end && tree.Holds(verb, head) && words.Is(head, UniversalTag.Noun, UniversalTag.Propn) && tree.First(head) <= i)
                last = Math.Max(last, tree.Last(head));
        }
        foreach (int child in tree.Children(verb))
        {
            if (child > marks && tree.Relation(child) is Relation.Object or Relation.OpenComplement or Relation.ClauseComplement)
                last = Math.Max(last, tree.Last(child));
        }
        draft.Take(aside ? marks : start, last, "words in marks that the verb leads to", KindOf(frame));
    }

    private static bool Between(SentenceWords words, int verb, int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (!words.IsMark(i) && !words.Tree.Holds(verb, i))
                return false;
        }
        return true;
    }

    private static bool Reaches(SentenceTree tree, int verb, int word)
    {
        foreach (int child in tree.Children(verb))
        {
            if (child > verb && tree.First(child) <= word && word <= tree.Last(child))
                return true;
        }
        return false;
    }

    // "told the paper on Monday that …": what follows a verb of speech whatever its tree says.
    private static void Surface(SentenceWords words, int verb, WordRun cue, VerbFrame frame, ContentDraft draft)
    {
        if (!frame.Tells || !(frame.Cue == CueClass.Say || frame.Has(VerbUses.Say)))
            return;
        int end = words.Count - 1;
        for (int i = cue.Last + 1; i < words.Count && i - verb < Reach; i++)
        {
            if (((words.Is(i, WordClass.Opener) && (words.Tag(i) == UniversalTag.Sconj || words.Tree.Relation(i) == Relation.Marker || IsThat(words, verb, cue, i))) || words.Is(i, WordClass.Question)) && words.HasVerb(i + 1, end))
            {
                draft.Take(i, end, "a clause after a verb of speech", AttributionKind.Speech);
                return;
            }
            if (words.IsMark(i, ';') || (words.Tag(i) == UniversalTag.Verb && words.Tree.Relation(i) is not (Relation.RelativeClause or Relation.NounClause or Relation.Adjective)))
                break;
        }
        int start = cue.Last + 1;
        while (start < words.Count && (words.IsMark(start) || words.Is(start, WordClass.Time)))
            start++;
        if (start >= words.Count || frame.Has(VerbUses.Order) || words.Is(start, WordClass.Preposition | WordClass.Conjunction | WordClass.Infinitive) || words.Tag(start) is UniversalTag.Adp or UniversalTag.Verb or UniversalTag.Aux)
            return;
        // A noun phrase and a finite verb behind it: a clause, though the tree has the noun phrase as the verb's object.
        int subject = start;
        while (words.Tree.Head(subject) != subject && words.Tree.Head(subject) > verb && words.Is(words.Tree.Head(subject), UniversalTag.Noun, UniversalTag.Propn))
            subject = words.Tree.Head(subject);
        int next = words.Tree.Last(subject) + 1;
        // "reported the former head of the port was told of it": a noun phrase, what belongs to it, a finite verb.
        int finite = start + 1;
        while (finite < words.Count && words.Tag(finite) is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj or UniversalTag.Det or UniversalTag.Num or UniversalTag.Adp or UniversalTag.Pron && !words.Is(finite, WordClass.Relative | WordClass.Opener))
            finite++;
        bool bare = (words.Is(verb, WordClass.Bare) && words.HasVerb(start, end)) || (finite < words.Count && words.Tag(finite) == UniversalTag.Aux && !words.Is(start, WordClass.Relative));
        bool clause = next < words.Count && words.Is(next, UniversalTag.Verb, UniversalTag.Aux) && !words.IsIng(next) && words.Tree.Child(next, Relation.Marker) < 0;
        if (bare || clause)
            draft.Take(start, end, "a clause after a verb of speech", AttributionKind.Speech);
    }

    // "said in her remarks that the town …": the tree may hang the clause on the noun.
    private static bool IsThat(SentenceWords words, int verb, WordRun cue, int that) =>
        words.Tree.Child(verb, Relation.Object) < 0 && words.Tag(cue.Last + 1) == UniversalTag.Adp && words.Tree.Relation(that) == Relation.Object && that + 1 < words.Count && !words.Is(that + 1, UniversalTag.Verb, UniversalTag.Aux);

    // Without the cue and the source, where the tree put them among what is said.
    private static WordRun? Content(SentenceWords words, ContentDraft draft, WordRun cue, CueSources.Found? source)
    {
        (int first, int last) = (draft.First, draft.Last);
        if (source is { Run: var run } && run.First <= last && run.Last >= first)
        {
            if (run.First <= first)
                first = run.Last + 1;
            else
                last = run.First - 1;
        }
        if (cue.First <= last && cue.Last >= first)
        {
            if (cue.First <= first)
                first = cue.Last + 1;
            else
                last = cue.First - 1;
        }
        return words.Trimmed(first, last);
    }
}
