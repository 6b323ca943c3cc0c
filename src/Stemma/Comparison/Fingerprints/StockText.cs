using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stemma.Comparison.Fingerprints;

/// <summary>Tells stock text: runs of words that stand in many documents which have nothing else in common.</summary>
internal sealed class StockText
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

    // A bit for each hash that may be stock, so that the rest need not be looked up.
    private const int FilterBits = 20;

    private readonly SharedGrams _grams;
    private readonly bool[] _stock;
    private readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];
    private readonly uint _sampleMask;

    private StockText(SharedGrams grams, bool[] stock, int sampleBits)
    {
        (_grams, _stock, _sampleMask) = (grams, stock, (1u << sampleBits) - 1);
        for (int gram = 0; gram < stock.Length; gram++)
        {
            if (stock[gram])
                _filter[grams.HashOf(gram) >> (32 - FilterBits + 6)] |= 1UL << (int)((grams.HashOf(gram) >> (32 - FilterBits)) & 63);
        }
    }

    /// <summary>Finds the stock text of a corpus.</summary>
    /// <param name="grams">The runs that several documents hold.</param>
    /// <param name="documents">The number of documents.</param>
    /// <param name="sampleBits">One run in 2^this is in the sample.</param>
    /// <param name="groups">The groups of copies known so far.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static StockText Of(SharedGrams grams, int documents, int sampleBits, DisjointGroups groups)
    {
        bool[] stock = new bool[grams.Count];
        int most = Math.Clamp(documents / DocumentsToGroup, MostGroupsOfFew, MostGroups);
        Span<int> seen = stackalloc int[MostGroups];
        for (int gram = 0; gram < stock.Length; gram++)
        {
            ReadOnlySpan<int> holders = grams.DocumentsOf(gram);
            if (holders.Length <= most)
                continue;
            int count = 0;
            foreach (int holder in holders)
            {
                int group = groups.Find(holder);
                if (seen[..count].Contains(group))
                    continue;
                if (count == most)
                {
                    stock[gram] = true;
                    break;
                }
                seen[count++] = group;
            }
        }
        return new StockText(grams, stock, sampleBits);
    }

    /// <summary>How many words of a shared run are no stock text, as far as the sample tells; all where the sample says nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int OwnWords(ReadOnlySpan<uint> run)
    {
        int sampled = 0, stock = 0;
        ref uint first = ref MemoryMarshal.GetReference(run);
        for (int i = 0; i + GramHash.Words <= run.Length; i++)
        {
            uint hash = GramHash.Of(ref Unsafe.Add(ref first, i));
            if ((hash & _sampleMask) != 0)
                continue;
            sampled++;
            if ((_filter[hash >> (32 - FilterBits + 6)] >> (int)((hash >> (32 - FilterBits)) & 63) & 1) != 0 && _grams.Find(hash) is >= 0 and var gram && _stock[gram])
                stock++;
        }
        return sampled == 0 ? run.Length : (int)((long)run.Length * (sampled - stock) / sampled);
    }
}
