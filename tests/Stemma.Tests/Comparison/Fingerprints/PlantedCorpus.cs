using System.Text;
using Stemma.Comparison.Fingerprints;

namespace Stemma.Tests.Comparison.Fingerprints;

/// <summary>Makes invented documents and copies of them; the same for the same seed.</summary>
internal sealed class PlantedCorpus(int seed)
{
    private static readonly string[] s_syllables = ["ba", "len", "tor", "mi", "sku", "dra", "vel", "no", "pir", "gash", "un", "ke", "ro", "thi", "zom", "al"];

    private readonly Random _random = new(seed);

    /// <summary>A word out of some thousands, short ones more often.</summary>
    public string Word()
    {
        int common = (int)(Math.Pow(_random.NextDouble(), 3) * 4000);
        var word = new StringBuilder();
        do
        {
            word.Append(s_syllables[common % s_syllables.Length]);
            common /= s_syllables.Length;
        }
        while (common > 0);
        return word.ToString();
    }

    /// <summary>So many words, in sentences.</summary>
    public string Text(int words) => string.Concat(Enumerable.Range(0, words).Select(i => Word() + (i % 12 == 11 ? ". " : " "))).TrimEnd();

    /// <summary>The text with this part of its words left out, replaced or put beside a new one.</summary>
    public string Edited(string text, double part)
    {
        var words = new List<string>();
        foreach (string word in text.Split(' '))
        {
            if (_random.NextDouble() >= part)
                words.Add(word);
            else if (_random.Next(4) is var change and > 0)
                words.Add(change == 1 ? word + " " + Word() : Word());
        }
        return string.Join(' ', words);
    }

    /// <summary>Finds the copies among texts that are called by their keys.</summary>
    public static CorpusCopies Find(IEnumerable<KeyValuePair<string, string>> texts, CopyOptions? options = null)
    {
        var index = new CorpusIndex(options ?? new CopyOptions());
        foreach ((string id, string text) in texts)
            index.Add(id, Encoding.UTF8.GetBytes(text));
        return index.Find();
    }

    /// <summary>The findings as lines, to be compared.</summary>
    public static IEnumerable<string> Lines(CorpusCopies copies)
    {
        var passages = new List<CopyPassage>();
        foreach (CopyCluster cluster in copies.Clusters)
            yield return string.Join(' ', cluster.Documents.Select(copies.IdOf));
        foreach (CopyPair pair in copies.Pairs)
        {
            copies.PassagesOf(pair, passages);
            yield return $"{copies.IdOf(pair.A)} {copies.IdOf(pair.B)} {pair.Kind} {pair.SharedA} {pair.SharedB} {string.Join(' ', passages)}";
        }
    }

    /// <summary>The pairs as "a b".</summary>
    public static string[] Pairs(CorpusCopies copies) => [.. copies.Pairs.Select(p => $"{copies.IdOf(p.A)} {copies.IdOf(p.B)}")];
}
