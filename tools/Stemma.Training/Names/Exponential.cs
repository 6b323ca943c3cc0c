namespace Stemma.Training.Names;

/// <summary>The exponential function from additions and multiplications alone, so that every machine learns the same weights.</summary>
internal static class Exponential
{
    private const double Log2E = 1.4426950408889634, Ln2 = 0.6931471805599453;

    /// <summary>e to the power of x, right to some 12 digits; 0 below -700.</summary>
    public static double Of(double x)
    {
        if (x < -700)
            return 0;
        double n = Math.Round(x * Log2E);
        double r = x - (n * Ln2), term = 1, sum = 1;
        for (int k = 1; k < 12; k++)
            sum += term *= r / k;
        return sum * BitConverter.Int64BitsToDouble(((long)n + 1023) << 52);
    }
}
