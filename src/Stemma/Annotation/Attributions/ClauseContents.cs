using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Attributions;

/// <summary>Reads what a verb brings in by its clause: "said that …", "wants to …", "praised …", "called for …".</summary>
internal static class ClauseContents
{
    /// <summary>In words: a clause that the tree hangs elsewhere is looked for this far behind a verb of speech.</summary>
    private const int Reach = 25;

    private sealed class Draft
    {
        public int First = -1, Last = -1, Preposition = -1;
        public bool IsClause = true;
        public AttributionKind Kind;
        public string Rule = "";

        public bool Found => First >= 0;

        public void Take(int first, int last, string rule, AttributionKind kind) => (First, Last, Rule, Kind) = (first, last, rule, kind);
    }

    /// <summary>The attribution by the verb, null where it brings in nothing.</summary>
    public static SentenceAttribution? Of(SentenceWords words, int verb)
    {
        if (words.InMarks(verb) || words.Frame(verb) is not { } frame || frame.Has(VerbUses.Never))
            return null;
        WordRun cue = CueGroups.Of(words, verb);
        var draft = new Draft();
        Clause(words, verb, frame, draft);
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
            Infinitive(words, verb, cue, frame, draft);
        if (!draft.Found)
            Object(words, verb, cue, frame, draft);
        if (!draft.Found)
            Prepositional(words, verb, cue, frame, draft);
        if (!draft.Found)
            return null;
        if (draft.Preposition == cue.Last + 1)
            cue = cue with { Last = draft.Preposition };
        else if (draft.Preposition >= 0)
            draft.First = draft.Preposition;
        if (draft.First > verb)
            draft.Last = Shortened(words, verb, draft.First, draft.Last);
        CueSources.Found? source = CueSources.Of(words, verb, cue);
        return Content(words, draft, cue, source) is { } content
            ? new SentenceAttribution(cue, source?.Run, source?.Head ?? -1, [content], draft.Kind, draft.Rule, draft.IsClause)
            : null;
    }

    private static AttributionKind KindOf(VerbFrame frame) => frame.Tells || frame.Cue == CueClass.Name ? AttributionKind.Speech : AttributionKind.Belief;

