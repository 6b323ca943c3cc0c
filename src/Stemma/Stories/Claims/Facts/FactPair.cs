using Stemma.Languages;

namespace Stemma.Stories.Claims.Facts;

/// <summary>Facts of two sentences of different reports that may tell one thing.</summary>
/// <param name="A">The one.</param>
/// <param name="B">The other.</param>
/// <param name="Likeness">How far their sentences are the same, 0 to 1.</param>
/// <param name="Lexicon">What words have to do with each other.</param>
internal readonly record struct FactPair(Fact A, Fact B, double Likeness, Lexicon Lexicon)
{
    /// <summary>Whether they are of one time.</summary>
    public Timing Timing => FactTimes.Of(A, B);

    /// <summary>True, false or null where the words do not tell: whether those with the role are the same.</summary>
    public bool? SameDoer => IsCrossed ? true : SameParty.Are(A.Doer, A.Sentence, B.Doer, B.Sentence, Lexicon);

    /// <inheritdoc cref="SameDoer"/>
    public bool? SameThing => IsCrossed ? null : SameParty.Are(A.Thing, A.Sentence, B.Thing, B.Sentence, Lexicon);

    // "the ship arrived in Oslo", "the ship reached Oslo": the subject of the one verb comes about, that of the other does.
    private bool IsCrossed =>
        (IsChanged(A) && B.Doer is not null && SameParty.Are(A.Thing, A.Sentence, B.Doer, B.Sentence, Lexicon) == true)
        || (IsChanged(B) && A.Doer is not null && SameParty.Are(A.Doer, A.Sentence, B.Thing, B.Sentence, Lexicon) == true);

    private static bool IsChanged(Fact fact) => fact.Doer is null && fact.Thing is not null && Factuality.English.Undergoes(fact.Told.Lemma);

    /// <summary>True where a reader must take both as told by their reports, or by one source.</summary>
    public bool IsOfOneVoice
    {
        get
        {
            (Fact a, Fact b) = (A, B);
            if (a.By.Count == 0 || b.By.Count == 0)
                return !a.IsDoubted && !b.IsDoubted;
            return a.By.Any(x => b.By.Any(y => IsOneSource(a.Sentence, x, b.Sentence, y)));
        }
    }

    private static bool IsOneSource(ClaimSentence a, Party x, ClaimSentence b, Party y) =>
        x.Persons.Length > 0 && y.Persons.Length > 0
            ? x.Persons.Any(p => y.Persons.Any(q => SameParty.IsOnePerson(a, p, b, q)))
            : x.Stems.Intersect(y.Stems, StringComparer.Ordinal).Any();

    /// <summary>True where both are told in a way that can be compared: as facts, both done or both to come.</summary>
    public bool AreCertain => A.Told.Certainty == Annotation.Certainty.Certain && B.Told.Certainty == Annotation.Certainty.Certain && !A.IsUnclear && !B.IsUnclear;

    /// <summary>True where both name the act by one word, or by two of one sense.</summary>
    public bool IsOneAct =>
        (A.Stem == B.Stem && A.Told.Particle == B.Told.Particle)
        || (A.Told.Kind == B.Told.Kind && A.Told.Particle is null && B.Told.Particle is null && Lexicon.AreSynonyms(A.Told.Lemma, B.Told.Lemma))
        || WordRelations.Share(A.Acts, B.Acts);

    /// <summary>True where both tell of plain facts that are so.</summary>
    public bool AreSo => AreCertain && A.IsPositive && B.IsPositive && A.Told.IsAhead == B.Told.IsAhead;

    /// <summary>True where both name the doer, or the thing, and it is not shown to be the same.</summary>
    public bool MayBeOthers => !IsCrossed && ((Told(A.Doer, B.Doer) && SameDoer != true) || (Told(A.Thing, B.Thing) && SameThing != true));

    private static bool Told(Party? x, Party? y) => x is { IsOpen: false } && y is { IsOpen: false };

    /// <summary>The words of the one, as its report has them.</summary>
    public string SayA => A.Sentence.Say(A.Value);

    /// <summary>The words of the other.</summary>
    public string SayB => B.Sentence.Say(B.Value);
}

/// <summary>How the times of two facts lie.</summary>
internal enum Timing
{
    /// <summary>Both tell a time, and it can be the same.</summary>
    Same,

    /// <summary>One tells none; the reports are of one day, or of days that are not known.</summary>
    Open,

    /// <summary>One tells none, and the reports are of different days: what is so on one day need not be on another.</summary>
    MayHaveChanged,

    /// <summary>They tell times that exclude each other.</summary>
    Other,
}

/// <summary>Compares the times of facts.</summary>
internal static class FactTimes
{
    /// <summary>How the times lie: those of the clauses where they tell some, else those of the sentences.</summary>
    public static Timing Of(Fact a, Fact b)
    {
        IReadOnlyList<DatedSpan> x = Dates(a), y = Dates(b);
        if (x.Count > 0 && y.Count > 0)
            return x.Any(d => y.Any(e => MayMeet(d, e))) ? Timing.Same : Timing.Other;
        return a.Sentence.Published is { } p && b.Sentence.Published is { } q && p != q ? Timing.MayHaveChanged : Timing.Open;
    }

    /// <summary>True where both tell days, and each of one is a day of the other.</summary>
    public static bool AreOfOneDay(Fact a, Fact b)
    {
        IReadOnlyList<DatedSpan> x = Dates(a), y = Dates(b);
        return x.Count > 0 && y.Count > 0 && x.Concat(y).All(d => d.From == d.To && d.From == x[0].From);
    }

    /// <summary>True where the two can be one time.</summary>
    public static bool Meet(in DatedSpan a, in DatedSpan b) => a.From <= b.To && b.From <= a.To;

    // A weekday may be read as that of the week before or after: then the days are a week apart.
    private static bool MayMeet(in DatedSpan a, in DatedSpan b) => Meet(a, b) || (a.From == a.To && b.From == b.To && Math.Abs(a.From.DayNumber - b.From.DayNumber) == Week);

    /// <summary>In days.</summary>
    private const int Week = 7;

    private static IReadOnlyList<DatedSpan> Dates(Fact fact) => fact.Own.Count > 0 ? fact.Own : fact.Sentence.Dates;
}
