using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stemma.Comparison.Fingerprints;

/// <summary>Tells stock text: runs of words that stand in many documents which have nothing else in common.</summary>
/// <remarks>
/// Counted is only what is watched, but of that every run of four words and every document, not a sample: a
/// short run has one or two of them. Not safe for writing from several threads; safe for reading once all is counted.
/// </remarks>
internal sealed class StockText : OwnText
{
    /// <summary>
    /// In groups of documents that are known to be copies of each other: a run that stands in more of them is a stock phrase, a
    /// boilerplate line or a statement that everybody quotes, and no sign that one of them copied another. Below, parts of much
    /// copied short texts are lost (bench/score_dedupe.py, "mosaic"); above, lines that few documents hold join them.
    /// </summary>
    private const int MostGroups = 8;

    /// <summary>As <see cref="MostGroups"/>, in small corpora, where no line can stand in many documents.</summary>
    private const int MostGroupsOfFew = 4;

    /// <summary>In documents to a group: how the bound grows from the one to the other.</summary>
    private const int DocumentsToGroup = 100;

    /// <summary>In words of the corpus: of a larger one, a sample of the runs is counted, so that the table stays small.</summary>
    private const long MostWords = 1L << 26;

    /// <summary>
    /// In bits: what a run must tell before it counts, for it may begin at any of the hundreds of words of a document. Set to the
    /// logarithm of a usual article's length, not tried.
    /// </summary>
    private const double ChanceBits = 9;

    // In bits of a filter to a hash that is watched, so that most of the rest need not be looked up; and how many at most.
    private const int BitsToHash = 16;
    private const int MostFilterBits = 1 << 22;

    private ulong[] _filter = [];
    private int _filterShift;
    private readonly int _documents;
    private readonly int _most;
    private readonly uint _sampleMask;
    private Entry[] _entries = new Entry[1 << 10];
    private int _count;

    /// <summary>Counts nothing as yet.</summary>
    /// <param name="documents">In the corpus.</param>
    /// <param name="words">In the corpus.</param>
    public StockText(int documents, long words)
    {
        _documents = documents;
        _most = MostGroupsIn(documents);
        while (words >> System.Numerics.BitOperations.PopCount(_sampleMask) > MostWords)
            _sampleMask = (_sampleMask << 1) | 1;
    }

    /// <summary>In groups: a run that stands in more of them is stock text.</summary>
    public static int MostGroupsIn(int documents) => Math.Clamp(documents / DocumentsToGroup, MostGroupsOfFew, MostGroups);

    /// <summary>Takes note of the runs of four words in it, so that they will be counted.</summary>
    public void Watch(ReadOnlySpan<uint> run)
    {
        ref uint first = ref MemoryMarshal.GetReference(run);
        for (int i = 0; i + GramHash.Words <= run.Length; i++)
        {
            uint hash = GramHash.Of(ref Unsafe.Add(ref first, i));
            if ((hash & _sampleMask) == 0)
                Watch(hash);
        }
    }

    /// <summary>Takes note of all that the other has taken note of.</summary>
    public void Watch(StockText other)
    {
        foreach (Entry entry in other._entries)
        {
            if (entry.Hash != 0)
                Watch(entry.Hash);
        }
    }

    private void Watch(uint hash)
    {
        ref Entry entry = ref Find(hash);
        if (entry.Hash != 0)
            return;
        entry = new Entry { Hash = hash | Used(hash), LastGroup = -1 };
        if (++_count * 2 > _entries.Length)
            Grow();
    }

    // An entry without a hash is free; the one hash that looks like that counts as its neighbour.
    private static uint Used(uint hash) => hash == 0 ? 1u : 0u;

    private ref Entry Find(uint hash)
    {
        hash |= Used(hash);
        int mask = _entries.Length - 1;
        // The low bits of a sample are all zero.
        for (int slot = (int)(hash >> 6) & mask; ; slot = (slot + 1) & mask)
        {
            ref Entry entry = ref _entries[slot];
            if (entry.Hash == hash || entry.Hash == 0)
                return ref entry;
        }
    }

