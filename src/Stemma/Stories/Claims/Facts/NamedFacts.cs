using Stemma.Annotation;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Claims.Facts;

/// <summary>Finds acts that have one doer for one thing, told of two persons: "won the ninth game".</summary>
internal static class NamedFacts
{
    // Set by reading what is found in ECB+ 1-35 and on the labelled pairs (look); run both again when one changes.

    /// <summary>Likeness at which the sentences are edits of each other, so that any act has one doer.</summary>
    private const double Edited = .6;

    /// <summary>Likeness at which two in one role ("the teacher Ada Lund") stand for each other.</summary>
    private const double Alike = .35;

    /// <summary>Likeness that acts of the table need.</summary>
    private const double OneThing = .25;

    /// <summary>What the two say of each other, null where they do not name two for one.</summary>
    public static Slot? Compare(in FactPair pair)
    {
        (Fact a, Fact b) = (pair.A, pair.B);
        if (!pair.AreSo || pair.Timing == Timing.Other || !pair.IsOfOneVoice || pair.Likeness < OneThing)
            return null;
        if (pair.Likeness >= Edited && pair.IsOneAct && pair.SameThing == true && Two(a, a.Doer, b, b.Doer) is { } edited)
            return edited;
        if (pair.Likeness >= Alike && pair.IsOneAct && pair.SameThing == true && a.Doer is { } doer && b.Doer is { } other && ShareRole(doer, other) && Two(a, doer, b, other) is { } inRole)
            return inRole;
        foreach (string x in a.Words)
        {
            if (Outcomes.English.TakerOf(x) is not { } p)
                continue;
            foreach (string y in b.Words)
            {
                if (Outcomes.English.TakerOf(y) is not { } q || p.Topic != q.Topic)
                    continue;
                Party? left = With(a, p.Same), right = With(b, q.Same);
                if (SameParty.Are(left, a.Sentence, right, b.Sentence, pair.Lexicon) == true && IsOne(a, left!) && IsOne(b, right!) && Two(a, With(a, p.Only), b, With(b, q.Only)) is { } found)
                    return found;
            }
        }
        return null;
    }

    // "Jon Brandt, a teacher at the school", "the teacher Ada Lund".
    private static bool ShareRole(Party x, Party y) => x.Stems.Intersect(y.Stems, StringComparer.Ordinal).Any();

    private static Party? With(Fact fact, string role) => role switch
    {
        "doer" => fact.Doer,
        "thing" => fact.Thing ?? (fact.Told.Arguments.Any(a => a.Role == ArgumentRole.Agent) ? fact.Doer : null),
        _ => fact.Beside.FirstOrDefault(p => p.Argument.Preposition == role),
    };

    // "the ninth game", not "games", "a game", "gold": more than one may win those.
    private static bool IsOne(Fact fact, Party party)
    {
        string words = fact.Sentence.Say(party.Argument.Span);
        int blank = words.IndexOf(' ', StringComparison.Ordinal);
        bool definite = blank > 0 && (Vocabulary.English.ClassOf(Vocabulary.Fold(words.AsSpan(0, blank))) & WordClass.Definite) != WordClass.None;
        return !party.IsSeveral && party.Stems.Length > 0 && (definite || fact.Sentence.IsCapital(party.Argument.Head)
            || fact.Sentence.Quantities.Any(q => q.IsOrdinal && party.Argument.Span.Contains(q.Span)));
    }

    // Two persons, each alone in his role and not named by the other sentence.
    private static Slot? Two(Fact a, Party? x, Fact b, Party? y)
    {
        if (x is not { Persons.Length: 1, IsSeveral: false } || y is not { Persons.Length: 1, IsSeveral: false } || SameParty.IsOnePerson(a.Sentence, x.Persons[0], b.Sentence, y.Persons[0]))
            return null;
        (TextSpan left, TextSpan right) = (x.Persons[0].Span, y.Persons[0].Span);
        if (Names(b.Sentence, a.Sentence, left) || Names(a.Sentence, b.Sentence, right))
            return null;
        return new Slot(left, right, ClaimVerdict.Conflict, [$"both tell who did it, “{a.Sentence.Say(a.Told.Word)}” and “{b.Sentence.Say(b.Told.Word)}”, and name two: “{a.Sentence.Say(left)}” and “{b.Sentence.Say(right)}”"]);
    }

    private static bool Names(ClaimSentence sentence, ClaimSentence own, TextSpan name) => own.Words.Where(w => name.Contains(w.Span) && w.IsContent).Any(w => sentence.Has(w.Stem));
}
