using System.Globalization;
using BenchmarkDotNet.Running;
using Stemma.Bench.Planting;
using Stemma.Bench.Scores;
using Stemma.Bench.Stages;

namespace Stemma.Bench;

/// <summary>The benchmark program; see docs/benchmarks.md.</summary>
internal static class Program
{
    private const string Usage = """
        usage: Stemma.Bench story FOLDER REPORTS [SEED]      plants a story of so many reports, the truth beside it
               Stemma.Bench corpus FILE.jsonl DOCUMENTS [SEED]   plants a corpus with copies
               Stemma.Bench stages FOLDER [TIMES] [THREADS]      reads a folder and tells the time of each stage
               Stemma.Bench annotation FILE.jsonl                annotates documents {text} and prints characters a second
               Stemma.Bench times FILE.jsonl                     finds and resolves the times of documents {text} and prints MB a second
               Stemma.Bench reading FILE.jsonl[.gz]              reads pages {id, html} and prints pages a second
               Stemma.Bench warcfile FILE.warc.gz RECORDS [SEED]     plants a WARC file of invented pages, some 5 KB a record
               Stemma.Bench warc FILE.warc[.gz]                  goes through its records and prints records a second and memory
               Stemma.Bench feeds FILE|-                         takes a feed apart (- an invented one of 50 MB) and prints items and MB a second
               Stemma.Bench clustering REPORTS [SEED]            puts reports of planted stories to stories and prints reports a second and memory
               Stemma.Bench library FILE.db REPORTS [SEED]       adds planted stories to a library made anew and prints speed, size, memory and search times
               Stemma.Bench --floors FLOORS.json                 scores planted stories and holds the figures to their floors
               Stemma.Bench bench [BenchmarkDotNet's own options]     measures the stages with BenchmarkDotNet
        """;

    private static int Main(string[] args)
    {
        switch (args)
        {
            case ["story", var folder, var reports, .. var rest]:
                PlantedFiles.Write(StoryPlanter.Plant(Seed(rest), StoryMix.Of(Number(reports))), folder);
                return 0;
            case ["corpus", var file, var documents, .. var rest]:
                PlantedFiles.Write(PlantedCorpus.Plant(Seed(rest), Number(documents)), file);
                return 0;
            case ["stages", var folder, .. var rest]:
                StageTimes.Run(folder, rest.Length > 0 ? Number(rest[0]) : 1, rest.Length > 1 ? Number(rest[1]) : 1);
                return 0;
            case ["annotation", var documents]:
                AnnotationSpeed.Run(documents);
                return 0;
            case ["times", var documents]:
                TimeSpeed.Run(documents);
                return 0;
            case ["reading", var pages]:
                ReadingSpeed.Run(pages);
                return 0;
            case ["warcfile", var warc, var records, .. var rest]:
                PlantedWarc.Write(warc, Number(records), Seed(rest));
                return 0;
            case ["warc", var warc]:
                WarcSpeed.Run(warc);
                return 0;
            case ["feeds", var feed]:
                FeedSpeed.Run(feed);
                return 0;
            case ["clustering", var reports, .. var rest]:
                ClusteringSpeed.Run(Number(reports), Seed(rest));
                return 0;
            case ["library", var file, var reports, .. var rest]:
                LibrarySpeed.Run(file, Number(reports), Seed(rest));
                return 0;
            case ["--floors", var floors]:
                return PlantedFloors.Run(floors);
            case ["bench", .. var rest]:
                BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(rest.Length > 0 ? rest : ["--filter", "*"]);
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static ulong Seed(string[] rest) => rest is [var seed, ..] ? ulong.Parse(seed, CultureInfo.InvariantCulture) : 1;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
