using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Attributions;

/// <summary>Finds the word that is the subject of a cue verb, by the tree and, where trees err, by the words before the verb.</summary>
internal static class CueSubjects
{
    /// <summary>How many verbs may hand their subject on to one another.</summary>
    private const int Depth = 5;

    /// <summary>In words: a subject behind its verb stands no farther: "said on Monday Smith".</summary>
    private const int InvertedReach = 3;

    /// <summary>In UTF-16 code units: "’s" may as well stand for "has".</summary>
    private const int Clitic = 2;

    /// <summary>The word that is the subject of the verb, or of the verb that it goes with; -1 where there is none.</summary>
    public static int Subject(SentenceWords words, int verb, int depth = Depth)
    {
        SentenceTree tree = words.Tree;
        if (IsPassive(words, verb))
            return tree.Child(verb, Relation.Agent);
        int edge = CueGroups.Of(words, verb).First - 1;
        bool participle = words.IsIng(verb), aside = edge >= 0 && words.IsMark(edge, ',');
        if (aside && !participle && DescribedNouns.Closed(words, edge) is >= 0 and var described)
            return described;
        int before = -1, after = -1;
        foreach (int child in tree.Children(verb))
        {
            if (tree.Relation(child) != Relation.Subject || words.Is(child, WordClass.Time))
                continue;
            // "the rule that says": the noun speaks.
            if (tree.Relation(verb) == Relation.RelativeClause && words.Is(child, WordClass.Opener))
                return Carried(words, tree.Head(verb), depth);
            if (child < verb)
                before = child;
            else if (after < 0 && aside && !participle && tree.First(child) - verb <= InvertedReach)
                after = child;
        }
        if (before >= 0 && DescribedNouns.IsWho(words, before) && DescribedNouns.EndsBefore(words, before, verb) && DescribedNouns.NounBefore(words, before) is >= 0 and var noun)
            return noun;
        if (before >= 0 || after >= 0)
            return before >= 0 ? before : after;
        if (tree.Child(verb, Relation.Agent) is >= 0 and var agent)
            return agent;
        if (NounRightBefore(words, verb, edge) is >= 0 and var right)
            return participle ? Carried(words, right, depth) : right;
        if (depth == 0)
            return -1;
        if (participle && aside && Main(words, verb) is var main && main != verb)
            return Subject(words, main, depth - 1);
        int head = tree.Head(verb);
        if (head == verb)
            return -1;
        switch (tree.Relation(verb))
        {
            case Relation.Conjunct:
                return Subject(words, participle ? Participle(words, head) : words.Frame(verb) is { Cue: not null } ? Teller(words, head) : head, depth - 1);
            case Relation.OpenComplement or Relation.AdverbialClause or Relation.Parataxis or Relation.ClauseSubject:
                // "urged Smith to say", "quoted Smith as saying": the object of the first verb speaks.
                if (words.Frame(head) is { } frame && (frame.Cue == CueClass.Relay || (tree.Relation(verb) == Relation.OpenComplement && frame.Has(VerbUses.Order))) && ObjectBefore(tree, head, verb) is >= 0 and var asked)
                    return asked;
                return tree.Child(head, Relation.PassiveSubject) is >= 0 and var passive ? passive : Subject(words, head, depth - 1);
            case Relation.NounClause or Relation.RelativeClause:
                return Carried(words, head, depth);
            default:
                return -1;
        }
    }

    /// <summary>True for a verb in the passive: "was called", "asked whether …" and "called" without a subject of their own.</summary>
    public static bool IsPassive(SentenceWords words, int verb)
    {
        SentenceTree tree = words.Tree;
        if (tree.Child(verb, Relation.PassiveAuxiliary) >= 0 || tree.Child(verb, Relation.PassiveSubject) >= 0)
            return true;
        if (words.IsIng(verb) || !words.IsPast(verb))
            return false;
        if (verb == 0)
            return true;
        bool auxiliary = false, be = false;
        foreach (int child in tree.Children(verb))
        {
            if (child < verb && tree.Relation(child) == Relation.Auxiliary)
                (auxiliary, be) = (true, be | words.Is(child, WordClass.Be) && words.Span(child).Length > Clitic);
            else if (tree.Relation(child) == Relation.Subject)
                return be;
        }
        if (be || auxiliary || tree.Relation(verb) is not (Relation.AdverbialClause or Relation.NounClause or Relation.RelativeClause))
            return be;
        // "Smith said" and "Smith, the mayor, said", where the tree has lost the subject; not "a plan called" and "the plan, known as".
        int before = CueGroups.Of(words, verb).First - 1;
        if (before < 0)
            return true;
        if (words.IsMark(before, ','))
            return DescribedNouns.Described(words, before) < 0;
        return !words.Is(before, UniversalTag.Noun, UniversalTag.Propn) && words.Tag(before) != UniversalTag.Pron || (tree.Relation(verb) == Relation.NounClause && words.Frame(verb) is not { Cue: CueClass.Say });
    }

