namespace Stemma.Stories.Dating;

/// <summary>Tells of each item in turn how many of its words it has in common with the items before it, without comparing all pairs.</summary>
/// <param name="longestList">In items: a word that so many have leads to no further ones, so that common words cost no time.</param>
internal sealed class EarlierWords(int longestList)
{
    private readonly Dictionary<string, List<int>> _holders = new(StringComparer.Ordinal);

    /// <summary>For each earlier item with a word in common how many there are; then the item counts as an earlier one itself.</summary>
    /// <param name="item">Its number, larger than those before.</param>
    /// <param name="words">Its words, each once.</param>
    public SortedDictionary<int, int> CountAndAdd(int item, IEnumerable<string> words)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (string word in words)
        {
            if (!_holders.TryGetValue(word, out List<int>? list))
                _holders[word] = list = [];
            foreach (int earlier in list)
                counts[earlier] = counts.GetValueOrDefault(earlier) + 1;
            if (list.Count < longestList)
                list.Add(item);
        }
        return counts;
    }
}
