using System.Globalization;
using Stemma.Annotation;
using Stemma.Annotation.Times;
using Stemma.Comparison.Names;
using Stemma.Comparison.Passages;
using Stemma.Comparison.Wordings;
using Stemma.Reports;
using Stemma.Stories.Claims;
using Stemma.Stories.Lineage;
using Stemma.Stories.Timeline;

namespace Stemma.Stories;

/// <summary>Gives the findings of the stages their ids and the shapes of the dossier.</summary>
/// <remarks>
/// An id is a letter and a number in the order of reports and text: "q3" is the third quotation. Ids are the same on
/// every run over the same reports; they may change when a report joins.
/// </remarks>
internal sealed class DossierBuilder(IReadOnlyList<AnnotatedReport> reports, NameRegister names)
{
    /// <summary>The reports.</summary>
    public IReadOnlyList<DossierReport> Reports() => [.. reports.Select(Describe)];

    private static DossierReport Describe(AnnotatedReport annotated)
    {
        Report report = annotated.Report;
        return new DossierReport
        {
            Id = report.Id,
            File = report.File,
            Url = report.Url,
            Outlet = report.Outlet,
            Title = report.Title,
            Byline = report.Byline,
            Credits = [.. report.Credits.Select(c => c.Agency).Distinct(StringComparer.Ordinal)],
            CreditWords = [.. report.Credits.Where(c => c.Span is not null).Select(c => new DossierCredit(c.Agency, c.Span!.Value.Start, c.Span.Value.End, c.How))],
            Canonical = report.CanonicalUrl,
            Section = report.Section,
            Updated = report.Updated is { } day ? Iso(day) : null,
            Language = report.Language,
            Published = report.Published is { } p ? new DossierDate(Iso(p.From), Iso(p.To), Word(p.How), p.Reasons) : null,
            Text = report.Text,
            Cut = [.. report.Cuts.Select(c => new DossierCut(c.Span.Start, c.Span.End, c.Why))],
            Headings = [.. annotated.Paragraphs.Where(p => p.Kind != ParagraphKind.Body).Select(p => new LocalSpan(p.Span.Start, p.Span.End))],
        };
    }

    /// <summary>The names over all reports.</summary>
    public IReadOnlyList<DossierName> Names() =>
    [
        .. names.Names.Select((n, i) => new DossierName(
            Id('n', i), n.Name, Word(n.Kind), n.Variants, [.. n.Mentions.Select(m => Place(m.Report, m.Span))])),
    ];

    /// <summary>The time expressions with their values.</summary>
    public IReadOnlyList<DossierTime> Times(IReadOnlyList<IReadOnlyList<ResolvedTime>> times) =>
    [
        .. times.SelectMany((ofReport, report) => ofReport.Select(t =>
            new DossierTime(reports[report].Report.Id, t.Span.Start, t.Span.End, t.Type.ToString().ToUpperInvariant(), t.Value, t.Reasons))),
    ];

    /// <summary>The quotations.</summary>
    public IReadOnlyList<DossierQuote> Quotes(IReadOnlyList<SpokenWords> spoken) =>
    [
        .. spoken.Select(s => new DossierQuote
        {
            Id = Id('q', s.Index),
            Report = s.Source.Report.Id,
            Start = s.Quotation.Span.Start,
            End = s.Quotation.Span.End,
            Kind = Word(s.Quotation.Kind),
            Gives = Word(s.Quotation.Gives),
            Speaker = s.SpeakerName is { } name
                ? new DossierSpeaker(name, s.SpeakerId is { } id ? Id('n', id) : null, s.Quotation.Speaker?.Span?.Start, s.Quotation.Speaker?.Span?.End)
                : null,
            Cue = s.Quotation.Cue is { } cue ? new LocalSpan(cue.Start, cue.End) : null,
            Reasons = s.Quotation.Reasons,
        }),
    ];

    /// <summary>The attributions of all reports.</summary>
    public IReadOnlyList<DossierAttribution> Attributions() =>
    [
        .. reports.SelectMany(r => r.Attributions.Select(a => new DossierAttribution(
            r.Report.Id, a.Source is { } source ? Local(source) : null, Local(a.Cue), [.. a.Content.Select(Local)], Word(a.Kind), a.Inner, [a.Rule]))),
    ];

