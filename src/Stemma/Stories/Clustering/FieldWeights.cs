namespace Stemma.Stories.Clustering;

/// <summary>How much each field counts for telling stories apart, and how much of it is kept of a report.</summary>
internal static class FieldWeights
{
    /// <summary>The number of fields.</summary>
    public const int Fields = 5;

    // Shares, not normed. Set on the odd topics of ECB+ 1-35 over a coarse grid (steps of a quarter to a half) and told on the
    // even ones, and the other way round; both halves choose the same. Re-run `stemma eval stories` on both halves.
    private static readonly float[] s_shares = [0.5f, 0.8f, 0.5f, 0.4f, 0.5f];

    // In features; the heaviest are kept. Words and pairs of a report of some 400 words; of longer ones what stands first counts most.
    private static readonly int[] s_most = [256, 96, 48, 48, 256];

    /// <summary>
    /// In features: a field of so many counts for half of its share. One number that two texts happen to share says less than
    /// ten. Of 0, 1, 2, 4 and 8 the best on both halves of ECB+ 1-35; words are always enough and are left alone.
    /// </summary>
    private const float Half = 1;

    /// <summary>What a field of so many features counts for.</summary>
    public static float ShareOf(FeatureField field, int features) =>
        features == 0 ? 0 : field == FeatureField.Word ? s_shares[0] : s_shares[(int)field] * features / (features + Half);

    /// <summary>How many features of a field are kept.</summary>
    public static int MostOf(FeatureField field) => s_most[(int)field];
}
