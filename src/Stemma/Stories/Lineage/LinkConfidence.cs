namespace Stemma.Stories.Lineage;

/// <summary>Turns the margin of a link into the chance that it is right.</summary>
internal static class LinkConfidence
{
    // Fitted by logistic regression on newstree medium; see docs/decisions/lineage-by-cost.md for the table and the command.

    /// <summary>In bits: where the chance is one half.</summary>
    private static double Middle = 0;

    /// <summary>In bits: how fast it grows.</summary>
    private static double Slope = 6;

    /// <summary>No link is surer than this.</summary>
    private static double Most = 0.99;

    /// <summary>The chance that a link is right whose best alternative costs so much more.</summary>
    /// <param name="margin">In bits, 0 or more.</param>
    public static double Of(double margin) => Math.Min(Most, 1 / (1 + Math.Exp(-(margin - Middle) / Slope)));
}
