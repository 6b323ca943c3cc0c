namespace Stemma.Stories.Clustering;

/// <summary>Finds the few stories or reports worth comparing a report with, by the words that tell most.</summary>
internal sealed class StoryCandidates
{
    /// <summary>In words of a report that it is found by, the heaviest. Of 16, 32 and 64 the last two give the same stories on ECB+ 1-35.</summary>
    private const int Telling = 48;

    /// <summary>In numbers under one word, the newest: of a word in more the others decide.</summary>
    private const int MostUnderOne = 256;

    private readonly FeaturePostings _postings = new();
    private readonly Dictionary<int, double> _shared = [];
    private readonly List<int> _found = [];

    /// <summary>Enters a number under the telling words of a report.</summary>
    public void Add(int number, StoryVector report)
    {
        foreach (uint key in report.HeaviestWords(Telling))
            _postings.Add(key, number);
    }

    /// <summary>The numbers that share most with the report by its telling words, most first, of equals the smaller.</summary>
    /// <param name="report">The report.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="fits">False for a number that is not to be looked at.</param>
    public List<int> For(StoryVector report, int most, Func<int, bool> fits)
    {
        _shared.Clear();
        foreach (uint key in report.HeaviestWords(Telling))
        {
            float weight = report.Weights[Array.BinarySearch(report.Keys, key)];
            _found.Clear();
            _postings.CopyTo(key, MostUnderOne, _found);
            foreach (int number in _found)
                _shared[number] = _shared.GetValueOrDefault(number) + (weight * weight);
        }
        return [.. _shared.Where(s => fits(s.Key)).OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(most).Select(s => s.Key)];
    }
}
