namespace Stemma.Comparison.Fingerprints;

/// <summary>What a search for copies may use.</summary>
public sealed record CopyOptions
{
    /// <summary>In bytes, about: what the index may take before it is thinned and its words are put aside.</summary>
    public long Memory { get; init; } = 1L << 30;

    /// <summary>Makes a stream with random access for words that memory cannot hold; where it is null, all are kept in memory.</summary>
    public Func<Stream>? Spill { get; init; }

    /// <summary>In runs of words: of more a thinner sample is taken, although memory would hold them.</summary>
    public int MostPostings { get; init; } = 1 << 24;

    /// <summary>How many threads to use; the findings are the same for any number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Is told the number of documents compared so far.</summary>
    public IProgress<int>? Progress { get; init; }

    /// <summary>Ends the search.</summary>
    public CancellationToken Cancellation { get; init; }
}
