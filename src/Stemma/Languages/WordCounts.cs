using System.Globalization;

namespace Stemma.Languages;

/// <summary>How common the words of a language are.</summary>
/// <remarks>Immutable, safe to share between threads; the table is read when first asked for.</remarks>
internal sealed class WordCounts
{
    private static readonly Lazy<WordCounts> s_english = new(() => Read("En/word-counts.tsv.gz"));

    /// <summary>In words: what a word that was never met is counted for.</summary>
    private const double Unseen = 0.5;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _all;

    private WordCounts()
    {
    }

    /// <summary>The counts of English.</summary>
    public static WordCounts English => s_english.Value;

    /// <summary>The part of all words of a text that is the word, more than 0; of those that were never met all have the same.</summary>
    /// <param name="folded">The word as <see cref="HouseStyle.Fold"/> gives it.</param>
    public double ShareOf(string folded) => (_counts.GetValueOrDefault(folded) + Unseen) / _all;

    /// <summary>The words that were met with their part of all words, in no order.</summary>
    public IEnumerable<(string Word, double Share)> Shares => _counts.Select(c => (c.Key, (double)c.Value / _all));

    private static WordCounts Read(string path)
    {
        var counts = new WordCounts();
        foreach (string[] row in TableFile.Rows(path))
        {
            int count = int.Parse(row[1], NumberStyles.None, CultureInfo.InvariantCulture);
            if (row[0].Length == 0)
            {
                counts._all = count;
                continue;
            }
            string folded = HouseStyle.Fold(row[0]);
            counts._counts[folded] = counts._counts.GetValueOrDefault(folded) + count;
        }
        return counts;
    }
}
