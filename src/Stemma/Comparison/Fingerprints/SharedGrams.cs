using System.Runtime.CompilerServices;

namespace Stemma.Comparison.Fingerprints;

/// <summary>The sampled runs that several documents hold: from a run to its documents and from a document to its runs.</summary>
internal sealed class SharedGrams
{
    private readonly uint[] _hashes;
    private readonly int[] _starts;
    private readonly int[] _documents;
    private readonly int[] _gramStarts;
    private readonly int[] _grams;
    private readonly int[] _buckets;

    private SharedGrams(uint[] hashes, int[] starts, int[] documents, int[] gramStarts, int[] grams)
    {
        (_hashes, _starts, _documents, _gramStarts, _grams) = (hashes, starts, documents, gramStarts, grams);
        _buckets = BucketsOf(hashes);
    }

    /// <summary>The number of runs.</summary>
    public int Count => _hashes.Length;

    /// <summary>The hash of a run.</summary>
    public uint HashOf(int gram) => _hashes[gram];

    /// <summary>The documents that hold a run, each once.</summary>
    public ReadOnlySpan<int> DocumentsOf(int gram) => _documents.AsSpan(_starts[gram], _starts[gram + 1] - _starts[gram]);

    /// <summary>The runs that a document shares with others.</summary>
    public ReadOnlySpan<int> GramsOf(int document) => _grams.AsSpan(_gramStarts[document], _gramStarts[document + 1] - _gramStarts[document]);

    /// <summary>The run with this hash, -1 where no two documents hold it or it is not in the sample.</summary>
    public int Find(uint hash)
    {
        int bucket = (int)(hash >> BucketShift);
        int i = _buckets[bucket], end = _buckets[bucket + 1];
        while (i < end && _hashes[i] < hash)
            i++;
        return i < end && _hashes[i] == hash ? i : -1;
    }

    /// <summary>Puts the documents of runs with many of them in the order of their ranks.</summary>
    /// <param name="ranks">The rank of each document.</param>
    /// <param name="more">In documents: runs with no more than these are left as they are.</param>
    public void Arrange(int[] ranks, int more)
    {
        for (int gram = 0; gram < Count; gram++)
        {
            int length = _starts[gram + 1] - _starts[gram];
            if (length > more)
                _documents.AsSpan(_starts[gram], length).Sort((a, b) => ranks[a].CompareTo(ranks[b]));
        }
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
    /// <param name="postings">Sorted by hash, documents of one hash in rising order.</param>
    /// <param name="documents">The number of documents.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static SharedGrams Of(ReadOnlySpan<ulong> postings, int documents)
    {
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
                    holders[filled] = (int)(uint)posting;
                filled++;
            }
            i = end;
            if (filled - start < 2)
            {
                filled = start;
                continue;
            }
            hashes[gram] = hash;
            starts[gram++] = start;
            for (int h = start; h < filled; h++)
                gramStarts[holders[h] + 1]++;
        }
        starts[gram] = filled;
        for (int d = 0; d < documents; d++)
            gramStarts[d + 1] += gramStarts[d];
        int[] grams = new int[held];
        int[] next = gramStarts.AsSpan(0, documents).ToArray();
        for (int g = 0; g < shared; g++)
        {
            foreach (int document in holders.AsSpan(starts[g], starts[g + 1] - starts[g]))
                grams[next[document]++] = g;
        }
        return new SharedGrams(hashes, starts, holders, gramStarts, grams);
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