    // "Smith said the plan failed for want of money, adding …": the verb whose clause the participle behind a comma goes with.
    private static int Main(SentenceWords words, int verb)
    {
        SentenceTree tree = words.Tree;
        int main = verb;
        for (int word = verb; tree.Head(word) is var head && head != word; word = head)
        {
            if (word != verb && tree.Relation(word) is Relation.Conjunct or Relation.Parataxis && words.Tag(word) == UniversalTag.Verb && (tree.Relation(word) == Relation.Conjunct || tree.First(word) is > 0 and var start && words.IsMark(start - 1)))
                break;
            if (word != verb && tree.Relation(word) == Relation.AdverbialClause && !words.IsIng(word))
                break;
            if (words.Tag(head) == UniversalTag.Verb && head < verb)
                main = head;
        }
        for (int i = verb - 1; i > 0 && main == verb; i--)
        {
            if (words.Tag(i) == UniversalTag.Verb && !words.InMarks(i) && tree.Relation(i) is not (Relation.RelativeClause or Relation.NounClause or Relation.AdverbialClause or Relation.ClauseComplement) && tree.Child(i, Relation.Subject) is >= 0 and var subject && subject < i)
                main = i;
        }
        return main;
    }

    // "Peabody said", "protesters in the streets chanted": the noun that the phrase right before the verb hangs on, where the tree gives the verb no subject of its own.
    private static int NounRightBefore(SentenceWords words, int verb, int word)
    {
        SentenceTree tree = words.Tree;
        if (word < 0 || words.InMarks(word) || words.Is(word, WordClass.Time) || words.Tag(word) is not (UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron) || words.Tag(word + 1) == UniversalTag.Part || words.Is(word, WordClass.Relative))
            return -1;
        while (tree.Head(word) is var head && head != word && head < verb && !HasComma(words, head, word) && (words.Is(head, UniversalTag.Noun, UniversalTag.Propn) || (tree.Child(word, Relation.Case) >= 0 && tree.Relation(head) == Relation.NounClause) || (tree.Relation(word) == Relation.NounClause && words.Tag(head) != UniversalTag.Verb)))
            word = head;
        return words.Tag(word) is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron && tree.Child(word, Relation.Case) < 0
            && (tree.Relation(word) is not (Relation.Object or Relation.IndirectObject or Relation.Subject) || (tree.Relation(word) == Relation.Subject && tree.Head(word) > verb && verb + 1 < words.Count && words.IsMark(verb + 1)))
            ? word : -1;
    }

    private static bool HasComma(SentenceWords words, int first, int last)
    {
        for (int i = first + 1; i < last; i++)
        {
            if (words.IsMark(i, ','))
                return true;
        }
        return false;
    }

    // "telling reporters that the plan was dead and questioning …": the participle that this one is put beside.
    private static int Participle(SentenceWords words, int verb)
    {
        SentenceTree tree = words.Tree;
        for (int word = verb; ; word = tree.Head(word))
        {
            if (words.IsIng(word))
                return word;
            if (tree.Head(word) == word)
                return verb;
        }
    }

    // "Smith released a statement saying …": who puts out the words says them.
    private static int Carried(SentenceWords words, int noun, int depth)
    {
        SentenceTree tree = words.Tree;
        int verb = tree.Head(noun);
        if (depth > 0 && tree.Relation(noun) == Relation.Object && verb < noun && words.Tag(verb) == UniversalTag.Verb && !words.IsIng(verb) && Vocabulary.English.IsSpeechNoun(words.Folded(noun)) && Subject(words, verb, depth - 1) is >= 0 and var owner)
            return owner;
        return noun;
    }

    // "Smith said the plan had failed and said …": who tells once tells on.
    private static int Teller(SentenceWords words, int verb)
    {
        SentenceTree tree = words.Tree;
        return tree.Relation(verb) == Relation.ClauseComplement && tree.Head(verb) < verb && words.Frame(tree.Head(verb)) is { Tells: true } && words.Frame(verb) is not { Tells: true } ? tree.Head(verb) : verb;
    }

    private static int ObjectBefore(SentenceTree tree, int verb, int before)
    {
        foreach (int child in tree.Children(verb))
        {
            if (child < before && tree.Relation(child) is Relation.Object or Relation.IndirectObject)
                return child;
        }
        return -1;
    }
}
