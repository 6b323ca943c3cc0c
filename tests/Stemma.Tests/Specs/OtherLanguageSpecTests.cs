using System.Globalization;
using Stemma.Annotation;
using Stemma.Annotation.Times;
using Stemma.Reports;

namespace Stemma.Tests.Specs;

/// <summary>Runs the specs of languages that are read by tables alone; the two letters before .md are the language's tag.</summary>
public class OtherLanguageSpecTests
{
    public static TheoryData<string, string> Quotations() => Cases("quotations-fr.md");

    public static TheoryData<string, string> Times() => Cases("times-fr.md");

    [Theory]
    [MemberData(nameof(Quotations))]
    public void Quotation(string file, string title)
    {
        (AnnotatedReport annotated, SpecCase spec) = Read(file, title);
        Assert.Equal(spec.Expected.Where(e => e != "nothing"), annotated.Quotations.Select(q => $"“{q.Span.In(annotated.Text)}” — {q.Speaker?.Name ?? "nobody"}"));
        Assert.All(annotated.Quotations, q => Assert.NotEmpty(q.Reasons));
    }

    [Theory]
    [MemberData(nameof(Times))]
    public void Time(string file, string title)
    {
        (AnnotatedReport annotated, SpecCase spec) = Read(file, title);
        DateOnly day = DateOnly.ParseExact(spec.Kind, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var published = new PublicationDate(day, day, DateSource.Stated, []);
        Assert.Equal(spec.Expected.Where(e => e != "nothing"),
            TimeResolver.Resolve(annotated, published).Select(t => $"{t.Span.In(annotated.Text)} — {t.Type.ToString().ToUpperInvariant()} {t.Value ?? "?"}"));
    }

    private static TheoryData<string, string> Cases(string file)
    {
        var data = new TheoryData<string, string>();
        foreach (SpecCase spec in SpecFile.Read(file))
            data.Add(file, spec.Title);
        return data;
    }

    private static (AnnotatedReport Annotated, SpecCase Spec) Read(string file, string title)
    {
        SpecCase spec = SpecFile.Read(file).Single(c => c.Title == title);
        return (Annotator.Annotate(new Report { Id = "spec", Language = Path.GetFileNameWithoutExtension(file)[^2..], Text = spec.Report }), spec);
    }
}
