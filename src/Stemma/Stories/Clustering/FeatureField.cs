namespace Stemma.Stories.Clustering;

/// <summary>The part of a report's content that a feature belongs to; its number is in the top bits of a key.</summary>
internal enum FeatureField
{
    /// <summary>A word that tells something, names among them.</summary>
    Word,

    /// <summary>A word that is mostly written as a name.</summary>
    Name,

    /// <summary>A number, in figures or in words.</summary>
    Number,

    /// <summary>A day, a month or a year that the text tells of.</summary>
    Time,

    /// <summary>Two words that stand side by side.</summary>
    Pair,

    /// <summary>The cluster of words that stand in like places, of a word that is no name; kept of short texts alone.</summary>
    Cluster,
}
