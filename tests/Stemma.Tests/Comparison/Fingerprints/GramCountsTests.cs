using System.Text;
using Stemma.Comparison.Fingerprints;

namespace Stemma.Tests.Comparison.Fingerprints;

/// <summary>What the search relies on to leave out runs that stand alone: a count may be too high, never too low.</summary>
public class GramCountsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void No_run_is_counted_less_often_than_it_stands_there(int sampleBits)
    {
        var planted = new PlantedCorpus(21);
        string[] texts = [.. Enumerable.Range(0, 300).Select(_ => planted.Text(40))];
        // Each text as often as its number tells, up to 24 times.
        string[] corpus = [.. texts.SelectMany((t, i) => Enumerable.Repeat(t, 1 + (i % 24)))];
        (WordStore words, GramCounts counts) = Count(corpus, sampleBits);
        var truth = new Dictionary<uint, int>();
        uint[] sample = new uint[100];
        for (int d = 0; d < words.Count; d++)
        {
            uint[] buffer = [];
            int sampled = GramHash.Sample(words.HashesOf(d, ref buffer), (1u << sampleBits) - 1, sample);
            foreach (uint gram in sample.AsSpan(0, sampled))
                truth[gram] = truth.GetValueOrDefault(gram) + 1;
        }
        Assert.All(truth, t => Assert.InRange(counts.Of(t.Key), Math.Min(t.Value, GramCounts.Most), GramCounts.Most));
        // And hardly more often, or nothing would be left out.
        Assert.True(truth.Count(t => counts.Of(t.Key) == Math.Min(t.Value, GramCounts.Most)) > truth.Count * .5);
        Assert.Equal(truth.Values.Sum(), counts.Total);
    }

    [Fact]
    public void The_order_of_the_documents_does_not_matter()
    {
        var planted = new PlantedCorpus(22);
        string[] corpus = [.. Enumerable.Range(0, 200).Select(_ => planted.Text(30)).SelectMany(t => new[] { t, t })];
        long shared = Count(corpus, 0).Counts.Shared(out long more);
        new Random(3).Shuffle(corpus);
        Assert.Equal((shared, more), (Count(corpus, 0).Counts.Shared(out long again), again));
        Assert.InRange(shared, 200 * 2 * 25, 200 * 2 * 27);
    }

    [Fact]
    public void One_word_without_end_is_one_run()
    {
        (_, GramCounts counts) = Count([string.Concat(Enumerable.Repeat("spam ", 100_000))], 0);
        Assert.Equal(1, counts.Total);
    }

    private static (WordStore Words, GramCounts Counts) Count(string[] corpus, int sampleBits)
    {
        var words = new WordStore(1 << 26, null);
        long runs = 0;
        foreach (string text in corpus)
            runs += words.Add(Encoding.UTF8.GetBytes(text)).Length;
        return (words, GramCounts.Of(words, [.. Enumerable.Range(0, corpus.Length)], runs, sampleBits));
    }
}
