using System.Runtime.CompilerServices;

namespace Stemma.Comparison.Fingerprints;

/// <summary>Counts for one document after the other how many sampled runs each other document shares with it; one instance a thread.</summary>
/// <param name="grams">The runs.</param>
/// <param name="documents">The document at each place of the canonical order, by which <paramref name="grams"/> names documents.</param>
internal sealed class CandidateCounter(SharedGrams grams, int[] documents)
{
    /// <summary>
    /// In documents: a run that more hold is a stock phrase, or part of a text that was copied often; it brings each document
    /// together with its <see cref="Neighbours"/> alone, not with all. So many copies of one text are compared each with each; more
    /// are held together by chains.
    /// </summary>
    public const int MostHolders = 32;

    /// <summary>In documents, to either side in the canonical order; those after a document are met with it, those before have met it.</summary>
    public const int Neighbours = 3;

    // By place; no more than is asked for is counted, so that a byte is enough.
    private readonly byte[] _counts = new byte[documents.Length];
    private readonly List<int> _touched = [];
    private readonly List<int> _found = [];

    /// <summary>The documents behind this one in canonical order that share at least so many runs with it, in that order.</summary>
    /// <param name="place">The place of the document in the canonical order.</param>
    /// <param name="least">In sampled runs, from 1 to 255.</param>
    /// <param name="found">Gets the documents.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Candidates(int place, int least, List<int> found)
    {
        byte[] counts = _counts;
        foreach (int met in grams.MetBy(place))
        {
            if (met >= 0)
            {
                Count(counts, met, least);
                continue;
            }
            ReadOnlySpan<int> holders = grams.HoldersOf(~met);
            int behind = holders.BinarySearch(place) + 1;
            int end = holders.Length <= MostHolders ? holders.Length : Math.Min(holders.Length, behind + Neighbours);
            foreach (int other in holders[behind..end])
                Count(counts, other, least);
        }
        foreach (int other in _touched)
            counts[other] = 0;
        _touched.Clear();
        found.Clear();
        _found.Sort();
        foreach (int other in _found)
            found.Add(documents[other]);
        _found.Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Count(byte[] counts, int other, int least)
    {
        int count = counts[other];
        if (count == least)
            return;
        counts[other] = (byte)(count + 1);
        if (count == 0)
            _touched.Add(other);
        if (count == least - 1)
            _found.Add(other);
    }
}
