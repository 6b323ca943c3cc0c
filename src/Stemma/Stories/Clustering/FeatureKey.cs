namespace Stemma.Stories.Clustering;

/// <summary>The number that stands for a feature: three bits for its field, 29 of a hash of its words.</summary>
/// <remarks>Stored with reports: a change of the hash is a new version of <see cref="FeatureBytes"/>.</remarks>
internal static class FeatureKey
{
    private const int HashBits = 29;

    /// <summary>The key of the words in the field. FNV-1a (64 bits) over the UTF-16 code units, folded.</summary>
    public static uint Of(FeatureField field, ReadOnlySpan<char> words) => ((uint)field << HashBits) | (uint)(Hash(words) >> (64 - HashBits));

    /// <summary>The hash of a word, well mixed in all bits.</summary>
    public static ulong Hash(ReadOnlySpan<char> words)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (char c in words)
            hash = (hash ^ c) * 0x100000001B3;
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 29);
    }

    /// <summary>The field of a key.</summary>
    public static FeatureField FieldOf(uint key) => (FeatureField)(key >> HashBits);
}
