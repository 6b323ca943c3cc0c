using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stemma.Comparison.Fingerprints;

/// <summary>Tells stock text: runs of words that stand in many documents which have nothing else in common.</summary>
internal sealed class StockText
{
    /// <summary>
    /// In groups of documents that are known to be copies of each other: a run that stands in more of them is a stock phrase, a
    /// boilerplate line or a statement that everybody quotes, and no sign that one of them copied another. Found by the recall of
    /// parts (bench/score_dedupe.py, "mosaic"), which falls below two, and by invented texts with common lines.
    /// </summary>
    private const int MostGroups = 4;

    private readonly SharedGrams _grams;
    private readonly bool[] _stock;

    private StockText(SharedGrams grams, bool[] stock) => (_grams, _stock) = (grams, stock);

    /// <summary>Finds the stock text of a corpus.</summary>
    /// <param name="grams">The runs that several documents hold.</param>
    /// <param name="groups">The groups of copies known so far.</param>
    public static StockText Of(SharedGrams grams, DisjointGroups groups)
    {
        bool[] stock = new bool[grams.Count];
        Span<int> seen = stackalloc int[MostGroups];
        for (int gram = 0; gram < stock.Length; gram++)
        {
            ReadOnlySpan<int> holders = grams.DocumentsOf(gram);
            if (holders.Length <= MostGroups)
                continue;
            int count = 0;
            foreach (int holder in holders)
            {
                int group = groups.Find(holder);
                if (seen[..count].Contains(group))
                    continue;
                if (count == MostGroups)
                {
                    stock[gram] = true;
                    break;
                }
                seen[count++] = group;
            }
        }
        return new StockText(grams, stock);
    }

    /// <summary>How many words of a shared run are no stock text, as far as the sample tells; all where the sample says nothing.</summary>
    public int OwnWords(ReadOnlySpan<uint> run)
    {
        int sampled = 0, stock = 0;
        ref uint first = ref MemoryMarshal.GetReference(run);
        for (int i = 0; i + GramHash.Words <= run.Length; i++)
        {
            int gram = _grams.Find(GramHash.Of(ref Unsafe.Add(ref first, i)));
            if (gram < 0)
                continue;
            sampled++;
            stock += _stock[gram] ? 1 : 0;
        }
        return sampled == 0 ? run.Length : (int)((long)run.Length * (sampled - stock) / sampled);
    }
}
