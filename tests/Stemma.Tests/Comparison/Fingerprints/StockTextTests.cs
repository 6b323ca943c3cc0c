using System.Text;
using Stemma.Comparison;
using Stemma.Comparison.Fingerprints;

namespace Stemma.Tests.Comparison.Fingerprints;

/// <summary>What counts as a document's own words, and what as stock that all use.</summary>
public class StockTextTests
{
    [Fact]
    public void A_notice_below_every_document_is_stock_from_end_to_end()
    {
        var planted = new PlantedCorpus(31);
        string notice = planted.Text(30);
        Assert.Equal(0, OwnWords([.. Enumerable.Range(0, 200).Select(_ => planted.Text(50) + " " + notice)], notice));
    }

    [Fact]
    public void What_few_documents_hold_is_their_own()
    {
        var planted = new PlantedCorpus(32);
        string text = planted.Text(30);
        Assert.Equal(30, OwnWords([.. Enumerable.Range(0, 200).Select(i => planted.Text(50) + (i < 3 ? " " + text : ""))], text));
    }

    [Fact]
    public void Set_phrases_in_an_order_that_no_other_document_has_count_where_they_meet()
    {
        var planted = new PlantedCorpus(33);
        var random = new Random(4);
        string[] phrases = [.. Enumerable.Range(0, 40).Select(_ => planted.Text(8).TrimEnd('.'))];
        string[] corpus = [.. Enumerable.Range(0, 5000).Select(_ => string.Join(' ', Enumerable.Range(0, 12).Select(_ => phrases[random.Next(40)])))];
        string order = string.Join(' ', phrases[2], phrases[7], phrases[1], phrases[9], phrases[0], phrases[4], phrases[3], phrases[11]);
        Assert.Equal(0, OwnWords([.. corpus, order, order], phrases[5]));
        // Seven places where two phrases meet; each pair of phrases meets in about 34 of the 5,000, which is worth two words or less.
        Assert.InRange(OwnWords([.. corpus, order, order], order), 8, 14);
    }

    [Fact]
    public void Copies_of_one_text_count_once()
    {
        var planted = new PlantedCorpus(34);
        string text = planted.Text(30);
        string[] corpus = [.. Enumerable.Range(0, 200).Select(i => planted.Text(50) + (i < 50 ? " " + text : ""))];
        Assert.Equal(0, OwnWords(corpus, text));
        Assert.Equal(30, OwnWords(corpus, text, copies: 50));
    }

    // How many words of the run are own in the corpus, of which the first so many are known to be copies of each other.
    private static int OwnWords(string[] corpus, string run, int copies = 0)
    {
        var words = new WordStore(1 << 26, null);
        foreach (string text in corpus)
            words.Add(Encoding.UTF8.GetBytes(text));
        var groups = new DisjointGroups(corpus.Length);
        for (int i = 1; i < copies; i++)
            groups.Join(0, i);
        uint[] watched = new WordStore(1 << 20, null).Add(Encoding.UTF8.GetBytes(run)).ToArray();
        var stock = new StockText(corpus.Length, 1000);
        stock.Watch(watched);
        Assert.Equal(corpus.Any(t => t.Contains(run, StringComparison.Ordinal)), stock.Count(words, [.. Enumerable.Range(0, corpus.Length)], groups).Count > 0);
        return stock.OwnWords(watched);
    }
}
