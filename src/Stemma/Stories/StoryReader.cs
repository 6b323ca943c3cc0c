using System.Reflection;
using Stemma.Annotation;
using Stemma.Annotation.Times;
using Stemma.Comparison.Names;
using Stemma.Comparison.Passages;
using Stemma.Comparison.Wordings;
using Stemma.Reports;
using Stemma.Stories.Claims;
using Stemma.Stories.Claims.Support;
using Stemma.Stories.Dating;
using Stemma.Stories.Lineage;
using Stemma.Stories.Timeline;

namespace Stemma.Stories;

/// <summary>The way of the data from the reports of one story to its dossier.</summary>
public static class StoryReader
{
    /// <summary>The version that dossiers name.</summary>
    public static string Version { get; } =
        typeof(StoryReader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>Reads the reports as one story.</summary>
    /// <param name="reports">The reports in any order; their ids differ.</param>
    /// <param name="unread">The inputs that could not be read, to be named in the dossier.</param>
    /// <param name="options">How to run; it never changes what is found.</param>
    /// <exception cref="ArgumentException">Two reports have one id.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static Dossier Read(IEnumerable<Report> reports, IReadOnlyList<UnreadInput>? unread = null, StoryOptions? options = null)
    {
        options ??= new StoryOptions();
        void Next(string stage)
        {
            options.Cancellation.ThrowIfCancellationRequested();
            options.Progress?.Report(stage);
        }

        Next("finding sentences, names, times and quotations");
        IReadOnlyList<AnnotatedReport> annotated = Annotate(InOrder(reports), options);
        Next("narrowing dates and joining names");
        annotated = WithDates(annotated, DateNarrower.Narrow(annotated));
        NameRegister names = NameRegister.Of(annotated);
        IReadOnlyList<SpokenWords> spoken = Spoken(annotated, names);
        ResolvedTime[][] times = [.. annotated.Select(r => TimeResolver.Resolve(r, r.Report.Published).ToArray())];
        Next("comparing the reports");
        IReadOnlyList<Passage> passages = PassageFinder.Find(annotated, options.Threads, options.Cancellation);
        Next("tracing who took from whom");
        StoryLineage lineage = LineageBuilder.Build(annotated, passages);
        Next("comparing quotations");
        (spoken, IReadOnlyList<Wording> wordings) = SharedMarks.Compare(spoken, annotated, Taken(annotated, lineage), Rests(annotated, lineage));
        Next("comparing what they say");
        ClaimFindings found = ClaimFinder.Compare(annotated, NameIds(annotated, names), times, options.Threads, options.Cancellation);
        var sources = new SentenceSources(found.Sentences, annotated, passages, lineage);
        IReadOnlyList<SupportedClaim> claims = ClaimRanking.Of(found, annotated, passages, sources);
        Next("ordering what happened");
        IReadOnlyList<TimelineEvent> events = TimelineBuilder.Build(annotated, times, passages, lineage);
        Next("putting the dossier together");
        var builder = new DossierBuilder(annotated, names);
        return new Dossier
        {
            Stemma = Version,
            Reports = builder.Reports(),
            Unread = unread ?? [],
            Names = builder.Names(),
            Times = builder.Times(times),
            Quotes = builder.Quotes(spoken),
            Attributions = builder.Attributions(),
            Wordings = DossierBuilder.Wordings(wordings),
            Passages = builder.Passages(passages),
            Lineage = DossierBuilder.Lineage(lineage, passages.Count),
            Claims = new ClaimWriter(annotated, sources, lineage).Claims(claims),
            Compared = ClaimWriter.Compared(found.Counts),
            Timeline = builder.Timeline(events, lineage),
        };
    }

    private static Report[] InOrder(IEnumerable<Report> reports)
    {
        Report[] ordered = [.. reports.OrderBy(r => r.Id, StringComparer.Ordinal)];
        for (int i = 1; i < ordered.Length; i++)
        {
            if (string.Equals(ordered[i].Id, ordered[i - 1].Id, StringComparison.Ordinal))
                throw new ArgumentException($"Two reports have the id “{ordered[i].Id}”.", nameof(reports));
        }
        return ordered;
    }

    private static AnnotatedReport[] Annotate(Report[] reports, StoryOptions options)
    {
        var annotated = new AnnotatedReport[reports.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = options.Cancellation };
        Parallel.For(0, reports.Length, parallel, i => annotated[i] = Annotator.Annotate(reports[i]));
        return annotated;
    }

    private static IReadOnlyList<AnnotatedReport> WithDates(IReadOnlyList<AnnotatedReport> reports, IReadOnlyList<PublicationDate?> dates) =>
        [.. reports.Select((r, i) => r with { Report = r.Report with { Published = dates[i] } })];

    private static List<SpokenWords> Spoken(IReadOnlyList<AnnotatedReport> reports, NameRegister names)
    {
        var spoken = new List<SpokenWords>();
        for (int report = 0; report < reports.Count; report++)
        {
            foreach (Quotation quotation in reports[report].Quotations)
            {
                int? id = quotation.Speaker is { } speaker ? names.Of(report, speaker) : null;
                string? name = id is { } known ? names.Names[known].Name : quotation.Speaker?.Name;
                spoken.Add(new SpokenWords(spoken.Count, report, reports[report], quotation, name, id));
            }
        }
        return spoken;
    }

    // Lost dispatches have no quotations to compare with.
    private static List<(int Parent, int Child)> Taken(IReadOnlyList<AnnotatedReport> reports, StoryLineage lineage)
    {
        Dictionary<string, int> numbers = reports.Index().ToDictionary(r => r.Item.Report.Id, r => r.Index, StringComparer.Ordinal);
        var taken = new List<(int Parent, int Child)>();
        foreach (TextLink link in lineage.Links)
        {
            if (numbers.TryGetValue(link.From, out int parent) && numbers.TryGetValue(link.To, out int child))
                taken.Add((parent, child));
        }
        return taken;
    }

    // For each report the origins that its text rests on.
    private static List<(int Report, int Origin)> Rests(IReadOnlyList<AnnotatedReport> reports, StoryLineage lineage)
    {
        Dictionary<string, int> numbers = reports.Index().ToDictionary(r => r.Item.Report.Id, r => r.Index, StringComparer.Ordinal);
        return [.. lineage.Origins.Index().SelectMany(o => o.Item.Reports.Where(numbers.ContainsKey).Select(r => (numbers[r], o.Index)))];
    }

    private static IReadOnlyList<IReadOnlyList<int>> NameIds(IReadOnlyList<AnnotatedReport> reports, NameRegister names) =>
        [.. reports.Select((r, report) => (IReadOnlyList<int>)[.. r.Names.Select(n => names.At(report, n.Span) ?? -1)])];
}

/// <summary>How a story is read; nothing here changes what is found.</summary>
public sealed record StoryOptions
{
    /// <summary>The number of threads, 1 or more.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Is told what is done next, in a few words; null to tell nobody.</summary>
    public IProgress<string>? Progress { get; init; }

    /// <summary>Stops the run.</summary>
    public CancellationToken Cancellation { get; init; }
}
