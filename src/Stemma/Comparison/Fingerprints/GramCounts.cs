using System.Numerics;
using System.Runtime.CompilerServices;

namespace Stemma.Comparison.Fingerprints;

/// <summary>About how often each sampled run of four words stands in the corpus: never told too low, at times too high.</summary>
/// <remarks>
/// One row of a count-min sketch (Cormode and Muthukrishnan 2005) in half bytes, small enough for the processor's cache; the same
/// whatever the order of the documents.
/// </remarks>
internal sealed class GramCounts
{
    /// <summary>No more is counted.</summary>
    public const int Most = 15;

    /// <summary>In slots to a run of the corpus: fewer let more runs that stand alone pass for shared ones, more fit no cache.</summary>
    private const int SlotsToRun = 2;

    // In bits of the number of slots.
    private const int FewestBits = 10, MostBits = 28;

    // Two slots a byte.
    private readonly byte[] _counts;
    private readonly int _shift;

    private GramCounts(int bits) => (_counts, _shift) = (new byte[1 << (bits - 1)], 32 - bits);

    /// <summary>Sampled runs in the corpus, each counted as often as it stands there.</summary>
    public long Total { get; private set; }

    /// <summary>Counts.</summary>
    /// <param name="words">The words of all documents.</param>
    /// <param name="documents">Those that count.</param>
    /// <param name="runs">In the corpus.</param>
    /// <param name="sampleBits">One run in 2^this is counted.</param>
    public static GramCounts Of(WordStore words, ReadOnlySpan<int> documents, long runs, int sampleBits)
    {
        var result = new GramCounts(Math.Clamp(BitOperations.Log2((ulong)((runs >> sampleBits) * SlotsToRun) | 1), FewestBits, MostBits));
        byte[] counts = result._counts;
        int shift = result._shift;
        uint mask = (1u << sampleBits) - 1;
        uint[] buffer = [], sample = [];
        long total = 0;
        foreach (int document in documents)
        {
            ReadOnlySpan<uint> text = words.HashesOf(document, ref buffer);
            if (sample.Length < text.Length)
                sample = new uint[text.Length * 2];
            int sampled = GramHash.Sample(text, mask, sample);
            uint before = 0;
            foreach (uint gram in sample.AsSpan(0, sampled))
            {
                // A word repeated without end is one run.
                if (gram == before)
                    continue;
                before = gram;
                total++;
                uint slot = gram >> shift;
                int half = (int)(slot & 1) << 2;
                ref byte count = ref counts[slot >> 1];
                if (((count >> half) & Most) != Most)
                    count += (byte)(1 << half);
            }
        }
        result.Total = total;
        return result;
    }

    /// <summary>How often the run stands in the corpus, about; <see cref="Most"/> for that and more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Of(uint gram)
    {
        uint slot = gram >> _shift;
        return (_counts[slot >> 1] >> ((int)(slot & 1) << 2)) & Most;
    }

    /// <summary>How many runs stand in the corpus more than once and less than <see cref="Most"/> times, each counted as often as it stands there.</summary>
    /// <param name="more">How many stand there more often, counted in the same way.</param>
    public long Shared(out long more)
    {
        Span<long> pairs = stackalloc long[byte.MaxValue + 1];
        foreach (byte count in _counts)
            pairs[count]++;
        long alone = 0, shared = 0;
        for (int pair = 0; pair < pairs.Length; pair++)
        {
            foreach (int count in (ReadOnlySpan<int>)[pair & Most, pair >> 4])
            {
                if (count == 1)
                    alone += pairs[pair];
                else if (count < Most)
                    shared += pairs[pair] * count;
            }
        }
        more = Total - alone - shared;
        return shared;
    }
}
