using System.Runtime.CompilerServices;

namespace Stemma.Comparison.Fingerprints;

/// <summary>Takes in the documents of a corpus one after the other; <see cref="Find"/> then tells which are copies of each other.</summary>
/// <remarks>
/// What it keeps of a document: six bytes a word and its id; words that outgrow <see cref="CopyOptions.Memory"/> go to
/// <see cref="CopyOptions.Spill"/>. The search then takes eight bytes for each word run of a sample. Use it from one thread. The
/// findings depend on the documents alone, not on their order or the number of threads.
/// </remarks>
public sealed class CorpusIndex
{
    private readonly CopyOptions _options;
    private readonly List<string> _ids = [];
    private readonly Dictionary<(ulong, ulong), int> _first = [];
    private readonly List<int> _sameAs = [];

    /// <summary>An index without documents.</summary>
    public CorpusIndex(CopyOptions options)
    {
        _options = options;
        Words = new WordStore(options.Memory / 3, options.Spill);
    }

    /// <summary>The number of documents.</summary>
    public int Count => _ids.Count;

    internal WordStore Words { get; }

    /// <summary>Takes in a document.</summary>
    /// <param name="id">Its id, unique in the corpus.</param>
    /// <param name="text">Its text in UTF-8; what is found is told in UTF-16 code units of it.</param>
    public void Add(string id, ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<uint> words = Words.Add(text);
        int document = _ids.Count;
        _ids.Add(id);
        int first = document;
        if (words.Length >= CopyDecision.ShortestDocument && !_first.TryAdd(HashOf(words), document))
            first = _first[HashOf(words)];
        _sameAs.Add(first);
    }

    /// <summary>Which documents are copies of each other.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public CorpusCopies Find() => new CopySearch(_options, Words, _ids, _sameAs).Run();

    // Two sums over the words in order, each of 64 bits.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (ulong, ulong) HashOf(ReadOnlySpan<uint> words)
    {
        ulong a = 0x243F6A8885A308D3, b = (ulong)words.Length;
        foreach (uint word in words)
        {
            a = (a ^ word) * 0x9E3779B97F4A7C15UL;
            b = ((b << 5) | (b >> 59)) ^ (word * 0xC2B2AE3D27D4EB4FUL);
        }
        return (a ^ (a >> 32), b);
    }
}
