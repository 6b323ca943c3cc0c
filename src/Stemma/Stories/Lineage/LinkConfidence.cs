namespace Stemma.Stories.Lineage;

/// <summary>The chance that a link is right, calibrated on stories whose copying is known.</summary>
internal static class LinkConfidence
{
    // Weights of a logistic regression on the links found in newstree medium, seeds 11-16, rounded; the reliability on other seeds is
    // in docs/decisions/lineage-by-cost.md with the way to fit them again.

    private const double Base = 0.73;

    /// <summary>How often likely families have the link, to the fourth power.</summary>
    private const double Chance = 2;

    private const double FromLost = -1;

    private const double IsSecond = -0.4;

    /// <summary>Dates that do not tell the direction.</summary>
    private const double NoDirection = -0.65;

    /// <summary>The natural logarithm of 1 plus the bits that it takes to write the report from the source.</summary>
    private const double Rewriting = -0.08;

    private const double SourceIsCopy = -0.75;

    /// <summary>What was never counted in a group too large to walk through.</summary>
    private const double UnknownChance = 0.8;

    /// <summary>A report that names its source: right in all of 69 cases.</summary>
    private const double Named = 0.97;

    /// <summary>Nothing else was right often enough to be called sure.</summary>
    private const double Most = 0.89;

    /// <summary>Without dates the direction is a guess in too many cases, however clear the text seems.</summary>
    private const double MostWithoutDirection = 0.65;

    /// <summary>The chance that a link is right.</summary>
    /// <param name="link">What speaks for and against it.</param>
    /// <returns>More than 0 and less than 1.</returns>
    public static double Of(LinkEvidence link)
    {
        if (link.IsNamed)
            return Named;
        double sum = Base + (Chance * Math.Pow(link.Chance ?? UnknownChance, 4))
            + (link.IsFromLost ? FromLost : Rewriting * Math.Log(1 + link.Bits))
            + (link.IsSecond ? IsSecond : 0) + (link.HasDirection ? 0 : NoDirection) + (link.SourceIsCopy ? SourceIsCopy : 0);
        return Math.Min(link.HasDirection ? Most : MostWithoutDirection, 1 / (1 + Math.Exp(-sum)));
    }
}

/// <summary>What the confidence of a link rests on.</summary>
/// <param name="Chance">How often likely families have the link, 0 to 1; null where that was not counted.</param>
/// <param name="Bits">What it takes to write the report from the source, 0 or more.</param>
/// <param name="IsFromLost">True where the source is a lost text.</param>
/// <param name="IsSecond">True for a second source.</param>
/// <param name="HasDirection">True where the dates tell the direction, or it needs none.</param>
/// <param name="SourceIsCopy">True where the source has a source itself.</param>
/// <param name="IsNamed">True where the report names the source.</param>
internal readonly record struct LinkEvidence(double? Chance, double Bits, bool IsFromLost, bool IsSecond, bool HasDirection, bool SourceIsCopy, bool IsNamed);
