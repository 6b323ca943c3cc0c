using Stemma.Comparison.Passages;

namespace Stemma.Stories.Lineage;

/// <summary>
/// Cuts long stretches without sentence marks (transcripts, lists, scraped running text) at the same places in all reports, so
/// that one piece of text is one sentence of the story in all of them.
/// </summary>
/// <remarks>
/// The segments of such a stretch are cut by length alone: one word more in one report shifts all that follow. Here a stretch is
/// cut where others that have the same text end a sentence, and what is still long at places of agreement: between two words
/// that most reports have side by side. Texts with sentence marks keep their segments. The work is one pass over the words of
/// the stretches for each report that shares text with theirs.
/// </remarks>
internal sealed class CommonCuts
{
    // In words, set by hand at about a sentence of news. Pieces half or twice as long group the same texts; re-run
    // "stemma read" on a tradition without sentence marks with its scorer when one changes.

    /// <summary>The length of a piece, if many reports agree there.</summary>
    private const int UsualPiece = 20;

    /// <summary>The shortest and the longest piece that is looked at for a better place.</summary>
    private const int ShortestPiece = 12;

    private const int LongestPiece = 30;

    /// <summary>How far from a cut a word of another report may be whose place tells where the cut lies there.</summary>
    private const int Reach = 3;

    private readonly ComparedText[] _texts;
    private readonly WordLinks _links;
    private readonly int[][] _partners;

    // For each report the words before which it is cut, true also before the first and after the last; null where no stretch is long.
    private readonly bool[]?[] _cuts;

    // For each report the words in long stretches, from which nothing but a first word is cut; null where there are none.
    private readonly bool[]?[] _long;

    /// <summary>Cuts the long stretches of all reports.</summary>
    /// <param name="texts">The reports.</param>
    /// <param name="links">Their words, linked by the copied passages.</param>
    public CommonCuts(ComparedText[] texts, WordLinks links)
    {
        (_texts, _links) = (texts, links);
        _cuts = new bool[texts.Length][];
        _long = new bool[texts.Length][];
        for (int r = 0; r < texts.Length; r++)
            FindStretches(r);
        Segments = [.. texts.Select(t => t.Segments)];
        if (Array.TrueForAll(_long, l => l is null))
        {
            _partners = [];
            return;
        }
        _partners = [.. Enumerable.Range(0, texts.Length).Select(_ => Array.Empty<int>())];
        foreach (IGrouping<int, (int Of, int In)> pairs in links.Pairs.GroupBy(p => p.Of))
            _partners[pairs.Key] = [.. pairs.Select(p => p.In)];
        TakeSentenceEnds();
        int[] order = [.. Enumerable.Range(0, texts.Length).Where(r => _long[r] is not null).OrderByDescending(r => _partners[r].Length).ThenByDescending(r => texts[r].Words.Length).ThenBy(r => r)];
        foreach (int r in order)
            CutAtAgreement(r);
        foreach (int r in order)
            Segments[r] = SegmentsOf(_cuts[r]!);
    }

    /// <summary>For each report the segments in order; together they hold all words.</summary>
    public Segment[][] Segments { get; }

    /// <summary>In words: how much of a text stands in stretches without sentence marks.</summary>
    public static int Unmarked(ComparedText text)
    {
        int words = 0;
        for (int s = 0; s < text.Segments.Length; s++)
        {
            if (text.Segments[s].Count == ComparedText.LongestSegment || s > 0 && text.Segments[s - 1].Count == ComparedText.LongestSegment)
                words += text.Segments[s].Count;
        }
        return words;
    }

