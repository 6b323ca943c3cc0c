namespace Stemma.Stories.Clustering;

/// <summary>How much each field counts for telling stories apart, and how much of it is kept of a report.</summary>
internal static class FieldWeights
{
    /// <summary>The number of fields.</summary>
    public const int Fields = 6;

    // Shares, not normed. Set on the odd topics of ECB+ 1-35 over a coarse grid (steps of a quarter to a half) and told on the
    // even ones, and the other way round; both halves choose the same. Re-run `stemma eval stories` on both halves.
    private static readonly float[] s_shares = [0.5f, 0.8f, 0.5f, 0.4f, 0.5f, 1f];

    // In features; the heaviest are kept. Words and pairs of a report of some 400 words; of longer ones what stands first counts most.
    private static readonly int[] s_most = [256, 96, 48, 48, 256, 48];

    /// <summary>
    /// In features: a field of so many counts for half of its share. One number that two texts happen to share says less than
    /// ten. Of 0, 1, 2, 4 and 8 the best on both halves of ECB+ 1-35; words are always enough and are left alone.
    /// </summary>
    private const float Half = 1;

    /// <summary>
    /// In words: a text of more is known by its words, and their clusters are not kept. 48, 64, 96 and 128 are alike on whole reports, and first
    /// sentences are shorter.
    /// </summary>
    public const int MostWordsForClusters = 48;

    /// <summary>
    /// In words: of a text of so many, clusters count for half of their share. Headlines of one event seldom use the same words;
    /// in whole reports clusters only blur. Of 8, 12 and 16 all help beginnings of 70 characters by 2 to 3 points of BCubed F1.
    /// </summary>
    private const float HalfClusters = 8;

    /// <summary>What a field of so many features counts for in a text of so many words.</summary>
    public static float ShareOf(FeatureField field, int features, int words) => features == 0 ? 0 : field switch
    {
        FeatureField.Word => s_shares[0],
        FeatureField.Cluster => s_shares[(int)field] / (1 + (words / HalfClusters)),
        _ => s_shares[(int)field] * features / (features + Half),
    };

    /// <summary>How many features of a field are kept.</summary>
    public static int MostOf(FeatureField field) => s_most[(int)field];
}
