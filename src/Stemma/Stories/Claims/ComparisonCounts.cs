using Stemma.Comparison;

namespace Stemma.Stories.Claims;

/// <summary>How many pairs of like sentences were compared, and of how many nothing was said.</summary>
/// <remarks>Pairs of the same words count once, however many reports have them; sentences that are the same throughout are not compared.</remarks>
/// <param name="Pairs">The pairs that were compared.</param>
/// <param name="Told">Those that stand in a claim.</param>
/// <param name="Numbers">Those without one whose numbers differ.</param>
/// <param name="Times">Those without one whose times differ.</param>
/// <param name="Persons">Those without one that name other persons.</param>
/// <param name="SeveralValues">Those left out because one report would tell two values of one thing.</param>
internal readonly record struct ComparisonCounts(int Pairs, int Told, int Numbers, int Times, int Persons, int SeveralValues)
{
    /// <summary>Counts.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="contents">For each a number that sentences of the same content share.</param>
    /// <param name="silent">For each the earlier sentences with which nothing was found.</param>
    /// <param name="found">The pairs of places with which something was.</param>
    public static ComparisonCounts Of(IReadOnlyList<ClaimSentence> sentences, int[] contents, IReadOnlyList<List<int>?> silent, IEnumerable<(Telling A, Telling B, bool IsTold)> found)
    {
        var numbers = new Dictionary<(int Report, int Start), int>();
        for (int i = 0; i < sentences.Count; i++)
            numbers.TryAdd((sentences[i].Report, sentences[i].Span.Start), contents[i]);
        var told = new HashSet<ulong>();
        var several = new HashSet<ulong>();
        foreach ((Telling a, Telling b, bool isTold) in found)
        {
            (int x, int y) = (numbers[(a.Report, a.Sentence.Start)], numbers[(b.Report, b.Sentence.Start)]);
            if (x != y)
                (isTold ? told : several).Add(KeyOf(x, y));
        }
        several.ExceptWith(told);
        var seen = new HashSet<ulong>();
        int differingNumbers = 0, differingTimes = 0, otherPersons = 0;
        for (int b = 0; b < silent.Count; b++)
        {
            foreach (int a in silent[b] ?? [])
            {
                ulong key = KeyOf(contents[a], contents[b]);
                if (contents[a] == contents[b] || told.Contains(key) || several.Contains(key) || !seen.Add(key))
                    continue;
                if (DifferInNumbers(sentences[a], sentences[b]))
                    differingNumbers++;
                else if (DifferInTimes(sentences[a], sentences[b]))
                    differingTimes++;
                else if (DifferInPersons(sentences[a], sentences[b]))
                    otherPersons++;
            }
        }
        return new ComparisonCounts(told.Count + several.Count + seen.Count, told.Count, differingNumbers, differingTimes, otherPersons, several.Count);
    }

    private static ulong KeyOf(int a, int b) => PairKey.Of(Math.Min(a, b), Math.Max(a, b));

    // Each has a number that the other has not; numbers that count nothing are left out.
    private static bool DifferInNumbers(ClaimSentence a, ClaimSentence b) => Lacks(a, b) && Lacks(b, a);

    private static bool Lacks(ClaimSentence own, ClaimSentence other)
    {
        foreach (Quantity quantity in own.Quantities)
        {
            if ((quantity.Counted is not null || quantity.Unit is not null) && !own.IsSpeech(quantity.Span) && !other.Quantities.Any(q => q.Value == quantity.Value))
                return true;
        }
        return false;
    }

    private static bool DifferInTimes(ClaimSentence a, ClaimSentence b) =>
        a.Dates.Any(x => !b.Dates.Any(y => Meet(x, y))) && b.Dates.Any(y => !a.Dates.Any(x => Meet(x, y)));

    private static bool Meet(DatedSpan x, DatedSpan y) => x.From <= y.To && y.From <= x.To;

    private static bool DifferInPersons(ClaimSentence a, ClaimSentence b) =>
        a.Persons.Any(x => x.Id >= 0 && !b.Persons.Any(y => y.Id == x.Id)) && b.Persons.Any(y => y.Id >= 0 && !a.Persons.Any(x => x.Id == y.Id));
}
