using Stemma.Annotation;

namespace Stemma.Stories.Claims.Facts;

/// <summary>Finds one act told of two days.</summary>
internal static class DatedFacts
{
    /// <summary>Likeness that the sentences need.</summary>
    private const double OneThing = .25;

    /// <summary>What the two say of each other, null where the days can be one.</summary>
    public static Slot? Compare(in FactPair pair)
    {
        (Fact a, Fact b) = (pair.A, pair.B);
        if (a.Own.Count != 1 || b.Own.Count != 1 || pair.Likeness < OneThing || !pair.AreSo || !pair.IsOneAct || !pair.IsOfOneVoice)
            return null;
        (DatedSpan x, DatedSpan y) = (a.Own[0], b.Own[0]);
        if (FactTimes.Meet(x, y) || x.From != x.To || y.From != y.To || pair.MayBeOthers || (pair.SameDoer != true && pair.SameThing != true))
            return null;
        // What somebody says, or publishes, may be said again.
        if (a.Told.IsAside || b.Told.IsAside || a.Told.Kind != PredicateKind.Verb || a.Tells || b.Tells)
            return null;
        // A copy of another day that says "today" still, or an hour of a day that it does not name.
        if (x.Minute >= 0 || y.Minute >= 0 || string.Equals(a.Sentence.Say(x.Span), b.Sentence.Say(y.Span), StringComparison.OrdinalIgnoreCase))
            return null;
        // A plan may be put off, and the zones of two reports may differ by a night.
        if (a.Told.IsAhead && a.Sentence.Published != b.Sentence.Published)
            return null;
        return new Slot(x.Span, y.Span, ClaimVerdict.Conflict, [$"both tell when it was, “{a.Sentence.Say(a.Told.Word)}” and “{b.Sentence.Say(b.Told.Word)}”, and name two days: “{a.Sentence.Say(x.Span)}” and “{b.Sentence.Say(y.Span)}”"]);
    }
}
