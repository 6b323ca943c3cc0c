using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Stemma.Annotation;
using Stemma.Bench.Planting;
using Stemma.Bench.Scores;
using Stemma.Comparison.Passages;
using Stemma.Comparison.Wordings;
using Stemma.Presentation;
using Stemma.Reading;
using Stemma.Reports;
using Stemma.Stories;
using Stemma.Stories.Lineage;

namespace Stemma.Bench.Stages;

/// <summary>The hot stages, each on one thread on a planted story; the work of a stage does not hold that of the ones before it.</summary>
[MemoryDiagnoser]
[Config(typeof(InThisProcess))]
public class StageBenchmarks
{
    // A process of its own for each benchmark would have to build the engine anew, which takes longer than all of them.
    private sealed class InThisProcess : ManualConfig
    {
        public InThisProcess() => AddJob(Job.ShortRun.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromHours(1), logOutput: true)));
    }

    private ReportInput[] _inputs = [];
    private Report[] _reports = [];
    private AnnotatedReport[] _annotated = [];
    private IReadOnlyList<Passage> _passages = [];
    private SpokenWords[] _spoken = [];
    private Dossier? _dossier;

    /// <summary>The number of reports in the story.</summary>
    [Params(30, 125)]
    public int Reports { get; set; }

    /// <summary>Plants the story and does once what the stages start from.</summary>
    [GlobalSetup]
    public void Plant()
    {
        PlantedStory story = StoryPlanter.Plant(1, StoryMix.Of(Reports));
        _inputs = [.. story.Reports.Select(r => new ReportInput(r.File, Encoding.UTF8.GetBytes(r.Text)) { Outlet = r.Outlet, Published = r.Published })];
        _reports = PlantedFloors.Reports(story);
        _annotated = [.. _reports.Select(Annotator.Annotate)];
        _passages = PassageFinder.Find(_annotated);
        _spoken = [.. _annotated.SelectMany((r, report) => r.Quotations.Select(q => (Report: report, Source: r, Quotation: q)))
            .Select((q, i) => new SpokenWords(i, q.Report, q.Source, q.Quotation, q.Quotation.Speaker?.Name, null))];
        _dossier = WholeStory();
    }

    /// <summary>Bytes to reports.</summary>
    [Benchmark]
    public int Reading() => _inputs.Count(i => ReportReader.Read(i).Report is not null);

    /// <summary>Sentences, names, times, quotations of each report.</summary>
    [Benchmark]
    public int Annotation() => _reports.Sum(r => Annotator.Annotate(r).Sentences.Count);

    /// <summary>What pairs of reports share.</summary>
    [Benchmark]
    public int Passages() => PassageFinder.Find(_annotated).Count;

    /// <summary>Who took from whom.</summary>
    [Benchmark]
    public int Lineage() => LineageBuilder.Build(_annotated, _passages).Links.Count;

    /// <summary>Which quotations are wordings of one utterance; speakers by the name beside them.</summary>
    [Benchmark]
    public int Wordings() => WordingFinder.Find(_spoken).Count;

    /// <summary>Everything from reports to the dossier.</summary>
    [Benchmark]
    public Dossier WholeStory() => StoryReader.Read(_reports, options: new StoryOptions { Threads = 1 });

    /// <summary>The dossier as JSON.</summary>
    [Benchmark]
    public long Json()
    {
        using var json = new MemoryStream();
        DossierJson.Write(_dossier!, json);
        return json.Length;
    }
}
