using Stemma.Annotation;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Claims.Facts;

/// <summary>Finds what one clause tells as so and another as not so, and outcomes that exclude each other.</summary>
internal static class OpposedFacts
{
    /// <summary>What the two say of each other, null where they do not stand against each other.</summary>
    public static Slot? Compare(in FactPair pair)
    {
        (Fact a, Fact b) = (pair.A, pair.B);
        if (!pair.AreCertain || a.Says || b.Says || a.Told.IsAside || b.Told.IsAside || pair.Timing is Timing.Other or Timing.MayHaveChanged)
            return null;
        if (Opposed(pair) is not { } reason || IsPartial(a) || IsPartial(b) || !Covers(a, b) || !Covers(b, a))
            return null;
        // Who denies or disputes a thing has not said it, whatever words it is put in.
        if ((a.IsDoubted || b.IsDoubted) && pair.IsOfOneVoice)
            return null;
        return pair.IsOfOneVoice
            ? new Slot(a.Value, b.Value, ClaimVerdict.Conflict, [reason])
            : new Slot(a.Value, b.Value, ClaimVerdict.Compatible, [$"two sources against each other: {reason}"]);
    }

    private static string? Opposed(in FactPair pair)
    {
        (Fact a, Fact b) = (pair.A, pair.B);
        if (a.IsPositive != b.IsPositive && a.Told.IsAhead == b.Told.IsAhead && pair.IsOneAct)
            return AreOneAct(pair) ? $"one says that it is so, the other that it is not: “{pair.SayA}” and “{pair.SayB}”" : null;
        foreach (string x in a.Words)
        {
            foreach (Outcome p in Outcomes.English.Of(x))
            {
                foreach (string y in b.Words)
                {
                    foreach (Outcome q in Outcomes.English.Of(y))
                    {
                        if (p.Topic == q.Topic && Side(a, p) is { } left && Side(b, q) is { } right && left != right && x != y && (!p.IsAgain || (pair.IsOfOneVoice && OfOneTime(pair))) && Share(pair, p))
                            return $"both tell of one thing, and “{pair.SayA}” and “{pair.SayB}” exclude each other";
                    }
                }
            }
        }
        if (a.IsPositive && b.IsPositive && AreOpposites(pair) && pair.IsOfOneVoice && OfOneTime(pair) && AreOneAct(pair))
            return $"both tell of one thing, and “{pair.SayA}” and “{pair.SayB}” are opposites";
        return null;
    }

    // "is safe", "is unsafe".
    private static bool AreOpposites(in FactPair pair)
    {
        (Predication a, Predication b) = (pair.A.Told, pair.B.Told);
        return a.Kind == b.Kind && a.Particle is null && b.Particle is null && a.Preposition is null && b.Preposition is null
            && (pair.Lexicon.AreOpposites(a.Lemma, b.Lemma) || (a.Kind == PredicateKind.State && MeaningWords.English.AreContrary(a.Lemma, b.Lemma)));
    }

    // Which of the two outcomes it tells; null where a negation leaves that open.
    private static bool? Side(Fact fact, in Outcome outcome) => fact.IsPositive ? outcome.IsFirst : outcome.IsEither ? !outcome.IsFirst : null;

    private static bool Share(in FactPair pair, in Outcome outcome)
    {
        (Fact a, Fact b) = (pair.A, pair.B);
        (Party? x, Party? y) = outcome.OfDoer ? (a.Subject, b.Subject) : (a.Thing ?? a.Doer, b.Thing ?? b.Doer);
        if (SameParty.Are(x, a.Sentence, y, b.Sentence, pair.Lexicon) != true)
            return false;
        // What else both name must be the same too.
        return a.Doer is null || b.Doer is null || a.Thing is null || b.Thing is null || !pair.MayBeOthers;
    }

    // A thing that opens and closes may do both in a week: one day must be told of both, or both told as they stand on the day of the reports.
    private static bool OfOneTime(in FactPair pair)
    {
        (Fact a, Fact b) = (pair.A, pair.B);
        bool now = (a.Told.IsNow || a.Told.IsAhead) && (b.Told.IsNow || b.Told.IsAhead) && a.Sentence.Published is not null && a.Sentence.Published == b.Sentence.Published;
        return now || FactTimes.AreOfOneDay(a, b);
    }

    private static bool AreOneAct(in FactPair pair) => !pair.MayBeOthers && (pair.SameDoer == true || (pair.SameThing == true && pair.A.Doer is null == pair.B.Doer is null));

    // "not only", "not yet", "not all": words beside the negation leave it open whether the thing is so.
    private static bool IsPartial(Fact fact)
    {
        if (fact.IsPositive)
            return false;
        int from = fact.Told.Evidence.Count > 0 ? Math.Min(fact.Told.Evidence[0].Start, fact.Told.Word.Start) : fact.Told.Word.Start, to = Math.Max(fact.Told.Word.End, fact.Told.Complement?.End ?? 0);
        for (int i = 0; i < fact.Sentence.Words.Length; i++)
        {
            var word = fact.Sentence.Words[i];
            bool beside = word.Span.Start >= from - Beside && word.Span.End <= to + Beside;
            if (beside && Outcomes.English.IsPartial(word.Form))
                return true;
        }
        return false;
    }

    /// <summary>In UTF-16 code units: a word so near the negation stands beside it.</summary>
    private const int Beside = 12;

    // What a negation denies may be the phrase beside the verb: "did not fly to Rome" leaves it open whether he flew.
    private static bool Covers(Fact negative, Fact other)
    {
        if (negative.IsPositive)
            return true;
        foreach (Party party in negative.Beside.Append(negative.Thing).OfType<Party>())
        {
            TextSpan head = party.Argument.Head;
            if (negative.Sentence.Times.Any(t => t.Span.Overlaps(head)))
                continue;
            string[] own = [.. negative.Sentence.Words.Where(w => w.IsContent && party.Argument.Span.Contains(w.Span) && !negative.Sentence.Times.Any(t => t.Span.Overlaps(w.Span))).Select(w => w.Stem)];
            if (own.Length > 0 && (!own.Any(other.Sentence.Has) || (negative.Sentence.IsCapital(head) && !other.Sentence.Has(party.Head))))
                return false;
        }
        return true;
    }
}
