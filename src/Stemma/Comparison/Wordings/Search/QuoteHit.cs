using Stemma.Reports;

namespace Stemma.Comparison.Wordings.Search;

/// <summary>How a quotation stands to the words that were asked for; the first in this list is the nearest.</summary>
public enum QuoteMatch
{
    /// <summary>The quotation is those words.</summary>
    Exact,

    /// <summary>The words stand in the quotation just so.</summary>
    Within,

    /// <summary>The quotation is a part of the words.</summary>
    Part,

    /// <summary>Most of the words, in their order, among others.</summary>
    Reworded,
}

/// <summary>A quotation that has the words that were asked for, or words like them.</summary>
/// <param name="Quote">The quotation.</param>
/// <param name="Match">How it stands to the words.</param>
/// <param name="Likeness">How much of the words and of the place in the quotation agree, 0 to 1; 1 for the same words.</param>
/// <param name="Place">Where in the report's text the like words stand, inside the quotation.</param>
public sealed record QuoteHit(SpokenWords Quote, QuoteMatch Match, double Likeness, TextSpan Place);

/// <summary>One wording that quotations give, with all that give it.</summary>
/// <param name="Hits">The quotations with these words, earliest first.</param>
/// <param name="Change">What became of the best match's words in this wording; <see cref="WordingChange.Same"/> for the best match itself.</param>
/// <param name="Edits">The edits that make this wording's first quotation of the best match's.</param>
public sealed record FoundWording(IReadOnlyList<QuoteHit> Hits, WordingChange Change, IReadOnlyList<WordEdit> Edits)
{
    /// <summary>What became of the meaning from the best match: the gravest of the edits decides.</summary>
    public MeaningEffect Meaning => Edits.Count == 0 ? MeaningEffect.Kept : Edits.Max(e => e.Nature.Effect());
}

/// <summary>What was found of some words.</summary>
/// <param name="Wordings">The wordings, the nearest first; the first is the best match, against which the others are set.</param>
/// <param name="Nearest">Where nothing was found: the quotation that has most of the words, null where none has a word of them.</param>
/// <param name="Unquoted">Places where the words stand in a text, but in no quotation; told where nothing was found.</param>
public sealed record FoundQuotes(IReadOnlyList<FoundWording> Wordings, QuoteHit? Nearest, IReadOnlyList<(string Report, TextSpan Place)> Unquoted);
