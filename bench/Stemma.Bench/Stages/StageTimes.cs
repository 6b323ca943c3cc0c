using System.Diagnostics;
using System.Globalization;
using Stemma.Library;
using Stemma.Presentation;
using Stemma.Reading;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Bench.Stages;

/// <summary>Reads a folder as a story and tells the time of each stage, as the engine reports them; on one thread, in one process, so start-up and JIT count.</summary>
internal static class StageTimes
{
    /// <summary>Reads the folder so many times and prints a line a stage for each time.</summary>
    public static void Run(string folder, int times, int threads)
    {
        for (int i = 0; i < times; i++)
        {
            var clock = new StageClock();
            clock.Report("opening files");
            OpenedReports files = ReportFiles.Open([folder], Stream.Null);
            clock.Report("reading reports");
            var reports = new Report?[files.Inputs.Count];
            Parallel.For(0, reports.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, r => reports[r] = ReportReader.Read(files.Inputs[r]).Report);
            Dossier dossier = StoryReader.Read(reports.OfType<Report>(), options: new StoryOptions { Threads = threads, Progress = clock });
            clock.Report("writing JSON");
            using var json = new MemoryStream();
            DossierJson.Write(dossier, json);
            clock.Report("writing the page");
            using var page = new StringWriter(CultureInfo.InvariantCulture);
            DossierHtml.Write(dossier, page);
            clock.Report("");
            Console.WriteLine($"{folder}: {dossier.Reports.Count} reports, {dossier.Passages.Count} passages, {dossier.Claims.Count} claims, {dossier.Wordings.Count} wordings, {json.Length >> 10} KB of JSON, {page.GetStringBuilder().Length >> 10} KB of page");
        }
    }

    private sealed class StageClock : IProgress<string>
    {
        private string _stage = "";
        private long _wall;
        private TimeSpan _processor;

        public void Report(string value)
        {
            using var process = Process.GetCurrentProcess();
            TimeSpan processor = process.TotalProcessorTime;
            if (_stage.Length > 0)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(_wall).TotalMilliseconds,9:0} ms wall {(processor - _processor).TotalMilliseconds,9:0} ms processor  {_stage}"));
            (_stage, _wall, _processor) = (value, Stopwatch.GetTimestamp(), processor);
        }
    }
}
