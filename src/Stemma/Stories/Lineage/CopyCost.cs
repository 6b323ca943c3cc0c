using Stemma.Comparison.Passages;

namespace Stemma.Stories.Lineage;

/// <summary>
/// What it takes to write one report from another text, in words: a new word costs 1, everything else that an editor does less.
/// The lineage of a story is the one in which all reports together cost least (minimum description length; the costs are
/// asymmetric, so that leaving out is cheap and making up is dear: a copy points to its source).
/// </summary>
internal sealed class CopyCost
{
    // All in words. Set by hand and tried on newstree seeds 11-13; re-run "stemma eval lineage" when one changes.

    /// <summary>A word that stands in another place or another form.</summary>
    private const double Moved = 0.35;

    /// <summary>The same word in another house style: copies keep the style of their source where their own has no rule.</summary>
    private const double OtherForm = 0.4;

    /// <summary>A change that was made before in the same report costs this part: it is a rule of the house, or a name written another way.</summary>
    private const double AgainCosts = 0.25;

    /// <summary>A word left out inside a sentence that was taken.</summary>
    private const double LeftOut = 0.3;

    /// <summary>A sentence left out.</summary>
    private const double SentenceLeftOut = 0.25;

    private readonly ComparedText[] _texts;
    private readonly WordLinks _links;
    private readonly int[][] _segmentOf;

    public CopyCost(ComparedText[] texts, WordLinks links)
    {
        _texts = texts;
        _links = links;
        _segmentOf = [.. texts.Select(SegmentOfWords)];
    }

    /// <summary>The index of the segment of each word of a report.</summary>
    public int[] SegmentOf(int report) => _segmentOf[report];

    /// <summary>What it takes to write the report without any source.</summary>
    public double Alone(int report) => _texts[report].Words.Length;

    /// <summary>What it takes to write the report from the source.</summary>
    public double From(SourceText source, int report)
    {
        ComparedText text = _texts[report];
        double cost = 0;
        var used = new Dictionary<(int, int), int>();
        var changedBefore = new HashSet<int>();
        foreach (Segment segment in text.Segments)
        {
            int taken = 0;
            double changes = 0;
            for (int w = segment.First; w < segment.End; w++)
            {
                (double price, bool isTaken) = Word(source, report, w, used);
                taken += isTaken ? 1 : 0;
                changes += price > 0 && !changedBefore.Add(text.Forms[w]) ? price * AgainCosts : price;
            }

            // A sentence that was not taken at all is written anew, word for word.
            cost += 2 * taken < segment.Count ? segment.Count - taken : changes;
        }
        foreach ((int giver, bool[] has) in source.Parts)
        {
            for (int s = 0; s < has.Length; s++)
            {
                if (has[s])
                    cost += used.TryGetValue((giver, s), out int words) ? LeftOut * Math.Max(0, _texts[giver].Segments[s].Count - words) : SentenceLeftOut;
            }
        }
        return cost;
    }

    private (double Price, bool Taken) Word(SourceText source, int report, int word, Dictionary<(int, int), int> used)
    {
        double best = 1;
        bool taken = false;
        foreach ((int other, bool[] has) in source.Parts)
        {
            if (!TryFind(report, word, other, has, out int found, out bool moved))
                continue;
            taken = true;
            double form = _texts[other].Forms[found] == _texts[report].Forms[word] ? 0 : OtherForm;
            best = Math.Min(best, moved ? Moved : form);
            (int, int) key = (other, _segmentOf[other][found]);
            used[key] = used.GetValueOrDefault(key) + 1;
        }
        return (best, taken);
    }

    /// <summary>Marks the words of the report that the source has; returns how many it marked that were not marked before.</summary>
    public int Cover(SourceText source, int report, bool[] covered)
    {
        int fresh = 0;
        for (int w = 0; w < covered.Length; w++)
        {
            if (covered[w])
                continue;
            foreach ((int other, bool[] has) in source.Parts)
            {
                if (!TryFind(report, w, other, has, out _, out _))
                    continue;
                covered[w] = true;
                fresh++;
                break;
            }
        }
        return fresh;
    }

    private bool TryFind(int report, int word, int other, bool[] has, out int found, out bool moved)
    {
        if (other == report)
        {
            (found, moved) = (word, false);
            return has[_segmentOf[report][word]];
        }
        return _links.TryFind(report, word, other, out found, out moved) && has[_segmentOf[other][found]];
    }

    private static int[] SegmentOfWords(ComparedText text)
    {
        int[] segment = new int[text.Words.Length];
        for (int s = 0; s < text.Segments.Length; s++)
            segment.AsSpan(text.Segments[s].First, text.Segments[s].Count).Fill(s);
        return segment;
    }
}
