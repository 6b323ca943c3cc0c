using Stemma.Reports;

namespace Stemma.Comparison.Fingerprints;

/// <summary>Documents that hold one text, each with at least one other of the group.</summary>
/// <param name="Documents">In ordinal order of their ids.</param>
public sealed record CopyCluster(IReadOnlyList<int> Documents);

/// <summary>What was found in a corpus. A document is named by its number in the order it was taken in.</summary>
public sealed class CorpusCopies
{
    private readonly WordStore _words;
    private readonly IReadOnlyList<string> _ids;

    internal CorpusCopies(WordStore words, IReadOnlyList<string> ids) => (_words, _ids) = (words, ids);

    /// <summary>The clusters, in ordinal order of their first documents' ids.</summary>
    public required IReadOnlyList<CopyCluster> Clusters { get; init; }

    /// <summary>The pairs that were kept, in the order of their clusters, then of the ids; last those of no cluster (quotations).</summary>
    public required IReadOnlyList<CopyPair> Pairs { get; init; }

    /// <summary>How many documents are too short to tell a copy by.</summary>
    public required int TooShort { get; init; }

    /// <summary>One word run in so many was looked at to find candidates.</summary>
    public required int SampledOneIn { get; init; }

    /// <summary>The cluster of each document, by its place in <see cref="Clusters"/>; -1 for a document without copies.</summary>
    public required IReadOnlyList<int> ClusterOf { get; init; }

    /// <summary>The number of documents.</summary>
    public int Documents => _ids.Count;

    /// <summary>The id of a document.</summary>
    public string IdOf(int document) => _ids[document];

    /// <summary>The number of words of a document.</summary>
    public int WordsOf(int document) => _words.LengthOf(document);

    /// <summary>Why the two documents of a pair were taken for copies, one sentence each.</summary>
    public IReadOnlyList<string> ReasonsOf(CopyPair pair) => CopyReasons.Of(pair, WordsOf(pair.A), WordsOf(pair.B));

    /// <summary>Where the two documents of a pair hold the same text, in the order of B.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="passages">Is emptied and filled.</param>
    public void PassagesOf(CopyPair pair, List<CopyPassage> passages)
    {
        passages.Clear();
        IReadOnlyList<WordPassage> all = pair.Passages;
        WordPlaces placesA = _words.PlacesOf(pair.A), placesB = _words.PlacesOf(pair.B);
        var spans = new TextSpan[all.Count];
        // Places are read from front to back, but in A passages may stand in any order and overlap: each of them starts over
        // that does not come after the one before.
        int end = 0;
        for (int i = 0; i < spans.Length; i++)
        {
            if (all[i].A < end)
                placesA = _words.PlacesOf(pair.A);
            int start = placesA.StartOf(all[i].A);
            spans[i] = new TextSpan(start, placesA.EndOf(all[i].EndA - 1));
            end = all[i].EndA;
        }
        for (int i = 0; i < all.Count; i++)
        {
            int start = placesB.StartOf(all[i].B);
            passages.Add(new CopyPassage(spans[i], new TextSpan(start, placesB.EndOf(all[i].EndB - 1)), all[i].Words));
        }
    }
}
