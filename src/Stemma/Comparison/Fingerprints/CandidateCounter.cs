using System.Runtime.CompilerServices;

namespace Stemma.Comparison.Fingerprints;

/// <summary>Counts for one document after the other how many sampled runs each other document shares with it; one instance a thread.</summary>
internal sealed class CandidateCounter(SharedGrams grams, int[] ranks)
{
    /// <summary>
    /// In documents: a run that more hold is a stock phrase, or part of a text that was copied often; it brings each document
    /// together with its <see cref="Neighbours"/> alone, not with all. So many copies of one text are compared each with each; more
    /// are held together by chains.
    /// </summary>
    public const int MostHolders = 32;

    /// <summary>In documents, to either side in the canonical order.</summary>
    public const int Neighbours = 3;

    private readonly int[] _counts = new int[ranks.Length];
    private readonly List<int> _touched = [];
    private readonly Comparison<int> _byRank = (a, b) => ranks[a].CompareTo(ranks[b]);

    /// <summary>The documents of higher rank that share at least so many runs with this one, in the order of their ranks.</summary>
    /// <param name="document">The document.</param>
    /// <param name="least">In sampled runs.</param>
    /// <param name="found">Gets the documents.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Candidates(int document, int least, List<int> found)
    {
        found.Clear();
        int rank = ranks[document];
        foreach (int gram in grams.GramsOf(document))
        {
            ReadOnlySpan<int> holders = grams.DocumentsOf(gram);
            if (holders.Length > MostHolders)
                holders = NeighboursOf(holders, document);
            foreach (int other in holders)
            {
                if (ranks[other] > rank && _counts[other]++ == 0)
                    _touched.Add(other);
            }
        }
        foreach (int other in _touched)
        {
            if (_counts[other] >= least)
                found.Add(other);
            _counts[other] = 0;
        }
        _touched.Clear();
        if (found.Count > 1)
            found.Sort(_byRank);
    }

    // The holders of a common run stand in canonical order (see SharedGrams.Arrange).
    private ReadOnlySpan<int> NeighboursOf(ReadOnlySpan<int> holders, int document)
    {
        int low = 0, high = holders.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (ranks[holders[middle]] < ranks[document])
                low = middle + 1;
            else
                high = middle;
        }
        int from = Math.Max(0, low - Neighbours), to = Math.Min(holders.Length, low + Neighbours + 1);
        return holders[from..to];
    }
}
