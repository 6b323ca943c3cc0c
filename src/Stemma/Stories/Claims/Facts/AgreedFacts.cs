using Stemma.Languages;

namespace Stemma.Stories.Claims.Facts;

/// <summary>Finds what two clauses tell alike in other words.</summary>
internal static class AgreedFacts
{
    /// <summary>Likeness from which one sentence is an edit of the other, which the passages and the places that differ tell already.</summary>
    private const double Copied = .62;

    /// <summary>Of doer, thing, time and phrases beside: how many must be the same.</summary>
    private const int FewestSame = 2;

    /// <summary>What the two say, null where it is not shown that they say one thing.</summary>
    public static Slot? Compare(in FactPair pair)
    {
        (Fact a, Fact b) = (pair.A, pair.B);
        if (pair.Likeness >= Copied || !pair.AreCertain || a.IsPositive != b.IsPositive || a.Told.IsAhead != b.Told.IsAhead || pair.Timing == Timing.Other || !pair.IsOneAct || pair.MayBeOthers || a.Says || b.Says)
            return null;
        Lexicon lexicon = pair.Lexicon;
        int same = (pair.SameDoer == true ? 1 : 0) + (pair.SameThing == true ? 1 : 0) + (a.Own.Any(x => b.Own.Any(y => FactTimes.Meet(x, y))) ? 1 : 0)
            + (a.Beside.Any(x => b.Beside.Any(y => SameParty.Are(x, a.Sentence, y, b.Sentence, lexicon) == true)) ? 1 : 0);
        if (same < FewestSame || !HasName(pair))
            return null;
        return new Slot(a.Told.Word, b.Told.Word, ClaimVerdict.Agree, [$"both tell the same of the same: “{a.Sentence.Say(a.Told.Word)}” and “{b.Sentence.Say(b.Told.Word)}”"]);
    }

    // A name in common among those who take part.
    private static bool HasName(in FactPair pair)
    {
        (ClaimSentence a, ClaimSentence b) = (pair.A.Sentence, pair.B.Sentence);
        Party?[] parties = [pair.A.Doer, pair.A.Thing, .. pair.A.Beside];
        return parties.OfType<Party>().Any(p => a.Words.Any(w => p.Argument.Span.Contains(w.Span) && w.IsContent && a.IsCapital(w.Span) && !a.Times.Any(t => t.Span.Overlaps(w.Span)) && b.Has(w.Stem)));
    }
}
