using Stemma.Annotation.Attributions;
using Stemma.Annotation.Syntax;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.Predications;

/// <summary>Reads whether a sentence tells something as so, as not so, or as open.</summary>
/// <remarks>
/// Words beside the predicate ("not", "may", "if") tell of it; verbs above it tell of the clause that they take ("failed to pass") and of the
/// act that their object names ("the flight was cancelled"), each as it stands or negated itself. From the outermost word inwards.
/// </remarks>
internal static class FactReader
{
    /// <summary>In verbs, one inside the other; deeper nesting tells nothing reliable.</summary>
    private const int Depth = 6;

    /// <summary>What is told of a word.</summary>
    /// <param name="IsPositive">False where it is not so.</param>
    /// <param name="Certainty">How sure.</param>
    /// <param name="IsAhead">True where it lies ahead.</param>
    public readonly record struct Fact(bool IsPositive, Certainty Certainty, bool IsAhead);

    /// <summary>What is told of the word at the head of a clause, or of a noun of doing.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="word">The word.</param>
    /// <param name="evidence">Takes the words that tell it.</param>
    public static Fact Of(SentenceWords words, int word, List<int> evidence) => Of(words, word, evidence, Depth);

    private static Fact Of(SentenceWords words, int word, List<int> evidence, int depth)
    {
        SentenceTree tree = words.Tree;
        int shared = SharesWordsWith(words, word);
        Fact fact = shared >= 0 && depth > 0 ? Of(words, shared, evidence, 0) : new Fact(true, Certainty.Certain, false);
        bool negated = false;
        foreach (int child in tree.Children(word))
        {
            if (!StandsWith(words, word, child))
                continue;
            FactEffects effects = EffectsOf(words, child);
            negated ^= effects.Plain == FactEffect.No;
            if (effects.Plain == FactEffect.No)
                evidence.Add(child);
        }
        foreach (int child in tree.Children(word))
        {
            if (!StandsWith(words, word, child))
                continue;
            FactEffects effects = EffectsOf(words, child);
            if (effects.Plain != FactEffect.No)
                fact = With(fact, negated && effects.Negated != FactEffect.No ? effects.Negated : effects.Plain, child, evidence);
        }
        // What is meant to be done lies ahead: "voted to close it"; not "began to close it".
        if (Subjects.IsInfinitive(words, word) && tree.Relation(word) != Relation.OpenComplement)
            fact = fact with { IsAhead = true };
        if (negated)
            fact = fact with { IsPositive = !fact.IsPositive };
        return depth == 0 ? fact : Above(words, word, fact, evidence, depth);
    }

    // "will be cut and closed", "did not attend or vote": the verb whose auxiliaries this one shares, -1 where it has a subject or an auxiliary of its own.
    private static int SharesWordsWith(SentenceWords words, int word)
    {
        SentenceTree tree = words.Tree;
        int head = tree.Head(word);
        if (tree.Relation(word) != Relation.Conjunct || head == word || words.Tag(word) != UniversalTag.Verb || words.Tag(head) != UniversalTag.Verb)
            return -1;
        foreach (int child in tree.Children(word))
        {
            if (child < word && tree.Relation(child) is Relation.Auxiliary or Relation.PassiveAuxiliary or Relation.Subject or Relation.PassiveSubject or Relation.Adverb)
                return -1;
        }
        return words.IsPast(head) == words.IsPast(word) ? head : -1;
    }

    // What the verb above says of it.
    private static Fact Above(SentenceWords words, int word, Fact fact, List<int> evidence, int depth)
    {
        SentenceTree tree = words.Tree;
        int clause = word;
        while (tree.Relation(clause) == Relation.Conjunct && tree.Head(clause) != clause && words.Tag(tree.Head(clause)) == words.Tag(word))
            clause = tree.Head(clause);
        int head = tree.Head(clause);
        if (head == clause)
            return fact;
        string lemma = Lemma(words, head);
        FactEffects effects = tree.Relation(clause) switch
        {
            Relation.OpenComplement or Relation.ClauseComplement or Relation.NounClause => Factuality.English.OnClause(lemma),
            // "would stop selling", taken for a clause of circumstance; "was rejected after failing" is one.
            Relation.AdverbialClause when clause > head && (Subjects.IsInfinitive(words, clause) || words.IsIng(clause)) && tree.Child(clause, Relation.Marker) is var marker && (marker < 0 || words.Is(marker, WordClass.Infinitive)) => Factuality.English.OnClause(lemma),
            Relation.Oblique when words.Tag(clause) == UniversalTag.Verb => Factuality.English.OnClause(lemma),
            // "cancelled the tour", "the tour was cancelled", "the tour failed", "the cancellation of the tour".
            Relation.Object or Relation.PassiveSubject or Relation.NounPhrase => Factuality.English.OnThing(lemma),
            Relation.Subject when tree.Child(head, Relation.Object) < 0 && tree.Child(head, Relation.OpenComplement) < 0 => Factuality.English.OnThing(lemma),
            _ => default,
        };
        if (effects == default)
            return fact;
        Fact above = Of(words, head, [], depth - 1);
        return With(fact, above.IsPositive ? effects.Plain : effects.Negated, head, evidence);
    }

    private static Fact With(Fact fact, FactEffect effect, int word, List<int> evidence)
    {
        if (effect is FactEffect.None or FactEffect.Yes)
            return fact;
        if (effect != FactEffect.Ahead)
            evidence.Add(word);
        return effect switch
        {
            FactEffect.No => fact with { IsPositive = !fact.IsPositive },
            FactEffect.Perhaps => fact with { Certainty = Certainty.Possible },
            FactEffect.Likely => fact with { Certainty = fact.Certainty == Certainty.Certain ? Certainty.Probable : fact.Certainty },
            _ => fact with { IsAhead = true },
        };
    }

    // A word, or two that are one: "no longer".
    private static FactEffects EffectsOf(SentenceWords words, int word)
    {
        FactEffects pair = word > 0 && words.Tag(word) == UniversalTag.Adv ? Factuality.English.OnWord(words.Folded(word - 1) + " " + words.Folded(word)) : default;
        return pair != default ? pair : Factuality.English.OnWord(words.Folded(word));
    }

    // Auxiliaries, adverbs and conjunctions of the word itself, "no" before its subject or object, "nobody" as one of these.
    private static bool StandsWith(SentenceWords words, int word, int child)
    {
        SentenceTree tree = words.Tree;
        return tree.Relation(child) switch
        {
            Relation.Auxiliary or Relation.PassiveAuxiliary or Relation.Adverb or Relation.Marker or Relation.Case => true,
            Relation.Determiner => words.Tag(word) == UniversalTag.Noun,
            Relation.Coordinator => true,
            Relation.Other => words.Tag(child) == UniversalTag.Part,
            _ => words.Tag(child) == UniversalTag.Part && !words.Is(child, WordClass.Infinitive),
        };
    }

    private static string Lemma(SentenceWords words, int word) => WordTagger.BaseForm(words.Span(word).Over(words.Text), words.Tag(word));
}
