using System.Buffers.Binary;
using Stemma.Languages;

namespace Stemma.Annotation.Tagging;

/// <summary>
/// Clusters of words that stand in like places of very much text, at three grains, each inside the next coarser one: what a model that learned from
/// little text knows of words it never met. Read where they lie in one block of bytes. Immutable.
/// </summary>
/// <remarks>tools/Stemma.Training writes the block; its README says how. After Koo, Carreras and Collins 2008 ("Simple Semi-supervised Dependency Parsing").</remarks>
internal sealed class WordClusters
{
    /// <summary>The first bytes of the binary part, after the blank line that ends the head.</summary>
    public const uint Magic = 0x31434C53;

    /// <summary>The sections in their order; each is preceded by its length in bytes.</summary>
    public enum Section
    {
        /// <summary>The fingerprints of the words, by <see cref="WordFacts.Word"/>.</summary>
        Words,

        /// <summary>For each place of a word its cluster, 16 bits, from 1.</summary>
        Clusters,

        /// <summary>For each cluster, from 0 for none, the middle one that it is part of, 8 bits, from 1.</summary>
        Middle,

        /// <summary>The same, the coarse one.</summary>
        Coarse,

        /// <summary>How many there are.</summary>
        Count,
    }

    private static readonly Lazy<WordClusters> s_english = new(() => new WordClusters(WeightFile.Load("En/clusters.bin")));

    private readonly byte[] _bytes;
    private readonly Range[] _sections;

    /// <summary>Reads a block.</summary>
    /// <exception cref="InvalidOperationException">The bytes are no such block.</exception>
    public WordClusters(byte[] bytes)
    {
        _bytes = bytes;
        _sections = WeightFile.Sections(bytes, Magic, "clusters of words", (int)Section.Count);
    }

    /// <summary>The clusters of English words; they are read when they are first asked for.</summary>
    public static WordClusters English => s_english.Value;

    /// <summary>Adds to a word's facts the clusters that it is in; 0 where the table does not have the word.</summary>
    public void Describe(ref WordFacts word)
    {
        int place = new FingerprintTable(Bytes(Section.Words)).Find(word.Word);
        word.Cluster = place < 0 ? (ushort)0 : BinaryPrimitives.ReadUInt16LittleEndian(Bytes(Section.Clusters)[(2 * place)..]);
        word.MiddleCluster = MiddleOf(word.Cluster);
    }

    /// <summary>The cluster of a word in small letters, 0 where the table does not have it.</summary>
    public ushort Of(string word)
    {
        var facts = WordFacts.Of(word);
        Describe(ref facts);
        return facts.Cluster;
    }

    /// <summary>The middle cluster that a cluster is part of; 0 of 0.</summary>
    public byte MiddleOf(ushort cluster) => Bytes(Section.Middle)[cluster];

    /// <summary>The coarse cluster that a cluster is part of; 0 of 0.</summary>
    public byte CoarseOf(ushort cluster) => Bytes(Section.Coarse)[cluster];

    private ReadOnlySpan<byte> Bytes(Section section) => _bytes.AsSpan(_sections[(int)section]);
}
