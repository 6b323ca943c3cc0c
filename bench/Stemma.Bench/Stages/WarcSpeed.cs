using System.Diagnostics;
using System.Globalization;
using Stemma.Reading;
using Stemma.Reading.Archives;

namespace Stemma.Bench.Stages;

/// <summary>How fast the records of a WARC file are gone through on one thread, HTTP headers read and pages unpacked, and in how much memory.</summary>
internal static class WarcSpeed
{
    /// <summary>Reads the file once and prints records a second, megabytes a second and the peak of memory.</summary>
    public static void Run(string file)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        var tally = new UnpackTally();
        long bytes = 0, pages = 0;
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        foreach (UnpackedReport report in Unpacker.Read(Path.GetFileName(file), stream, UnpackLimits.Standard, tally))
        {
            pages += report.Input is null ? 0 : 1;
            bytes += report.Input?.Bytes.Length ?? 0;
        }
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds, processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{tally.WarcRecords} records, {pages} pages of {bytes / 1e6:0} MB out of {stream.Length / 1e6:0} MB, {tally.Problems} problems, {tally.Revisits} revisits, {tally.PassedOver} passed over"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{tally.WarcRecords / seconds:0} records/s by the clock, {tally.WarcRecords / processor:0} by processor time; {stream.Length / 1e6 / seconds:0} MB/s packed; at most {process.PeakWorkingSet64 / 1048576} MB in memory"));
    }
}
