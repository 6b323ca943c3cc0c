using Stemma.Comparison.Passages;

namespace Stemma.Stories.Lineage;

/// <summary>
/// Counts the quotations that two texts word differently. Who copies keeps what is between the marks, and who translates a
/// text once more cannot: quotations that differ again and again tell that one was not simply copied from the other.
/// </summary>
internal sealed class RewordedQuotations(ComparedText[] texts, WordLinks links)
{
    // Set on newstree seeds 11-13; re-run "stemma eval lineage" when one changes.

    /// <summary>In quoted sentences: fewer may be slips.</summary>
    private const int Fewest = 3;

    /// <summary>The part of the quoted sentences that both have.</summary>
    private const double SmallestShare = 0.4;

    /// <summary>How many quoted sentences two reports word differently, where they do so again and again; else 0.</summary>
    public int Between(int x, int y) => Math.Max(Count(x, y), Count(y, x));

    /// <summary>
    /// The same for a report and a lost text. Only sentences whose wording in the lost text is sure are counted: those that a
    /// third report has in the very same words.
    /// </summary>
    /// <param name="lost">The lost text.</param>
    /// <param name="child">The report.</param>
    /// <param name="copying">Knows the segment of each word.</param>
    public int FromLost(SourceText lost, int child, CopyCost copying)
    {
        int both = 0, reworded = 0;
        foreach (int giver in lost.Parts.Keys)
        {
            if (giver == child || !links.Share(child, giver))
                continue;
            bool[] has = lost.Parts[giver];
            int[] segments = copying.SegmentOf(giver);
            foreach (Segment segment in texts[child].Segments)
            {
                if (Compare(giver, child, segment) is { } found && has[segments[found.First]] && IsAttested(giver, child, found.First, found.Last))
                {
                    both++;
                    reworded += found.IsReworded ? 1 : 0;
                }
            }
        }
        return Judge(both, reworded);
    }

    private int Count(int source, int child)
    {
        int both = 0, reworded = 0;
        foreach (Segment segment in texts[child].Segments)
        {
            if (Compare(source, child, segment) is { } found)
            {
                both++;
                reworded += found.IsReworded ? 1 : 0;
            }
        }
        return Judge(both, reworded);
    }

    private static int Judge(int both, int reworded) => reworded >= Fewest && reworded >= SmallestShare * both ? reworded : 0;

    // A quoted sentence is reworded where both sides have quoted words of their own in it: a cut or a longer quotation is none.
    // Null where the source does not quote the sentence.
    private QuotedSentence? Compare(int source, int child, Segment segment)
    {
        ComparedText text = texts[child], from = texts[source];
        int same = 0, own = 0, first = int.MaxValue, last = -1;
        for (int w = segment.First; w < segment.End; w++)
        {
            if (!text.InMarks[w])
                continue;
            if (links.TryFind(child, w, source, out int found, out _))
            {
                same++;
                (first, last) = (Math.Min(first, found), Math.Max(last, found));
            }
            else
            {
                own++;
            }
        }
        if (same < 2 || !from.InMarks.AsSpan(first, last - first + 1).Contains(true))
            return null;
        bool hasOwn = false;
        for (int w = first; w <= last && !hasOwn; w++)
            hasOwn = from.InMarks[w] && !links.TryFind(source, w, child, out _, out _);
        return new QuotedSentence(first, last, own > 0 && hasOwn);
    }

    private bool IsAttested(int giver, int child, int first, int last)
    {
        for (int third = 0; third < texts.Length; third++)
        {
            if (third != giver && third != child && links.Share(giver, third) && HasSameWords(giver, third, first, last))
                return true;
        }
        return false;
    }

    private bool HasSameWords(int giver, int third, int first, int last)
    {
        for (int w = first; w <= last; w++)
        {
            if (texts[giver].InMarks[w] && !(links.TryFind(giver, w, third, out _, out bool moved) && !moved))
                return false;
        }
        return true;
    }

    /// <summary>A quoted sentence of a source, by its first and last word there.</summary>
    private readonly record struct QuotedSentence(int First, int Last, bool IsReworded);
}