    // A segment of the greatest length was cut by length: its end is no end of a sentence.
    private void FindStretches(int r)
    {
        Segment[] segments = _texts[r].Segments;
        for (int s = 0; s < segments.Length;)
        {
            int end = s;
            while (end + 1 < segments.Length && segments[end].Count == ComparedText.LongestSegment)
                end++;
            if (end > s)
            {
                _long[r] ??= new bool[_texts[r].Words.Length + 1];
                _long[r].AsSpan(segments[s].First + 1, segments[end].End - segments[s].First - 1).Fill(true);
            }
            s = end + 1;
        }
        if (_long[r] is not { } isLong)
            return;
        bool[] cuts = new bool[isLong.Length];
        foreach (Segment segment in segments)
            cuts[segment.First] = !isLong[segment.First];
        cuts[^1] = true;
        _cuts[r] = cuts;
    }

    // Where a report with sentence marks ends a sentence, the others that have its text are cut too.
    private void TakeSentenceEnds()
    {
        for (int r = 0; r < _texts.Length; r++)
        {
            if (_partners[r].Length == 0)
                continue;
            foreach (Segment segment in _texts[r].Segments)
            {
                if (segment.First > 0 && !(_long[r]?[segment.First] ?? false))
                    Hand(r, segment.First);
            }
        }
    }

    // Goes along the report and cuts what is still long where most reports have the same two words side by side.
    private void CutAtAgreement(int r)
    {
        bool[] cuts = _cuts[r]!, isLong = _long[r]!;
        int[]? together = null;
        int start = 0;
        for (int end = 1; end < cuts.Length; end++)
        {
            if (!cuts[end])
                continue;
            if (end - start > LongestPiece && isLong[start + 1])
                together ??= Together(r);
            while (end - start > LongestPiece && isLong[start + 1])
            {
                int last = Math.Min(start + LongestPiece, end - ShortestPiece), best = Math.Min(start + UsualPiece, last);
                for (int at = start + ShortestPiece; at <= last; at++)
                {
                    if (together![at] > together[best] || together[at] == together[best] && Math.Abs(at - start - UsualPiece) < Math.Abs(best - start - UsualPiece))
                        best = at;
                }
                cuts[best] = true;
                Hand(r, best);
                start = best;
            }
            start = end;
        }
    }

    // For each word of the report how many others have it right behind the word before it.
    private int[] Together(int r)
    {
        int[] together = new int[_texts[r].Words.Length + 1];
        foreach (int other in _partners[r])
        {
            int before = -2;
            for (int w = 0; w < together.Length - 1; w++)
            {
                int at = _links.TryFind(r, w, other, out int found) ? found : -2;
                together[w] += at == before + 1 && at >= 0 ? 1 : 0;
                before = at;
            }
        }
        return together;
    }

    // Cuts the reports that have the text of this one at the same place.
    private void Hand(int from, int at)
    {
        foreach (int other in _partners[from])
        {
            if (_long[other] is not { } isLong || Find(from, at, other) is not (> 0 and int there) || !isLong[there])
                continue;
            bool[] cuts = _cuts[other]!;
            bool isFree = true;
            for (int w = Math.Max(0, there - ComparedText.ShortestSegment + 1); w < Math.Min(cuts.Length, there + ComparedText.ShortestSegment) && isFree; w++)
                isFree = !cuts[w];
            cuts[there] |= isFree;
        }
    }

    // The place before a word of the other report that lies where the place of this report lies; -1 where that is not known.
    private int Find(int from, int at, int other)
    {
        for (int d = 0; d <= Reach; d++)
        {
            if (at + d < _texts[from].Words.Length && _links.TryFind(from, at + d, other, out int right))
                return Math.Max(0, right - d);
            if (at - 1 - d >= 0 && _links.TryFind(from, at - 1 - d, other, out int left))
                return Math.Min(_texts[other].Words.Length, left + 1 + d);
        }
        return -1;
    }

    private static Segment[] SegmentsOf(bool[] cuts)
    {
        var segments = new List<Segment>();
        int first = 0;
        for (int end = 1; end < cuts.Length; end++)
        {
            if (!cuts[end])
                continue;
            segments.Add(new Segment(first, end - first));
            first = end;
        }
        return [.. segments];
    }
}
