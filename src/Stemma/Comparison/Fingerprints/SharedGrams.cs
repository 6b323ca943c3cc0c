using System.Runtime.CompilerServices;

namespace Stemma.Comparison.Fingerprints;

/// <summary>The sampled runs that several documents hold: from a run to its documents and from a document to its runs.</summary>
/// <remarks>A document is named by its place in the canonical order, so that the order of holders and the order of the corpus are one.</remarks>
internal sealed class SharedGrams
{
    private readonly uint[] _hashes;
    private readonly int[] _starts;
    private readonly int[] _holders;
    private readonly int[] _gramStarts;
    private readonly int[] _grams;
    private readonly int[] _buckets;

    private SharedGrams(uint[] hashes, int[] starts, int[] holders, int[] gramStarts, int[] grams)
    {
        (_hashes, _starts, _holders, _gramStarts, _grams) = (hashes, starts, holders, gramStarts, grams);
        _buckets = BucketsOf(hashes);
    }

    /// <summary>The number of runs.</summary>
    public int Count => _hashes.Length;

    /// <summary>The hash of a run.</summary>
    public uint HashOf(int gram) => _hashes[gram];

    /// <summary>The places of the documents that hold a run, each once, in rising order.</summary>
    public ReadOnlySpan<int> HoldersOf(int gram) => _holders.AsSpan(_starts[gram], _starts[gram + 1] - _starts[gram]);

    /// <summary>The runs that the document at this place shares with others.</summary>
    public ReadOnlySpan<int> GramsOf(int place) => _grams.AsSpan(_gramStarts[place], _gramStarts[place + 1] - _gramStarts[place]);

    /// <summary>The run with this hash, -1 where no two documents hold it or it is not in the sample.</summary>
    public int Find(uint hash)
    {
        int bucket = (int)(hash >> BucketShift);
        int i = _buckets[bucket], end = _buckets[bucket + 1];
        while (i < end && _hashes[i] < hash)
            i++;
        return i < end && _hashes[i] == hash ? i : -1;
    }

    private const int BucketShift = 12;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] BucketsOf(uint[] hashes)
    {
        int[] buckets = new int[(1 << (32 - BucketShift)) + 1];
        int i = 0;
        for (int bucket = 0; bucket < buckets.Length - 1; bucket++)
        {
            buckets[bucket] = i;
            while (i < hashes.Length && hashes[i] >> BucketShift == (uint)bucket)
                i++;
        }
        buckets[^1] = hashes.Length;
        return buckets;
    }

    /// <summary>Reads the shared runs out of sorted postings (hash in the high half, document in the low).</summary>
    /// <param name="postings">Sorted by hash, documents of one hash in the order they came in.</param>
    /// <param name="places">The place of each document in the canonical order.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static SharedGrams Of(ReadOnlySpan<ulong> postings, int[] places)
    {
        int documents = places.Length;
        (int shared, int held) = CountShared(postings);
        uint[] hashes = new uint[shared];
        int[] starts = new int[shared + 1];
        int[] holders = new int[held];
        int[] gramStarts = new int[documents + 1];
        int gram = 0, filled = 0;
        for (int i = 0; i < postings.Length;)
        {
            uint hash = (uint)(postings[i] >> 32);
            int start = filled;
            int end = i;
            ulong last = ulong.MaxValue;
            while (end < postings.Length && (uint)(postings[end] >> 32) == hash)
            {
                ulong posting = postings[end++];
                if (posting == last)
                    continue;
                last = posting;
                if (filled < holders.Length)
                    holders[filled] = places[(int)(uint)posting];
                filled++;
            }
            i = end;
            if (filled - start < 2)
            {
                filled = start;
                continue;
            }
            Sort(holders.AsSpan(start, filled - start));
            hashes[gram] = hash;
            starts[gram++] = start;
            for (int h = start; h < filled; h++)
                gramStarts[holders[h] + 1]++;
        }
        starts[gram] = filled;
        for (int place = 0; place < documents; place++)
            gramStarts[place + 1] += gramStarts[place];
        int[] grams = new int[held];
        int[] next = gramStarts.AsSpan(0, documents).ToArray();
        for (int g = 0; g < shared; g++)
        {
            foreach (int place in holders.AsSpan(starts[g], starts[g + 1] - starts[g]))
                grams[next[place]++] = g;
        }
        return new SharedGrams(hashes, starts, holders, gramStarts, grams);
    }

    // Most runs have two or three holders.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sort(Span<int> holders)
    {
        if (holders.Length > 3)
            holders.Sort();
        else if (holders.Length == 2)
            Order(ref holders[0], ref holders[1]);
        else
        {
            Order(ref holders[0], ref holders[1]);
            Order(ref holders[1], ref holders[2]);
            Order(ref holders[0], ref holders[1]);
        }
    }

    private static void Order(ref int a, ref int b)
    {
        if (a > b)
            (a, b) = (b, a);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Shared, int Held) CountShared(ReadOnlySpan<ulong> postings)
    {
        int shared = 0, held = 0;
        for (int i = 0; i < postings.Length;)
        {
            int documents = 1;
            int end = i + 1;
            while (end < postings.Length && postings[end] >> 32 == postings[i] >> 32)
            {
                documents += postings[end] != postings[end - 1] ? 1 : 0;
                end++;
            }
            if (documents > 1)
            {
                shared++;
                held += documents;
            }
            i = end;
        }
        return (shared, held);
    }
}
