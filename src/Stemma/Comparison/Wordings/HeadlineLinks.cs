using Stemma.Comparison.Similarity;

namespace Stemma.Comparison.Wordings;

/// <summary>Finds the quotation of a body that the marked words of a headline are cut from.</summary>
internal static class HeadlineLinks
{
    /// <summary>In words of content: what a headline shares with a quotation of its own report, of a text that is kin to it, of any other.</summary>
    /// <remarks>Set by hand: one word in marks above an article that quotes it is hardly chance; in another's article three are not.</remarks>
    private const int Own = 1, OfKin = 2, OfOthers = 3;

    /// <summary>The quotations with a word that are looked at: in a large story the first ones stand for the rest.</summary>
    private const int MostPlaces = 256;

    /// <summary>For each headline phrase that is cut from a quotation: both by their places in the views, the quotation first, which is the earlier.</summary>
    /// <param name="views">The quotations, earliest report first, of each report those of the body first.</param>
    /// <param name="isOpen">True for a phrase in a headline that is still to be placed.</param>
    /// <param name="kinship">Between which reports text went.</param>
    public static IEnumerable<(int Quotation, int Headline)> Find(QuotationView[] views, Func<int, bool> isOpen, TextKinship kinship)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int v = 0; v < views.Length; v++)
        {
            if (!views[v].IsHeadline)
            {
                foreach (string stem in views[v].Words.Where(w => w.IsContent).Select(w => w.Stem).Distinct(StringComparer.Ordinal))
                {
                    if (!places.TryGetValue(stem, out List<int>? list))
                        places[stem] = list = [];
                    if (list.Count < MostPlaces)
                        list.Add(v);
                }
            }
            else if (isOpen(v) && Source(views, v, places, kinship) is { } source)
            {
                yield return (source, v);
            }
        }
    }

    // Of the quotations that hold the words in a row: the report's own, else the latest of a text that is kin, else the first.
    private static int? Source(QuotationView[] views, int headline, Dictionary<string, List<int>> places, TextKinship kinship)
    {
        QuotationView words = views[headline];
        int content = words.Words.Count(w => w.IsContent);
        string? rarest = words.Words.Where(w => w.IsContent).Select(w => w.Stem).MinBy(s => places.TryGetValue(s, out List<int>? list) ? list.Count : 0);
        if (rarest is null || !places.TryGetValue(rarest, out List<int>? holders))
            return null;
        int? own = null, kin = null, other = null;
        foreach (int v in holders)
        {
            if (!Holds(views[v].Words, words.Words))
                continue;
            bool isOwn = views[v].Quote.Report == words.Quote.Report;
            // Words that stand in marks below the headline just so are no words of the headline alone.
            if (isOwn && views[v].WordsNumber == words.WordsNumber)
                return null;
            if (isOwn)
                own ??= content >= Own ? v : null;
            else if (kinship.Between(views[v].Quote.Report, words.Quote.Report) == TextRelation.Kin)
                kin = content >= OfKin ? v : kin;
            else
                other ??= content >= OfOthers ? v : null;
        }
        return own ?? kin ?? other;
    }

    private static bool Holds(ReadOnlySpan<ComparableWord> all, ReadOnlySpan<ComparableWord> part)
    {
        for (int start = 0; start + part.Length <= all.Length; start++)
        {
            int i = 0;
            while (i < part.Length && string.Equals(all[start + i].Stem, part[i].Stem, StringComparison.Ordinal))
                i++;
            if (i == part.Length)
                return true;
        }
        return false;
    }
}
