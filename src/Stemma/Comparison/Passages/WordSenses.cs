using Stemma.Languages;

namespace Stemma.Comparison.Passages;

/// <summary>The senses of a word.</summary>
/// <param name="Groups">Their numbers, sorted.</param>
/// <param name="Mask">A bit for each by its number modulo 64: two words without a common bit share no sense.</param>
internal sealed record WordSenses(int[] Groups, ulong Mask)
{
    private static readonly WordSenses s_none = new([], 0);

    /// <summary>The senses of these numbers.</summary>
    public static WordSenses Of(int[] groups)
    {
        ulong mask = 0;
        foreach (int group in groups)
            mask |= 1UL << (group & 63);
        return mask == 0 ? s_none : new WordSenses(groups, mask);
    }

    /// <summary>True where the two words have a sense in common.</summary>
    public bool Share(WordSenses other) => (Mask & other.Mask) != 0 && WordRelations.Share(Groups, other.Groups);
}
