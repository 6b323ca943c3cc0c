namespace Stemma.Comparison.Fingerprints;

/// <summary>The words of all documents of a corpus: six bytes a word (hash, gap, length), each document's words side by side.</summary>
/// <remarks>Not safe for writing from several threads; safe for reading once all is written.</remarks>
internal sealed class WordStore
{
    /// <summary>In words; large enough that the arrays are few, small enough that the last one wastes little.</summary>
    private const int ChunkWords = 1 << 20;

    private readonly List<Chunk> _chunks = [];
    private readonly List<Place> _documents = [];
    private readonly Dictionary<int, (int Word, int Gap)[]> _wide = [];
    private readonly List<(int Word, int Gap)> _wideNow = [];

    /// <summary>The number of documents.</summary>
    public int Count => _documents.Count;

    /// <summary>The number of words of all documents.</summary>
    public long Words { get; private set; }

    /// <summary>Takes in a document.</summary>
    /// <param name="text">Its text in UTF-8.</param>
    /// <returns>Its words' hashes, valid as long as the store.</returns>
    public ReadOnlySpan<uint> Add(ReadOnlySpan<byte> text)
    {
        int most = WordScanner.MostWords(text.Length);
        if (_chunks.Count == 0 || _chunks[^1].Free < most)
            _chunks.Add(new Chunk(Math.Max(ChunkWords, most)));
        Chunk chunk = _chunks[^1];
        _wideNow.Clear();
        int start = chunk.Used;
        int count = WordScanner.Scan(text, chunk.Hashes.AsSpan(start), chunk.Gaps.AsSpan(start), chunk.Lengths.AsSpan(start), _wideNow);
        if (_wideNow.Count > 0)
            _wide.Add(_documents.Count, [.. _wideNow]);
        chunk.Used += count;
        if (most >= ChunkWords)
            chunk.Trim();
        _documents.Add(new Place(_chunks.Count - 1, start, count));
        Words += count;
        return chunk.Hashes.AsSpan(start, count);
    }

    /// <summary>The number of a document's words.</summary>
    public int LengthOf(int document) => _documents[document].Count;

    /// <summary>The hashes of a document's words.</summary>
    public ReadOnlySpan<uint> HashesOf(int document)
    {
        Place place = _documents[document];
        return _chunks[place.Chunk].Hashes.AsSpan(place.Start, place.Count);
    }

    /// <summary>Where the document's words start and end, in UTF-16 code units of its text, for words asked for in rising order.</summary>
    public WordPlaces PlacesOf(int document)
    {
        Place place = _documents[document];
        Chunk chunk = _chunks[place.Chunk];
        return new WordPlaces(chunk.Gaps.AsSpan(place.Start, place.Count), chunk.Lengths.AsSpan(place.Start, place.Count), _wide.GetValueOrDefault(document) ?? []);
    }

    private readonly record struct Place(int Chunk, int Start, int Count);

    private sealed class Chunk(int words)
    {
        public uint[] Hashes { get; private set; } = GC.AllocateUninitializedArray<uint>(words);

        public byte[] Gaps { get; private set; } = GC.AllocateUninitializedArray<byte>(words);

        public byte[] Lengths { get; private set; } = GC.AllocateUninitializedArray<byte>(words);

        public int Used { get; set; }

        public int Free => Hashes.Length - Used;

        // A chunk that one long document needed for itself gives back what it did not use.
        public void Trim()
        {
            Hashes = Hashes.AsSpan(0, Used).ToArray();
            Gaps = Gaps.AsSpan(0, Used).ToArray();
            Lengths = Lengths.AsSpan(0, Used).ToArray();
        }
    }
}
