namespace Stemma.Stories.Claims;

/// <summary>Finds a count and an ordinal of the same thing that follow each other: "met 39 times", "the fortieth meeting".</summary>
/// <remarks>
/// The sentences may be in quite other words. That one number is the next after the other is evidence by itself, so the
/// thing counted and the names beside it are enough.
/// </remarks>
internal static class CountRelations
{
    /// <summary>Counts below this follow each other by chance.</summary>
    private const decimal LeastCount = 10;

    /// <summary>Names in common, and stems in common with them, that both sentences need.</summary>
    private const int FewestNames = 2, FewestStems = 4;

    /// <summary>Pairs of places of one counted thing that are looked at.</summary>
    private const int MostPlaces = 200;

    /// <summary>The pairs of sentences with the places in them.</summary>
    public static IEnumerable<(ClaimSentence A, ClaimSentence B, Slot Slot)> Find(IReadOnlyList<ClaimSentence> sentences)
    {
        var places = new SortedDictionary<string, List<(ClaimSentence Sentence, Quantity Quantity)>>(StringComparer.Ordinal);
        foreach (ClaimSentence sentence in sentences)
        {
            foreach (Quantity quantity in sentence.Quantities)
            {
                if (quantity.Counted is null || quantity.Value < LeastCount)
                    continue;
                if (!places.TryGetValue(quantity.Counted, out var list))
                    places[quantity.Counted] = list = [];
                if (list.Count < MostPlaces)
                    list.Add((sentence, quantity));
            }
        }
        foreach (var list in places.Values)
        {
            for (int i = 0; i < list.Count; i++)
            {
                for (int j = i + 1; j < list.Count; j++)
                {
                    ((ClaimSentence a, Quantity x), (ClaimSentence b, Quantity y)) = (list[i], list[j]);
                    if (a.Report != b.Report && x.IsOrdinal != y.IsOrdinal && CountTheSame(a, x, b, y) && QuantityComparison.Compare(x, y) is { } verdict)
                        yield return (a, b, new Slot(x.Span, y.Span, verdict.Verdict, [$"both count the same of the same names, “{a.Say(x.Span)}” and “{b.Say(y.Span)}”: {verdict.Reason}"]));
                }
            }
        }
    }

    /// <summary>True where both numbers count one thing in sentences that share names.</summary>
    public static bool CountTheSame(ClaimSentence a, in Quantity x, ClaimSentence b, in Quantity y)
    {
        if (x.Counted is null || !string.Equals(x.Counted, y.Counted, StringComparison.Ordinal))
            return false;
        int names = a.Words.Where(w => w.IsContent && a.IsCapital(w.Span) && b.Has(w.Stem)).Select(w => w.Stem).Distinct(StringComparer.Ordinal).Count();
        return names >= FewestNames && a.Stems.Count(b.Has) >= FewestStems;
    }
}
