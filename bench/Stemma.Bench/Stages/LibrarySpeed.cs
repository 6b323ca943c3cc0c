using System.Diagnostics;
using System.Globalization;
using System.Text;
using Stemma.Bench.Planting;
using Stemma.Library.Store;
using Stemma.Library.Store.Sqlite;
using Stemma.Reading;

namespace Stemma.Bench.Stages;

/// <summary>How fast a library takes in planted stories and finds them again, how large it gets, how much memory that takes.</summary>
internal static class LibrarySpeed
{
    /// <summary>Stories of so many reports in turn: most are small.</summary>
    private static readonly int[] s_sizes = [1, 1, 2, 3, 5, 8, 13, 30];

    /// <summary>In reports between two lines; in searches, and in reports that are added one by one.</summary>
    private const int Step = 2_000, Searches = 400, Single = 200;

    /// <summary>Stories that begin on one day.</summary>
    private const int StoriesADay = 20;

    /// <summary>Adds so many reports to a library that is made anew, and prints.</summary>
    public static void Run(string file, int reports, ulong seed)
    {
        foreach (string old in (string[])[file, file + "-wal", file + "-shm"])
            File.Delete(old);
        using var store = SqliteStore.Open(file, make: true);
        List<ReportInput> more = [];
        var words = new List<string>();
        IEnumerable<ReportSource> Sources()
        {
            foreach (ReportInput input in Plant(seed).Take(reports + Single))
            {
                if (input.Name.EndsWith('7') && words.Count < 20_000)
                    words.AddRange(Encoding.UTF8.GetString(input.Bytes.Span).Split([' ', '\n', '.', ',', '”', '“'], StringSplitOptions.RemoveEmptyEntries).Take(60));
                yield return new ReportSource(input, null);
            }
        }
        IEnumerator<ReportSource> sources = Sources().GetEnumerator();
        IEnumerable<ReportSource> First()
        {
            for (int i = 0; i < reports && sources.MoveNext(); i++)
                yield return sources.Current;
        }
        long start = Stopwatch.GetTimestamp(), step = start;
        TimeSpan spent = Environment.CpuUsage.TotalTime;
        int added = 0;
        new LibraryAddition(store, TimeProvider.System).Run(First(), _ =>
        {
            if (++added % Step != 0)
                return;
            Print($"{added,7} reports: {Step / Stopwatch.GetElapsedTime(step).TotalSeconds,6:0} a second, {(Environment.CpuUsage.TotalTime - spent).TotalMilliseconds / Step,5:0.00} ms of processor time each, {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6,5:0} MB of memory at most, {Size(file) / 1e6,6:0} MB on the disk");
            (step, spent) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        }, CancellationToken.None);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Print($"{added} reports in {seconds:0.0} s: {added / seconds:0} a second, {store.Counts().Stories} stories, processor time {Environment.CpuUsage.TotalTime.TotalSeconds:0.0} s");
        while (more.Count < Single && sources.MoveNext())
            more.Add(sources.Current.Input!);
        AddSingly(store, more);
        Search(store, words, seed);
    }

    private static void AddSingly(SqliteStore store, List<ReportInput> reports)
    {
        var adder = new ReportAdder(store);
        var times = new List<double>();
        TimeSpan spent = Environment.CpuUsage.TotalTime;
        foreach (ReportInput input in reports)
        {
            long start = Stopwatch.GetTimestamp();
            if (ReportReader.Read(input).Report is { } report)
                adder.Add([NewReport.Of(report, input.Bytes.Span, DateTimeOffset.UnixEpoch)]);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        Print($"adding one report, read, annotated, placed and on the disk: {Parts(times.Skip(1))}; the first, with what places it: {times[0]:0} ms; {(Environment.CpuUsage.TotalTime - spent).TotalMilliseconds / times.Count:0.0} ms of processor time each");
    }

    private static void Search(SqliteStore store, List<string> words, ulong seed)
    {
        var chance = new Chance(seed);
        var times = new List<double>();
        long hits = 0;
        TimeSpan spent = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < Searches; i++)
        {
            int at = chance.Below(words.Count - 3);
            string typed = (i % 5) switch
            {
                0 => words[at],
                1 => $"{words[at]} {chance.Of(words)}",
                2 => $"\"{words[at]} {words[at + 1]} {words[at + 2]}\"",
                3 => $"name:{words[at]} after:2024-01-10",
                _ => $"{words[at][..Math.Min(3, words[at].Length)]}* the",
            };
            SearchQuery query = SearchQueryParser.Parse(typed, out string? problem);
            if (problem is not null)
                continue;
            long start = Stopwatch.GetTimestamp();
            SearchAnswer answer = store.Search(query, 20);
            foreach (SearchHit hit in answer.Hits)
                hits += SearchPassage.Of(hit.Report.Report, query).Words.Count;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        Print($"searching, with 20 hits and their words: {Parts(times)} ({times.Count} searches, {hits} words marked); {(Environment.CpuUsage.TotalTime - spent).TotalMilliseconds / times.Count:0.0} ms of processor time each");
    }

    private static string Parts(IEnumerable<double> times)
    {
        double[] sorted = [.. times.Order()];
        return string.Create(CultureInfo.InvariantCulture, $"{sorted[sorted.Length / 2]:0.0} ms in the middle, p95 {sorted[sorted.Length * 95 / 100]:0.0} ms, {sorted[^1]:0.0} ms at most");
    }

    // Stories begin twenty a day; their reports come in the order of their days.
    private static IEnumerable<ReportInput> Plant(ulong seed)
    {
        for (int story = 0; ; story++)
        {
            PlantedStory planted = StoryPlanter.Plant(seed + (ulong)story, StoryMix.Of(s_sizes[story % s_sizes.Length]));
            int day = 0;
            foreach (PlantedReport report in planted.Reports)
            {
                DateOnly published = DateOnly.Parse(report.Published, CultureInfo.InvariantCulture).AddDays(story / StoriesADay);
                string outlet = new([.. report.Outlet.ToLowerInvariant().Where(char.IsAsciiLetter)]);
                yield return new ReportInput(string.Create(CultureInfo.InvariantCulture, $"s{story}-{day++}"), Encoding.UTF8.GetBytes(report.Text))
                {
                    Outlet = report.Outlet,
                    Url = string.Create(CultureInfo.InvariantCulture, $"https://{outlet}.example/{story}/{day}"),
                    Published = published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                };
            }
        }
    }

    private static long Size(string file) => new[] { file, file + "-wal" }.Where(File.Exists).Sum(f => new FileInfo(f).Length);

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
