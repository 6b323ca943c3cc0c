using System.Globalization;
using System.Text;
using Stemma.Annotation;
using Stemma.Annotation.Times;
using Stemma.Reading;
using Stemma.Reports;

namespace Stemma.Tests.Specs;

/// <summary>Runs the cases of the *.md files in this folder; the head of each file tells its format.</summary>
public class SpecTests
{
    public static TheoryData<string> Quotations() => Titles("quotations.md");

    public static TheoryData<string> Attributions() => Titles("attributions.md");

    public static TheoryData<string> Sentences() => Titles("sentences.md");

    public static TheoryData<string> Cuts() => Titles("cuts.md");

    public static TheoryData<string> Names() => Titles("names.md");

    public static TheoryData<string> Times() => Titles("times.md");

    [Theory]
    [MemberData(nameof(Quotations))]
    public void Quotation(string title)
    {
        SpecCase spec = Case("quotations.md", title);
        AnnotatedReport annotated = Annotator.Annotate(ReportOf(spec));
        // A case that expects no indirect speech is not about it.
        bool indirect = spec.Expected.Any(e => e.EndsWith(" (indirect)", StringComparison.Ordinal));
        string[] found = [.. annotated.Quotations.Where(q => indirect || q.Kind != QuotationKind.Indirect).Select(q =>
            $"“{q.Span.In(annotated.Text).Replace('\n', ' ')}” — {Speaker(q)}{KindOf(q, spec)}")];
        Same(spec, [.. spec.Expected.Where(e => e != "nothing")], found);
    }

