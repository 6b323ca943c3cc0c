namespace Stemma.Stories.Claims.Support;

/// <summary>How a telling came by its words.</summary>
internal enum TellingOrigin
{
    /// <summary>In words of its own.</summary>
    Own,

    /// <summary>The same words as its source.</summary>
    Verbatim,

    /// <summary>Its source's sentence with small changes.</summary>
    Edited,

    /// <summary>Its source's sentence in other words.</summary>
    Reworded,

    /// <summary>In words of its own, but its report has other text from one that tells the same: it is not counted apart.</summary>
    Retold,

    /// <summary>In words that a telling of another root has too, though the lineage does not link the two: which was first is not known.</summary>
    Shared,
}

/// <summary>What a telling rests on. Nodes are those of <see cref="SentenceSources"/>.</summary>
/// <param name="How">How it came by its words.</param>
/// <param name="From">The node they were taken from; -1 for words of its own.</param>
/// <param name="Passage">The index of the passage that shows it; -1 where none does.</param>
/// <param name="IsChanged">True where the sentence was taken, but the source has another value there.</param>
/// <param name="Root">The node where the sentence begins.</param>
/// <param name="ValueRoot">The node where the value begins: the teller itself where it changed what it took.</param>
internal readonly record struct TellingSupport(TellingOrigin How, int From, int Passage, bool IsChanged, int Root, int ValueRoot);

/// <summary>A value of a claim with what it rests on.</summary>
/// <param name="Key">The value without house style.</param>
/// <param name="Value">As the first telling gives it.</param>
/// <param name="Reports">The reports that tell it, by number.</param>
/// <param name="Roots">The nodes where it begins, by number.</param>
internal sealed record ValueSupport(string Key, string Value, IReadOnlyList<int> Reports, IReadOnlyList<int> Roots);

/// <summary>A claim with what it rests on.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Tellings">What each of its tellings rests on, in their order.</param>
/// <param name="Roots">The nodes where its sentences begin: one for each independent origin, by number.</param>
/// <param name="Values">Its values: those on most roots first, then those of most reports, then by first telling.</param>
/// <param name="Chain">Where all rests on one root, the root and then the tellers, each after the one it took from; else empty.</param>
internal sealed record SupportedClaim(Claim Claim, IReadOnlyList<TellingSupport> Tellings, IReadOnlyList<int> Roots, IReadOnlyList<ValueSupport> Values, IReadOnlyList<int> Chain)
{
    /// <summary>How many reports tell it.</summary>
    public int Reports => Values.SelectMany(v => v.Reports).Distinct().Count();
}
