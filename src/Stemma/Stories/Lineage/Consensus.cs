namespace Stemma.Stories.Lineage;

/// <summary>Makes of several wordings of a sentence the one that most of them have at each place.</summary>
internal static class Consensus
{
    /// <summary>The wording that most have.</summary>
    /// <param name="base">The number of the wording from which the places are counted.</param>
    /// <param name="all">The numbers of all wordings, the base among them, one for each text that has it.</param>
    /// <param name="sentences">The wordings.</param>
    /// <param name="costs">Aligns them.</param>
    public static SentenceWording Of(int @base, int[] all, StorySentences sentences, WordingCosts costs)
    {
        WordedWord[] words = sentences[@base].Words;
        var votes = new Dictionary<WordedWord, int>[words.Length];
        var put = new Dictionary<string, (int Votes, WordedWord[] Words)>[words.Length + 1];
        int[] gone = new int[words.Length];
        foreach (IGrouping<int, int> group in all.GroupBy(w => w))
        {
            int count = group.Count();
            WordedWord[] other = sentences[group.Key].Words;
            WordingAlignment alignment = costs.Align(@base, group.Key);
            foreach ((int f, int t) in alignment.Same)
                Vote(f, other[t], count);
            foreach ((int f, int t, int length) in alignment.Moved)
            {
                for (int i = 0; i < length; i++)
                    Vote(f + i, other[t + i], count);
            }
            foreach (WordingGap gap in alignment.Gaps)
                Gap(gap, alignment, other, count);
        }
        var made = new List<WordedWord>();
        for (int i = 0; i <= words.Length; i++)
        {
            if (put[i] is { } runs)
            {
                (int most, WordedWord[] run) = runs.OrderByDescending(r => r.Value.Votes).ThenBy(r => r.Key, StringComparer.Ordinal).First().Value;
                if (2 * most > all.Length)
                    made.AddRange(run);
            }
            if (i == words.Length)
                break;
            if (2 * gone[i] > all.Length)
                continue;
            made.Add(Cheapest(votes[i], words[i]));
        }
        return made.Count == 0 ? sentences[@base] : new SentenceWording(made);

        // From which those of the others are made most cheaply, as with whole wordings.
        WordedWord Cheapest(Dictionary<WordedWord, int> voted, WordedWord own)
        {
            if (voted.Count == 1 && voted.ContainsKey(own))
                return own;
            WordedWord best = own;
            double least = Cost(own);
            foreach (WordedWord word in voted.Keys.OrderBy(v => v.Form).ThenBy(v => v.InMarks))
            {
                double cost = Cost(word);
                if (cost < least - 1e-9)
                    (best, least) = (word, cost);
            }
            return best;

            double Cost(WordedWord word)
            {
                double cost = sentences.Price(word);
                foreach ((WordedWord other, int count) in voted)
                    cost += count * costs.BitsFor(word, other);
                return cost;
            }
        }

        void Vote(int place, WordedWord word, int count)
        {
            votes[place] ??= [];
            votes[place][word] = votes[place].GetValueOrDefault(word) + count;
        }

        void Gap(WordingGap gap, WordingAlignment alignment, WordedWord[] other, int count)
        {
            int pairs = Math.Min(gap.From.Length, gap.To.Length);
            for (int i = 0; i < pairs; i++)
                Vote(gap.From[i], other[gap.To[i]], count);
            for (int i = pairs; i < gap.From.Length; i++)
                gone[gap.From[i]] += count;
            if (gap.To.Length <= pairs)
                return;
            int before = PlaceOf(gap, alignment);
            WordedWord[] run = [.. gap.To.Skip(pairs).Select(t => other[t])];
            string key = string.Join(' ', run.Select(w => w.Form));
            put[before] ??= [];
            put[before][key] = (put[before].GetValueOrDefault(key).Votes + count, run);
        }
    }

    // The place of the base before which the words of the gap stand.
    private static int PlaceOf(WordingGap gap, WordingAlignment alignment)
    {
        int last = gap.To[^1], place = -1;
        foreach ((int f, int t) in alignment.Same)
        {
            if (t > last)
                break;
            place = f;
        }
        return Math.Max(place, gap.From.Length > 0 ? gap.From[^1] : -1) + 1;
    }
}