    [Theory]
    [MemberData(nameof(Attributions))]
    public void Attribution(string title)
    {
        SpecCase spec = Case("attributions.md", title);
        AnnotatedReport annotated = Annotator.Annotate(ReportOf(spec));
        Same(spec, [.. spec.Expected.Where(e => e != "nothing")], [.. annotated.Attributions.Select(a =>
            $"{a.Source?.In(annotated.Text) ?? "?"} | {a.Cue.In(annotated.Text)} | {string.Join(" … ", a.Content.Select(c => c.In(annotated.Text)))} ({a.Kind.ToString().ToLowerInvariant()}{(a.Inner ? " inner" : "")})")]);
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Sentence(string title)
    {
        SpecCase spec = Case("sentences.md", title);
        AnnotatedReport annotated = Annotator.Annotate(ReportOf(spec));
        string[] found = [.. annotated.Sentences.Select(s => Prefix(annotated.Paragraphs[s.Paragraph].Kind) + s.Span.In(annotated.Text))];
        Same(spec, spec.Expected, found);
    }

    [Theory]
    [MemberData(nameof(Cuts))]
    public void Cut(string title)
    {
        SpecCase spec = Case("cuts.md", title);
        string name = spec.Kind == "html" ? "spec.html" : "spec.txt";
        ReadingResult read = ReportReader.Read(new ReportInput(name, Encoding.UTF8.GetBytes(spec.Report)));
        Assert.NotNull(read.Report);
        string[] facts = [.. spec.Expected.Where(IsFact)];
        Same(spec, [.. spec.Expected.Where(e => !IsFact(e)), .. facts],
            [.. MarkedLines(read.Report), .. facts.Select(f => FactOf(read.Report, f[..f.IndexOf(':', StringComparison.Ordinal)]))]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Name(string title)
    {
        SpecCase spec = Case("names.md", title);
        AnnotatedReport annotated = Annotator.Annotate(ReportOf(spec));
        string[] found = [.. annotated.Names.Select(n => $"{n.Span.In(annotated.Text)} — {Word(n.Kind)}").Distinct(StringComparer.Ordinal)];
        Same(spec, [.. spec.Expected.Where(e => e != "nothing")], found);
    }

    [Theory]
    [MemberData(nameof(Times))]
    public void Time(string title)
    {
        SpecCase spec = Case("times.md", title);
        PublicationDate? published = DateOnly.TryParseExact(spec.Kind, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? new PublicationDate(day, day, DateSource.Stated, []) : null;
        AnnotatedReport annotated = Annotator.Annotate(ReportOf(spec));
        string[] found = [.. TimeResolver.Resolve(annotated, published).Select(t => $"{t.Span.In(annotated.Text)} — {t.Type.ToString().ToUpperInvariant()} {t.Value ?? "?"}")];
        Same(spec, [.. spec.Expected.Where(e => e != "nothing")], found);
    }

    private static void Same(SpecCase spec, IReadOnlyList<string> expected, IReadOnlyList<string> found)
    {
        if (expected.SequenceEqual(found, StringComparer.Ordinal))
            return;
        IEnumerable<string> missing = expected.Except(found, StringComparer.Ordinal).Select(l => "  - " + l);
        IEnumerable<string> wrong = found.Except(expected, StringComparer.Ordinal).Select(l => "  + " + l);
        Assert.Fail($"{spec.Title}\n(- expected, + found; the order counts)\n{string.Join('\n', missing.Concat(wrong).DefaultIfEmpty("  other order"))}");
    }

    private static SpecCase Case(string file, string title) => SpecFile.Read(file).Single(c => c.Title == title);

    private static TheoryData<string> Titles(string file) => [.. SpecFile.Read(file).Select(c => c.Title)];

    // Annotation is told what reading would find: nothing is cut, and the first line is the headline where the case says so.
    private static Report ReportOf(SpecCase spec) => new()
    {
        Id = "spec",
        Language = "en",
        Text = spec.Report,
        TitleSpan = spec.Kind == "titled" ? new TextSpan(0, spec.Report.IndexOf('\n', StringComparison.Ordinal)) : null,
    };

    private static string Speaker(Quotation quotation) => quotation.Speaker switch
    {
        null => "nobody",
        { Name: var name } when name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) => name[4..],
        { Name: var name } => name,
    };

    private static string KindOf(Quotation quotation, SpecCase spec)
    {
        string word = $" ({Word(quotation.Kind)})";
        return spec.Expected.Any(e => e.EndsWith(word, StringComparison.Ordinal)) ? word : "";
    }

    // ("Title" is printed "[title]".) The kinds' own names are the words of the format.
    private static string Prefix(ParagraphKind kind) => kind == ParagraphKind.Body ? "" : $"[{Word(kind)}] ";

    private static string Word<T>(T kind)
        where T : struct, Enum => kind.ToString().ToLowerInvariant();

    private static bool IsFact(string line) => s_facts.Any(n => line.StartsWith(n + ": ", StringComparison.Ordinal));

    private static readonly string[] s_facts = ["title", "byline", "credit", "published"];

    private static string FactOf(Report report, string name) => $"{name}: " + name switch
    {
        "title" => report.Title ?? "none",
        "byline" => report.Byline.Count > 0 ? string.Join(", ", report.Byline) : "none",
        "credit" => report.Credits.Count > 0 ? string.Join(", ", report.Credits.Select(c => c.Agency)) : "none",
        _ => report.Published is { } date ? $"{date.From:yyyy-MM-dd}{(date.IsDay ? "" : $" to {date.To:yyyy-MM-dd}")}" : "none",
    };

    // The lines of the text with what is cut as [-…-]; white space at the ends of a cut tells nothing.
    private static IEnumerable<string> MarkedLines(Report report)
    {
        int start = 0;
        foreach (string line in report.Text.Split('\n'))
        {
            var whole = new TextSpan(start, start + line.Length);
            start += line.Length + 1;
            var marked = new StringBuilder();
            int at = whole.Start;
            foreach (Cut cut in report.Cuts.Where(c => c.Span.Overlaps(whole)))
            {
                var part = new TextSpan(Math.Max(cut.Span.Start, whole.Start), Math.Min(cut.Span.End, whole.End));
                string words = part.In(report.Text).Trim();
                marked.Append(report.Text, at, part.Start - at).Append(words.Length > 0 ? $" [-{words}-] " : " ");
                at = part.End;
            }
            marked.Append(report.Text, at, whole.End - at);
            string shown = string.Join(' ', marked.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("-] [-", " ", StringComparison.Ordinal);
            if (shown.Length > 0)
                yield return shown;
        }
    }
}
