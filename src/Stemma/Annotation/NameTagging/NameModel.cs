using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Annotation.NameTagging;

/// <summary>
/// The weights and lists of a name tagger, read where they lie in one block of bytes: a head of text lines that names source,
/// licence and command, then the sections that <see cref="Section"/> lists. Immutable.
/// </summary>
/// <remarks>tools/Stemma.Training writes the block; its README says how.</remarks>
internal sealed class NameModel
{
    /// <summary>The first bytes of the binary part, after the blank line that ends the head.</summary>
    public const uint Magic = 0x314D4E53;

    /// <summary>The sections in their order; each is preceded by its length in bytes.</summary>
    public enum Section
    {
        /// <summary>The fingerprints of the features.</summary>
        Features,

        /// <summary>For each place of a feature its weights, <see cref="NameLabels.Weighed"/> signed bytes.</summary>
        Weights,

        /// <summary>For each pair of labels, the first one rising slowest, the weight of their following each other, 16 bits; and for each label the weight of its standing first and last.</summary>
        Transitions,

        /// <summary>The fingerprints of the words and longer names of the lists.</summary>
        Names,

        /// <summary>For each place of a name its <see cref="NameLists"/>, 16 bits.</summary>
        Lists,

        /// <summary>For each place of a name, or of a common word, the field of meaning that it has as a noun and the one it has as a verb, 8 bits each; 0 for none.</summary>
        Senses,

        /// <summary>How many there are.</summary>
        Count,
    }

    private static readonly Lazy<NameModel> s_english = new(() => Load("En/names.bin"));

    private readonly byte[] _bytes;
    private readonly Range[] _sections;

    /// <summary>Reads a block.</summary>
    /// <exception cref="InvalidOperationException">The bytes are no such block.</exception>
    public NameModel(byte[] bytes)
    {
        _bytes = bytes;
        _sections = WeightFile.Sections(bytes, Magic, "a name tagger", (int)Section.Count);
        NoFeature = Features.Free;
        ReadOnlySpan<byte> transitions = Bytes(Section.Transitions);
        Transitions = new int[transitions.Length / 2];
        for (int i = 0; i < Transitions.Length; i++)
            Transitions[i] = BinaryPrimitives.ReadInt16LittleEndian(transitions[(2 * i)..]);
    }

    /// <summary>The model of English; it is read when it is first asked for.</summary>
    public static NameModel English => s_english.Value;

    /// <summary>Reads the weights that ship with the engine.</summary>
    /// <param name="path">Below Languages.</param>
    /// <exception cref="InvalidOperationException">No such weights ship.</exception>
    public static NameModel Load(string path) => new(WeightFile.Load(path));

    /// <summary>The features.</summary>
    public FingerprintTable Features => new(Bytes(Section.Features));

    /// <summary>A place of <see cref="Features"/> whose weights are zeros.</summary>
    public int NoFeature { get; }

    /// <summary>The weights, one vector a place of <see cref="Features"/>.</summary>
    public ReadOnlySpan<Vector128<sbyte>> Weights => MemoryMarshal.Cast<byte, Vector128<sbyte>>(Bytes(Section.Weights));

    /// <summary>The weights of pairs of labels (first × <see cref="NameLabels.Count"/> + second), then those of the first label of a run, then those of the last.</summary>
    public int[] Transitions { get; }

    /// <summary>The words and names of the lists, by their hash.</summary>
    public FingerprintTable Names => new(Bytes(Section.Names));

    /// <summary>The lists that have the hash of a word or of a name.</summary>
    public NameLists ListsOf(FingerprintTable names, uint hash)
    {
        int place = names.Find(hash);
        return place < 0 ? NameLists.None : (NameLists)BinaryPrimitives.ReadUInt16LittleEndian(Bytes(Section.Lists)[(2 * place)..]);
    }

    /// <summary>Adds to a word what the lists say of it.</summary>
    public void Describe(ref NameWord word, FingerprintTable names)
    {
        int place = names.Find(word.Facts.Word);
        if (place < 0)
            return;
        word.Lists = (NameLists)BinaryPrimitives.ReadUInt16LittleEndian(Bytes(Section.Lists)[(2 * place)..]);
        ReadOnlySpan<byte> senses = Bytes(Section.Senses).Slice(2 * place, 2);
        word.Sense = (byte)(word.Tag is UniversalTag.Verb or UniversalTag.Aux ? senses[1] == 0 ? 0 : VerbSense + senses[1] : word.Tag is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj ? senses[0] : 0);
    }

    /// <summary>Parts the fields of verbs from those of nouns in <see cref="NameWord.Sense"/>.</summary>
    private const int VerbSense = 64;

    private ReadOnlySpan<byte> Bytes(Section section) => _bytes.AsSpan(_sections[(int)section]);
}
