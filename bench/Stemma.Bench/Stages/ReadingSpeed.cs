using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Stemma.Reading;

namespace Stemma.Bench.Stages;

/// <summary>How many pages a second of processor time are read to body and metadata, on one thread, warm, and how long the slowest take.</summary>
internal static class ReadingSpeed
{
    /// <summary>How often all pages are gone through before the time counts, and while it does.</summary>
    private const int Warming = 3, Counted = 5;

    /// <summary>Reads the pages of a file of JSON lines {id, html}, packed or not, and prints the best of the rounds and milliseconds a page.</summary>
    public static void Run(string file)
    {
        ReportInput[] pages = [.. Lines(file).Select(Input)];
        double[] best = new double[pages.Length];
        Array.Fill(best, double.MaxValue);
        double least = double.MaxValue;
        for (int round = -Warming; round < Counted; round++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            for (int i = 0; i < pages.Length; i++)
            {
                long start = Stopwatch.GetTimestamp();
                ReportReader.Read(pages[i]);
                double took = Stopwatch.GetElapsedTime(start).TotalSeconds;
                best[i] = round < 0 ? best[i] : Math.Min(best[i], took);
            }
            least = round < 0 ? least : Math.Min(least, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }
        Array.Sort(best);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{pages.Length / least:0} pages a second of processor time, collector and all; milliseconds a page: half {At(best, 0.5):0.0}, 99 of 100 {At(best, 0.99):0.0}, slowest {best[^1] * 1000:0.0}"));
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))] * 1000;

    private static ReportInput Input(string line)
    {
        using JsonDocument page = JsonDocument.Parse(line);
        return new ReportInput(page.RootElement.GetProperty("id").GetString()!, Encoding.UTF8.GetBytes(page.RootElement.GetProperty("html").GetString()!)) { Charset = "utf-8" };
    }

    private static IEnumerable<string> Lines(string file)
    {
        using Stream stream = File.OpenRead(file);
        using Stream plain = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