    private void Grow()
    {
        Entry[] old = _entries;
        _entries = new Entry[old.Length * 2];
        foreach (Entry entry in old)
        {
            if (entry.Hash != 0)
                Find(entry.Hash) = entry;
        }
    }

    /// <summary>Counts in how many groups each run stands.</summary>
    /// <param name="words">The words of all documents.</param>
    /// <param name="documents">The documents that may hold what is watched; those of one group side by side.</param>
    /// <param name="groups">The groups of copies known so far.</param>
    /// <returns>The documents that do, in the same order.</returns>
    public List<int> Count(WordStore words, IReadOnlyList<int> documents, DisjointGroups groups)
    {
        MakeFilter();
        uint[] buffer = [];
        var holders = new List<int>();
        foreach (int document in documents)
        {
            ReadOnlySpan<uint> text = words.HashesOf(document, ref buffer);
            int group = groups.Find(document);
            bool isHolder = false;
            ref uint first = ref MemoryMarshal.GetReference(text);
            for (int i = 0; i + GramHash.Words <= text.Length; i++)
            {
                uint hash = GramHash.Of(ref Unsafe.Add(ref first, i));
                if (!IsWatched(hash))
                    continue;
                ref Entry entry = ref Find(hash);
                if (entry.Hash == 0)
                    continue;
                isHolder = true;
                if (entry.LastGroup == group)
                    continue;
                entry.LastGroup = group;
                entry.Groups++;
            }
            if (isHolder)
                holders.Add(document);
        }
        return holders;
    }

    private void MakeFilter()
    {
        int bits = (int)Math.Clamp(System.Numerics.BitOperations.RoundUpToPowerOf2((uint)_count * BitsToHash), 64, MostFilterBits);
        _filter = new ulong[bits / 64];
        _filterShift = 32 - System.Numerics.BitOperations.Log2((uint)bits);
        foreach (Entry entry in _entries)
        {
            uint bit = entry.Hash >> _filterShift;
            if (entry.Hash != 0)
                _filter[bit >> 6] |= 1UL << (int)(bit & 63);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsWatched(uint hash)
    {
        uint bit = hash >> _filterShift;
        return (_filter[bit >> 6] >> (int)(bit & 63) & 1) != 0;
    }

    /// <summary>
    /// How many words of a shared run are no stock text: those that stand in a run of four which is none. So a run that is stock from
    /// end to end does not count. But where stock phrases follow each other as nowhere else, the whole run tells what its parts
    /// do not: then it counts for as many words as would tell as much.
    /// </summary>
    public override int OwnWords(ReadOnlySpan<uint> run)
    {
        int own = 0, counted = 0;
        double bits = 0, rarity = 0;
        bool isStock = false;
        ref uint first = ref MemoryMarshal.GetReference(run);
        for (int i = 0; i + GramHash.Words <= run.Length; i++)
        {
            uint hash = GramHash.Of(ref Unsafe.Add(ref first, i));
            // What is not in the sample is as what stands before it.
            if ((hash & _sampleMask) == 0)
            {
                int groups = IsWatched(hash) ? Find(hash).Groups : 0;
                isStock = groups > _most;
                // Of those who hold the four words before, how many can hold these? Never more than hold them: so it tells at least that much.
                double now = Math.Log2((double)_documents / Math.Max(groups, _most));
                bits += Math.Max(0, now - rarity);
                rarity = now;
            }
            if (isStock)
                continue;
            own += i + GramHash.Words - Math.Max(i, counted);
            counted = i + GramHash.Words;
        }
        double bitsOfWord = Math.Log2((double)_documents / _most) / GramHash.Words;
        return own == run.Length ? own : Math.Clamp((int)((bits - ChanceBits) / bitsOfWord), own, run.Length);
    }

    private struct Entry
    {
        public uint Hash;
        public int LastGroup;
        public int Groups;
    }
}
