namespace Stemma.Comparison.Fingerprints;

/// <summary>Decides whether what two documents share shows that one text is behind both, and calls the kind of copy by its name.</summary>
/// <remarks>
/// All thresholds were set between what true copies and chance pairs have in planted corpora (bench/score_dedupe.py prints the recall
/// of each kind of copy and the precision): chance pairs share passages of up to 8 words, true ones 18 and more. They stand nearer
/// to the true copies, because real language has longer set phrases than a planted one.
/// </remarks>
internal static class CopyDecision
{
    /// <summary>In words; in shorter texts there is too little to tell a copy by.</summary>
    public const int ShortestDocument = 8;

    /// <summary>In words that are no stock text, in one passage: the length of a sentence.</summary>
    private const int OwnPassage = 16;

    /// <summary>The part of either document under which a sentence is not enough: two reports of one event that quote one statement.</summary>
    private const double ThinPart = 0.1;

    /// <summary>As <see cref="OwnPassage"/>, where what is shared is a thin part of both documents.</summary>
    private const int OwnPassageOfThin = 32;

    /// <summary>As <see cref="OwnPassage"/>, where it is a good part of both documents.</summary>
    private const int OwnPassageOfShort = 10;

    /// <summary>The part of both documents that makes less than a sentence enough.</summary>
    private const double GoodPart = 0.2;

    /// <summary>The part of one document that makes even <see cref="ShortestDocument"/> words enough.</summary>
    private const double NearlyWhole = 0.9;

    /// <summary>The part of both documents that must be shared where stock text is all there is to go by: many light copies of one text.</summary>
    private const double NearlyAll = 0.5;

    /// <summary>
    /// The part of what is shared that must follow in both what was shared before it: some blocks may have been moved, but of set
    /// phrases that stand in any order half follow by chance.
    /// </summary>
    private const double OneOrder = 0.75;

    /// <summary>As a part of the document: a stretch of own text as long shows that stock text was put around another report.</summary>
    private const double OwnStretch = 0.2;

    /// <summary>In words, as <see cref="OwnStretch"/>, for long documents.</summary>
    private const int LongOwnStretch = 40;

    /// <summary>In words outside quotation marks: with fewer, both may have heard the same speaker; with more, one reporter's sentence is in both.</summary>
    private const int BetweenQuotations = 7;

    /// <summary>True where one text is behind both.</summary>
    public static bool IsCopy(SharedText shared, int lengthA, int lengthB)
    {
        double partA = (double)shared.SharedA / lengthA, partB = (double)shared.SharedB / lengthB;
        double most = Math.Max(partA, partB);
        if (shared.OwnWordsOfBest >= (most >= ThinPart ? OwnPassage : OwnPassageOfThin))
            return true;
        if (shared.OwnWordsOfBest >= OwnPassageOfShort && shared.OwnWords >= Math.Max(lengthA, lengthB) * GoodPart)
            return true;
        if (shared.OwnWordsOfBest >= ShortestDocument && most >= NearlyWhole)
            return true;
        return IsNearlyAll(shared, lengthA, lengthB);
    }

    /// <summary>True where half of both is shared, from end to end and in one order: then it does not matter what of it is stock.</summary>
    public static bool IsNearlyAll(SharedText shared, int lengthA, int lengthB) =>
        Math.Min((double)shared.SharedA / lengthA, (double)shared.SharedB / lengthB) >= NearlyAll
        && shared.InOrder >= shared.SharedB * OneOrder
        && IsEndToEnd(shared.WidestGapA, lengthA) && IsEndToEnd(shared.WidestGapB, lengthB);

    /// <summary>True where both may have what they share from a third mouth: too little is shared for a copy of the whole.</summary>
    public static bool MayBeQuotation(SharedText shared, int lengthA, int lengthB) =>
        shared.SharedA < lengthA * NearlyAll && shared.SharedB < lengthB * NearlyAll;

    /// <summary>True where more than quotations is shared; <paramref name="shared"/> is what is left without them.</summary>
    public static bool IsMoreThanQuotation(SharedText shared) => shared.OwnWords >= BetweenQuotations;

    private static bool IsEndToEnd(int widestGap, int length) => widestGap <= Math.Min(LongOwnStretch, length * OwnStretch);

    // As parts of a document, in words that stand in the other too.
    private const double KeptVerbatim = 0.97;
    private const double KeptContained = 0.9;
    private const double KeptEdited = 0.75;
    private const double KeptHeavily = 0.2;

    /// <summary>As a part of the document: from the first shared word to the last there must be so much of it.</summary>
    private const double WholeText = 0.75;

    /// <summary>What kind of copy it is; <see cref="CopyKind.Identical"/> is told by the words themselves, not here.</summary>
    /// <param name="shared">What is shared.</param>
    /// <param name="passages">The passages of it.</param>
    /// <param name="lengthA">In words.</param>
    /// <param name="lengthB">In words.</param>
    public static CopyKind KindOf(SharedText shared, IReadOnlyList<WordPassage> passages, int lengthA, int lengthB)
    {
        double partA = (double)shared.SharedA / lengthA, partB = (double)shared.SharedB / lengthB;
        double least = Math.Min(partA, partB);
        if (least >= KeptVerbatim)
            return CopyKind.Verbatim;
        if (Math.Max(partA, partB) >= KeptContained && least < KeptEdited)
            return CopyKind.Contained;
        bool whole = passages.Sum(p => p.EndA - p.A) >= lengthA * WholeText && passages.Sum(p => p.EndB - p.B) >= lengthB * WholeText;
        return whole && least >= KeptEdited ? CopyKind.Edited
            : whole && least >= KeptHeavily ? CopyKind.HeavilyEdited
            : CopyKind.Part;
    }
}
