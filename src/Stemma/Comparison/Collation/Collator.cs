namespace Stemma.Comparison.Collation;

/// <summary>Sets any number of texts of one passage side by side.</summary>
public static class Collator
{
    /// <summary>
    /// Aligns the texts word by word into one apparatus. Near-linear in their length for texts that are alike; bounded for
    /// any other, where what does not correspond may be set side by side.
    /// </summary>
    /// <param name="texts">The texts in any order.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">A part or a span that is left out does not lie inside its text.</exception>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public static Apparatus Collate(IReadOnlyList<CollationText> texts, CancellationToken cancellation = default)
    {
        (WitnessWords[] witnesses, WordForms forms) = WitnessWords.Read(texts, cancellation);
        DistinctTexts distinct = DistinctTexts.Of(witnesses);
        forms.Weigh(distinct.Forms);
        MultipleAlignment alignment = MultipleAlignment.Of(distinct.Forms, forms, cancellation);
        IReadOnlyList<ApparatusPlace> places = new ApparatusBuilder(witnesses, forms, distinct, alignment).Places(cancellation);
        IReadOnlyList<MovedBlock> moves = MovedBlocks.Find(witnesses, forms, distinct, alignment);
        return new Apparatus(witnesses, [.. distinct.TextOf.Select(t => alignment.ColumnOf[t])], alignment.Columns, places, moves);
    }
}
