using Stemma.Annotation.Marks;

namespace Stemma.Annotation.Speech;

/// <summary>Finds the words in marks that are nobody's speech as far as one report tells; several reports may say more.</summary>
internal static class MarkedPhrases
{
    /// <summary>In words: shorter ones are labels, nicknames and ironic words.</summary>
    private const int FewestWords = 3;

    /// <summary>The phrases in text order; a paragraph that is nothing else is a pull quote and not among them. Linear in the number of tokens.</summary>
    /// <param name="view">The report.</param>
    /// <param name="quotations">Its quotations in text order.</param>
    public static IReadOnlyList<Quotation> Find(TokenView view, IReadOnlyList<Quotation> quotations)
    {
        var found = new List<Quotation>();
        int token = 0, quotation = 0;
        foreach (MarkedStretch stretch in view.Stretches)
        {
            bool alone = view.Paragraphs[stretch.Paragraph].Span.Length - stretch.Marked.Length <= 1;
            if (stretch.Depth > 0 || !stretch.Closed || alone || IsSingle(view.Text[stretch.Marked.Start]))
                continue;
            while (quotation < quotations.Count && (quotations[quotation].Kind == QuotationKind.Indirect || quotations[quotation].Marked.End <= stretch.Marked.Start))
                quotation++;
            if (quotation < quotations.Count && quotations[quotation].Marked.Overlaps(stretch.Marked))
                continue;
            while (token < view.Count && view.Tokens[token].Span.End <= stretch.Marked.Start)
                token++;
            int words = 0;
            for (; token < view.Count && view.Tokens[token].Span.Start < stretch.Marked.End; token++)
                words += view.IsWord(token) || view.Tokens[token].Kind == TokenKind.Number ? 1 : 0;
            if (words >= FewestWords)
            {
                found.Add(new Quotation
                {
                    Span = stretch.Inside.Trimmed(view.Text),
                    Marked = stretch.Marked,
                    Kind = QuotationKind.Partial,
                    Reasons = ["several reports have the words in marks; whose they are is not told: a phrase or a title"],
                });
            }
        }
        return found;
    }

    // Single marks may be apostrophes; only a cue makes speech of what they hold.
    private static bool IsSingle(char mark) => mark is '\'' or '‘' or '’' or '‚' or '‛' or '`' or '‹' or '›';
}
