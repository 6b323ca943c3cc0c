namespace Stemma.Comparison.Fingerprints;

/// <summary>Collects a sample of the word runs of all documents and finds those that several documents hold.</summary>
/// <remarks>
/// A run that stands in the corpus once is of no use and left out. Of the rest a run is in the sample where the low bits of its hash
/// are zero (Manber 1994; Broder 1997: "mod p"). Which runs are in depends on nothing but the corpus, so that two documents keep
/// the same of what they share. Runs that many documents hold tell little of each: of them a thinner sample is kept.
/// </remarks>
internal sealed class GramIndex
{
    /// <summary>In runs of the corpus: of more, one in two is left out for speed; no more of them as long as the memory holds the rest.</summary>
    private const int FewRuns = 1 << 22;

    /// <summary>Further thinning would leave too little of an article to be found by.</summary>
    private const int MostSampleBits = 6;

    /// <summary>One in 2^this of the sampled runs that <see cref="GramCounts.Most"/> documents and more hold is kept.</summary>
    private const int CommonBits = 2;

    private readonly GramBlocks _postings = new();

    private GramIndex()
    {
    }

    /// <summary>One run in 2^this is in the sample.</summary>
    public int SampleBits { get; private set; }

    /// <summary>Makes the index.</summary>
    /// <param name="words">The words of all documents.</param>
    /// <param name="documents">Those that count.</param>
    /// <param name="most">In postings of eight bytes, about.</param>
    public static GramIndex Of(WordStore words, ReadOnlySpan<int> documents, int most)
    {
        long runs = 0;
        foreach (int document in documents)
            runs += Math.Max(0, words.LengthOf(document) - GramHash.Words + 1);
        var index = new GramIndex { SampleBits = runs > FewRuns ? 1 : 0 };
        GramCounts counts = GramCounts.Of(words, documents, runs, index.SampleBits);
        long postings = counts.Shared(out long common) + (common >> CommonBits);
        for (; postings > most && index.SampleBits < MostSampleBits; postings /= 2)
            index.SampleBits++;
        index.Fill(words, documents, counts, (int)Math.Min(int.MaxValue / 2, postings));
        return index;
    }

    private void Fill(WordStore words, ReadOnlySpan<int> documents, GramCounts counts, int expected)
    {
        ulong[] postings = [];
        uint[] buffer = [], sample = [];
        // The last document that added a run of this slot, so that a text that repeats itself does not fill the index.
        Span<ulong> recent = new ulong[1 << 10];
        uint mask = (1u << SampleBits) - 1, commonMask = (1u << (SampleBits + CommonBits)) - 1;
        foreach (int document in documents)
        {
            ReadOnlySpan<uint> text = words.HashesOf(document, ref buffer);
            if (sample.Length < text.Length)
                (sample, postings) = (new uint[text.Length * 2], new ulong[text.Length * 2]);
            int sampled = GramHash.Sample(text, mask, sample), count = 0;
            foreach (uint gram in sample.AsSpan(0, sampled))
            {
                int holders = counts.Of(gram);
                ulong posting = ((ulong)gram << 32) | (uint)document;
                postings[count] = posting;
                ref ulong slot = ref recent[(int)(gram >> 22)];
                bool isKept = holders >= 2 & (holders < GramCounts.Most | (gram & commonMask) == 0) & slot != posting;
                slot = posting;
                count += isKept ? 1 : 0;
            }
            _postings.Add(postings.AsSpan(0, count), expected);
        }
    }

    /// <summary>The runs that two documents or more hold.</summary>
    /// <param name="places">The place of each document in the canonical order.</param>
    public SharedGrams ToShared(int[] places) => SharedGrams.Of(_postings, places, SampleBits);
}
