using Stemma.Annotation;
using Stemma.Reports;

namespace Stemma.Tests.Annotation;

/// <summary>Annotates invented reports for tests.</summary>
internal static class Annotated
{
    public static AnnotatedReport Report(string text, string id = "a") => Annotator.Annotate(new Report { Id = id, Text = text, Language = "en" });

    public static string[] Tokens(string text)
    {
        AnnotatedReport report = Report(text);
        return [.. report.Tokens.Select(t => t.Span.In(text))];
    }

    public static string[] Sentences(string text)
    {
        AnnotatedReport report = Report(text);
        return [.. report.Sentences.Select(s => s.Span.In(text))];
    }

    /// <summary>"speaker: words" for every quotation; "?" where no speaker is told.</summary>
    public static string[] Quotations(string text)
    {
        AnnotatedReport report = Report(text);
        return [.. report.Quotations.Where(q => q.Kind != QuotationKind.Indirect).Select(q => $"{q.Speaker?.Name ?? "?"}: {q.Span.In(text)}")];
    }
}
