using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Stemma.Languages;

namespace Stemma.Annotation.Tagging;

/// <summary>
/// The weights and word tables of a tagger, read where they lie in one block of bytes: a head of text lines that names source,
/// licence and command, then the sections that <see cref="Section"/> lists. Immutable.
/// </summary>
/// <remarks>tools/Stemma.Training writes the block; its README says how.</remarks>
internal sealed class TaggerModel
{
    /// <summary>The tags that are weighed. The last of all, X, is given to words alone that the table knows as such.</summary>
    public const int Weighed = 16;

    /// <summary>The first bytes of the binary part, after the blank line that ends the head.</summary>
    public const uint Magic = 0x31544753;

    /// <summary>The sections in their order; each is preceded by its length in bytes.</summary>
    public enum Section
    {
        /// <summary>The fingerprints of the features.</summary>
        Features,

        /// <summary>For each place of a feature its weights, <see cref="Weighed"/> signed bytes.</summary>
        Weights,

        /// <summary>The fingerprints of the words.</summary>
        Words,

        /// <summary>For each place of a word the number of its entry, 16 bits.</summary>
        Entries,

        /// <summary>The distinct entries: class (16 bits), form kinds (16), certain tag (16).</summary>
        EntryValues,

        /// <summary>How many there are.</summary>
        Count,
    }

    /// <summary>In bytes.</summary>
    private const int EntrySize = 6;

    private readonly byte[] _bytes;
    private readonly Range[] _sections;

    /// <summary>Reads a block.</summary>
    /// <exception cref="InvalidOperationException">The bytes are no such block.</exception>
    public TaggerModel(byte[] bytes)
    {
        _bytes = bytes;
        _sections = WeightFile.Sections(bytes, Magic, "a tagger", (int)Section.Count);
        NoFeature = Features.Free;
    }

    /// <summary>Reads the weights that ship with the engine.</summary>
    /// <param name="path">Below Languages.</param>
    /// <exception cref="InvalidOperationException">No such weights ship.</exception>
    public static TaggerModel Load(string path) => new(WeightFile.Load(path));

    /// <summary>The clusters of words of the language.</summary>
    public WordClusters Clusters => WordClusters.English;

    /// <summary>The features.</summary>
    public FingerprintTable Features => new(Bytes(Section.Features));

    /// <summary>A place of <see cref="Features"/> whose weights are zeros.</summary>
    public int NoFeature { get; }

    /// <summary>The weights, one vector a place of <see cref="Features"/>.</summary>
    public ReadOnlySpan<Vector128<sbyte>> Weights => MemoryMarshal.Cast<byte, Vector128<sbyte>>(Bytes(Section.Weights));

    /// <summary>The words, by <see cref="WordFacts.Word"/>.</summary>
    public FingerprintTable Words => new(Bytes(Section.Words));

    /// <summary>Adds to a word's facts what the table says of it.</summary>
    public void Describe(ref WordFacts word, FingerprintTable words)
    {
        Clusters.Describe(ref word);
        int place = words.Find(word.Word);
        if (place >= 0)
        {
            int entry = BinaryPrimitives.ReadUInt16LittleEndian(Bytes(Section.Entries)[(2 * place)..]);
            ReadOnlySpan<byte> values = Bytes(Section.EntryValues).Slice(EntrySize * entry, EntrySize);
            word.Class = BinaryPrimitives.ReadUInt16LittleEndian(values);
            word.Kinds = (FormKinds)BinaryPrimitives.ReadUInt16LittleEndian(values[2..]);
            word.Certain = (sbyte)BinaryPrimitives.ReadInt16LittleEndian(values[4..]);
        }
        if (word.Class == 0)
            word.Class = word.OpenClass();
    }

    /// <summary>The form kinds of a spelling, by its hash.</summary>
    public FormKinds KindsOf(uint word)
    {
        int place = Words.Find(word);
        return place < 0 ? FormKinds.None
            : (FormKinds)BinaryPrimitives.ReadUInt16LittleEndian(Bytes(Section.EntryValues)[((EntrySize * BinaryPrimitives.ReadUInt16LittleEndian(Bytes(Section.Entries)[(2 * place)..])) + 2)..]);
    }

    private ReadOnlySpan<byte> Bytes(Section section) => _bytes.AsSpan(_sections[(int)section]);
}
