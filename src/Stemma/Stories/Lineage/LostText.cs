using System.Runtime.InteropServices;

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
    private readonly Dictionary<string, int> _likeliest = new(StringComparer.Ordinal);

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
    /// <param name="isForeign">True for a sentence that a child has from another source; null where no child has one.</param>
    /// <param name="key">The same for the same children and foreign sentences.</param>
    public LostText Behind(int[] children, Func<int, int, bool>? isForeign, string key)
    {
        if (!_known.TryGetValue(key, out LostText? known))
            _known.Add(key, known = PutTogether(children, isForeign));
        return known;
    }

    private LostText PutTogether(int[] children, Func<int, int, bool>? isForeign)
    {
        // What one child alone handed on may be its own; of two children either may have left out what the other has.
        var held = new List<long>();
        for (int c = 0; c < children.Length; c++)
        {
            foreach (int sentence in sentences.Outlines[children[c]].Sentences)
            {
                if (isForeign is null || !isForeign(children[c], sentence))
                    held.Add(((long)sentence << 32) | (uint)c);
            }
        }
        held.Sort();
        var holders = new List<(int Sentence, int[] Of)>();
        for (int i = 0, end; i < held.Count; i = end)
        {
            int sentence = (int)(held[i] >> 32);
            for (end = i + 1; end < held.Count && (int)(held[end] >> 32) == sentence;)
                end++;
            int[] of = new int[end - i];
            for (int k = 0; k < of.Length; k++)
                of[k] = children[(int)held[i + k]];
            holders.Add((sentence, of));
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

    private LostText Describe(int[] children, List<(int Sentence, int[] Of)> holders, int[]? trusted)
    {
        var parts = new List<(double Place, int Sentence, int Wording)>();
        foreach ((int sentence, int[] of) in holders)
        {
            if (of.Length < 2 && !(trusted?.Contains(of[0]) ?? false))
                continue;
            double places = 0;
            int[] worded = new int[of.Length];
            for (int i = 0; i < of.Length; i++)
            {
                TextOutline text = sentences.Outlines[of[i]];
                int place = text.PlaceOf(sentence);
                places += (double)place / text.Sentences.Length;
                worded[i] = text.Wordings[place];
            }
            parts.Add((places / of.Length, sentence, Likeliest(worded)));
        }
        var outline = new TextOutline([.. parts.OrderBy(p => p.Place).ThenBy(p => p.Sentence).Select(p => (p.Sentence, p.Wording))]);
        int titleOf = children.MinBy(t => (children.Sum(c => costs.Title(t, c)), costs.Rank(t)));
        return new LostText(children, outline, LinkCosts.Lost + LinkCosts.Root + costs.Words(outline)) { TitleOf = titleOf, Time = costs.FirstOf(children)?.AddMinutes(-Lead) };
    }

    private double Whole(LostText text) => text.Cost + text.Children.Sum(c => CostOf(text, c));

    // The wording from which those given are made most cheaply: one of theirs, or what most of them have at each place.
    private int Likeliest(int[] all)
    {
        if (!all.AsSpan().ContainsAnyExcept(all[0]))
            return all[0];
        var key = new string(MemoryMarshal.Cast<int, char>(all));
        if (!_likeliest.TryGetValue(key, out int likeliest))
            _likeliest.Add(key, likeliest = Choose(all));
        return likeliest;
    }

    private int Choose(int[] all)
    {
        (int Wording, int Count)[] counted = [.. all.CountBy(w => w).Select(c => (c.Key, c.Value)).OrderByDescending(c => c.Value).ThenBy(c => c.Key)];
        int best = counted[0].Wording;
        double least = double.PositiveInfinity;
        var bits = new Dictionary<int, double>();
        foreach ((int wording, _) in counted.Take(MostTried))
            Try(wording);
        if (counted.Length > 2)
            Try(sentences.NumberOf(Consensus.Of(best, all, sentences, wordings)));
        return best;

        void Try(int wording)
        {
            bits.Clear();
            double sum = 0;
            foreach (int other in all)
            {
                if (!bits.TryGetValue(other, out double made))
                    bits.Add(other, made = (CopyCost.ChangeBits * wordings.Between(wording, other)) + wordings.Put(wording, other) + (FormCounts * wordings.Forms(wording, other)));
                sum += made;
            }
            double cost = sentences.Price(wording) + sum;
            if (cost < least - 1e-9)
                (least, best) = (cost, wording);
        }
    }
}
