using System.Numerics;
using System.Runtime.CompilerServices;

namespace Stemma.Comparison.Fingerprints;

/// <summary>The sampled runs that several documents hold: from a run to its documents and from a document to its runs.</summary>
/// <remarks>A document is named by its place in the canonical order, so that the order of holders and the order of the corpus are one.</remarks>
internal sealed class SharedGrams
{
    /// <summary>In documents: of a run that no more hold, each is told of those behind it at once, without going by the run.</summary>
    private const int FewHolders = 4;

    private readonly uint[] _hashes;
    private readonly int[] _starts;
    private readonly int[] _holders;
    private readonly int[] _metStarts;
    private readonly int[] _met;
    private readonly int[] _buckets;
    private readonly int _bucketShift;

    private readonly uint _sampleMask;

    private SharedGrams(int count, uint[] hashes, int[] starts, int[] holders, int[] metStarts, int sampleBits)
    {
        _sampleMask = (1u << sampleBits) - 1;
        (Count, _hashes, _starts, _holders, _metStarts) = (count, hashes, starts, holders, metStarts);
        _met = MetOf(count, starts, holders, metStarts);
        _bucketShift = 32 - Math.Clamp(BitOperations.Log2((uint)count | 1), 1, MostBucketBits);
        _buckets = BucketsOf(hashes.AsSpan(0, count), _bucketShift);
    }

    /// <summary>The number of runs.</summary>
    public int Count { get; }

    /// <summary>The hash of a run.</summary>
    public uint HashOf(int gram) => _hashes[gram];

    /// <summary>True for the hash of a run that the sample may hold.</summary>
    public bool IsSampled(uint hash) => (hash & _sampleMask) == 0;

    /// <summary>The places of the documents that hold a run, each once, in rising order.</summary>
    public ReadOnlySpan<int> HoldersOf(int gram) => _holders.AsSpan(_starts[gram], _starts[gram + 1] - _starts[gram]);

    /// <summary>
    /// What the document at this place shares with those behind it: the place of another, once for each run that they share; or, where
    /// many hold a run, its complement (~).
    /// </summary>
    public ReadOnlySpan<int> MetBy(int place) => _met.AsSpan(_metStarts[place], _metStarts[place + 1] - _metStarts[place]);

    /// <summary>The run with this hash, -1 where no two documents hold it or it is not in the sample.</summary>
    public int Find(uint hash)
    {
        int bucket = (int)(hash >> _bucketShift);
        int i = _buckets[bucket], end = _buckets[bucket + 1];
        while (i < end && _hashes[i] < hash)
            i++;
        return i < end && _hashes[i] == hash ? i : -1;
    }

    // The more runs, the more buckets, so that few lie in each.
    private const int MostBucketBits = 20;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] BucketsOf(ReadOnlySpan<uint> hashes, int shift)
    {
        int[] buckets = new int[(1 << (32 - shift)) + 1];
        int i = 0;
        for (int bucket = 0; bucket < buckets.Length - 1; bucket++)
        {
            buckets[bucket] = i;
            while (i < hashes.Length && hashes[i] >> shift == (uint)bucket)
                i++;
        }
        buckets[^1] = hashes.Length;
        return buckets;
    }

    /// <summary>Finds the shared runs.</summary>
    /// <param name="postings">Of all documents.</param>
    /// <param name="places">The place of each document in the canonical order.</param>
    /// <param name="sampleBits">One run in 2^this is in the sample.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static SharedGrams Of(GramBlocks postings, int[] places, int sampleBits)
    {
        // What will be used of these is known in the end; a page that is not costs nothing.
        uint[] hashes = GC.AllocateUninitializedArray<uint>((postings.Count / 2) + 1);
        int[] starts = GC.AllocateUninitializedArray<int>((postings.Count / 2) + 2);
        int[] holders = GC.AllocateUninitializedArray<int>(postings.Count + 1);
        int[] metStarts = new int[places.Length + 1];
        var sorter = new GramSorter();
        int gram = 0, filled = 0;
        for (int chain = 0; chain < GramBlocks.Chains; chain++)
        {
            ReadOnlySpan<ulong> sorted = sorter.Sort(postings, chain);
            for (int i = 0; i < sorted.Length;)
            {
                ulong last = sorted[i];
                uint hash = (uint)(last >> 32);
                int start = filled;
                holders[filled++] = places[(int)(uint)last];
                while (++i < sorted.Length && (uint)(sorted[i] >> 32) == hash)
                {
                    if (sorted[i] == last)
                        continue;
                    last = sorted[i];
                    holders[filled++] = places[(int)(uint)last];
                }
                if (filled - start < 2)
                {
                    filled = start;
                    continue;
                }
                Span<int> of = holders.AsSpan(start, filled - start);
                Sort(of);
                for (int h = 0; h < of.Length - 1; h++)
                    metStarts[of[h] + 1] += of.Length <= FewHolders ? of.Length - 1 - h : 1;
                hashes[gram] = hash;
                starts[gram++] = start;
            }
        }
        starts[gram] = filled;
        for (int place = 0; place < places.Length; place++)
            metStarts[place + 1] += metStarts[place];
        return new SharedGrams(gram, hashes, starts, holders, metStarts, sampleBits);
    }

    // What each document meets: the holders behind it of a run that few hold, or a run that more hold.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] MetOf(int count, int[] starts, int[] holders, int[] metStarts)
    {
        int[] met = GC.AllocateUninitializedArray<int>(metStarts[^1]);
        int[] next = metStarts.AsSpan(0, metStarts.Length - 1).ToArray();
        for (int gram = 0; gram < count; gram++)
        {
            ReadOnlySpan<int> of = holders.AsSpan(starts[gram], starts[gram + 1] - starts[gram]);
            for (int h = 0; h < of.Length - 1; h++)
            {
                ref int at = ref next[of[h]];
                if (of.Length > FewHolders)
                {
                    met[at++] = ~gram;
                    continue;
                }
                for (int other = h + 1; other < of.Length; other++)
                    met[at++] = of[other];
            }
        }
        return met;
    }

    // Most runs have two or three holders.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sort(Span<int> holders)
    {
        if (holders.Length > 3)
        {
            holders.Sort();
            return;
        }
        Order(ref holders[0], ref holders[1]);
        if (holders.Length == 2)
            return;
        Order(ref holders[1], ref holders[2]);
        Order(ref holders[0], ref holders[1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Order(ref int a, ref int b)
    {
        if (a > b)
            (a, b) = (b, a);
    }
}
