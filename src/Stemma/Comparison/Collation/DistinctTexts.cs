namespace Stemma.Comparison.Collation;

/// <summary>The different texts among the witnesses: those with the same forms throughout are aligned once.</summary>
/// <remarks>They are ordered by their words alone, so that nothing after depends on names or on the order of the input.</remarks>
internal sealed class DistinctTexts
{
    private DistinctTexts(int[][] forms, int[] textOf)
    {
        Forms = forms;
        TextOf = textOf;
    }

    /// <summary>The forms of each text.</summary>
    public int[][] Forms { get; }

    /// <summary>Which text each witness has.</summary>
    public int[] TextOf { get; }

    /// <summary>Gathers the texts of the witnesses.</summary>
    public static DistinctTexts Of(IReadOnlyList<WitnessWords> witnesses)
    {
        var order = new int[witnesses.Count];
        for (int w = 0; w < order.Length; w++)
            order[w] = w;
        Array.Sort(order, (a, b) => Compare(witnesses[a], witnesses[b]) is not 0 and int c ? c : a.CompareTo(b));
        var forms = new List<int[]>();
        var textOf = new int[order.Length];
        for (int k = 0; k < order.Length; k++)
        {
            if (k == 0 || Compare(witnesses[order[k - 1]], witnesses[order[k]]) != 0)
                forms.Add(witnesses[order[k]].Forms);
            textOf[order[k]] = forms.Count - 1;
        }
        return new DistinctTexts([.. forms], textOf);
    }

    private static int Compare(WitnessWords a, WitnessWords b) => a.Forms.AsSpan().SequenceCompareTo(b.Forms);
}
