using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Stemma.Annotation;
using Stemma.Reports;

namespace Stemma.Bench.Stages;

/// <summary>How many characters a second the whole annotation takes, on one thread, warm.</summary>
internal static class AnnotationSpeed
{
    /// <summary>How often all documents are gone through before the time counts, and while it does.</summary>
    private const int Warming = 6, Counted = 5;

    /// <summary>Annotates the documents of a file of JSON lines {text} and prints the best of the rounds, in characters a second.</summary>
    public static void Run(string file)
    {
        string[] texts = [.. File.ReadLines(file).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()!)];
        double best = double.MaxValue;
        for (int round = -Warming; round < Counted; round++)
        {
            long start = Stopwatch.GetTimestamp();
            foreach (string text in texts)
                Annotator.Annotate(new Report { Id = "a", Text = text, Language = "en" });
            if (round >= 0)
                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        Console.WriteLine((texts.Sum(t => (long)t.Length) / best).ToString("0", CultureInfo.InvariantCulture));
    }
}
