using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Claims;

/// <summary>Compares results: "won 3–1", "voted by 31 to 18", "29 votes to 20".</summary>
/// <remarks>The greater number of a result stands first; of a span, as "12 to 15 metres", last.</remarks>
internal static class Scores
{
    /// <summary>Greater numbers are no results of a game or a vote.</summary>
    private const decimal Greatest = 999;

    /// <summary>In UTF-16 code units: what may stand between the two numbers.</summary>
    private const int LongestBetween = 20;

    /// <summary>In words: how near to a result stands the word that says that it is one.</summary>
    private const int Near = 6;

    /// <summary>Stems in common that both sentences need, and names among them.</summary>
    private const int FewestStems = 4, FewestNames = 1;

    /// <summary>The results of both sentences as one place, null where one has none or several, or where they may be of two events.</summary>
    public static Slot? Compare(ClaimSentence a, ClaimSentence b)
    {
        if (Only(a) is not { } left || Only(b) is not { } right)
            return null;
        var slot = new Slot(left.Span, right.Span, ClaimVerdict.Conflict, []);
        (int stems, int names) = CountFrames.Common(a, left.First, b);
        if (stems < FewestStems || names < FewestNames || OtherTimes.Differ(a, b, slot) || Sources.Differ(a, left.Span, b, right.Span))
            return null;
        bool same = left.First.Value == right.First.Value && left.Second.Value == right.Second.Value;
        return slot with { Verdict = same ? ClaimVerdict.Agree : ClaimVerdict.Conflict, Reasons = [same ? "the same result" : $"two results of one event: “{a.Say(left.Span)}” and “{b.Say(right.Span)}”"] };
    }

    private static (Quantity First, Quantity Second, TextSpan Span)? Only(ClaimSentence sentence)
    {
        (Quantity, Quantity, TextSpan)? found = null;
        for (int i = 0; i + 1 < sentence.Quantities.Count; i++)
        {
            (Quantity first, Quantity second) = (sentence.Quantities[i], sentence.Quantities[i + 1]);
            if (!IsNumber(sentence, first) || !IsNumber(sentence, second) || first.Value < second.Value || !AreOne(sentence, first, second))
                continue;
            // Of two results it is not clear which is the outcome.
            if (found is not null || !IsOutcome(sentence, first, second))
                return null;
            found = (first, second, new TextSpan(first.Span.Start, second.Span.End));
        }
        return found;
    }

    // "led 2–0 at the interval" is no outcome.
    private static bool IsOutcome(ClaimSentence sentence, in Quantity first, in Quantity second)
    {
        int end = Math.Min(sentence.Words.Length, second.LastOfPhrase + Near + 1);
        for (int i = Math.Max(0, first.FirstOfPhrase - Near); i < end; i++)
        {
            if (QuantityReader.CueOf(sentence.Words[i].Form) == "result")
                return true;
        }
        return false;
    }

    private static bool IsNumber(ClaimSentence sentence, in Quantity quantity) =>
        !quantity.IsOrdinal && quantity.Unit is null && quantity.Step == 1 && quantity.Value <= Greatest && quantity.Precision == QuantityPrecision.Exact && !sentence.IsDated(quantity.Span);

    // A dash, or a preposition with at most one word before it.
    private static bool AreOne(ClaimSentence sentence, in Quantity first, in Quantity second)
    {
        if (second.Span.Start - first.Span.End > LongestBetween)
            return false;
        string between = sentence.Say(new TextSpan(first.Span.End, second.Span.Start)).Trim();
        if (between is "-" or "–" or "‑")
            return true;
        int last = second.FirstWord - 1, words = second.FirstWord - first.FirstWord - first.WordCount;
        return words is 1 or 2 && (words == 1 || sentence.Words[last - 1].IsContent) && (Vocabulary.English.ClassOf(sentence.Words[last].Form) & WordClass.Infinitive) != WordClass.None;
    }
}