    // "said (that) …"
    private static void Clause(SentenceWords words, int verb, VerbFrame frame, Draft draft)
    {
        if (!frame.TakesClause)
            return;
        SentenceTree tree = words.Tree;
        (int left, int leftEnd, int right, int end) = (-1, -1, -1, -1);
        foreach (int child in tree.Children(verb))
        {
            if (tree.Relation(child) != Relation.ClauseComplement)
                continue;
            if (child < verb)
                (left, leftEnd) = (left < 0 ? tree.First(child) : left, Math.Min(tree.Last(child), verb - 1));
            else
                (right, end) = (right < 0 ? Opening(words, verb, child) : right, tree.Last(child));
        }
        if (right >= 0)
            draft.Take(right, end, "a clause that the verb needs", KindOf(frame));
        else if (left >= 0)
            draft.Take(left, leftEnd, "a clause that the verb needs", KindOf(frame));
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

    // "…, Smith said": the tree hangs the cue on what is said.
    private static void Governor(SentenceWords words, int verb, VerbFrame frame, Draft draft)
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
    private static void Following(SentenceWords words, int verb, VerbFrame frame, Draft draft)
    {
        SentenceTree tree = words.Tree;
        if (!frame.Tells || tree.Relation(verb) != Relation.AdverbialClause || tree.Child(verb, Relation.Object) >= 0 || !words.Is(tree.First(verb), WordClass.Opener) || tree.First(verb) > 1)
            return;
        int comma = tree.Last(verb) + 1;
        if (comma + 1 < words.Count && words.IsMark(comma, ',') && words.HasVerb(comma + 1, words.Count - 1))
            draft.Take(comma + 1, words.Count - 1, "the clause that the cue leads to", KindOf(frame));
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
    private static void Marked(SentenceWords words, int verb, WordRun cue, VerbFrame frame, Draft draft)
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
        int last = words.StretchLast(marks);
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
    private static void Surface(SentenceWords words, int verb, WordRun cue, VerbFrame frame, Draft draft)
    {
        if (!frame.Tells || !(frame.Cue == CueClass.Say || frame.Has(VerbUses.Say)))
            return;
        int end = words.Count - 1;
        for (int i = cue.Last + 1; i < words.Count && i - verb < Reach; i++)
        {
            if (((words.Is(i, WordClass.Opener) && words.Tag(i) == UniversalTag.Sconj) || words.Is(i, WordClass.Question)) && words.HasVerb(i + 1, end))
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
        bool bare = words.Is(verb, WordClass.Bare) && words.HasVerb(start, end);
        bool clause = next < words.Count && words.Is(next, UniversalTag.Verb, UniversalTag.Aux) && !words.IsIng(next) && words.Tree.Child(next, Relation.Marker) < 0;
        if (bare || clause)
            draft.Take(start, end, "a clause after a verb of speech", AttributionKind.Speech);
    }

    // "vowed to fight", "urged them to stay".
    private static void Infinitive(SentenceWords words, int verb, WordRun cue, VerbFrame frame, Draft draft)
    {
        SentenceTree tree = words.Tree;
        int open = tree.Child(verb, Relation.OpenComplement);
        if (open <= verb || !(frame.Has(VerbUses.Infinitive | VerbUses.Order) || frame.Cue == CueClass.Think))
            return;
        int thing = tree.Child(verb, Relation.Object);
        bool order = thing > verb && thing < open;
        draft.Take(order ? Math.Max(tree.First(thing), cue.Last + 1) : Math.Max(tree.First(open), cue.Last + 1), tree.Last(open), order ? "what is wanted of somebody" : "what is to be done",
            order && frame.Has(VerbUses.Order) ? AttributionKind.Order : frame.Has(VerbUses.Infinitive) ? AttributionKind.Intention : KindOf(frame));
    }

    // "praised the plan", "accused Smith of theft".
    private static void Object(SentenceWords words, int verb, WordRun cue, VerbFrame frame, Draft draft)
    {
        SentenceTree tree = words.Tree;
        int thing = tree.Child(verb, Relation.Object);
        if (thing <= cue.Last || !frame.TakesObject || Subjectless(words, verb, cue) || IsUnreal(words, verb))
            return;
        int last = tree.Last(thing);
        foreach (int child in tree.Children(verb))
        {
            if (child > thing && tree.Relation(child) == Relation.Oblique && tree.Child(child, Relation.Case) is >= 0 and var preposition && words.Is(preposition, WordClass.Tail | WordClass.Opener | WordClass.With))
                last = Math.Max(last, tree.Last(child));
        }
        // "urged the owners to sell", where the tree hangs the infinitive on the noun.
        if (frame.Has(VerbUses.Order) && tree.Child(thing, Relation.NounClause) is >= 0 and var wanted && words.Is(tree.First(wanted), WordClass.Infinitive))
        {
            draft.Take(Math.Max(tree.First(thing), cue.Last + 1), last, "what is wanted of somebody", AttributionKind.Order);
            return;
        }
        draft.Take(Math.Max(tree.First(thing), cue.Last + 1), last, "what the verb is about", frame.Has(VerbUses.Object) || frame.Emotion > frame.Communication ? AttributionKind.Stance : KindOf(frame));
    }

    // "called for calm", "insisted on going".
    private static void Prepositional(SentenceWords words, int verb, WordRun cue, VerbFrame frame, Draft draft)
    {
        if (IsUnreal(words, verb))
            return;
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
            draft.Take(preposition + 1, tree.Last(child), "what the verb is about", KindOf(frame));
            draft.Preposition = preposition;
            return;
        }
    }

    // "to read the paper": nobody is said to do it.
    private static bool Subjectless(SentenceWords words, int verb, WordRun cue) => words.Is(cue.First, WordClass.Infinitive) || CueSources.Subject(words, verb) < 0;

    // "would back the plan".
    private static bool IsUnreal(SentenceWords words, int verb)
    {
        foreach (int child in words.Tree.Children(verb))
        {
            if (words.Tree.Relation(child) == Relation.Auxiliary && words.Is(child, WordClass.Modal))
                return true;
        }
        return false;
    }

    // Before ", adding that …", ", while Jones said …" and "and Jones said …", which the tree may have hung into what is said.
    private static int Shortened(SentenceWords words, int verb, int first, int last)
    {
        SentenceTree tree = words.Tree;
        for (int i = Math.Max(first + 1, verb + 2); i <= last; i++)
        {
            if (words.InMarks(i) || words.Frame(i) is not { } frame)
                continue;
            if (words.IsMark(i - 1, ',') && words.IsIng(i) && (frame.Cue is CueClass.Say or CueClass.Name or CueClass.Think || frame.Tells))
                return i - 2;
            if (!frame.Tells || words.IsIng(i))
                continue;
            int subject = tree.Child(i, Relation.Subject);
            bool own = subject >= 0 && subject < i;
            int start = own ? tree.First(subject) : CueGroups.Of(words, i).First;
            if (own && start - 2 > first && words.Is(start - 1, WordClass.Conjunction) && words.IsMark(start - 2, ','))
                return start - 3;
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

    // Without the cue and the source, where the tree put them among what is said.
    private static WordRun? Content(SentenceWords words, Draft draft, WordRun cue, CueSources.Found? source)
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
