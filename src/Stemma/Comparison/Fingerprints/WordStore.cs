using System.Runtime.InteropServices;

namespace Stemma.Comparison.Fingerprints;

/// <summary>The words of all documents of a corpus: six bytes a word (hash, gap, length), each document's words side by side.</summary>
/// <remarks>Not safe for writing from several threads; safe for reading once all is written.</remarks>
/// <param name="memory">In bytes: what the words may take before the first of them are put aside.</param>
/// <param name="spill">Makes the stream to put them into, with random access; null where all is kept.</param>
internal sealed class WordStore(long memory, Func<Stream>? spill)
{
    /// <summary>In words; large enough that the arrays are few, small enough that the last one wastes little.</summary>
    private const int ChunkWords = 1 << 20;

    private readonly List<WordChunk> _chunks = [];
    private readonly List<Place> _documents = [];
    private readonly Dictionary<int, (int Word, int Gap)[]> _wide = [];
    private readonly List<(int Word, int Gap)> _wideNow = [];
    private readonly Lock _lock = new();
    private Stream? _aside;
    private long _held;
    private int _firstHeld;

    /// <summary>The number of documents.</summary>
    public int Count => _documents.Count;

    /// <summary>Takes in a document.</summary>
    /// <param name="text">Its text in UTF-8.</param>
    /// <returns>Its words' hashes, valid until the next call.</returns>
    public ReadOnlySpan<uint> Add(ReadOnlySpan<byte> text)
    {
        int most = WordScanner.MostWords(text.Length);
        if (_chunks.Count == 0 || _chunks[^1].Free < most)
            StartChunk(Math.Max(ChunkWords, most));
        WordChunk chunk = _chunks[^1];
        _wideNow.Clear();
        int start = chunk.Used;
        int count = WordScanner.Scan(text, chunk.Hashes.AsSpan(start), chunk.Gaps.AsSpan(start), chunk.Lengths.AsSpan(start), _wideNow);
        if (_wideNow.Count > 0)
            _wide.Add(_documents.Count, [.. _wideNow]);
        chunk.Used += count;
        _documents.Add(new Place(_chunks.Count - 1, start, count));
        return chunk.Hashes.AsSpan(start, count);
    }

    /// <summary>The number of a document's words.</summary>
    public int LengthOf(int document) => _documents[document].Count;

    /// <summary>The hashes of a document's words.</summary>
    /// <param name="document">The document.</param>
    /// <param name="buffer">Gets the words where they were put aside; valid as long as it is not used again.</param>
    public ReadOnlySpan<uint> HashesOf(int document, ref uint[] buffer)
    {
        Place place = _documents[document];
        WordChunk chunk = _chunks[place.Chunk];
        if (!chunk.IsAside)
            return chunk.Hashes.AsSpan(place.Start, place.Count);
        if (buffer.Length < place.Count)
            buffer = new uint[place.Count * 2];
        Span<uint> words = buffer.AsSpan(0, place.Count);
        Fetch(chunk.Aside + (place.Start * 4L), MemoryMarshal.AsBytes(words));
        return words;
    }

    /// <summary>The lengths of a document's words, with <see cref="WordScanner.Quoted"/> for those in quotation marks.</summary>
    public ReadOnlySpan<byte> LengthsOf(int document)
    {
        Place place = _documents[document];
        WordChunk chunk = _chunks[place.Chunk];
        if (!chunk.IsAside)
            return chunk.Lengths.AsSpan(place.Start, place.Count);
        byte[] lengths = new byte[place.Count];
        Fetch(chunk.Aside + (chunk.Used * 5L) + place.Start, lengths);
        return lengths;
    }

    /// <summary>Where the document's words start and end, in UTF-16 code units of its text, for words asked for in rising order.</summary>
    public WordPlaces PlacesOf(int document)
    {
        Place place = _documents[document];
        WordChunk chunk = _chunks[place.Chunk];
        (int, int)[] wide = _wide.GetValueOrDefault(document) ?? [];
        if (!chunk.IsAside)
            return new WordPlaces(chunk.Gaps.AsSpan(place.Start, place.Count), chunk.Lengths.AsSpan(place.Start, place.Count), wide);
        byte[] gaps = new byte[place.Count];
        Fetch(chunk.Aside + (chunk.Used * 4L) + place.Start, gaps);
        return new WordPlaces(gaps, LengthsOf(document), wide);
    }

    private void StartChunk(int words)
    {
        if (_chunks.Count > 0)
            _held -= _chunks[^1].Trim();
        while (spill is not null && _firstHeld < _chunks.Count && _held + (words * 6L) > memory)
        {
            _aside ??= spill();
            _held -= _chunks[_firstHeld++].PutAside(_aside);
        }
        _chunks.Add(new WordChunk(words));
        _held += words * 6L;
    }

    private void Fetch(long position, Span<byte> bytes)
    {
        lock (_lock)
        {
            _aside!.Position = position;
            _aside.ReadExactly(bytes);
        }
    }

    private readonly record struct Place(int Chunk, int Start, int Count);
}
