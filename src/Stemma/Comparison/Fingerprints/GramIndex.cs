using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stemma.Comparison.Fingerprints;

/// <summary>Collects a sample of the word runs of all documents and finds those that several documents hold.</summary>
/// <remarks>
/// A run is in the sample where the low bits of its hash are zero (Manber 1994; Broder 1997: "mod p"). Which runs are in
/// depends on nothing but their words, so that two documents keep the same of what they share; and a sample at half the rate is a
/// part of the one before, so that the index can be thinned when it grows too large, whatever the order of the documents.
/// </remarks>
/// <param name="most">In postings of eight bytes: what the index holds before it is thinned to half.</param>
internal sealed class GramIndex(int most)
{
    /// <summary>Further thinning would leave too little of an article to be found by.</summary>
    private const int MostSampleBits = 6;

    private readonly GramBlocks _postings = new();
    private ulong[] _sampled = [];

    // The last document that added a run of this slot, so that a text that repeats itself does not fill the index.
    private readonly ulong[] _recent = new ulong[1 << 10];

    /// <summary>One run in 2^this is in the sample.</summary>
    public int SampleBits { get; private set; }

    /// <summary>Takes in the runs of a document.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int document, ReadOnlySpan<uint> words)
    {
        int grams = words.Length - GramHash.Words + 1;
        if (grams <= 0)
            return;
        if (_sampled.Length < grams)
            _sampled = new ulong[grams * 2];
        Span<ulong> sampled = _sampled;
        int count = 0;
        Span<ulong> recent = _recent;
        uint mask = (1u << SampleBits) - 1;
        ref uint first = ref MemoryMarshal.GetReference(words);
        for (int i = 0; i < grams; i++)
        {
            uint gram = GramHash.Of(ref Unsafe.Add(ref first, i));
            if ((gram & mask) != 0)
                continue;
            ulong posting = ((ulong)gram << 32) | (uint)document;
            ref ulong slot = ref recent[(int)(gram >> 22)];
            if (slot == posting)
                continue;
            slot = posting;
            sampled[count++] = posting;
        }
        _postings.Add(sampled[..count], most);
        while (_postings.Count > most && SampleBits < MostSampleBits)
            _postings.Thin(((1UL << ++SampleBits) - 1) << 32);
    }

    /// <summary>The runs that two documents or more hold.</summary>
    /// <param name="places">The place of each document in the canonical order.</param>
    public SharedGrams ToShared(int[] places) => SharedGrams.Of(_postings, places);
}
