using System.Diagnostics;
using System.Globalization;
using System.Text;
using Stemma.Comparison.Collation;
using Stemma.Presentation;
using Stemma.Reports;

namespace Stemma.Cli.Eval;

/// <summary>
/// Collates the texts of a folder into a table (a column a text, a row a place, empty where a text has no word), or into a page
/// for reading where the output ends in .txt. With STEMMA_EVAL_REPEAT=N in the environment it does so N times more, in other
/// orders, stops where the outcome differs, and tells the times.
/// </summary>
internal static class EvalCollation
{
    /// <summary>In characters.</summary>
    private const int PageWidth = 100;

    public static void Run(string input, string output, EvalProgress progress)
    {
        CollationText[] texts = [.. Directory.EnumerateFiles(input, "*.txt").Order(StringComparer.Ordinal)
            .Select(f => new CollationText { Id = Path.GetFileNameWithoutExtension(f), Text = File.ReadAllText(f) })];
        if (texts.Length == 0)
            throw new FormatException($"{input}: no .txt file");
        Apparatus apparatus = Collator.Collate(texts);
        File.WriteAllText(output, output.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) ? ApparatusText.Write(apparatus, PageWidth) : Table(apparatus));
        progress.Step();
        if (Environment.GetEnvironmentVariable("STEMMA_EVAL_REPEAT") is { } repeat)
            Repeat(texts, apparatus, int.TryParse(repeat, NumberStyles.None, CultureInfo.InvariantCulture, out int times) ? Math.Max(1, times) : 1);
    }

    private static string Table(Apparatus apparatus)
    {
        var table = new StringBuilder().AppendJoin('\t', apparatus.Witnesses).Append('\n');
        for (int column = 0; column < apparatus.Columns; column++)
        {
            for (int w = 0; w < apparatus.Witnesses.Count; w++)
            {
                table.Append(w > 0 ? "\t" : "");
                if (apparatus.WordAt(column, w) is { } word)
                    table.Append(Cell(word, apparatus.TextOf(w)));
            }
            table.Append('\n');
        }
        return table.ToString();
    }

    private static string Cell(TextSpan word, string text) => string.Join('_', word.In(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Collates again and again, each time in another order: tells the time and stops where an order gives another table.
    private static void Repeat(CollationText[] texts, Apparatus first, int times)
    {
        string expected = Table(first);
        var random = new Random(1);
        var took = new List<double>();
        for (int i = 0; i < times; i++)
        {
            random.Shuffle(texts);
            long start = Stopwatch.GetTimestamp();
            Apparatus apparatus = Collator.Collate(texts);
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (!string.Equals(Table(apparatus), expected, StringComparison.Ordinal))
                throw new FormatException("another order of the texts gives another table");
        }
        took.Sort();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times} orders, one table; ms each: median {took[times / 2]:0.0}, slowest {took[^1]:0.0}"));
    }
}
