using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stemma.Comparison.Fingerprints;

/// <summary>What the shared runs of two documents amount to: how much of both, how far, how much of it is stock; one instance a thread.</summary>
internal sealed class SharedText
{
    /// <summary>
    /// In words of either document: the widest gap between two shared runs of one passage. Where one word in three is changed, gaps
    /// of a dozen words are usual and of twenty rare.
    /// </summary>
    private const int WidestGap = 20;

    /// <summary>In words: how much longer the gap may be in the one document than in the other.</summary>
    private const int WidestShift = 8;

    /// <summary>In words: how far back something may stand and still be in order: a clause that was moved within its sentence.</summary>
    private const int LongestMove = 30;

    /// <summary>In passages that are told of one pair.</summary>
    private const int MostPassages = 100;

    private readonly List<WordPassage> _passages = [];
    private readonly List<SharedRun> _byA = [];

    /// <summary>In words of the one document, each counted once.</summary>
    public int SharedA { get; private set; }

    /// <summary>In words of the other document.</summary>
    public int SharedB { get; private set; }

    /// <summary>In words of the other document that come after what was shared before them in the one document too.</summary>
    public int InOrder { get; private set; }

    /// <summary>In words.</summary>
    public int LongestRun { get; private set; }

    /// <summary>In words that are no stock text and no quotation, over all runs.</summary>
    public int OwnWords { get; private set; }

    /// <summary>In words that are no stock text and no quotation, in the passage that has most of them.</summary>
    public int OwnWordsOfBest { get; private set; }

    /// <summary>The longest stretch of the one document that is not shared, in words.</summary>
    public int WidestGapA { get; private set; }

    /// <summary>The longest stretch of the other document that is not shared, in words.</summary>
    public int WidestGapB { get; private set; }

    /// <summary>Takes in the runs of a pair.</summary>
    /// <param name="runs">In the order of the other document.</param>
    /// <param name="lengthA">In words.</param>
    /// <param name="lengthB">In words.</param>
    /// <param name="text">Tells which words are no stock text; null to let all count as own.</param>
    /// <param name="b">The words of the other document.</param>
    /// <param name="marksA">The lengths of the one document's words: what both documents quote does not count; empty to let it count.</param>
    /// <param name="marksB">The lengths of the other's words, or empty.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(ReadOnlySpan<SharedRun> runs, int lengthA, int lengthB, OwnText? text, ReadOnlySpan<uint> b, ReadOnlySpan<byte> marksA, ReadOnlySpan<byte> marksB)
    {
        (SharedA, SharedB, InOrder, LongestRun, OwnWords, OwnWordsOfBest, WidestGapB) = (0, 0, 0, 0, 0, 0, 0);
        _passages.Clear();
        int own = 0, endA = 0, endB = 0;
        (int Own, int Length) before = (1, 1);
        foreach (SharedRun run in runs)
        {
            SharedB += run.Length;
            LongestRun = Math.Max(LongestRun, run.Length);
            WidestGapB = Math.Max(WidestGapB, run.B - endB);
            endB = run.B + run.Length;
            InOrder += run.A >= endA - LongestMove ? run.Length : 0;
            endA = run.A + run.Length;
            int ownOfRun = run.Length;
            if (text is not null)
            {
                // What goes on with stock text is stock text: two words alone tell nothing.
                if (run.Length >= GramHash.Words)
                    before = (text.OwnWords(b.Slice(run.B, run.Length)), run.Length);
                ownOfRun = run.Length * before.Own / before.Length;
            }
            if (!marksA.IsEmpty)
                ownOfRun = Math.Max(0, ownOfRun - QuotedWords(marksA.Slice(run.A, run.Length), marksB.Slice(run.B, run.Length)));
            OwnWords += ownOfRun;
            if (_passages.Count > 0 && GoesOn(_passages[^1], run))
            {
                WordPassage last = _passages[^1];
                _passages[^1] = last with { EndA = run.A + run.Length, EndB = endB, Words = last.Words + run.Length };
                own += ownOfRun;
            }
            else
            {
                _passages.Add(new WordPassage(run.A, run.A + run.Length, run.B, endB, run.Length));
                own = ownOfRun;
            }
            OwnWordsOfBest = Math.Max(OwnWordsOfBest, own);
        }
        WidestGapB = Math.Max(WidestGapB, lengthB - endB);
        CoverA(runs, lengthA);
    }

    /// <summary>The passages of the pair taken in last.</summary>
    public WordPassage[] Passages()
    {
        if (_passages.Count <= MostPassages)
            return [.. _passages];
        return [.. _passages.OrderByDescending(p => p.Words).ThenBy(p => p.B).Take(MostPassages).OrderBy(p => p.B)];
    }

    private static int QuotedWords(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        int quoted = 0;
        for (int i = 0; i < a.Length; i++)
            quoted += (a[i] & b[i] & WordScanner.Quoted) != 0 ? 1 : 0;
        return quoted;
    }

    private static bool GoesOn(WordPassage passage, SharedRun run)
    {
        int gapA = run.A - passage.EndA, gapB = run.B - passage.EndB;
        return gapA >= 0 && gapA <= WidestGap && gapB <= WidestGap && Math.Abs(gapA - gapB) <= WidestShift;
    }

    // Runs are apart in B, but may stand on the same words of A where B repeats itself.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CoverA(ReadOnlySpan<SharedRun> runs, int lengthA)
    {
        WidestGapA = 0;
        _byA.Clear();
        _byA.AddRange(runs);
        bool sorted = true;
        for (int i = 1; i < _byA.Count && sorted; i++)
            sorted = _byA[i].A >= _byA[i - 1].A;
        if (!sorted)
            CollectionsMarshal.AsSpan(_byA).Sort((x, y) => x.A.CompareTo(y.A));
        int end = 0;
        foreach (SharedRun run in _byA)
        {
            WidestGapA = Math.Max(WidestGapA, run.A - end);
            int runEnd = run.A + run.Length;
            SharedA += Math.Max(0, runEnd - Math.Max(end, run.A));
            end = Math.Max(end, runEnd);
        }
        WidestGapA = Math.Max(WidestGapA, lengthA - end);
    }
}
