using System.Numerics;
using System.Runtime.InteropServices;
using Stemma.Training.Names;

namespace Stemma.Training.Clusters;

/// <summary>
/// Spherical k-means (Dhillon and Modha 2001, "Concept Decompositions for Large Sparse Text Data using Clustering"): rows of length one, each with the centre that it
/// has the highest product with.
/// </summary>
internal static class SphericalMeans
{
    /// <summary>Finds centres; the same rows and seed give the same ones.</summary>
    /// <param name="rows">Rows of length one, one behind another.</param>
    /// <param name="weights">How much each row counts.</param>
    /// <param name="dimensions">The numbers in a row.</param>
    /// <param name="count">How many centres.</param>
    /// <param name="rounds">How often rows and centres are brought together.</param>
    /// <param name="seed">Of the rows that the centres start from.</param>
    public static float[] Centres(ReadOnlyMemory<float> rows, IReadOnlyList<float> weights, int dimensions, int count, int rounds, ulong seed)
    {
        int rowCount = rows.Length / dimensions;
        var centres = new float[count * dimensions];
        int[] order = [.. Enumerable.Range(0, rowCount)];
        Order.Shuffle(order, ref seed);
        for (int c = 0; c < count; c++)
            rows.Span.Slice(order[c] * dimensions, dimensions).CopyTo(centres.AsSpan(c * dimensions));
        for (int round = 0; round < rounds; round++)
        {
            int[] nearest = Nearest(rows, centres, dimensions);
            var sums = new double[centres.Length];
            for (int row = 0; row < rowCount; row++)
            {
                ReadOnlySpan<float> own = rows.Span.Slice(row * dimensions, dimensions);
                Span<double> sum = sums.AsSpan(nearest[row] * dimensions, dimensions);
                for (int d = 0; d < dimensions; d++)
                    sum[d] += weights[row] * own[d];
            }
            for (int c = 0; c < count; c++)
            {
                double squares = 0;
                for (int d = 0; d < dimensions; d++)
                    squares += sums[(c * dimensions) + d] * sums[(c * dimensions) + d];
                // A centre that lost all its rows stays where it was.
                for (int d = 0; squares > 0 && d < dimensions; d++)
                    centres[(c * dimensions) + d] = (float)(sums[(c * dimensions) + d] / Math.Sqrt(squares));
            }
        }
        return centres;
    }

    /// <summary>For each row the centre that is nearest to it.</summary>
    public static int[] Nearest(ReadOnlyMemory<float> rows, float[] centres, int dimensions)
    {
        var nearest = new int[rows.Length / dimensions];
        // Each row's answer depends on the row alone, so the threads cannot change it.
        Parallel.For(0, nearest.Length, row =>
        {
            ReadOnlySpan<float> own = rows.Span.Slice(row * dimensions, dimensions);
            int best = 0;
            float most = float.MinValue;
            for (int c = 0; c < centres.Length / dimensions; c++)
            {
                float product = Product(own, centres.AsSpan(c * dimensions, dimensions));
                if (product > most)
                    (best, most) = (c, product);
            }
            nearest[row] = best;
        });
        return nearest;
    }

    private static float Product(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        // Four numbers at a time on every machine, so that every machine rounds alike.
        ReadOnlySpan<Vector4> left = MemoryMarshal.Cast<float, Vector4>(a), right = MemoryMarshal.Cast<float, Vector4>(b);
        Vector4 sum = Vector4.Zero;
        for (int i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        float product = sum.X + sum.Y + (sum.Z + sum.W);
        for (int d = 4 * left.Length; d < a.Length; d++)
            product += a[d] * b[d];
        return product;
    }
}
