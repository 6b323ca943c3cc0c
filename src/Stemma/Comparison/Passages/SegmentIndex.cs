using System.Runtime.CompilerServices;

namespace Stemma.Comparison.Passages;

/// <summary>In which segments of one text each stem stands; stems that stand in many segments are left out.</summary>
/// <remarks>
/// Of segments that are the same word for word the first few alone are listed: in a text that holds another many times over,
/// they stand for all. Linear in the text but for sorting the stems of a segment, which is capped in length.
/// </remarks>
internal sealed class SegmentIndex
{
    /// <summary>In segments of one text. A stem in more of them finds too much to be worth looking up.</summary>
    private const int MostSegmentsOfAStem = 12;

    /// <summary>In segments that are the same word for word.</summary>
    private const int MostCopies = 3;

    private readonly ComparedText _text;
    private readonly Dictionary<ulong, int> _firsts;
    private readonly StemTable _slots;
    private readonly int[] _listStarts;
    private readonly int[] _lists;
    private readonly int[] _stems;
    private readonly int[] _stemStarts;

    /// <summary>The weight of each segment: the sum over its distinct stems.</summary>
    public double[] Weights { get; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public SegmentIndex(ComparedText text, StoryVocabulary vocabulary)
    {
        _text = text;
        int segments = text.Segments.Length;
        _firsts = new Dictionary<ulong, int>(segments);
        Weights = new double[segments];
        _stemStarts = new int[segments + 1];
        _stems = new int[text.Stems.Length];
        _slots = new StemTable(Math.Min(text.Stems.Length / 2, 1 << 16));
        var counts = new List<int>();
        bool[] repeats = FindRepeats();
        int kept = 0;
        for (int s = 0; s < segments; s++)
        {
            Segment segment = text.Segments[s];
            Span<int> stems = _stems.AsSpan(kept, segment.Count);
            text.Stems.AsSpan(segment.First, segment.Count).CopyTo(stems);
            Sort(stems);
            int distinct = 0;
            for (int i = 0; i < stems.Length; i++)
            {
                if (i > 0 && stems[i] == stems[i - 1])
                    continue;
                int stem = stems[distinct++] = stems[i];
                Weights[s] += vocabulary.Weight(stem);
                if (repeats[s])
                    continue;
                int slot = _slots.Number(stem);
                if (slot == counts.Count)
                    counts.Add(1);
                else
                    counts[slot]++;
            }
            kept += distinct;
            _stemStarts[s + 1] = kept;
        }
        _listStarts = new int[counts.Count + 1];
        for (int i = 0; i < counts.Count; i++)
            _listStarts[i + 1] = _listStarts[i] + (counts[i] <= MostSegmentsOfAStem ? counts[i] : 0);
        _lists = new int[_listStarts[^1]];
        int[] next = _listStarts[..^1];
        for (int s = 0; s < segments; s++)
        {
            foreach (int stem in repeats[s] ? [] : Stems(s))
            {
                int slot = _slots.Find(stem);
                if (counts[slot] <= MostSegmentsOfAStem)
                    _lists[next[slot]++] = s;
            }
        }
    }

    // Segments are so short that sorting by insertion is faster than any other way.
    private static void Sort(Span<int> numbers)
    {
        for (int i = 1; i < numbers.Length; i++)
        {
            int number = numbers[i], at = i;
            for (; at > 0 && numbers[at - 1] > number; at--)
                numbers[at] = numbers[at - 1];
            numbers[at] = number;
        }
    }

    /// <summary>The distinct stems of a segment, sorted by their numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<int> Stems(int segment) => _stems.AsSpan(_stemStarts[segment].._stemStarts[segment + 1]);

    /// <summary>The segments that hold the stem, in order; none for a stem that is in many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<int> With(int stem)
    {
        int slot = _slots.Find(stem);
        return slot < 0 ? [] : _lists.AsSpan(_listStarts[slot].._listStarts[slot + 1]);
    }

    /// <summary>The first segment that has the same words as a segment of another text, -1 where none has.</summary>
    public int FirstSame(ComparedText other, int segment)
    {
        ReadOnlySpan<int> words = WordsOf(other, segment);
        return _firsts.TryGetValue(Hash(words), out int first) && words.SequenceEqual(WordsOf(_text, first)) ? first : -1;
    }

    private bool[] FindRepeats()
    {
        var repeats = new bool[_text.Segments.Length];
        var copies = new int[_text.Segments.Length];
        for (int s = 0; s < repeats.Length; s++)
        {
            ReadOnlySpan<int> words = WordsOf(_text, s);
            ulong hash = Hash(words);
            if (!_firsts.TryAdd(hash, s) && words.SequenceEqual(WordsOf(_text, _firsts[hash])))
                repeats[s] = ++copies[_firsts[hash]] >= MostCopies;
        }
        return repeats;
    }

    private static ReadOnlySpan<int> WordsOf(ComparedText text, int segment) => text.Words.AsSpan(text.Segments[segment].First, text.Segments[segment].Count);

    /// <summary>FNV-1a; who uses it must compare the words, too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Hash(ReadOnlySpan<int> words)
    {
        ulong hash = 14695981039346656037;
        foreach (int word in words)
            hash = (hash ^ (uint)word) * 1099511628211;
        return hash;
    }
}
