using Stemma.Annotation;
using Stemma.Annotation.Times;
using Stemma.Reports;

namespace Stemma.Tests.Annotation.Times;

/// <summary>Short ways to annotate a text and to show its times.</summary>
internal static class TimesOf
{
    public static AnnotatedReport Report(string text, string id = "r", PublicationDate? published = null) =>
        Annotator.Annotate(new Report { Id = id, Text = text, Language = "en", Published = published });

    public static PublicationDate Day(int year, int month, int day) => Between(new DateOnly(year, month, day), new DateOnly(year, month, day));

    public static PublicationDate Between(DateOnly from, DateOnly to) => new(from, to, DateSource.Stated, []);

    /// <summary>"words=value" of every time, joined by "; ".</summary>
    public static string Shown(string text, PublicationDate? published)
    {
        AnnotatedReport report = Report(text);
        return string.Join("; ", TimeResolver.Resolve(report, published).Select(t => $"{t.Span.In(text)}={t.Value}"));
    }
}
