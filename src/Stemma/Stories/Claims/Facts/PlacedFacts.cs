using Stemma.Annotation;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Claims.Facts;

/// <summary>Finds one act told of two places that do not lie in each other.</summary>
internal static class PlacedFacts
{
    /// <summary>Likeness of the sentences from which two countries are two places for one act.</summary>
    private const double Countries = .3;

    /// <summary>Likeness from which any two names of places are, where no table tells which lies in which.</summary>
    private const double Unknown = .5;

    /// <summary>What the two say of each other, null where the places can be one.</summary>
    public static Slot? Compare(in FactPair pair, string textOfA, string textOfB)
    {
        (Fact a, Fact b) = (pair.A, pair.B);
        if (pair.Likeness < Countries || a.Places.Count != 1 || b.Places.Count != 1 || !pair.AreSo || !pair.IsOneAct || !pair.IsOfOneVoice || pair.Timing is Timing.Other)
            return null;
        (PlaceOfFact x, PlaceOfFact y) = (a.Places[0], b.Places[0]);
        if (x.Preposition != y.Preposition || x.Of != y.Of || pair.MayBeOthers || (pair.SameDoer != true && pair.SameThing != true))
            return null;
        string left = a.Sentence.Say(x.Span), right = b.Sentence.Say(y.Span);
        if (NameSpelling.IsSame(left, right) || left.Split(' ').Intersect(right.Split(' '), StringComparer.OrdinalIgnoreCase).Any())
            return null;
        string? land = NameTables.English.CountryOf(Vocabulary.Fold(left)), other = NameTables.English.CountryOf(Vocabulary.Fold(right));
        bool apart = land is not null && other is not null
            ? land != other
            : pair.Likeness >= Unknown && land is null && other is null && !textOfB.Contains(left, StringComparison.Ordinal) && !textOfA.Contains(right, StringComparison.Ordinal);
        return apart ? new Slot(x.Span, y.Span, ClaimVerdict.Conflict, [$"both tell where it was, “{a.Sentence.Say(a.Told.Word)}” and “{b.Sentence.Say(b.Told.Word)}”, and name two places: “{left}” and “{right}”"]) : null;
    }
}
