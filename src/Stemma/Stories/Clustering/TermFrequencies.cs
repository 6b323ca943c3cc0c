using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
using Stemma.Annotation.Tagging;
using Stemma.Languages;

namespace Stemma.Stories.Clustering;

/// <summary>In how many reports each feature stands, and so how much it tells (inverse document frequency; Sparck Jones 1972).</summary>
/// <remarks>Mutable: filled as reports come. Use it from one thread.</remarks>
internal sealed class TermFrequencies
{
    /// <summary>
    /// In reports: so many of a general background are counted beside those of the library, so that a word which is common anywhere
    /// counts little in a library of ten reports, and the first story's own words are not taken for common.
    /// </summary>
    /// <remarks>Of 100, 200, 500, 1000, 2000 alike on ECB+ 1-35 whole; libraries of three topics are as good with the same threshold from 500 on.</remarks>
    private const double BackgroundReports = 500;

    /// <summary>In words: the length of a background report.</summary>
    private const double BackgroundWords = 300;

    private static readonly Lazy<FrozenDictionary<uint, float>> s_background = new(Background);

    private readonly Dictionary<uint, int> _counts = [];

    /// <summary>The number of reports counted.</summary>
    public int Reports { get; private set; }

    /// <summary>Counts a report.</summary>
    public void Add(StoryFeatures features)
    {
        Reports++;
        foreach (uint key in features.Keys)
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _)++;
    }

    /// <summary>Counts a report no more that was counted.</summary>
    public void Remove(StoryFeatures features)
    {
        Reports--;
        foreach (uint key in features.Keys)
        {
            int left = _counts.GetValueOrDefault(key) - 1;
            if (left > 0)
                _counts[key] = left;
            else
                _counts.Remove(key);
        }
    }

    /// <summary>How much a feature tells, more than 0.</summary>
    public double WeightOf(uint key)
    {
        double with = Math.Max(1, _counts.GetValueOrDefault(key)) + (s_background.Value.GetValueOrDefault(key) * BackgroundReports);
        return Math.Log(1 + ((Reports + BackgroundReports) / with));
    }

    // The part of background reports with the word, were words spread evenly (Poisson).
    private static FrozenDictionary<uint, float> Background()
    {
        var shares = new Dictionary<uint, double>();
        foreach ((string word, double share) in WordCounts.English.Shares.OrderBy(w => w.Word, StringComparer.Ordinal))
        {
            string stem = Lexicon.English.Stem(word), cluster = WordClusters.English.Of(word).ToString(CultureInfo.InvariantCulture);
            foreach (uint key in (ReadOnlySpan<uint>)[FeatureKey.Of(FeatureField.Word, stem), FeatureKey.Of(FeatureField.Name, stem), FeatureKey.Of(FeatureField.Cluster, cluster)])
                shares[key] = shares.GetValueOrDefault(key) + share;
        }
        return shares.ToFrozenDictionary(s => s.Key, s => (float)(1 - Math.Exp(-s.Value * BackgroundWords)));
    }
}
