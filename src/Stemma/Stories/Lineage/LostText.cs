namespace Stemma.Stories.Lineage;

/// <summary>A text that is not in the set, as far as its children show it.</summary>
/// <param name="Children">Reports that took from it and from which it was put together, in order.</param>
/// <param name="Outline">Its sentences and their likeliest wordings.</param>
/// <param name="Cost">What it costs by itself, in bits.</param>
internal sealed record LostText(int[] Children, TextOutline Outline, double Cost)
{
    /// <summary>The report whose headline serves the children best.</summary>
    public required int TitleOf { get; init; }

    /// <summary>When it was published, about.</summary>
    public required DateTimeOffset? Time { get; init; }

    /// <summary>What reports cost below it, in bits, as far as that was asked.</summary>
    public Dictionary<int, double> Known { get; } = [];
}

/// <summary>Puts lost texts together from what their children share.</summary>
/// <remarks>Keeps what it has put together; not safe to share between threads.</remarks>
internal sealed class LostTexts(StorySentences sentences, WordingCosts wordings, LinkCosts costs)
{
    /// <summary>In wordings of a sentence: how many are tried as the one from which the others are made.</summary>
    private const int MostTried = 8;

    /// <summary>In minutes: how long before its first copy a text is thought to have been published.</summary>
    private const double Lead = 60;

    /// <summary>In bits: what a word in another house style counts in the choice of a wording.</summary>
    public const double FormCounts = 0.2;

    private readonly Dictionary<string, LostText> _known = new(StringComparer.Ordinal);

    /// <summary>In reports: how many children a text is put together from; more of them tell nothing new.</summary>
    public const int MostChildren = 24;

    /// <summary>In bits: what a report costs below the text.</summary>
    public double CostOf(LostText text, int child)
    {
        if (!text.Known.TryGetValue(child, out double cost))
        {
            cost = costs.Text(text.Outline, null, child) + costs.Title(text.TitleOf, child) + costs.RewordedFromLost(text.Outline, child, text.Children) + costs.Lag(text.Time, child);
            text.Known.Add(child, cost);
        }
        return cost;
    }

    /// <summary>The text behind the children.</summary>
    /// <param name="children">Two reports or more, in order.</param>
    /// <param name="isForeign">True for a sentence that a child has from another source.</param>
    /// <param name="key">The same for the same children and foreign sentences.</param>
    public LostText Behind(int[] children, Func<int, int, bool> isForeign, string key)
    {
        if (!_known.TryGetValue(key, out LostText? known))
            _known.Add(key, known = PutTogether(children, isForeign));
        return known;
    }

    private LostText PutTogether(int[] children, Func<int, int, bool> isForeign)
    {
        // What one child alone handed on may be its own; of two children either may have left out what the other has.
        var holders = new SortedDictionary<int, List<int>>();
        foreach (int child in children)
        {
            foreach (int sentence in sentences.Outlines[child].Sentences)
            {
                if (isForeign(child, sentence))
                    continue;
                if (!holders.TryGetValue(sentence, out List<int>? list))
                    holders.Add(sentence, list = []);
                list.Add(child);
            }
        }
        LostText best = Describe(children, holders, null);
        if (children.Length == 2)
        {
            foreach (int[] trusted in (int[][])[[children[0]], [children[1]], children])
            {
                LostText other = Describe(children, holders, trusted);
                if (Whole(other) < Whole(best) - 1e-9)
                    best = other;
            }
        }
        return best;
    }

    private LostText Describe(int[] children, SortedDictionary<int, List<int>> holders, int[]? trusted)
    {
        var parts = new List<(double Place, int Sentence, int Wording)>();
        foreach ((int sentence, List<int> of) in holders)
        {
            if (of.Count < 2 && !(trusted?.Contains(of[0]) ?? false))
                continue;
            double place = of.Average(c => (double)sentences.Outlines[c].PlaceOf(sentence) / sentences.Outlines[c].Sentences.Length);
            parts.Add((place, sentence, Likeliest(sentence, of)));
        }
        var outline = new TextOutline([.. parts.OrderBy(p => p.Place).ThenBy(p => p.Sentence).Select(p => (p.Sentence, p.Wording))]);
        int titleOf = children.OrderBy(t => children.Sum(c => costs.Title(t, c))).ThenBy(costs.Rank).First();
        return new LostText(children, outline, LinkCosts.Lost + LinkCosts.Root + costs.Words(outline)) { TitleOf = titleOf, Time = costs.FirstOf(children)?.AddMinutes(-Lead) };
    }

    private double Whole(LostText text) => text.Cost + text.Children.Sum(c => CostOf(text, c));

    // The wording from which those of the holders are made most cheaply: one of theirs, or what most of them have at each place.
    private int Likeliest(int sentence, List<int> holders)
    {
        int[] all = [.. holders.Select(h => sentences.Outlines[h].Wordings[sentences.Outlines[h].PlaceOf(sentence)])];
        int[] distinct = [.. all.GroupBy(w => w).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Take(MostTried).Select(g => g.Key)];
        int best = distinct[0];
        double least = double.PositiveInfinity;
        foreach (int wording in distinct)
            Try(wording);
        if (distinct.Length > 1)
            Try(sentences.NumberOf(Consensus.Of(best, all, sentences, wordings)));
        return best;

        void Try(int wording)
        {
            double cost = sentences.Price(wording) + all.Sum(w => (CopyCost.ChangeBits * wordings.Between(wording, w)) + wordings.Put(wording, w) + (FormCounts * wordings.Forms(wording, w)));
            if (cost < least - 1e-9)
                (least, best) = (cost, wording);
        }
    }
}
