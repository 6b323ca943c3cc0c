namespace Stemma.Comparison.Collation;

/// <summary>
/// The alignment of all texts: they join one by one in guide order, then each is taken out and set in again (progressive
/// alignment with iterative refinement, Barton and Sternberg 1987).
/// </summary>
internal sealed class MultipleAlignment
{
    /// <summary>How often all texts are set in again at most; most collations rest after one.</summary>
    private const int Rounds = 2;

    /// <summary>In words of all texts times texts: above it nothing is set in again.</summary>
    /// <remarks>A thousand reports of a thousand words; each round costs about as much as the first alignment.</remarks>
    private const long LargestRefined = 1_000_000_000;

    private MultipleAlignment(int columns, int[][] columnOf)
    {
        Columns = columns;
        ColumnOf = columnOf;
    }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>For each text the column of each word, rising.</summary>
    public int[][] ColumnOf { get; }

    /// <summary>Aligns the texts. The same for any order in which they were given, as they are ordered by their words.</summary>
    public static MultipleAlignment Of(int[][] texts, WordForms forms, CancellationToken cancellation)
    {
        WordRuns runs = WordRuns.Of(texts);
        int[] order = GuideOrder.Of(runs, texts, cancellation);
        var columns = new AlignmentColumns();
        var index = new AnchorIndex(runs);
        var placer = new TextPlacer(forms, columns, index);
        var placed = new int[texts.Length][];
        for (int k = 0; k < order.Length; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            SetIn(order[k], k);
        }
        long size = texts.Sum(t => (long)t.Length) * texts.Length;
        bool moved = texts.Length > 2 && size <= LargestRefined;
        for (int round = 0; round < Rounds && moved; round++)
        {
            moved = false;
            foreach (int text in order)
            {
                cancellation.ThrowIfCancellationRequested();
                int[] before = placed[text];
                index.Remove(text, before);
                for (int i = 0; i < before.Length; i++)
                    columns.Remove(before[i], texts[text][i]);
                columns.Renumber();
                int made = columns.Made;
                SetIn(text, texts.Length - 1);
                for (int i = 0; i < before.Length; i++)
                    moved |= before[i] != placed[text][i] && (!columns.IsGone(before[i]) || placed[text][i] < made);
            }
        }
        return new MultipleAlignment(columns.Order.Length, [.. placed.Select(p => p.Select(columns.Rank).ToArray())]);

        void SetIn(int text, int others)
        {
            int[] found = placer.Place(text, texts[text], Math.Max(1, others));
            for (int i = 0; i < found.Length; i++)
                columns.Add(found[i], texts[text][i]);
            columns.Renumber();
            index.Add(text, found);
            placed[text] = found;
        }
    }
}
