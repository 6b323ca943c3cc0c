using System.Diagnostics;
using System.Globalization;
using Stemma.Annotation;
using Stemma.Bench.Planting;
using Stemma.Reports;
using Stemma.Stories.Clustering;

namespace Stemma.Bench.Stages;

/// <summary>How fast reports of planted stories are put to stories, one by one and in a replay, in what memory and how well.</summary>
internal static class ClusteringSpeed
{
    private static readonly DateOnly s_start = new(2024, 1, 1);

    /// <summary>Plants so many reports, places and replays them and prints what it took.</summary>
    public static void Run(int reports, ulong seed)
    {
        var truth = new List<int>(reports);
        TimeSpan start = Environment.CpuUsage.TotalTime;
        var planted = new List<PlacedReport>(reports);
        foreach (PlantedNewsReport report in PlantedNews.Plant(seed, reports))
        {
            truth.Add(report.Story);
            planted.Add(new PlacedReport(report.Id, StoryFeatures.Of(Annotator.Annotate(ToReport(report))), null));
        }
        Tell("planted, annotated, features read", reports, start);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bytes of features a report: {planted.Average(p => p.Features.ToBytes().Length):0}"));
        long before = GC.GetTotalMemory(true);
        var board = new StoryBoard();
        var times = new double[reports];
        var placed = new string[reports];
        start = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < reports; i++)
        {
            long one = Stopwatch.GetTimestamp();
            placed[i] = board.Place(planted[i].Id, planted[i].Features).Story;
            times[i] = Stopwatch.GetElapsedTime(one).TotalMilliseconds;
        }
        Tell("placed one by one", reports, start);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory of the board: {(GC.GetTotalMemory(true) - before) / 1e6:0} MB"));
        double[] last = [.. times.TakeLast(Math.Min(10_000, reports)).Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"of the last {last.Length}: median {last[last.Length / 2]:0.00} ms, p95 {last[last.Length * 95 / 100]:0.00} ms, longest {last[^1]:0.00} ms"));
        Console.WriteLine("one by one: " + BCubed(truth, placed));
        GC.KeepAlive(board);
        start = Environment.CpuUsage.TotalTime;
        IReadOnlyList<string> replayed = StoryReplay.Run(planted, StoryRules.None).Stories;
        Tell("replayed", reports, start);
        Console.WriteLine("after the replay: " + BCubed(truth, replayed));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
    }

    private static Report ToReport(PlantedNewsReport planted)
    {
        var date = DateOnly.FromDayNumber(s_start.DayNumber + planted.Day);
        return new Report { Id = planted.Id, Title = planted.Title, Text = planted.Text, Language = "en", Published = new PublicationDate(date, date, DateSource.Stated, []) };
    }

    private static string BCubed(List<int> truth, IReadOnlyList<string> found)
    {
        var both = truth.Zip(found).GroupBy(p => p).ToDictionary(g => g.Key, g => (double)g.Count());
        var stories = truth.GroupBy(t => t).ToDictionary(g => g.Key, g => g.Count());
        var clusters = found.GroupBy(f => f, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        double precision = both.Sum(b => b.Value * b.Value / clusters[b.Key.Second]) / truth.Count, recall = both.Sum(b => b.Value * b.Value / stories[b.Key.First]) / truth.Count;
        return string.Create(CultureInfo.InvariantCulture, $"BCubed F1 {200 * precision * recall / (precision + recall):0.0} (precision {100 * precision:0.0}, recall {100 * recall:0.0}), {clusters.Count} stories of {stories.Count}");
    }

    // Processor time: what else the machine does is not counted.
    private static void Tell(string what, int reports, TimeSpan start)
    {
        double seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {reports} in {seconds:0.0} s of processor time, {reports / seconds:0} a second"));
    }
}
