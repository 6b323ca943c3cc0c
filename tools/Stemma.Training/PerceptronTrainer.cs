using Stemma.Annotation.Tagging;

namespace Stemma.Training;

/// <summary>
/// Learns the weights of a tagger: an averaged perceptron with a margin (Collins 2002), which goes through the sentences with
/// the tags that it gives itself, so that it learns to go on after its own errors.
/// </summary>
internal sealed class PerceptronTrainer
{
    /// <summary>
    /// In units of one update: how far the right tag must lead before the weights stay. 30, 60 and 120 did equally well on the
    /// development sets, 0 worse by a tenth of a point.
    /// </summary>
    private const float Margin = 120;

    /// <summary>In occurrences: features of words that the training text has less often are left out.</summary>
    private const int SeldomestFeature = 2;

    private sealed record Lesson(WordFacts[] Words, byte[] Tags, uint[][] Features);

    private readonly List<Lesson> _lessons = [];

    /// <summary>Prepares the sentences.</summary>
    public PerceptronTrainer(IReadOnlyList<GoldSentence> train, WordTable table)
    {
        var seen = new Dictionary<uint, int>();
        void Add(GoldSentence sentence, int place) => _lessons.Add(Prepare(sentence, table, place % WordTable.Folds));
        for (int s = 0; s < train.Count; s++)
        {
            Add(train[s], s);
            if (Headlines.Copies(train[s], s))
                Add(Headlines.Of(train[s]), s);
        }
        foreach (uint feature in _lessons.SelectMany(l => l.Features).SelectMany(f => f))
            seen[feature] = seen.GetValueOrDefault(feature) + 1;
        Keep(f => seen[f] >= SeldomestFeature);
    }

    /// <summary>Learns; the same seed gives the same weights.</summary>
    /// <param name="epochs">How often all sentences are gone through.</param>
    /// <param name="seed">Of the order of the sentences.</param>
    /// <param name="allowed">The features that may have weights; null for all.</param>
    public Dictionary<uint, float[]> Learn(int epochs, ulong seed, HashSet<uint>? allowed = null)
    {
        if (allowed is not null)
            Keep(allowed.Contains);
        var store = new WeightStore(TaggerModel.Weighed);
        int[] order = [.. Enumerable.Range(0, _lessons.Count)];
        for (int e = 0; e < epochs; e++)
        {
            Shuffle(order, ref seed);
            int wrong = 0;
            foreach (int lesson in order)
                wrong += Learn(_lessons[lesson], store, allowed);
            Console.Error.WriteLine($"epoch {e + 1}: {wrong} errors, {store.Count} features");
        }
        return store.Sums();
    }

    private static int Learn(Lesson lesson, WeightStore store, HashSet<uint>? allowed)
    {
        Span<uint> after = stackalloc uint[ContextFeatures.OfTags];
        Span<float> scores = stackalloc float[TaggerModel.Weighed];
        int before = ContextFeatures.NoTag, beforeThat = ContextFeatures.NoTag, wrong = 0;
        for (int i = 0; i < lesson.Tags.Length; i++)
        {
            int right = lesson.Tags[i], best = lesson.Words[i + 2].Certain;
            store.Now++;
            if (best < 0)
            {
                ContextFeatures.AfterTags(lesson.Words, i + 2, before, beforeThat, after);
                scores.Clear();
                foreach (uint feature in lesson.Features[i])
                    store.AddTo(feature, scores);
                foreach (uint feature in after)
                    store.AddTo(feature, scores);
                best = Highest(scores, -1);
                if (right < TaggerModel.Weighed)
                {
                    int rival = Highest(scores, right);
                    if (scores[right] < scores[rival] + Margin)
                    {
                        foreach (uint feature in lesson.Features[i])
                            store.Move(feature, right, rival);
                        foreach (uint feature in after)
                        {
                            if (allowed is null || allowed.Contains(feature))
                                store.Move(feature, right, rival);
                        }
                    }
                }
            }
            if (best != right)
                wrong++;
            (before, beforeThat) = (best, before);
        }
        return wrong;
    }

    /// <summary>The class with the highest score, the lowest of equal ones.</summary>
    /// <param name="scores">By class.</param>
    /// <param name="without">A class that is passed over; negative for none.</param>
    internal static int Highest(ReadOnlySpan<float> scores, int without)
    {
        int best = without == 0 ? 1 : 0;
        for (int t = best + 1; t < scores.Length; t++)
        {
            if (t != without && scores[t] > scores[best])
                best = t;
        }
        return best;
    }

    private static Lesson Prepare(GoldSentence sentence, WordTable table, int fold)
    {
        Span<uint> ids = stackalloc uint[ContextFeatures.MostOfWords];
        int count = sentence.Words.Length;
        var words = new WordFacts[count + 4];
        for (int i = 0; i < count; i++)
        {
            words[i + 2] = WordFacts.Of(sentence.Words[i].Form);
            table.Describe(ref words[i + 2], fold);
        }
        (words[0], words[1], words[^2], words[^1]) = (WordFacts.Outside(0), WordFacts.Outside(1), WordFacts.Outside(2), WordFacts.Outside(3));
        uint heading = ContextFeatures.HeadingOf(words.AsSpan()[2..^2]);
        var features = new uint[count][];
        for (int i = 0; i < count; i++)
            features[i] = ids[..ContextFeatures.OfWords(words, i + 2, heading, ids)].ToArray();
        return new Lesson(words, [.. sentence.Words.Select(w => (byte)w.Tag)], features);
    }

    private void Keep(Func<uint, bool> keep)
    {
        foreach (Lesson lesson in _lessons)
        {
            for (int i = 0; i < lesson.Features.Length; i++)
                lesson.Features[i] = [.. lesson.Features[i].Where(keep)];
        }
    }

    // Fisher and Yates, by a linear congruential generator (Knuth's MMIX).
    internal static void Shuffle(int[] order, ref ulong state)
    {
        for (int i = order.Length - 1; i > 0; i--)
        {
            state = (state * 6364136223846793005) + 1442695040888963407;
            int j = (int)((state >> 33) % (ulong)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
