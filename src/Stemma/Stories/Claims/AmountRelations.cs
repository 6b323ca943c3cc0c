namespace Stemma.Stories.Claims;

/// <summary>Finds the same statement of how many, by the same subject and predicate, in sentences that else differ.</summary>
internal static class AmountRelations
{
    /// <summary>Stems in common that two sentences need where the number is no rate: one subject may do a thing many times.</summary>
    private const int FewestShared = 5;

    /// <summary>Statements with one predicate and one thing counted that are compared with each other.</summary>
    private const int MostPlaces = 200;

    /// <summary>The pairs of sentences with the numbers in them.</summary>
    /// <param name="sentences">The sentences, by report, then by place.</param>
    public static IEnumerable<(ClaimSentence A, ClaimSentence B, Slot Slot)> Find(IReadOnlyList<ClaimSentence> sentences)
    {
        var places = new SortedDictionary<string, List<AmountStatement>>(StringComparer.Ordinal);
        for (int i = 0; i < sentences.Count; i++)
        {
            ClaimSentence? previous = i > 0 && Follows(sentences[i - 1], sentences[i]) ? sentences[i - 1] : null;
            foreach (Quantity quantity in sentences[i].Quantities)
            {
                if (AmountStatement.Of(sentences[i], quantity, previous) is not { } statement)
                    continue;
                string key = $"{statement.Predicate} {quantity.Unit?.Dimension ?? quantity.Counted} {quantity.Rate}";
                if (!places.TryGetValue(key, out List<AmountStatement>? list))
                    places[key] = list = [];
                if (list.Count < MostPlaces)
                    list.Add(statement);
            }
        }
        foreach (List<AmountStatement> list in places.Values)
        {
            for (int i = 0; i < list.Count; i++)
            {
                for (int j = i + 1; j < list.Count; j++)
                {
                    if (Compare(list[i], list[j]) is { } slot)
                        yield return (list[i].Sentence, list[j].Sentence, slot);
                }
            }
        }
    }

    private static Slot? Compare(AmountStatement a, AmountStatement b)
    {
        ClaimSentence x = a.Sentence, y = b.Sentence;
        if (x.Report == y.Report || !a.IsAbout(b) || (a.Quantity.Rate is null && x.Stems.Count(y.Has) < FewestShared) || (x.IsSpeech(a.Span) && y.IsSpeech(b.Span)))
            return null;
        if (QuantityComparison.Compare(a.Quantity, b.Quantity) is not { } verdict)
            return null;
        // In one order, so that copies of both give one reason.
        (string first, string second) = (x.Say(a.Span), y.Say(b.Span));
        if (string.CompareOrdinal(first, second) > 0)
            (first, second) = (second, first);
        return new Slot(a.Quantity.Span, b.Quantity.Span, verdict.Verdict, [$"both say of the same subject “{first}” and “{second}”: {verdict.Reason}"]);
    }

    // In the same paragraph, with nothing but a blank or closing marks between.
    private static bool Follows(ClaimSentence first, ClaimSentence second) =>
        first.Report == second.Report && second.Span.Start - first.Span.End is >= 0 and <= 2 && second.Before(second.Span) == ' ';
}
