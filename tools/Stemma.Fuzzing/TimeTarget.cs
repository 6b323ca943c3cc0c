using System.Text;
using Stemma.Annotation;
using Stemma.Annotation.Times;
using Stemma.Reports;

namespace Stemma.Fuzzing;

/// <summary>Finds and resolves the times of any text, and holds what is found to what is promised of it.</summary>
internal static class TimeTarget
{
    /// <summary>Pieces that the time tables give a meaning to, and those that only look so.</summary>
    public static readonly string[] Pieces =
    [
        "Monday", " on Tuesday", "last ", "next ", "the ", "March ", "29 February ", "2021", "2021-02-30", "1999", "'99", "the 1990s", "0000", "99999", " days", " years ago", "three ", "twenty-", "hundred ", "thousand ", "1,234", "2.5", "21st ",
        "quarter", "a year earlier", "the same ", "the following day", "10:15", "25:61", " p.m.", " GMT", "every ", "between ", " and ", "until ", "will ", "was ", "early ", "late ", "mid-", "-", "–", "/", ".", ",", "’", "\n", "\n\n", "“", "”",
        "century", "spring", "Christmas", "weekend", "now", "٢٠٢١", "１２", "令和5年", "\u0000", "\uFFFD", "12/31/99", "1.2.3", "e9",
    ];

    private static readonly PublicationDate?[] s_published = [null, Days(new(2024, 2, 29), 1), Days(new(2023, 12, 30), 5), Days(DateOnly.MinValue, 2), Days(DateOnly.MaxValue.AddDays(-1), 2)];

    /// <summary>Reads bytes as a text; what is no UTF-8 becomes a lone surrogate.</summary>
    public static void Read(byte[] bytes) => Read(Encoding.UTF8.GetString(bytes).Replace('\uFFFD', '\uD800'));

    /// <summary>Finds the times of a text and gives them values, for several days of publication.</summary>
    /// <exception cref="BrokenPromiseException">A span, a value or an interval is none.</exception>
    public static void Read(string text)
    {
        AnnotatedReport outline = Annotator.Outline(new Report { Id = "fuzzed", Text = text, Language = "en" });
        AnnotatedReport report = outline with { Times = TimeTagger.Tag(text, outline.Tokens, outline.Sentences) };
        int end = 0;
        foreach (TimeExpression time in report.Times)
        {
            Check(time.Span.Start >= end && time.Span.Length > 0 && time.Span.End <= text.Length, "a span overlaps another, is empty or leaves the text");
            Check(time.TenseCue is not { } cue || cue.End <= text.Length, "a cue leaves the text");
            end = time.Span.End;
        }
        foreach (PublicationDate? published in s_published)
        {
            IReadOnlyList<ResolvedTime> resolved = TimeResolver.Resolve(report, published);
            Check(resolved.Count == report.Times.Count, "a time has no result");
            foreach (ResolvedTime time in resolved)
            {
                Check(time.Value is null || TimexSyntax.Holds(time.Value, time.Type.ToString().ToUpperInvariant()), $"“{time.Value}” is no {time.Type}");
                Check(time.From is null == time.To is null && !(time.From > time.To), "an interval is none");
                Check(time.Reasons.Count > 0, "a value has no reason");
            }
        }
    }

    private static PublicationDate Days(DateOnly first, int count) => new(first, first.AddDays(count - 1), DateSource.Stated, []);

    private static void Check(bool holds, string what)
    {
        if (!holds)
            throw new BrokenPromiseException(what);
    }
}
