namespace Stemma.Comparison.Passages;

/// <summary>How two runs of words agree. All weights are sums over stems of <see cref="StoryVocabulary.Weight"/>.</summary>
internal readonly record struct Agreement
{
    /// <summary>Weighted agreement of both sides, 0 to 1: in order counts full, moved and synonymous words less.</summary>
    public required double Score { get; init; }

    /// <summary>The part of the first run's weight that the other has, 0 to 1.</summary>
    public required double CoverA { get; init; }

    /// <summary>The part of the other run's weight that the first has, 0 to 1.</summary>
    public required double CoverB { get; init; }

    /// <summary>2·agreeing words / all words of both, 0 to 1; words of one folded form, in order.</summary>
    public required double Ratio { get; init; }

    /// <summary>Words of one folded form, in order.</summary>
    public required int SameWords { get; init; }

    /// <summary>The longest run of such words that is unbroken on both sides.</summary>
    public required int LongestRun { get; init; }

    /// <summary>The part of the agreeing weight that is inside quotation marks on both sides, 0 to 1.</summary>
    public required double Quoted { get; init; }

    /// <summary>The agreeing weight outside quotation marks.</summary>
    public required double Told { get; init; }

    /// <summary>The first agreeing word of each side and the one after the last, as indexes of words.</summary>
    public required (int A, int EndA, int B, int EndB) Core { get; init; }
}
