using System.Globalization;
using Stemma.Comparison.Similarity;

namespace Stemma.Cli.Eval;

/// <summary>
/// Scores pairs of sentences by how far they say the same: a tab-separated table with sentences in its last two columns (MSRP), or
/// two files of one sentence a line, NAME_s1.txt and NAME_s2.txt (PAN). Writes a line "id, tab, score" for each pair.
/// </summary>
internal static class EvalParaphrase
{
    private const string FirstFile = "_s1.txt", SecondFile = "_s2.txt";

    public static void Run(string input, string output, EvalProgress progress)
    {
        List<(string Id, string A, string B)> pairs = input.EndsWith(FirstFile, StringComparison.Ordinal) ? TwoFiles(input) : Table(input);
        var comparer = new SentenceComparer(pairs.SelectMany(p => (string[])[p.A, p.B]));
        using StreamWriter writer = File.CreateText(output);
        foreach ((string id, string a, string b) in pairs)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{id}\t{comparer.Score(a, b):0.000000}\n"));
            progress.Step();
        }
    }

    private static List<(string, string, string)> TwoFiles(string first)
    {
        string[] a = File.ReadAllLines(first), b = File.ReadAllLines(first[..^FirstFile.Length] + SecondFile);
        if (a.Length != b.Length)
            throw new FormatException($"{first}: {a.Length} sentences, but {b.Length} in the file beside it");
        return [.. a.Zip(b).Select((p, i) => ((i + 1).ToString(CultureInfo.InvariantCulture), p.First, p.Second))];
    }

    // MSRP: quality, two ids, two sentences; a heading first. Quotation marks are text, so this is no CSV.
    private static List<(string, string, string)> Table(string path)
    {
        var pairs = new List<(string, string, string)>();
        int line = 0;
        foreach (string row in File.ReadLines(path).Skip(1))
        {
            line++;
            string[] columns = row.Split('\t');
            if (columns.Length < 2)
                throw new FormatException($"{path}: line {line + 1} has no two sentences");
            pairs.Add((line.ToString(CultureInfo.InvariantCulture), columns[^2], columns[^1]));
        }
        return pairs;
    }
}
