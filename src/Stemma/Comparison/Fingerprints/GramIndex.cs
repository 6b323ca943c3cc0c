using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stemma.Comparison.Fingerprints;

/// <summary>Collects a sample of the word runs of all documents and finds those that several documents hold.</summary>
/// <remarks>
/// A run is in the sample where the low bits of its hash are zero (Manber 1994; Broder 1997: "mod p"). Which runs are in
/// depends on nothing but their words, so that two documents keep the same of what they share; and a sample at half the rate is a
/// part of the one before, so that the index can be thinned when it grows too large, whatever the order of the documents.
/// </remarks>
internal sealed class GramIndex
{
    /// <summary>In postings of eight bytes: what the index holds before it is thinned to half.</summary>
    private readonly int _most;

    private ulong[] _postings = new ulong[1 << 16];
    private int _count;

    // The last document that added a run of this slot, so that a text that repeats itself does not fill the index.
    private readonly ulong[] _recent = new ulong[1 << 10];

    public GramIndex(int most) => _most = most;

    /// <summary>One run in 2^this is in the sample.</summary>
    public int SampleBits { get; private set; }

    /// <summary>Takes in the runs of a document.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int document, ReadOnlySpan<uint> words)
    {
        int grams = words.Length - GramHash.Words + 1;
        if (grams <= 0)
            return;
        if (_postings.Length - _count < grams)
            Array.Resize(ref _postings, (int)Math.Min(Array.MaxLength, BitOperations.RoundUpToPowerOf2((uint)(_count + grams))));
        Span<ulong> postings = _postings;
        Span<ulong> recent = _recent;
        uint mask = (1u << SampleBits) - 1;
        int count = _count;
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
            postings[count++] = posting;
        }
        _count = count;
        while (_count > _most && SampleBits < MostSampleBits)
            Thin();
    }

    /// <summary>Further thinning would leave too little of an article to be found by.</summary>
    private const int MostSampleBits = 6;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Thin()
    {
        SampleBits++;
        ulong mask = ((1UL << SampleBits) - 1) << 32;
        int kept = 0;
        foreach (ulong posting in _postings.AsSpan(0, _count))
        {
            if ((posting & mask) == 0)
                _postings[kept++] = posting;
        }
        _count = kept;
    }

    /// <summary>The runs that two documents or more hold. The index is empty afterwards.</summary>
    /// <param name="documents">The number of documents.</param>
    public SharedGrams ToShared(int documents)
    {
        ulong[] postings = _postings;
        _postings = [];
        Sort(ref postings, _count);
        return SharedGrams.Of(postings.AsSpan(0, _count), documents);
    }

    // By hash, documents of one hash in the order they came in: three stable counting passes of eleven bits.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sort(ref ulong[] postings, int count)
    {
        ulong[] other = GC.AllocateUninitializedArray<ulong>(count);
        ReadOnlySpan<int> shifts = [32, 43, 54];
        int[] starts = new int[1 << 11];
        foreach (int shift in shifts)
        {
            Array.Clear(starts);
            ReadOnlySpan<ulong> from = postings.AsSpan(0, count);
            foreach (ulong posting in from)
                starts[(posting >> shift) & 2047]++;
            int sum = 0;
            for (int i = 0; i < starts.Length; i++)
                (starts[i], sum) = (sum, sum + starts[i]);
            Span<ulong> to = other.AsSpan(0, count);
            foreach (ulong posting in from)
                to[starts[(posting >> shift) & 2047]++] = posting;
            (postings, other) = (other, postings);
        }
    }
}