    private static LocalSpan Local(TextSpan span) => new(span.Start, span.End);

    /// <summary>The wordings.</summary>
    public static IReadOnlyList<DossierWording> Wordings(IReadOnlyList<Wording> wordings) =>
    [
        .. wordings.Select((w, i) => new DossierWording
        {
            Id = Id('w', i),
            Speaker = w.Speaker,
            Quotes = [.. w.Quotes.Select(q => Id('q', q))],
            Pairs = [.. w.Pairs.Select(Pair)],
            Earliest = w.Earliest.Quote is { } first ? Id('q', first) : null,
            EarliestReasons = w.Earliest.Reasons,
        }),
    ];

    private static WordingPair Pair(ChangedWording pair) => new(Id('q', pair.A), Id('q', pair.B), Word(pair.Change), [.. pair.Edits.Select(Edit)])
    {
        Meaning = Word(pair.Meaning),
        Speakers = pair.Speakers,
        Reasons = pair.Reasons,
    };

    private static WordingEdit Edit(WordEdit edit) => new(Word(edit.Kind), edit.A.Start, edit.A.End, edit.B.Start, edit.B.End)
    {
        Nature = EditNatures.Name(edit.Nature),
        Meaning = Word(edit.Nature.Effect()),
        Note = edit.Note,
    };

    /// <summary>The passages.</summary>
    public IReadOnlyList<DossierPassage> Passages(IReadOnlyList<Passage> passages) =>
    [
        .. passages.Select((p, i) => new DossierPassage(
            Id('p', i), Word(p.Kind), Word(p.Use), Math.Round(p.Similarity, Digits), Place(p.A, p.SpanA), Place(p.B, p.SpanB))),
    ];

    /// <summary>The lineage.</summary>
    public static DossierLineage Lineage(StoryLineage lineage, int passages) =>
        lineage.ToDossier([.. Enumerable.Range(0, passages).Select(i => Id('p', i))]);

    /// <summary>The timeline with the origins behind it.</summary>
    public IReadOnlyList<DossierEvent> Timeline(IReadOnlyList<TimelineEvent> events, StoryLineage lineage) =>
    [
        .. events.Select(e => new DossierEvent(Iso(e.From), Iso(e.To), Word(e.Precision), [.. e.Tellings.Select(Told)], OriginsOf(e.Tellings.Select(t => t.Report), lineage))
        {
            Kind = Word(e.Kind),
            Conflict = e.IsConflict,
            Rank = e.Rank,
            Label = Place(e.Tellings[e.Best].Report, e.Tellings[e.Best].Clause),
            Undated = [.. e.Undated.Select(r => reports[r].Report.Id)],
            Reasons = e.Reasons,
        }),
    ];

    private DossierEventTelling Told(TimelineTelling telling) => new(reports[telling.Report].Report.Id, telling.Sentence.Start, telling.Sentence.End)
    {
        TimeStart = telling.Time.Start,
        TimeEnd = telling.Time.End,
        From = Iso(telling.From),
        To = Iso(telling.To),
        Kind = telling.IsPlan ? "planned" : "happened",
    };

    /// <summary>The ids of the origins that the reports rest on, in the order of the lineage.</summary>
    private IReadOnlyList<string> OriginsOf(IEnumerable<int> tellers, StoryLineage lineage)
    {
        HashSet<string> ids = [.. tellers.Select(r => reports[r].Report.Id)];
        return [.. lineage.Origins.Where(o => o.Reports.Any(ids.Contains)).Select(o => o.Id)];
    }

    /// <summary>The place in the report with the index.</summary>
    private DossierSpan Place(int report, TextSpan span) => new(reports[report].Report.Id, span.Start, span.End);

    /// <summary>The day as ISO 8601.</summary>
    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The word by which the dossier names a kind.</summary>
    private static string Word(Enum kind) => kind.ToString().ToLowerInvariant();

    private static string Id(char letter, int index) => string.Create(CultureInfo.InvariantCulture, $"{letter}{index + 1}");

    /// <summary>More digits of a similarity would say more than is known.</summary>
    private const int Digits = 3;
}
