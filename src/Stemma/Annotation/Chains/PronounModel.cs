using System.Runtime.InteropServices;
using Stemma.Languages;

namespace Stemma.Annotation.Chains;

/// <summary>
/// Tells by whole numbers how well a chain fits a pronoun: the sum of the weights of its facts and of all pairs of them, read
/// where they lie in one block of bytes after a head of text lines that name source, licence and command. Immutable.
/// </summary>
/// <remarks>tools/Stemma.Training writes the block; docs/decisions/pronouns.md tells how well it does.</remarks>
internal sealed class PronounModel
{
    /// <summary>The first bytes of the binary part, after the blank line that ends the head.</summary>
    public const uint Magic = 0x31525053;

    /// <summary>The places that pairs share are 2 to this power. With 15 the score on held-back parts of GAP fell by some tenths.</summary>
    private const int PairBits = 17;

    private const int Single = PronounFeatures.Kinds * PronounFeatures.Values;

    /// <summary>The number of weights.</summary>
    public const int Size = Single + (1 << PairBits);

    private static readonly Lazy<PronounModel> s_english = new(() => Load("En/pronouns.bin"));

    private readonly byte[] _bytes;
    private readonly int _start;

    /// <summary>Reads a block.</summary>
    /// <exception cref="InvalidOperationException">The bytes are no such block.</exception>
    public PronounModel(byte[] bytes)
    {
        (_bytes, _start) = (bytes, WeightFile.Start(bytes, Magic, "pronouns"));
        if (bytes.Length != _start + Size)
            throw new InvalidOperationException("The bytes are no weights of pronouns.");
    }

    /// <summary>The weights of English; read when first asked for.</summary>
    public static PronounModel English => s_english.Value;

    /// <summary>The score of what <see cref="PronounFeatures"/> tells; more is better.</summary>
    public int Score(List<int> facts)
    {
        ReadOnlySpan<sbyte> weights = MemoryMarshal.Cast<byte, sbyte>(_bytes.AsSpan(_start, Size));
        ReadOnlySpan<int> numbers = CollectionsMarshal.AsSpan(facts);
        int sum = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            sum += weights[numbers[i]];
            for (int j = 0; j < i; j++)
                sum += weights[Pair(numbers[j], numbers[i])];
        }
        return sum;
    }

    /// <summary>The place of the weight of two facts.</summary>
    public static int Pair(int first, int second) => Single + (int)(((uint)((first << 11) | second) * 0x9E3779B1u) >> (32 - PairBits));

    private static PronounModel Load(string path) => new(WeightFile.Load(path));
}
